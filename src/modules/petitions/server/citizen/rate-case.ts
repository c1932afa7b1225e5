import { createHash, randomBytes } from 'node:crypto'
import { Refusal } from '#kernel/refusal.ts'
import { newId } from '#platform/server/uuid.ts'
import type { Work } from '#platform/server/work.ts'
import { LIMITS } from '../../contract.ts'
import type { CaseId } from '../../domain/case.ts'
import { caseStore, type CaseRow } from '../case-store.ts'
import { linkAttachments, matterOf, partiesOf, registerOf } from '../acts/case-copy.ts'
import { openCase } from '../open-case.ts'
import { outcomeStore, type RatingRow } from '../outcome-store.ts'
import { findRow } from './citizen-case.ts'
import { CITIZEN, recordEvent } from '../record-event.ts'
import { tellUnit } from '../tell-people.ts'

/** From this score down the citizen is asked whether the case should be looked at again. */
const BAD = 2

/** A one-time link by which the outcome is rated; only its hash is kept. Returns what the link says. */
export async function makeRatingToken(work: Work, caseId: CaseId): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await outcomeStore(work.db).offerRating(caseId, hashOf(token), work.today)
  return token
}

/** For who holds the receipt and got no message: a one-time link of her own, where the case has ended and was not rated. */
export async function offerRatingTo(work: Work, typedCode: string): Promise<string> {
  const row = await findRow(work, typedCode)
  if (row === undefined) throw new Refusal('not_found', 'petitions.no_such_code', { field: 'code' })
  const rating = await outcomeStore(work.db).findRating(row.id)
  if (!isRateable(row) || (rating !== undefined && rating.ratedAt !== null)) throw new Refusal('conflict', 'petitions.rated_before')
  return makeRatingToken(work, row.id)
}

/** Once there is an outcome, whatever becomes of it afterwards. */
export function isRateable({ endedHow }: Pick<CaseRow, 'endedHow'>): boolean {
  return endedHow === 'decided' || endedHow === 'answered'
}

export interface RatedCase { readonly row: CaseRow; readonly rating: RatingRow; readonly mayReopen: boolean }

/** Undefined for a link that never was or is void. */
export async function findRating(work: Work, token: string): Promise<RatedCase | undefined> {
  const rating = await outcomeStore(work.db).findRatingByToken(hashOf(token))
  const row = rating === undefined ? undefined : await caseStore(work.db).find(rating.caseId)
  if (rating === undefined || row === undefined || row.purgedOn !== null) return undefined
  return { row, rating, mayReopen: rating.score !== null && rating.score <= BAD && !rating.wantsReopening && (row.kind === 'feedback' || row.kind === 'recommendation') }
}

export async function rateCase(work: Work, token: string, { score, comment }: { readonly score: number; readonly comment: string }): Promise<RatedCase> {
  const rated = await findRating(work, token)
  if (rated === undefined) throw new Refusal('not_found', 'petitions.no_such_rating')
  if (!Number.isInteger(score) || score < 1 || score > 5) throw new Refusal('invalid', 'petitions.score_missing', { field: 'score' })
  if (comment.length > LIMITS.note) throw new Refusal('invalid', 'petitions.text_too_long', { field: 'comment', most: LIMITS.note, length: comment.length })
  const isFirst = await outcomeStore(work.db).rate(rated.row.id, { score, comment: comment.trim() === '' ? null : comment.trim(), wantsReopening: false, at: work.now })
  if (!isFirst) throw new Refusal('conflict', 'petitions.rated_before')
  await recordEvent(work, rated.row.id, { kind: 'rated', detail: { score }, shownToCitizen: true, by: CITIZEN })
  const now = await findRating(work, token)
  if (now === undefined) throw new Refusal('not_found', 'petitions.no_such_rating')
  return now
}

/** A bad rating opens the case again: a new case in the same register, linked to the first, with its own term. Once. */
export async function reopenByCitizen(work: Work, token: string, because: string): Promise<{ readonly code: string }> {
  const rated = await findRating(work, token)
  if (rated === undefined) throw new Refusal('not_found', 'petitions.no_such_rating')
  if (!rated.mayReopen) throw new Refusal('conflict', rated.rating.wantsReopening ? 'petitions.reopened_before' : 'petitions.not_to_be_reopened')
  const said = because.trim()
  if (said === '') throw new Refusal('invalid', 'petitions.reason_missing', { field: 'because' })
  if (said.length > LIMITS.note) throw new Refusal('invalid', 'petitions.text_too_long', { field: 'because', most: LIMITS.note, length: said.length })
  const { row } = rated
  await outcomeStore(work.db).wantReopening(row.id)
  const made = await openCase(work, {
    id: newId<'petition-case'>(), unitId: await registerOf(work, row), kind: row.kind, channel: 'portal', receivedOn: work.today, title: row.title, content: said, by: CITIZEN,
    parties: await partiesOf(work, row), origin: { id: row.id, link: 'reopened', matterId: row.matterId }, more: { ...matterOf(row), prior: 'settled-once' },
  })
  await linkAttachments(work, row.id, made.id as CaseId)
  await recordEvent(work, row.id, { kind: 'reopen', shownToCitizen: true, by: CITIZEN })
  const opened = await caseStore(work.db).find(made.id as CaseId)
  if (opened !== undefined) await tellUnit(work, opened, 'reopened', 'petitions.triage')
  return { code: made.code }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
