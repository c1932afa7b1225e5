import { minutesToNextTry } from '#kernel/next-try.ts'
import type { RefusalDetails } from '#kernel/refusal.ts'
import { isUnreachable, sendMail, type MailSettings } from '#platform/server/mail.ts'
import type { Work } from '#platform/server/work.ts'
import { noticeStore } from './notice-store.ts'

export interface MailOptions {
  readonly settings: MailSettings
  /** Before every link: where people open the desk. */
  readonly deskAddress: string
  /** A notice's sentence in the reader's language; apps/ knows every module's phrases. */
  readonly say: (code: string, details: RefusalDetails, language: 'vi' | 'en') => string
}

const AT_ONCE = 50

/**
 * Mails what waits. A letter that is refused is tried again later and holds up no other. A mail server that cannot be used ends the round:
 * quietly after letters went out (the next round says it), with the error when none did.
 */
export async function mailNotices(work: Work, { settings, deskAddress, say }: MailOptions): Promise<void> {
  const notices = noticeStore(work.db)
  let isBegun = false
  for (const { id, email, language, subject, details, link, failures } of await notices.listUnmailed(AT_ONCE, work.now)) {
    const sentence = say(subject, details, language)
    try {
      await sendMail(settings, { to: email ?? '', subject: `Gần Dân: ${sentence}`, text: `${sentence}\n\n${say('people.mail_footer', { link: `${deskAddress}${link}` }, language)}\n` })
    } catch (error) {
      if (isUnreachable(error)) {
        if (isBegun) return // throwing would forget which letters went out
        throw error
      }
      isBegun = true
      const minutes = minutesToNextTry(failures + 1)
      await notices.markRefused(id, failures + 1, minutes === null ? null : new Date(Date.parse(work.now) + minutes * 60_000).toISOString())
      continue
    }
    isBegun = true
    await notices.markMailed(id, work.now)
  }
}
