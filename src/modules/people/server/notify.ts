import type { AccountId } from '#kernel/ids.ts'
import type { RefusalDetails } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { noticeStore } from './notice-store.ts'

export interface Notification {
  readonly to: readonly AccountId[]
  /** Phrase key of the sentence; `details` fill its placeholders. Never the content of a case or a file. */
  readonly subject: string
  readonly details: RefusalDetails
  /** Where on the desk it leads. */
  readonly link: string
  /** Told once to each person: the same key again does nothing. */
  readonly dedupeKey: string
}

/** Tells people something: on the desk at once, by e-mail (for those who have one) in working hours. */
export async function notify(work: Work, { to, ...notice }: Notification): Promise<void> {
  await noticeStore(work.db).add([...new Set(to)], notice)
}
