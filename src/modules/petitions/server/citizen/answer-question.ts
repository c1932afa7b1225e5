import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { LIMITS } from '../../contract.ts'
import { actStore } from '../act-store.ts'
import { CITIZEN, recordEvent } from '../record-event.ts'
import type { QuestionId } from '../tables.ts'
import { tellUnit } from '../tell-people.ts'
import { chainFrom, findRow } from './citizen-case.ts'

/** Who holds the receipt answers what the unit asked, once; the unit hears that there is an answer. */
export async function answerQuestion(work: Work, typedCode: string, questionId: QuestionId, answer: string): Promise<void> {
  const text = answer.trim()
  if (text === '') throw new Refusal('invalid', 'petitions.answer_missing', { field: 'answer' })
  if (text.length > LIMITS.content) throw new Refusal('invalid', 'petitions.text_too_long', { field: 'answer', most: LIMITS.content, length: text.length })
  const first = await findRow(work, typedCode)
  if (first === undefined) throw new Refusal('not_found', 'petitions.no_such_code', { field: 'code' })
  const acts = actStore(work.db)
  for (const row of await chainFrom(work, first)) {
    const question = (await acts.listQuestions(row.id)).find(({ id }) => id === questionId)
    if (question === undefined) continue
    const isFirst = await acts.answerQuestion(row.id, questionId, { answer: text, at: work.now })
    if (!isFirst) throw new Refusal('conflict', 'petitions.question_answered')
    await recordEvent(work, row.id, { kind: 'answered-question', shownToCitizen: true, by: CITIZEN })
    await tellUnit(work, row, 'answered', 'petitions.triage')
    return
  }
  throw new Refusal('not_found', 'petitions.no_such_question')
}
