import { checkIdentityNumber, identityKindOf } from '#kernel/identity-number.ts'
import type { UnitId } from '#kernel/ids.ts'
import { checkPersonName } from '#kernel/person-name.ts'
import { vietnamesePhone } from '#kernel/vietnamese-phone.ts'
import type { Work } from '#platform/server/work.ts'
import { valueOf, type Values } from '#platform/portal/form-view.ts'
import type { Limit } from '#platform/portal/guard/limits.ts'
import type { Finished, StepsRoute } from '#platform/portal/steps/steps-route.ts'
import { findByCode } from '../../server/citizen/citizen-case.ts'
import { sendCase } from '../../server/citizen/send-case.ts'
import { receiptFor } from '../../server/citizen/receipt.ts'
import { receiptPage } from '../receipt-page.ts'
import { dayIn, isComplaint, kindOf } from './answers.ts'
import { STEPS } from './steps.ts'

/** An hour of one address: many for who can prove work, a few without JavaScript. */
const SENDING: Limit = { name: 'petitions.send', window: 3600, proved: 30, unproved: 5 }

interface Sent { readonly code: string; readonly receipt: string }

/** A letter of a citizen, a question or two on a page; what she gets is a receipt that proves what was filed and when. */
export const sendPages: StepsRoute<Sent> = {
  purpose: 'petitions.send', limit: SENDING, title: 'petitions.portal_send', submit: 'petitions.portal_send_now', steps: STEPS,
  async finish(work, finished, { language }) {
    const { code } = await sendCase(work, caseOf(work, finished, language === 'en' ? 'en' : 'vi'))
    return { code, receipt: await receiptFor(work, code) }
  },
  async done(visit, { code, receipt }) {
    const [theCase] = await visit.work((work) => findByCode(work, code, visit.language === 'en' ? 'en' : 'vi')) ?? []
    return receiptPage(visit, { code, receipt, theCase })
  },
}

function caseOf(work: Work, { values, files }: Finished, language: 'vi' | 'en'): Parameters<typeof sendCase>[1] {
  const knownOn = isComplaint(values) ? dayIn(values, 'knownOn') : null
  const text = (field: string) => valueOf(values, field).trim()
  const place = text('place') as UnitId
  return {
    language, kind: kindOf(values) ?? 'feedback', unitId: text('to') === '' ? place : text('to'), placeUnitId: place, placeNote: text('placeNote') || null, topicCode: text('topic') || null,
    title: text('title'), content: text('content'), decisionAgainst: isComplaint(values) ? text('decision') || null : null, decisionKnownOn: knownOn ?? null,
    peopleCount: Math.max(1, Number(text('people') || '1')), sender: senderOf(work, values), files: files.map(({ name, bytes }) => ({ name, bytes })),
  }
}

/** In the forms they are kept in; the steps have seen that they can be read. */
function senderOf({ today }: Work, values: Values): Parameters<typeof sendCase>[1]['sender'] {
  const text = (field: string) => valueOf(values, field).trim()
  const [name, phone] = [checkPersonName(text('name')), vietnamesePhone(text('phone'))]
  const kind = identityKindOf(text('identity'))
  const identity = isComplaint(values) ? checkIdentityNumber(text('identity'), kind, today) : undefined
  return {
    name: name.ok ? name.name : text('name'), address: text('address') || null, phone: phone.ok ? phone.number : null, email: text('email') || null,
    wantsMessages: text('wants') === 'yes', identity: identity?.ok === true ? { kind, number: identity.number } : null,
  }
}
