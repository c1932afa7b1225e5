/** What every command of this module makes stale. */
export const REPORTS_CHANGED = [['reports'], ['plans', 'my-work']]
