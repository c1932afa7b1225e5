import { addMonths, type PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { governingBodyOf, loadDirectory, tierOf, type UnitVersion } from '#modules/organisations/server/index.ts'
import { monthOfDay } from '../domain/enough-days.ts'
import type { DayKind } from '../domain/schedule-day.ts'
import { substituteOf } from './read-schedule.ts'
import { scheduleStore, type DayRow } from './schedule-store.ts'

export interface PublicBody { readonly id: string; readonly name: string }

/** A posted day as citizens read it: what stands on the notice board, no more. */
export interface PublicDay {
  readonly bodyName: string
  readonly on: PlainDate
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string
  readonly kind: DayKind
  readonly post: string
  readonly receiver: string
  readonly substitute: { readonly post: string; readonly name: string } | null
  /** Why it does not take place. */
  readonly cancelledBecause: string | null
  readonly movedTo: PlainDate | null
}

export interface PublicSchedule {
  /** Of the province and its departments, and of the communes. */
  readonly bodies: { readonly province: readonly PublicBody[]; readonly communes: readonly PublicBody[] }
  readonly chosen: PublicBody | undefined
  /** The end of the next month: the days are those from today to then. */
  readonly until: PlainDate
  readonly days: readonly PublicDay[]
}

/** The posted days of the body chosen, or of all. */
export async function readPublicSchedule({ db, today }: Pick<Work, 'db' | 'today'>, chosenId: string): Promise<PublicSchedule> {
  const directory = await loadDirectory(db)
  const units = directory.treeOn(today).units
  const chosen = units.find(({ unitId }) => unitId === chosenId)
  const until = monthOfDay(addMonths(monthOfDay(today).from, 1)).to
  const rows = await scheduleStore(db).listPosted(chosen === undefined ? units.map(({ unitId }) => unitId) : [chosen.unitId], { from: today, to: until })
  return {
    bodies: {
      province: units.filter(({ kind, parentId }) => parentId === null || kind === 'department').map(asBody),
      communes: units.filter(({ kind }) => tierOf(kind) === 'commune').map(({ unitId, name }) => ({ id: unitId, name })).toSorted((one, other) => byName.compare(bare(one.name), bare(other.name))),
    },
    chosen: chosen && asBody(chosen), until,
    days: rows.flatMap((row) => {
      const unit = directory.unitOn(row.unitId, row.on)
      return unit === undefined ? [] : [publicDay(row, unit)]
    }),
  }
}

function publicDay(row: DayRow, unit: UnitVersion): PublicDay {
  const { on, startsAt, endsAt, place, kind, post, receiver, cancelledBecause, movedToOn } = row
  const substitute = substituteOf(row)
  return { bodyName: governingBodyOf(unit), on, startsAt, endsAt, place, kind, post, receiver, cancelledBecause, movedTo: movedToOn, substitute: substitute && { post: substitute.post, name: substitute.name } }
}

function asBody(unit: UnitVersion): PublicBody {
  return { id: unit.unitId, name: governingBodyOf(unit) }
}

const byName = new Intl.Collator('vi')

/** "Xã Đạ Tẻh" stands under Đ. */
function bare(name: string): string {
  return name.replace(/^(Xã|Phường|Thị trấn|Đặc khu) /u, '')
}
