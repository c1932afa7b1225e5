import { join } from 'node:path'
import type { MessageSettings } from '#platform/server/messages/send-message.ts'
import type { Configuration } from './configuration.ts'
import { mailSettings } from './mail.ts'

/** SMS and Zalo by their gateways, or as files in a folder; e-mail as all letters go. */
export function messageSettings(configuration: Configuration): MessageSettings {
  const { sms, zalo, dataFolder } = configuration
  return { mail: mailSettings(configuration), folder: join(dataFolder, 'messages'), sms, zalo }
}
