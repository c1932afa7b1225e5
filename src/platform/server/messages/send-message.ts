import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isUnreachable, sendMail, type MailSettings } from '../mail.ts'
import { SendError, sendByGateway, type Gateway } from './gateway.ts'
import type { Message } from './message.ts'

/** How each channel goes out; SMS and Zalo without a gateway lie as files in the folder. */
export interface MessageSettings {
  readonly mail: MailSettings
  readonly folder: string
  readonly sms: Gateway | undefined
  readonly zalo: Gateway | undefined
}

/** Sends one message. Rejects with a SendError. */
export async function sendMessage(settings: MessageSettings, message: Message): Promise<void> {
  if (message.channel === 'email') return mail(settings.mail, message)
  const gateway = settings[message.channel]
  return gateway === undefined ? layDown(settings.folder, message) : sendByGateway(gateway, message)
}

async function mail(settings: MailSettings, { id, to, subject, text }: Message): Promise<void> {
  try {
    await sendMail(settings, { to, subject, text: `${text}\n`, messageId: `<${id}@gandan>` })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown'
    throw new SendError(`mail: ${code}`, { isAway: isUnreachable(cause), cause })
  }
}

async function layDown(folder: string, { id, channel, to, text }: Message): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, `${id}.${channel}.txt`), `${to}\n\n${text}\n`, { mode: 0o600 })
}
