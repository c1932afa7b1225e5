import type { Http } from '#platform/server/http.ts'

/** Everything the API answers about reports, by subject; each part has its own file. */
export function reportsRoutes(_http: Http): void {
}
