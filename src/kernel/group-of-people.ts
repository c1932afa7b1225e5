/** Five or more who come together, or who sign together, are a group (Luật Tiếp công dân 42/2013/QH13; Thông tư 05/2021/TT-TTCP). */
export const GROUP_SIZE = 5
/** Up to this many, one or two speak for all. */
export const SMALL_GROUP = 10

/** How many may speak for a group: 5 to 10 people one or two, more than ten up to five (Luật Tiếp công dân 42/2013/QH13, Điều 29). Null where it is no group. */
export function representativesOf(people: number): { readonly least: number; readonly most: number } | null {
  if (people < GROUP_SIZE) return null
  return people <= SMALL_GROUP ? { least: 1, most: 2 } : { least: 1, most: 5 }
}
