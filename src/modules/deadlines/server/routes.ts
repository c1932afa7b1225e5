import type { Http } from '#platform/server/http.ts'
import { calendarRoutes } from './calendar-routes.ts'
import type { ClockSource } from './clock-source.ts'
import { ruleRoutes } from './rule-routes.ts'

/** What the API answers about terms and the calendar; `sources` are the modules whose open terms follow when either changes. */
export function deadlineRoutes(http: Http, sources: readonly ClockSource[]): void {
  ruleRoutes(http, sources)
  calendarRoutes(http, sources)
}
