import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { OfficialDocument } from '#platform/server/official-document/official-document.ts'
import type { Work } from '#platform/server/work.ts'
import { demonstrationMark, letterhead, placeOf } from '#modules/documents/server/index.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'

type Boxes = Pick<OfficialDocument, 'superior' | 'issuer' | 'bodySign' | 'place' | 'signature' | 'mark' | 'addressees' | 'grounds' | 'recipients' | 'archive' | 'annexes'>

/** The boxes that every paper of the unit shares, as of a day. */
export async function unitPaper(work: Work, unitId: UnitId, on: PlainDate): Promise<Boxes> {
  const directory = await loadDirectory(work.db)
  return {
    ...(await letterhead(work, directory, unitId, on)), place: placeOf(directory, work, unitId, on), addressees: [], grounds: [], recipients: [], archive: null, annexes: [], ...(await demonstrationMark(work)),
  }
}
