import type { InferResult } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { CaseId } from '../domain/case.ts'
import type { DialogueId, PetitionTables, QuestionId } from './tables.ts'

function dialoguesIn(database: Db) {
  return database.$extendTables<PetitionTables>().selectFrom('petitions.dialogue').select([
    'id', 'case_id as caseId', 'on_date as on', 'at_time as at', 'place', 'notified_on as notifiedOn', 'chaired_by as chairedBy', 'chaired_by_head as chairedByHead', 'held', 'attended', 'minutes',
  ])
}

export type DialogueRow = InferResult<ReturnType<typeof dialoguesIn>>[number]
export interface QuestionRow { readonly id: QuestionId; readonly askedOn: PlainDate; readonly askedBy: string; readonly question: string; readonly answer: string | null; readonly answeredAt: string | null }
export interface ReplyRow { readonly id: Id<'petition-reply'>; readonly on: PlainDate; readonly number: string; readonly fromBody: string; readonly summary: string }

/** Dialogues, questions to the citizen, and what other bodies replied. */
export function actStore(database: Db) {
  const db = database.$extendTables<PetitionTables>()
  const dialogues = dialoguesIn(database)
  return {
    listDialogues: (caseId: CaseId): Promise<DialogueRow[]> => dialogues.where('case_id', '=', caseId).orderBy('on_date').orderBy('id').execute(),
    findDialogue: (caseId: CaseId, id: DialogueId): Promise<DialogueRow | undefined> => dialogues.where('case_id', '=', caseId).where('id', '=', id).executeTakeFirst(),
    async addDialogue({ id, caseId, on, at, place, notifiedOn, chairedBy, chairedByHead }: Omit<DialogueRow, 'held' | 'attended' | 'minutes'>): Promise<void> {
      await db.insertInto('petitions.dialogue').values({
        id, case_id: caseId, on_date: on, at_time: at, place, notified_on: notifiedOn, chaired_by: chairedBy, chaired_by_head: chairedByHead, held: null, attended: null, minutes: null,
      }).execute()
    },
    async closeDialogue(id: DialogueId, { held, attended, minutes }: Pick<DialogueRow, 'held' | 'attended' | 'minutes'>): Promise<void> {
      await db.updateTable('petitions.dialogue').set({ held, attended, minutes }).where('id', '=', id).execute()
    },
    listQuestions: (caseId: CaseId): Promise<QuestionRow[]> => db.selectFrom('petitions.question').where('case_id', '=', caseId)
      .select(['id', 'asked_on as askedOn', 'asked_by as askedBy', 'question', 'answer', 'answered_at as answeredAt']).orderBy('asked_on').orderBy('id').execute(),
    async addQuestion(caseId: CaseId, { id, askedOn, askedBy, question }: Omit<QuestionRow, 'answer' | 'answeredAt'>): Promise<void> {
      await db.insertInto('petitions.question').values({ id, case_id: caseId, asked_on: askedOn, asked_by: askedBy, question, answer: null, answered_at: null }).execute()
    },
    /** Once: false where it was answered before. */
    async answerQuestion(caseId: CaseId, id: QuestionId, { answer, at }: { readonly answer: string; readonly at: string }): Promise<boolean> {
      const { numUpdatedRows } = await db.updateTable('petitions.question').set({ answer, answered_at: at }).where('case_id', '=', caseId).where('id', '=', id).where('answered_at', 'is', null).executeTakeFirst()
      return numUpdatedRows > 0n
    },
    listReplies: (caseId: CaseId): Promise<ReplyRow[]> => db.selectFrom('petitions.reply').where('case_id', '=', caseId)
      .select(['id', 'on_date as on', 'number', 'from_body as fromBody', 'summary']).orderBy('on_date').orderBy('id').execute(),
    async addReply(caseId: CaseId, { id, on, number, fromBody, summary }: ReplyRow): Promise<void> {
      await db.insertInto('petitions.reply').values({ id, case_id: caseId, on_date: on, number, from_body: fromBody, summary }).execute()
    },
    /** What citizens and officers wrote in words goes with the citizen's data. */
    async forget(caseId: CaseId): Promise<void> {
      await db.deleteFrom('petitions.question').where('case_id', '=', caseId).execute()
      await db.updateTable('petitions.dialogue').set({ minutes: null }).where('case_id', '=', caseId).execute()
      await db.updateTable('petitions.reply').set({ summary: '' }).where('case_id', '=', caseId).execute()
    },
  }
}
