import type { PlainDate } from '#kernel/plain-date.ts'

export const CHANNELS = ['email', 'sms', 'zalo'] as const
export type Channel = (typeof CHANNELS)[number]
export type Language = 'vi' | 'en'

/** All that a message may say besides its fixed sentence. None of them can carry a text: see `requireValues`. */
export interface MessageValues {
  readonly code?: string
  readonly date?: PlainDate
  /** The page to open, from its first stroke on: "/cong-dan/tra-cuu". */
  readonly link?: string
}

/**
 * The sentences there are, keys of the platform's phrases, and the values each needs. A message says that there is news about a matter and
 * where to read it; the matter itself never leaves the system this way (docs/decisions/0021).
 */
export const TEMPLATES = {
  'messages.received': ['code', 'date', 'link'],
  'messages.news': ['code', 'link'],
  'messages.new_date': ['code', 'date', 'link'],
  'messages.question': ['code', 'date', 'link'],
  'messages.answered': ['code', 'link'],
  'messages.rate': ['code', 'link'],
  'messages.appointment': ['code', 'date', 'link'],
} as const satisfies Readonly<Record<`messages.${string}`, readonly (keyof MessageValues)[]>>

export type MessageTemplate = keyof typeof TEMPLATES

/** A message as it goes out. */
export interface Message {
  readonly id: string
  readonly channel: Channel
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly template: MessageTemplate
  /** The values as they are said: the day written out, the link with its host. */
  readonly said: Readonly<Record<keyof MessageValues, string>>
}

const FORMS: Readonly<Record<keyof MessageValues, RegExp>> = {
  code: /^[A-Z0-9][A-Z0-9-]{2,30}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  link: /^\/[A-Za-z0-9/._~-]{0,200}(?:\?[A-Za-z0-9=&_-]{1,80})?$/,
}

/** Throws for values that the template lacks, does not take, or that are more than a code, a day or an address: that would be a mistake of ours. */
export function requireValues(template: MessageTemplate, values: MessageValues): void {
  const needed: readonly string[] = TEMPLATES[template]
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  if (given.length !== needed.length || given.some(([name]) => !needed.includes(name))) throw new Error(`${template} takes ${needed.join(', ')}`)
  for (const name of Object.keys(FORMS) as (keyof MessageValues)[]) {
    const value = values[name]
    if (value !== undefined && !FORMS[name].test(value)) throw new Error(`${template}: this is no ${name}`)
  }
}
