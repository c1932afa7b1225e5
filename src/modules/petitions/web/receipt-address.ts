/** Where a citizen follows a petition; of one by its code, or the page on which the code is typed. */
export function trackingAddress(code: string | null): string {
  const page = `${window.location.origin}/cong-dan/tra-cuu`
  return code === null ? page : `${page}/${encodeURIComponent(code)}`
}

/** Where anybody checks what a receipt proves. */
export function proofAddress(proof: string): string {
  return `${window.location.origin}/cong-dan/xac-nhan?b=${encodeURIComponent(proof)}`
}
