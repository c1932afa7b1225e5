import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from './work.ts'

/** Something a module can count by itself, so that nobody types it: "văn bản đã xác nhận tiếp thu". */
export interface FactInfo {
  /** `module.what-is-counted`, the same for ever: forms name it. */
  readonly code: `${string}.${string}`
  readonly name: string
  /** What counts and what does not, and as of which day. */
  readonly meaning: string
  readonly measure: string
}

/** Both days included. */
export interface FactSpan { readonly from: PlainDate; readonly to: PlainDate }

/** One of the records behind a count, with what it adds. */
export interface FactRecord { readonly label: string; readonly on: PlainDate | null; readonly value: number; /** Its page on the desk; null where the record must not be told apart. */ readonly path: string | null }

/** The facts of one module, handed out through its front door. Who may see them is for the asker to have checked. */
export interface FactSource {
  readonly facts: readonly FactInfo[]
  /** Every fact, summed over the units; nought where there is nothing, left out where the units did not keep such records here through the whole span. */
  count(work: Work, unitIds: readonly UnitId[], span: FactSpan, /** Those that are asked for, where not all of them: a source may spare itself the others. */ wanted?: ReadonlySet<string>): Promise<Readonly<Record<string, number>>>
  /** The very records: their values add up to the count. */
  records(work: Work, code: string, unitIds: readonly UnitId[], span: FactSpan): Promise<FactRecord[]>
}
