import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { OfficialDocument, Signature } from '#platform/server/official-document/official-document.ts'
import { DOCUMENT_TYPES, documentNumber } from '#platform/server/official-document/document-types.ts'
import type { Work } from '#platform/server/work.ts'
import { letterhead, placeOf } from '#modules/documents/server/index.ts'
import { currentHolder, governingBodyOf, headTitleOf, tierOf, type Directory } from '#modules/organisations/server/index.ts'
import { signatoryOf } from '#modules/people/server/index.ts'
import { FORM_KINDS, type FormKind, type FormName } from './form-kinds.ts'

/** The unit as it issues papers on a day: the one that carries the business of the case's unit by then. */
export interface Issuer {
  readonly unitId: UnitId
  /** "Ủy ban nhân dân xã …", "Sở …". */
  readonly body: string
  /** "Chủ tịch Ủy ban nhân dân xã …", "Giám đốc Sở …". */
  readonly head: string
  readonly headTitle: string
  readonly headName: string | null
  readonly isCommittee: boolean
  readonly boxes: Awaited<ReturnType<typeof letterhead>>
  readonly place: string
}

export async function issuerOf(work: Work, directory: Directory, unitId: UnitId, on: PlainDate): Promise<Issuer> {
  const holder = currentHolder(directory, unitId, on) ?? unitId
  const unit = directory.unitOn(holder, on)
  const signatory = await signatoryOf(work, holder, on)
  const headTitle = signatory?.position ?? (unit === undefined ? 'Thủ trưởng đơn vị' : headTitleOf(unit))
  const body = unit === undefined ? directory.nameOn(holder, on) ?? '' : governingBodyOf(unit)
  return {
    unitId: holder, body, headTitle, headName: signatory?.name ?? null, head: headTitle.includes(body) ? headTitle : `${headTitle} ${body}`, isCommittee: unit !== undefined && tierOf(unit.kind) !== 'body',
    boxes: await letterhead(work, directory, holder, on), place: placeOf(directory, work, holder, on),
  }
}

/** Boxes 2 and 3: what the chair decides in person is issued by "Chủ tịch Ủy ban nhân dân …" with a sign of its own. */
export function boxesOf(form: FormName, issuer: Issuer): Pick<OfficialDocument, 'type' | 'named' | 'superior' | 'issuer' | 'bodySign' | 'place'> {
  const kind: FormKind = FORM_KINDS[form]
  const { superior, bodySign } = issuer.boxes
  const inPerson = kind.byHead && issuer.isCommittee
  return { type: kind.type, ...(kind.named === undefined ? {} : { named: kind.named }), superior: inPerson ? null : superior, issuer: inPerson ? issuer.head : issuer.body, bodySign: inPerson ? `CT${bodySign}` : bodySign, place: issuer.place }
}

/** Box 7: as the head, as acting head, or as another for the head; on behalf of the committee only what the head does not decide in person. */
export function signatureOf(form: FormName, { headTitle, headName, isCommittee }: Issuer, signer: { readonly post: string; readonly name: string } | null): Signature {
  const collective = isCommittee && !FORM_KINDS[form].byHead ? { onBehalfOf: 'Ủy ban nhân dân' } : {}
  if (signer === null) return { ...collective, position: headTitle, name: headName }
  if (signer.post === headTitle) return { ...collective, position: headTitle, name: signer.name }
  if (signer.post === `Quyền ${headTitle}`) return { ...collective, position: headTitle, isActing: true, name: signer.name }
  return { ...collective, by: [{ right: 'KT', position: headTitle }], position: signer.post, name: signer.name }
}

/** The number with its sign: the clerk may write "12", "12/QĐ-CTUBND", or what the office is used to. */
export function numberOf(form: FormName, issuer: Issuer, typed: string): string {
  if (!/^\d{1,6}$/.test(typed)) return typed
  const { type, named, bodySign } = boxesOf(form, issuer)
  return documentNumber(Number(typed), (named ?? DOCUMENT_TYPES[type]).abbreviation, bodySign)
}
