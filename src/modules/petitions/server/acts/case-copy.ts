import type { UnitId } from '#kernel/ids.ts'
import { newId } from '#platform/server/uuid.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory } from '#modules/organisations/server/index.ts'
import type { CaseId } from '../../domain/case.ts'
import { attachmentStore } from '../attachment-store.ts'
import type { CaseRow } from '../case-store.ts'
import type { CaseToOpen } from '../open-case.ts'
import { partyStore, type SealedParty } from '../party-store.ts'

/** The people of a case as they stand in one that follows it; who withdrew stays behind. */
export async function partiesOf(work: Work, row: Pick<CaseRow, 'id'>): Promise<SealedParty[]> {
  const store = partyStore(work.db)
  const [listed, sealed] = [await store.list(row.id), await store.listSealed(row.id)] // both in the order of their places
  return sealed.filter((_, at) => listed[at]?.withdrawnOn === null)
}

/** The unit in whose register what follows a case is put: the one that carries its unit's business today. */
export async function registerOf(work: Work, { unitId }: Pick<CaseRow, 'unitId'>): Promise<UnitId> {
  return currentHolder(await loadDirectory(work.db), unitId, work.today) ?? unitId
}

/** What is known of the matter, for a case of another unit or another instance. */
export function matterOf(row: CaseRow): NonNullable<CaseToOpen['more']> {
  return {
    language: row.language, topic_code: row.topicCode, against: row.against, decision_against: row.decisionAgainst, decision_known_on: row.decisionKnownOn, place_unit_id: row.placeUnitId,
    place_note: row.placeNote, is_remote: row.isRemote, people_count: row.peopleCount, is_anonymous: row.isAnonymous, instance: row.instance, prior: row.prior, prior_body: row.priorBody,
  }
}

/** The citizen's own files belong to the new case as well: the same bytes, named once more. */
export async function linkAttachments(work: Work, from: CaseId, to: CaseId): Promise<void> {
  const store = attachmentStore(work.db)
  for (const { fileId, fromCitizen, shownToCitizen, note, addedBy } of await store.list(from)) {
    if (fromCitizen) await store.add({ id: newId<'petition-attachment'>(), caseId: to, fileId, fromCitizen, shownToCitizen, note, addedBy })
  }
}
