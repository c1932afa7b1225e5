import type { FastifyBaseLogger } from 'fastify'
import { z } from 'zod'
import { minutesToNextTry } from '#kernel/next-try.ts'
import { findPlainDate } from '#kernel/plain-date.ts'
import { hourInVietnam } from '../clock.ts'
import type { SayRefusal } from '../http-errors.ts'
import type { Job } from '../jobs.ts'
import { openField } from '../sealed-field.ts'
import type { Work } from '../work.ts'
import { SendError } from './gateway.ts'
import { CHANNELS, type Channel, type MessageValues } from './message.ts'
import { messageStore, type WaitingMessage } from './message-store.ts'
import { PURPOSE } from './queue-message.ts'
import { sayMessage } from './say-message.ts'
import { sendMessage, type MessageSettings } from './send-message.ts'

export interface MessageOptions {
  readonly settings: MessageSettings
  /** Where citizens open the portal. */
  readonly publicUrl: string
  readonly say: SayRefusal
  readonly log: Pick<FastifyBaseLogger, 'error'>
}

const AT_ONCE = 20
/** In milliseconds: the rest waits for the next round. */
const LONGEST_ROUND = 40_000
const AWAY_MINUTES = 2
/** News of a week ago is none. */
const OLDEST_DAYS = 7
/** Nobody's telephone rings at night. */
const WAKING = { from: 7, until: 21 }

const Sealed = z.object({ to: z.string(), values: z.object({ code: z.string().optional(), date: z.string().optional(), link: z.string().optional() }) })

/** Messages to citizens go out every minute. */
export function messageJobs(options: MessageOptions): readonly Job[] {
  return [{ name: 'platform.send-messages', every: '* * * * *', run: (work) => sendMessages(work, options, hourInVietnam()) }]
}

/**
 * Sends what waits. A message that is refused is tried again later and then given up; a gateway that cannot be used ends the round for its
 * channel, costs no message a try, and the log says so. A message goes out at least once: its id goes along, by which a gateway knows it again.
 */
export async function sendMessages(work: Work, options: MessageOptions, hour: number): Promise<void> {
  const isWaking = hour >= WAKING.from && hour < WAKING.until
  const until = performance.now() + LONGEST_ROUND
  for (const channel of isWaking ? CHANNELS : ['email' as const]) await sendChannel(work, options, channel, until)
}

async function sendChannel(work: Work, options: MessageOptions, channel: Channel, until: number): Promise<void> {
  const store = messageStore(work.db)
  for (const waiting of await store.takeWaiting(channel, work.now, AT_ONCE)) {
    if (performance.now() > until) return
    try {
      await sendOne(work, options, waiting)
      await store.settle(waiting.id, 'sent', work.now, null)
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      await keepOrGiveUp(work, waiting, error)
      if (!error.isAway) continue
      options.log.error({ err: error, channel }, 'messages wait: the gateway cannot be used')
      return
    }
  }
}

async function sendOne(work: Work, { settings, publicUrl, say }: MessageOptions, { id, channel, template, language, sealed }: WaitingMessage): Promise<void> {
  const { to, values } = opened(work, sealed)
  const words = sayMessage({ template, values: valuesFrom(values), channel, language, publicUrl }, say)
  await sendMessage(settings, { id, channel, to, template, ...words })
}

function opened(work: Work, sealed: Buffer): z.output<typeof Sealed> {
  try {
    return Sealed.parse(JSON.parse(openField(work.secrets, PURPOSE, sealed)))
  } catch (cause) {
    throw new SendError('the address cannot be opened', { isAway: false, cause })
  }
}

function valuesFrom({ code, date, link }: z.output<typeof Sealed>['values']): MessageValues {
  const day = date === undefined ? undefined : findPlainDate(date)
  return { ...(code === undefined ? {} : { code }), ...(day === undefined ? {} : { date: day }), ...(link === undefined ? {} : { link }) }
}

async function keepOrGiveUp(work: Work, { id, tries, queuedAt }: WaitingMessage, { message, isAway }: SendError): Promise<void> {
  const store = messageStore(work.db)
  const isOld = Date.parse(work.now) - Date.parse(queuedAt) > OLDEST_DAYS * 86_400_000
  const minutes = isAway ? AWAY_MINUTES : minutesToNextTry(tries + 1)
  if (minutes === null || isOld) return store.settle(id, 'failed', work.now, message)
  return store.postpone(id, isAway ? tries : tries + 1, new Date(Date.parse(work.now) + minutes * 60_000).toISOString(), message)
}
