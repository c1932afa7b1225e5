import type { Readable } from 'node:stream'
import { Refusal } from '#kernel/refusal.ts'
import type { Http } from '#platform/server/http-type.ts'
import type { Values } from '../form-view.ts'

/** A plain form as it came. */
export class SentForm {
  readonly values: Values
  constructor(values: Values) {
    this.values = values
  }
}

const MEGABYTE = 2 ** 20
/** Bytes that are read: a novel in Vietnamese, each letter as six. */
const MOST_TAKEN = 6 * MEGABYTE
/** Bytes that are let pass, so that the browser sees our answer and not a broken line. */
const MOST_DRAINED = 64 * MEGABYTE
const NAME = /^[a-z][\w-]{0,60}$/i

/** Lets the portal's routes take forms as browsers send them, without JavaScript. */
export function readsPlainForms(scope: Http): void {
  scope.addContentTypeParser('application/x-www-form-urlencoded', async (_request: unknown, body: Readable) => {
    const { bytes, isWhole } = await readUpTo(body, MOST_TAKEN, MOST_DRAINED)
    if (!isWhole) throw new Refusal('invalid', 'portal.form_too_large', { megabytes: MOST_TAKEN / MEGABYTE })
    return new SentForm(valuesFrom(new URLSearchParams(bytes.toString('utf8'))))
  })
}

/** Every field's values, as people mean them: accents in one form, lines ended alike, nothing that cannot be typed. */
export function valuesFrom(pairs: Iterable<readonly [string, string]>): Values {
  const values = new Map<string, string[]>()
  for (const [name, value] of pairs) if (NAME.test(name)) values.set(name, [...values.get(name) ?? [], cleanText(value)])
  return Object.fromEntries(values)
}

export function cleanText(text: string): string {
  return text.toWellFormed().normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
}

async function readUpTo(body: Readable, most: number, drained: number): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of body as AsyncIterable<Buffer>) {
    size += piece.length
    if (size <= most) pieces.push(piece)
    else pieces.length = 0
    if (size > drained) break
  }
  return { bytes: Buffer.concat(pieces), isWhole: size <= most }
}
