/** "12/2026": as the register of petitions numbers it. */
export function caseNameOf({ number, year }: { readonly number: number; readonly year: number }): string {
  return `${number}/${year}`
}
