import { isSmall, SMALL, tellList, type Told } from './small-cells.ts'

/** What a unit did in a period, of one topic. `known` of the settled have it recorded whether their term was kept, `inTime` of those kept it. */
export interface TopicWork { readonly code: string; readonly received: number; readonly settled: number; readonly known: number; readonly inTime: number }

export interface PublishedWork {
  readonly received: Told
  readonly settled: Told
  readonly inTime: { readonly least: number; readonly most: number } | null
  readonly byTopic: readonly { readonly code: string; readonly received: Told; readonly settled: Told }[]
  readonly hasHidden: boolean
}

/** As it may be published: no count from one to four, none that would give one away. */
export function publishedWork(topics: readonly TopicWork[]): PublishedWork {
  const [received, settled] = [tellList(topics.map((topic) => topic.received)), tellList(topics.map((topic) => topic.settled))]
  const add = (value: (topic: TopicWork) => number) => topics.reduce((sum, topic) => sum + value(topic), 0)
  return {
    received: received.sum, settled: settled.sum, inTime: shareBetween(add(({ inTime }) => inTime), add(({ known }) => known)),
    byTopic: topics.map(({ code }, at) => ({ code, received: received.values[at] ?? null, settled: settled.values[at] ?? null })),
    hasHidden: [...received.values, ...settled.values, received.sum, settled.sum].includes(null),
  }
}

/** The share of a whole; between the shares that one and four make where either side of it is so few; null where the whole is. */
function shareBetween(part: number, whole: number): PublishedWork['inTime'] {
  if (whole < SMALL) return null
  const few = SMALL - 1
  if (isSmall(whole - part)) return { least: Math.max(0, whole - few) / whole, most: (whole - 1) / whole }
  if (isSmall(part)) return { least: 1 / whole, most: Math.min(few, whole) / whole }
  return { least: part / whole, most: part / whole }
}
