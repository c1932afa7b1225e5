import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { newId } from './uuid.ts'

export type MailSettings =
  | { readonly kind: 'smtp'; readonly from: string; readonly url: string }
  | { readonly kind: 'folder'; readonly from: string; readonly folder: string }

export interface Letter { readonly to: string; readonly subject: string; readonly text: string; readonly messageId?: string }

/** In milliseconds: a mail server that does not answer must not hold up the worker. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }

/** Sends by SMTP, or lays each letter into the folder as a file that a mail program opens. Rejects when it could not. */
export async function sendMail(settings: MailSettings, letter: Letter): Promise<void> {
  if (settings.kind === 'smtp') {
    await createTransport({ url: settings.url, ...PATIENCE }).sendMail({ from: settings.from, ...letter })
    return
  }
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({ from: settings.from, ...letter })
  await mkdir(settings.folder, { recursive: true, mode: 0o700 })
  await writeFile(join(settings.folder, `${newId()}.eml`), message as Buffer, { mode: 0o600 })
}

const UNREACHABLE = new Set(['ECONNECTION', 'ECONNREFUSED', 'ETIMEDOUT', 'EDNS', 'ESOCKET', 'ETLS', 'EAUTH', 'ENOAUTH'])

/** The mail server itself could not be used, whatever the letter. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && UNREACHABLE.has(error.code)
}
