/**
 * How a figure of many becomes one: counts and amounts add up, a ratio is the ratio of the sums, a state of things is its last, what was
 * brought over from before is its first, a text stays with whom wrote it. `carried` names the figure (one that combines as "first") that a
 * sum holds: what an earlier period counted already is not counted again.
 */
export type Combination =
  | { readonly rule: 'sum'; readonly carried?: string | undefined }
  | { readonly rule: 'ratio'; readonly of: string; readonly to: string }
  | { readonly rule: 'first' }
  | { readonly rule: 'last' }
  | { readonly rule: 'none' }

/** What one submission says: figures by code; null where nothing was given. `order` tells earlier from later. */
export interface Given { readonly order: string; readonly values: Readonly<Record<string, number | null>> }

/** `from` counts the submissions that said something of it, so that a sum of few is not taken for a sum of all. */
export interface Combined { readonly value: number | null; readonly from: number }

/** One figure over many submissions. A ratio is never an average: "8 of 10" and "1 of 90" are 9 of 100. Null where nobody said anything, or of nothing. */
export function combine(code: string, combination: Combination, given: readonly Given[]): Combined {
  if (combination.rule === 'none') return { value: null, from: 0 }
  if (combination.rule === 'ratio') return ratio(combination, given)
  const said = given.flatMap(({ order, values }) => {
    const value = values[code] ?? null
    return value === null ? [] : [{ order, value, values }]
  })
  if (said.length === 0) return { value: null, from: 0 }
  if (combination.rule === 'last') return { value: said.reduce((last, one) => (one.order >= last.order ? one : last)).value, from: said.length }
  if (combination.rule === 'first') return { value: said.reduce((first, one) => (one.order < first.order ? one : first)).value, from: said.length }
  const carriedOf = ({ values }: Given) => (combination.carried === undefined ? null : values[combination.carried] ?? null)
  const firstCarried = given.filter((one) => carriedOf(one) !== null).map(({ order }) => order).sort()[0] ?? ''
  const counted = said.map(({ order, value, values }) => value - (order > firstCarried ? carriedOf({ order, values }) ?? 0 : 0))
  return { value: counted.reduce((sum, value) => sum + value, 0), from: said.length }
}

/** Only who gave both parts counts: half a ratio would bend the whole. */
function ratio({ of, to }: Extract<Combination, { rule: 'ratio' }>, given: readonly Given[]): Combined {
  let [above, below, from] = [0, 0, 0]
  for (const { values } of given) {
    const [part, whole] = [values[of] ?? null, values[to] ?? null]
    if (part === null || whole === null) continue
    above += part
    below += whole
    from += 1
  }
  return { value: below === 0 ? null : above / below, from }
}
