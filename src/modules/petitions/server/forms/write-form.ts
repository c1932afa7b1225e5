import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { OfficialDocument } from '#platform/server/official-document/official-document.ts'
import type { Work } from '#platform/server/work.ts'
import { demonstrationMark } from '#modules/documents/server/index.ts'
import { governingBodyOf, loadDirectory } from '#modules/organisations/server/index.ts'
import { PrepareDecision } from '../../contract-decisions.ts'
import type { CaseId } from '../../domain/case.ts'
import type { CaseRow } from '../case-store.ts'
import { decisionStore, type DecisionRow } from '../decision-store.ts'
import { loadCase } from '../load-case.ts'
import { partyStore } from '../party-store.ts'
import type { DecisionId } from '../tables.ts'
import { acceptanceNotice, takingUpNotice } from './acceptance.ts'
import { acceptanceProposal, filingNotice, filingProposal, guidanceSlip, returnLetter, transferSlip } from './at-the-door.ts'
import { FORM_KINDS, formOf, proposalOf, type FormKind, type FormName } from './form-kinds.ts'
import { boxesOf, issuerOf, signatureOf, type Issuer } from './form-paper.ts'
import { formSource, sealed } from './form-source.ts'
import { resolutionTerm, suspendedBefore } from './form-terms.ts'
import type { FormSource, FormText } from './form-text.ts'
import { answerLetter, complaintDecision, denunciationConclusion } from './outcome.ts'
import { refusalNotice } from './refusal.ts'
import { extensionNotice, resumptionDecision, suspensionDecision, terminationDecision, urgingLetter, verificationDecision } from './under-way.ts'

export interface WrittenForm { readonly document: OfficialDocument; /** The file's name, which never says whom it is about. */ readonly file: string }

/** A decision on its form, filled from the case; until it is signed marked as a draft, with the model it follows. `proposal`: the note that goes with it to the head. */
export async function writeDecision(work: Work, id: CaseId, decisionId: DecisionId, paper: 'decision' | 'proposal'): Promise<WrittenForm> {
  const row = await loadCase(work, id)
  const decision = await decisionStore(work.db).find(id, decisionId)
  const said = PrepareDecision.safeParse({ action: decision?.action, fields: decision?.fields })
  if (decision === undefined || !said.success) throw new Refusal('not_found', 'petitions.no_such_decision')
  const form = paper === 'proposal' ? proposalOf(said.data) : formOf(said.data, row.kind)
  if (form === null) throw new Refusal('not_found', 'petitions.no_proposal')
  const on = decision.signedOn ?? work.today
  const issuer = await issuerOf(work, await loadDirectory(work.db), row.unitId, on)
  const since = decision.action === 'resume' && decision.signedOn !== null ? await suspendedBefore(work, row, decision.signedOn) : row.suspendedSince
  const source = await formSource(work, { ...row, suspendedSince: since }, issuer, { on, preparedName: decision.preparedName, term: await resolutionTerm(work, row, decision) })
  const parties = row.kind === 'denunciation' ? await partyStore(work.db).list(id) : []
  const text = textOf(form, source, sealed(parties, said.data), await receiverOf(work, row))
  return { document: await onPaper(work, { form, issuer, text, decision: paper === 'proposal' ? { ...decision, number: null, signedOn: null, signerName: null } : decision }), file: fileOf(form, row) }
}

/** A form on the paper of its unit. */
export async function onPaper(work: Work, { form, issuer, text, decision }: { readonly form: FormName; readonly issuer: Issuer; readonly text: FormText; readonly decision: Pick<DecisionRow, 'number' | 'signedOn' | 'signerName' | 'signerPost'> | null }): Promise<OfficialDocument> {
  const isDraft = decision !== null && decision.signedOn === null
  const demonstration = (await demonstrationMark(work)).mark
  const marks = [...(isDraft ? ['DỰ THẢO'] : []), ...(demonstration === undefined ? [] : [demonstration])]
  const { model } = FORM_KINDS[form]
  const signer = decision?.signerName == null ? null : { name: decision.signerName, post: decision.signerPost ?? issuer.headTitle }
  return {
    ...boxesOf(form, issuer), number: decision?.number ?? null, issuedOn: decision?.signedOn ?? null, archive: null, annexes: [], signature: signatureOf(form, issuer, signer), ...text, subject: aboutWhat(form, text.subject),
    ...(marks.length === 0 ? {} : { mark: marks.join(' - ') }), ...(isDraft ? { foot: `Bản dự thảo. Mẫu: ${model.text}` } : {}),
  }
}

/** Trích yếu of a decision or a notice says "Về việc". */
function aboutWhat(form: FormName, subject: string): string {
  const { type, named }: FormKind = FORM_KINDS[form]
  return named === undefined && (type === 'quyet_dinh' || type === 'thong_bao') ? `Về việc ${subject.charAt(0).toLocaleLowerCase('vi')}${subject.slice(1)}` : subject
}

export function fileOf(form: FormName, { number, year }: Pick<CaseRow, 'number' | 'year'>): string {
  return `${FORM_KINDS[form].file}-${number}-${year}`
}

interface Receiver { nameOf(unitId: string): string; /** To whom it was passed on, and when. */ readonly name: string; readonly passedOn: PlainDate | null }

async function receiverOf(work: Work, { toUnitId, toBody, triagedOn }: CaseRow): Promise<Receiver> {
  const directory = await loadDirectory(work.db)
  const nameOf = (unitId: string) => {
    const unit = directory.unitOn(unitId as UnitId, work.today)
    return unit === undefined ? directory.nameOn(unitId as UnitId, work.today) ?? '' : governingBodyOf(unit)
  }
  return { nameOf, name: toUnitId === null ? toBody ?? '' : nameOf(toUnitId), passedOn: triagedOn }
}

function textOf(form: FormName, source: FormSource, decision: PrepareDecision, to: Receiver): FormText {
  switch (decision.action) {
    case 'accept': return form === 'acceptance-proposal' ? acceptanceProposal(source, decision.fields) : form === 'taking-up' ? takingUpNotice(source, decision.fields) : acceptanceNotice(source, decision.fields)
    case 'refuse': return refusalNotice(source, decision.fields)
    case 'guide': return guidanceSlip(source, decision.fields)
    case 'transfer': {
      const { toUnitId, toBody, because, isMisdirected } = decision.fields
      const receiverName = toUnitId === null ? toBody ?? '' : to.nameOf(toUnitId)
      return isMisdirected ? returnLetter(source, { to: receiverName, because }) : transferSlip(source, { to: receiverName, because })
    }
    case 'file': return form === 'filing-proposal' ? filingProposal(source, decision.fields) : filingNotice(source, decision.fields)
    case 'verify': return verificationDecision(source, decision.fields)
    case 'declare-complex': case 'extend': return extensionNotice(source, decision.fields)
    case 'suspend': return suspensionDecision(source, decision.fields)
    case 'resume': return resumptionDecision(source, decision.fields)
    case 'terminate': return terminationDecision(source, decision.fields)
    case 'conclude': return source.kind === 'complaint' ? complaintDecision(source, decision.fields) : source.kind === 'denunciation' ? denunciationConclusion(source, decision.fields) : answerLetter(source, decision.fields)
    case 'urge': return urgingLetter(source, { ...decision.fields, to: to.name, passedOn: to.passedOn })
  }
}
