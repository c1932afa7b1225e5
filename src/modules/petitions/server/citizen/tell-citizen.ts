import { z } from 'zod'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import type { Reactions } from '#platform/server/jobs.ts'
import type { MessageTemplate, MessageValues } from '#platform/server/messages/message.ts'
import { queueMessage } from '#platform/server/messages/queue-message.ts'
import type { Work } from '#platform/server/work.ts'
import type { CaseId } from '../../domain/case.ts'
import { caseStore, type CaseRow } from '../case-store.ts'
import { outcomeStore } from '../outcome-store.ts'
import { partyStore } from '../party-store.ts'
import { makeRatingToken } from './rate-case.ts'

const Stepped = z.object({ caseId: z.string(), action: z.string(), on: z.string() })
const OfCase = z.object({ caseId: z.string() })

/** Acts of which a citizen is told by what the message can say besides "there is news". */
const NEW_DATE = new Set(['accept', 'declare-complex', 'extend', 'resume'])
/** Days to answer a question; asked for kindly, nothing is lost later. */
const TO_ANSWER = 7

/** The address of a page for citizens in a language: the portal's to say. */
type AddressIn = (language: 'vi' | 'en', page: string) => string

/** Who left an address and wants to know hears of each step: that there is news, never what. */
export function petitionReactions(addressIn: AddressIn): Reactions {
  const tell = telling(addressIn)
  return {
    'petitions.sent': [async (work, { payload }) => {
      const row = await rowOf(work, OfCase.parse(payload).caseId)
      if (row !== undefined) await tell(work, row, 'messages.received', { date: row.receivedOn }, { key: 'received', page: `/tra-cuu/${row.code}` })
    }],
    'petitions.stepped': [async (work, { id, payload }) => {
      const { caseId, action } = Stepped.parse(payload)
      const row = await rowOf(work, caseId)
      if (row === undefined) return
      const [template, date] = templateFor(work, row, action)
      await tell(work, row, template, date === null ? {} : { date }, { key: `event ${id}`, page: `/tra-cuu/${row.code}` })
    }],
    'petitions.ended': [async (work, { payload }) => {
      const row = await rowOf(work, OfCase.parse(payload).caseId)
      if (row === undefined || (await outcomeStore(work.db).findRating(row.id)) !== undefined) return
      const token = await makeRatingToken(work, row.id)
      await tell(work, row, 'messages.rate', {}, { key: 'rate', page: `/danh-gia/${token}` })
    }],
  }
}

function templateFor(work: Work, row: CaseRow, action: string): readonly [MessageTemplate, PlainDate | null] {
  if (action === 'ask') return ['messages.question', addDays(work.today, TO_ANSWER)]
  if (action === 'conclude') return ['messages.answered', null]
  return NEW_DATE.has(action) && row.dueOn !== null ? ['messages.new_date', row.dueOn] : ['messages.news', null]
}

type Tell = (work: Work, row: CaseRow, template: MessageTemplate, values: Pick<MessageValues, 'date'>, what: { readonly key: string; readonly page: string }) => Promise<void>

function telling(addressIn: AddressIn): Tell {
  return async (work, row, template, values, { key, page }) => {
    for (const { id, wantsMessages, email, phone, withdrawnOn } of await partyStore(work.db).list(row.id)) {
      const to = email ?? phone
      if (!wantsMessages || withdrawnOn !== null || to === null) continue
      await queueMessage(work, {
        channel: email === null ? 'sms' : 'email', to, template, language: row.language, about: `petitions.case:${row.id}`, key: `${id} ${key}`,
        values: { code: row.code, ...values, link: addressIn(row.language, page) },
      })
    }
  }
}

/** Of a denunciation nobody is told this way. */
async function rowOf(work: Work, caseId: string): Promise<CaseRow | undefined> {
  const row = await caseStore(work.db).find(caseId as CaseId)
  return row === undefined || row.kind === 'denunciation' || row.purgedOn !== null ? undefined : row
}
