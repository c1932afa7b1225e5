import type { RefusalDetails } from '#kernel/refusal.ts'
import { hourInVietnam } from '#platform/server/clock.ts'
import type { Job } from '#platform/server/jobs.ts'
import { sendMail, type MailSettings } from '#platform/server/mail.ts'
import { maySendAt } from '../domain/sending-time.ts'
import { noticeStore } from './notice-store.ts'

export interface MailOptions {
  readonly settings: MailSettings
  /** A notice's sentence in the reader's language; apps/ knows every module's phrases. */
  readonly say: (code: string, details: RefusalDetails, language: 'vi' | 'en') => string
}

const AT_ONCE = 50

/** What the module does by the clock: notices go out by e-mail, in working hours of working days. */
export function peopleJobs({ settings, say }: MailOptions): readonly Job[] {
  return [{
    name: 'people.send-messages',
    every: '* * * * *',
    async run(work) {
      if (!maySendAt(work.today, hourInVietnam(), work.calendar)) return
      const notices = noticeStore(work.db)
      for (const { id, email, language, subject, details, link } of await notices.listUnmailed(AT_ONCE)) {
        const sentence = say(subject, details, language)
        await sendMail(settings, { to: email ?? '', subject: `Gần Dân: ${sentence}`, text: `${sentence}\n\n${say('people.mail_footer', { link }, language)}\n` })
        await notices.markMailed([id], work.now)
      }
    },
  }]
}
