import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { CaseId, Channel } from '../../domain/case.ts'
import { actStore } from '../act-store.ts'
import { attachmentStore } from '../attachment-store.ts'
import { eventStore } from '../event-store.ts'
import { loadCase } from '../load-case.ts'
import type { DialogueId } from '../tables.ts'
import { issuerOf } from './form-paper.ts'
import { formSource } from './form-source.ts'
import { triageTerm } from './form-terms.ts'
import { dialogueInvitation, dialogueMinutes, receiptSlip } from './letters.ts'
import { fileOf, onPaper, type WrittenForm } from './write-form.ts'

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  portal: 'qua cổng thông tin', reception: 'tại nơi tiếp công dân', post: 'qua dịch vụ bưu chính', hand: 'nộp trực tiếp', email: 'qua thư điện tử', hotline: 'qua đường dây nóng', transferred: 'do cơ quan khác chuyển đến',
}

/** What who handed a letter in takes home. */
export async function writeReceipt(work: Work, id: CaseId): Promise<WrittenForm> {
  const row = await loadCase(work, id)
  const issuer = await issuerOf(work, await loadDirectory(work.db), row.unitId, row.receivedOn)
  const received = (await eventStore(work.db).list(id)).find(({ kind }) => kind === 'received')
  const source = await formSource(work, row, issuer, { on: row.receivedOn, preparedName: received?.byName ?? '', term: await triageTerm(work, row) })
  const files = (await attachmentStore(work.db).list(id)).filter(({ fromCitizen }) => fromCitizen).map(({ name }) => name)
  const text = receiptSlip(source, { files, receivedBy: row.channel === 'portal' ? '' : received?.byName ?? '', channel: CHANNEL_WORDS[row.channel] })
  return { document: { ...await onPaper(work, { form: 'receipt', issuer, text, decision: null }), number: row.number, issuedOn: row.receivedOn }, file: fileOf('receipt', row) }
}

/** The invitation to a dialogue, and its minutes: an empty form before it, filled after. */
export async function writeDialoguePaper(work: Work, id: CaseId, dialogueId: DialogueId, form: 'invitation' | 'minutes'): Promise<WrittenForm> {
  const row = await loadCase(work, id)
  const dialogue = await actStore(work.db).findDialogue(id, dialogueId)
  if (dialogue === undefined) throw new Refusal('not_found', 'petitions.no_such_dialogue')
  const on = form === 'invitation' ? dialogue.notifiedOn : dialogue.on
  const issuer = await issuerOf(work, await loadDirectory(work.db), row.unitId, on)
  const source = await formSource(work, row, issuer, { on, preparedName: '', term: null })
  const text = form === 'invitation' ? dialogueInvitation(source, dialogue) : dialogueMinutes(source, dialogue)
  return { document: { ...await onPaper(work, { form, issuer, text, decision: null }), issuedOn: on }, file: fileOf(form, row) }
}
