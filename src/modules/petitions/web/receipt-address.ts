/** Where a citizen follows a petition; with the code in it, or the page on which the code is typed. */
export function receiptAddress(code: string | null): string {
  const page = `${window.location.origin}/cong-dan/tra-cuu`
  return code === null ? page : `${page}?ma=${encodeURIComponent(code)}`
}
