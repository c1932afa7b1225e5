import { dueOn } from '#kernel/deadline.ts'
import { addDays, formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import { newId } from '#platform/server/uuid.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import { loadRules } from '#modules/deadlines/server/index.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { Acted } from '../../contract-acts.ts'
import type { CallDialogue } from '../../contract-decisions.ts'
import type { CaseId } from '../../domain/case.ts'
import { COMPLEXITY_GROUNDS, type ComplexityGround } from '../../domain/complexity.ts'
import { headInPerson, isToldInTime } from '../../domain/dialogue-rules.ts'
import { actStore } from '../act-store.ts'
import type { CaseRow } from '../case-store.ts'
import { decisionStore } from '../decision-store.ts'
import { loadCaseFor } from '../load-case.ts'
import { requireDay } from './act-days.ts'
import { recordAct } from './record-act.ts'

/**
 * A dialogue is called. While there is time to choose another day, one that is told too late is refused; of one that was held already, it is recorded
 * that it was. Where the head has to come in person somebody else presides only for a reason that is written down.
 */
export async function callDialogue(work: Work, id: CaseId, { version, on, at, place, notifiedOn, chairedBy, chairedByHead, whyNotHead }: z.output<typeof CallDialogue>): Promise<Acted> {
  const row = await loadCaseFor(work, id, version, 'call-dialogue')
  requireDay(work, row, notifiedOn, 'notifiedOn')
  if (notifiedOn > on) throw new Refusal('invalid', 'petitions.dialogue_before_notice', { field: 'on' })
  const lastDay = await lastDayToNotify(work, on)
  const inTime = isToldInTime(notifiedOn, lastDay)
  if (inTime === false && on >= work.today && lastDay !== null) {
    throw new Refusal('invalid', 'petitions.dialogue_told_too_late', { field: 'on', last: formatDate(lastDay), earliest: formatDate(await earliestDay(work, notifiedOn)) })
  }
  if (!chairedByHead && whyNotHead === null && await needsHead(work, row, on)) throw new Refusal('invalid', 'petitions.head_in_person', { field: 'whyNotHead' })
  await actStore(work.db).addDialogue({ id: newId<'petition-dialogue'>(), caseId: id, on, at, place, notifiedOn, chairedBy, chairedByHead })
  const changed = await recordAct(work, row, {
    action: 'call-dialogue', on: work.today, detail: { on, at, notifiedOn, ...(inTime === null ? {} : { inTime }), chairedByHead, ...(whyNotHead === null ? {} : { because: whyNotHead }) }, isShown: true,
  })
  return { version: changed, made: [] }
}

/** By when the parties of a dialogue on that day have to be told; null where no rule says so. */
export async function lastDayToNotify(work: Work, on: PlainDate): Promise<PlainDate | null> {
  const rule = (await loadRules(work)).ruleOn('complaint', 'dialogue-notice', on)
  return rule === undefined ? null : dueOn({ rule, start: on }, work.calendar)
}

/** The first day for which a notice of that day is early enough. */
async function earliestDay(work: Work, notifiedOn: PlainDate): Promise<PlainDate> {
  let day = notifiedOn
  for (let last = await lastDayToNotify(work, day); last !== null && last < notifiedOn; last = await lastDayToNotify(work, day)) day = addDays(day, 1)
  return day
}

async function needsHead(work: Work, { id, unitId, peopleCount }: CaseRow, on: PlainDate): Promise<boolean> {
  const kind = (await loadDirectory(work.db)).unitOn(unitId, work.today)?.kind
  const unit = kind === 'department' ? 'department' : kind === 'province' || kind === 'central-city' ? 'province' : 'other'
  return headInPerson({ on, unit, peopleCount, grounds: await complexityOf(work, id) })
}

/** On which grounds the matter was declared complex. */
async function complexityOf(work: Work, id: CaseId): Promise<ComplexityGround[]> {
  const declared = (await decisionStore(work.db).list(id)).filter(({ action, signedOn }) => action === 'declare-complex' && signedOn !== null)
  const said = declared.flatMap(({ fields }) => (Array.isArray(fields['grounds']) ? (fields['grounds'] as unknown[]) : []))
  return COMPLEXITY_GROUNDS.filter((ground) => said.includes(ground))
}
