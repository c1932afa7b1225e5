import { join } from 'node:path'
import type { MailSettings } from '#platform/server/mail.ts'
import type { Configuration } from './configuration.ts'

/** SMTP_URL, or a folder in which each letter becomes a file that a mail program opens. */
export function mailSettings({ smtpUrl, mailFrom, dataFolder }: Configuration): MailSettings {
  return smtpUrl === undefined
    ? { kind: 'folder', from: mailFrom, folder: join(dataFolder, 'mail') }
    : { kind: 'smtp', from: mailFrom, url: smtpUrl }
}
