/** Where a citizen follows a petition; of one by its code, or the page on which the code is typed. */
export function receiptAddress(code: string | null): string {
  const page = `${window.location.origin}/cong-dan/tra-cuu`
  return code === null ? page : `${page}/${encodeURIComponent(code)}`
}
