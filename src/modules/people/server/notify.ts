import type { Work } from '#platform/server/work.ts'
import { noticeStore, type Notification } from './notice-store.ts'

/** Tells people something: on the desk at once, by e-mail (for those who have one) in working hours. */
export async function notify(work: Work, { to, ...notice }: Notification): Promise<void> {
  await noticeStore(work.db).add([...new Set(to)], notice)
}
