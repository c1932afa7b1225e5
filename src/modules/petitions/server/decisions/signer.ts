import { findGrant } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, headTitleOf, loadDirectory } from '#modules/organisations/server/index.ts'
import { appointmentsOf, signatoryOf } from '#modules/people/server/index.ts'
import type { CaseRow } from '../case-store.ts'
import type { Signing } from '../decision-store.ts'

/**
 * Who signs, as what and for whom: the position recorded under the signer's name; without one, the head's for the head of the unit, "Quyền …" for who acts as the
 * head, "Phó …" for anybody else who may decide. `post` is what the signer says instead.
 */
export async function signerOf(work: Work, { unitId }: Pick<CaseRow, 'unitId'>, { on, post }: { readonly on: PlainDate; readonly post: string | null }): Promise<Pick<Signing, 'signedBy' | 'signerName' | 'signerPost' | 'signedFor'>> {
  const grant = findGrant(work.actor, 'petitions.decide', unitId)
  if (grant === undefined) throw new Refusal('forbidden', 'http.not_allowed')
  const directory = await loadDirectory(work.db)
  const holder = currentHolder(directory, unitId, on) ?? unitId
  const unit = directory.unitOn(holder, on)
  const recorded = (await appointmentsOf(work, [holder], on)).find(({ name }) => name === work.actor.name)?.position
  const head = (await signatoryOf(work, holder, on))?.position ?? (unit === undefined ? 'Thủ trưởng đơn vị' : headTitleOf(unit))
  const usual = grant.onBehalfOf?.kind === 'acting' ? `Quyền ${head}` : grant.role === 'unit-head' && grant.onBehalfOf === null ? head : `Phó ${head}`
  return { signedBy: work.actor.id, signerName: work.actor.name, signerPost: post ?? recorded ?? usual, signedFor: grant.onBehalfOf?.name ?? null }
}
