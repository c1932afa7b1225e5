import { may } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { VisitRecord } from '../contract-visits.ts'
import { sightOf } from '../domain/access.ts'
import { identityEnd } from '../domain/person.ts'
import type { VisitId } from '../domain/visit.ts'
import { openIdentity } from './identity.ts'
import { loadVisits, owedOf, seenOf, type WholeVisit } from './shown-visits.ts'
import { loadTerms } from './terms.ts'
import { visitPartStore, type MatterRow, type VisitorRow } from './visit-part-store.ts'

/** For who may know of it; whether all of it, `sightOf` says. */
export async function getVisit(work: Work, id: VisitId): Promise<WholeVisit> {
  const [found] = await loadVisits(work, [id])
  if (found === undefined || sightOf(work.actor, found.visit) === 'nothing') throw new Refusal('not_found', 'reception.no_such_visit')
  return found
}

/** For who may see who came and why; anybody else is told that this is covered. */
export async function getOpenVisit(work: Work, id: VisitId): Promise<WholeVisit> {
  const found = await getVisit(work, id)
  if (sightOf(work.actor, found.visit) !== 'whole') throw new Refusal('forbidden', 'reception.visit_is_covered')
  return found
}

/** To change it: by who receives for the unit, and only what is open to them. */
export async function getVisitToChange(work: Work, id: VisitId): Promise<WholeVisit> {
  const found = await getOpenVisit(work, id)
  if (!may(work.actor, 'reception.receive', found.visit.unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  if (found.visit.purgedOn !== null) throw new Refusal('conflict', 'reception.purged_already')
  return found
}

export async function readVisit(work: Work, id: VisitId): Promise<VisitRecord> {
  const { visit, visitors, matters } = await getVisit(work, id)
  const directory = await loadDirectory(work.db)
  const isCovered = sightOf(work.actor, visit) !== 'whole'
  const seen = { ...seenOf(visit), unitName: directory.nameOn(visit.unitId, visit.on) ?? '', isCovered, version: visit.version, purgedOn: visit.purgedOn, dayId: visit.dayId, recordedName: visit.recordedName, recordedAt: visit.recordedAt }
  if (isCovered) return { ...seen, ...COVERED }
  if (visit.hasDenunciation) await work.recordRead('reception.visit', id)
  const mayChange = visit.purgedOn === null && may(work.actor, 'reception.receive', visit.unitId)
  const owed = owedOf({ visit, matters }, await loadTerms(work))
  return {
    ...seen, visitors: visitors.map((visitor) => shownVisitor(work, visitor)), matters: matters.map(shownMatter),
    refusal: visit.refusalGround === null ? null : { ground: visit.refusalGround, because: visit.refusalBecause ?? '', noticeNumber: visit.noticeNumber, noticeSignedOn: visit.noticeSignedOn },
    note: visit.note, toldOn: visit.toldOn, toldHow: visit.toldHow, owed, conclusion: visit.conclusion, conclusionBody: visit.conclusionBody, conclusionDueOn: visit.conclusionDueOn,
    files: await visitPartStore(work.db).listFiles(id), mayCorrect: mayChange, mayTell: mayChange && owed?.step === 'reply' && owed.doneOn === null,
    maySignNotice: mayChange && visit.refusalGround !== null && visit.noticeSignedOn === null,
  }
}

const COVERED = {
  visitors: [], matters: [], refusal: null, note: null, toldOn: null, toldHow: null, owed: null, conclusion: null, conclusionBody: null, conclusionDueOn: null, files: [],
  mayCorrect: false, mayTell: false, maySignNotice: false,
}

function shownMatter({ id, kind, content, isRepeat, priorBody, isCompetent, handling, guidance, handledBy, result, caseId, caseName }: MatterRow): VisitRecord['matters'][number] {
  return { id, kind, content, isRepeat, priorBody, isCompetent, handling, guidance, handledBy, result, caseId, caseName }
}

function shownVisitor(work: Work, visitor: VisitorRow): VisitRecord['visitors'][number] {
  const { id, role, name, address, phone, identityKind } = visitor
  const identity = openIdentity(work, visitor)
  return { id, role, name, address, phone, identityKind, identityEnd: identity === null ? null : identityEnd(identity.number) }
}
