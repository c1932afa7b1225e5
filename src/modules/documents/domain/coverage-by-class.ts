/** What a sum over deliveries needs of each. */
export interface Reached {
  readonly acknowledgedOn: string | null
  readonly briefings: number
  readonly sessions: number
  readonly peopleReached: number
}

export interface ClassFigures<Class> {
  readonly class: Class
  readonly sent: number
  readonly acknowledged: number
  readonly briefed: number
  readonly sessions: number
  readonly peopleReached: number
}

/** How far a document got with each class of units, in the order given; a class that got nothing is left out. */
export function coverageByClass<Class, Delivery extends Reached>(
  deliveries: readonly Delivery[], classes: readonly Class[], classOf: (delivery: Delivery) => Class,
): { figures: ClassFigures<Class>; deliveries: Delivery[] }[] {
  return classes.flatMap((one) => {
    const its = deliveries.filter((delivery) => classOf(delivery) === one)
    return its.length === 0 ? [] : [{ figures: { class: one, ...sum(its) }, deliveries: its }]
  })
}

function sum(deliveries: readonly Reached[]) {
  const total = (of: (delivery: Reached) => number) => deliveries.reduce((before, delivery) => before + of(delivery), 0)
  return {
    sent: deliveries.length,
    acknowledged: total(({ acknowledgedOn }) => (acknowledgedOn === null ? 0 : 1)), briefed: total(({ briefings }) => (briefings > 0 ? 1 : 0)),
    sessions: total(({ sessions }) => sessions), peopleReached: total(({ peopleReached }) => peopleReached),
  }
}
