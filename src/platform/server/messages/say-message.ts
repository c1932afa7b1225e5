import type { PlainDate } from '#kernel/plain-date.ts'
import type { SayRefusal } from '../http-errors.ts'
import type { Channel, Language, Message, MessageTemplate, MessageValues } from './message.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The words of a message: its fixed sentence with code, day and link; for SMS without accents, which would make two messages of one. */
export function sayMessage(
  { template, values, channel, language, publicUrl }: { template: MessageTemplate; values: MessageValues; channel: Channel; language: Language; publicUrl: string }, say: SayRefusal,
): Pick<Message, 'subject' | 'text' | 'said'> {
  const said = {
    code: values.code ?? '', date: values.date === undefined ? '' : sayDate(values.date, language), link: values.link === undefined ? '' : `${publicUrl}${values.link}`,
  }
  const text = say(template, said, language)
  return { said, subject: say('messages.subject', said, language), text: channel === 'sms' ? withoutAccents(text) : text }
}

function sayDate(date: PlainDate, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return language === 'vi' ? `${day}/${month}/${year}` : `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`
}

export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}
