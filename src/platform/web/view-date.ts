import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { useSession } from './session.ts'
import { useUrlState } from './url-state.ts'

/** The name under which the day stands in every address. */
export const VIEW_DATE_PARAM = 'on'

interface ViewDate {
  /** The day the screen shows. */
  readonly date: PlainDate
  /** The same for a query of the API: undefined while it is today. */
  readonly on: PlainDate | undefined
  readonly isToday: boolean
  readonly today: PlainDate
  /** Moves the whole desk to a day; null is today. */
  readonly setDate: (date: PlainDate | null) => void
}

/** "Xem tại ngày": `const { on } = useViewDate()` … `api.get('/api/units', UnitTree, { query: { on } })`. */
export function useViewDate(): ViewDate {
  const { today } = useSession()
  const url = useUrlState()
  const asked = findPlainDate(url.get(VIEW_DATE_PARAM) ?? '')
  const on = asked === today ? undefined : asked
  return {
    date: on ?? today,
    on,
    isToday: on === undefined,
    today,
    setDate: (date) => url.set({ [VIEW_DATE_PARAM]: date === null || date === today ? undefined : date }),
  }
}
