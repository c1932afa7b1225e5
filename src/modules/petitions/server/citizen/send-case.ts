import { randomUUID } from 'node:crypto'
import { storeFile } from '#platform/server/files.ts'
import { newId } from '#platform/server/uuid.ts'
import type { Work } from '#platform/server/work.ts'
import type { Registered, SaveParty } from '../../contract.ts'
import type { CaseId } from '../../domain/case.ts'
import { attachmentStore } from '../attachment-store.ts'
import { CITIZEN } from '../record-event.ts'
import { registerCase, type CaseToRegister } from '../register-case.ts'
import { tellUnit } from '../tell-people.ts'
import { caseStore } from '../case-store.ts'

type AskedOfCitizen = 'unitId' | 'kind' | 'topicCode' | 'title' | 'content' | 'decisionAgainst' | 'decisionKnownOn' | 'placeUnitId' | 'placeNote' | 'peopleCount'
export interface CaseToSend extends Pick<CaseToRegister, AskedOfCitizen> {
  readonly language: 'vi' | 'en'
  readonly sender: Pick<SaveParty, 'name' | 'address' | 'phone' | 'email' | 'wantsMessages' | 'identity'>
  /** Vetted already; each read only when it is kept. */
  readonly files: readonly { readonly name: string; readonly bytes: () => Promise<Uint8Array> }[]
}

/** What a citizen sent through the portal becomes a case of the unit, with its files; who sorts there hears of it. */
export async function sendCase(work: Work, { sender, files, ...sent }: CaseToSend): Promise<Registered> {
  const made = await registerCase(work, {
    ...sent, channel: 'portal', receivedOn: work.today, confirmsOldDate: false, against: null, isRemote: false, isAnonymous: false, prior: 'none', priorBody: null, fromBody: null, repeatOf: null,
    once: randomUUID(), parties: [{ role: 'sender', isOrganisation: false, sameAs: null, ...sender }],
  })
  const id = made.id as CaseId
  for (const { name, bytes } of files) {
    const { id: fileId } = await storeFile(work, await bytes(), name)
    await attachmentStore(work.db).add({ id: newId<'petition-attachment'>(), caseId: id, fileId, fromCitizen: true, shownToCitizen: false, note: null, addedBy: CITIZEN.name })
  }
  await work.announce('petitions.sent', { caseId: id })
  const row = await caseStore(work.db).find(id)
  if (row !== undefined) await tellUnit(work, row, 'received', 'petitions.triage')
  return made
}
