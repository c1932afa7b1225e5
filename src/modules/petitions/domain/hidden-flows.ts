/**
 * A count or a sum as a pipe between two accounts into which as much flows as out of them. Whoever is told some of the counts knows that the others
 * are some flow that fits: other flows differ from the true one along circles of hidden pipes, where as much is added as is taken away.
 */
export interface Pipe { readonly value: number; readonly from: string; readonly to: string; readonly isSum: boolean }

/** Those that must be hidden, and those that have to go with them so that every one lies on a circle along which it may be one more or one less. */
export function hiddenAmong(pipes: readonly Pipe[], mustHide: (value: number) => boolean): ReadonlySet<Pipe> {
  const there = pipes.filter(({ value }) => value > 0)
  const hidden = new Set(there.filter(({ value }) => mustHide(value)))
  const ways = waysOf(there)
  for (const pipe of hidden) { // grows while it is walked: what is hidden for another's sake has a circle of its own, found with it
    const circles = pipe.value > 1 ? [[pipe.to, pipe.from], [pipe.from, pipe.to]] as const : [[pipe.to, pipe.from]] as const
    if (circles.some(([start, end]) => leadsBack(pipe, ways, hidden, start, end))) continue
    const [best] = circles.flatMap(([start, end]) => cheapestWay(pipe, ways, hidden, start, end) ?? []).toSorted((one, other) => one.cost - other.cost)
    for (const other of best?.through ?? []) hidden.add(other)
  }
  return hidden
}

/** Whether pipes that are hidden already lead from one account to the other, this one left out. */
function leadsBack(pipe: Pipe, ways: ReadonlyMap<string, readonly Way[]>, hidden: ReadonlySet<Pipe>, start: string, end: string): boolean {
  const reached = new Set([start])
  for (const account of reached) {
    for (const way of ways.get(account) ?? []) {
      if (way.pipe === pipe || !hidden.has(way.pipe)) continue
      if (way.to === end) return true
      reached.add(way.to)
    }
  }
  return false
}

/** Along a pipe more flows; against it less, where at least one is left. */
interface Way { readonly pipe: Pipe; readonly to: string }

function waysOf(pipes: readonly Pipe[]): ReadonlyMap<string, readonly Way[]> {
  const ways = new Map<string, Way[]>()
  const lead = (from: string, way: Way) => {
    const known = ways.get(from)
    if (known === undefined) ways.set(from, [way])
    else known.push(way)
  }
  for (const pipe of pipes) {
    lead(pipe.from, { pipe, to: pipe.to })
    if (pipe.value > 1) lead(pipe.to, { pipe, to: pipe.from })
  }
  return ways
}

/** Hiding a sum costs more than hiding any count. */
const SUM_COST = 1_000_000

/** From one account to another by pipes other than this, those that are hidden already for nothing; null where no way leads there. */
function cheapestWay(pipe: Pipe, ways: ReadonlyMap<string, readonly Way[]>, hidden: ReadonlySet<Pipe>, start: string, end: string): { readonly cost: number; readonly through: readonly Pipe[] } | null {
  const found = new Map<string, { cost: number; by: Pipe | null; before: string | null }>([[start, { cost: 0, by: null, before: null }]])
  const open = new Set([start])
  while (open.size > 0) {
    const account = [...open].reduce((best, each) => ((found.get(each)?.cost ?? Infinity) < (found.get(best)?.cost ?? Infinity) ? each : best))
    open.delete(account)
    const cost = found.get(account)?.cost ?? Infinity
    if (account === end) break
    for (const way of ways.get(account) ?? []) {
      if (way.pipe === pipe) continue
      const sum = cost + (hidden.has(way.pipe) ? 0 : way.pipe.value + (way.pipe.isSum ? SUM_COST : 0))
      if (sum >= (found.get(way.to)?.cost ?? Infinity)) continue
      found.set(way.to, { cost: sum, by: way.pipe, before: account })
      open.add(way.to)
    }
  }
  const last = found.get(end)
  if (last === undefined) return null
  const through: Pipe[] = []
  for (let at = last; at.by !== null && at.before !== null; at = found.get(at.before) ?? { cost: 0, by: null, before: null }) through.push(at.by)
  return { cost: last.cost, through }
}
