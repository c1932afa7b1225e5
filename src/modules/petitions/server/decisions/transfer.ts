import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, governingBodyOf, loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import type { DECISION_FIELDS } from '../../contract-decisions.ts'
import type { CaseId } from '../../domain/case.ts'
import { transferFault } from '../../domain/transfer-rules.ts'
import { linkAttachments, matterOf, partiesOf } from '../acts/case-copy.ts'
import type { CaseRow } from '../case-store.ts'
import { openCase } from '../open-case.ts'
import { tellUnit } from '../tell-people.ts'
import { requireSorted, type EffectOf } from './effect.ts'
import { transferChain, unitAboveBoth } from './transfer-chain.ts'

type Fields = z.output<typeof DECISION_FIELDS.transfer>

/**
 * Passed on to who has to act: within the system a case of its own in the receiving unit's register, received the day it is recorded there, with its own
 * terms, the people and the citizen's files; outside it only the letter goes.
 */
export const transferEffect: EffectOf<Fields> = async (work, row, { toUnitId, toBody, isMisdirected }, on) => {
  requireSorted(row)
  if (row.competent !== false) throw new Refusal('conflict', 'petitions.transfer_of_own')
  const directory = await loadDirectory(work.db)
  const to = toUnitId === null ? null : receiverOf(work, directory, toUnitId as UnitId)
  await requireNoPingPong(work, directory, row, { to: to ?? toBody ?? '', isReturn: isMisdirected })
  const unit = to === null ? undefined : directory.unitOn(to, work.today)
  return {
    patch: { triaged_on: on, triaged_as: 'transfer', to_unit_id: to, to_body: toBody }, detail: { body: unit === undefined ? toBody : governingBodyOf(unit), isReturn: isMisdirected },
    async carryOut() {
      if (to !== null) await openAtReceiver(work, row, to)
    },
  }
}

function receiverOf(work: Work, directory: Directory, unitId: UnitId): UnitId {
  if (directory.unitOn(unitId, work.today) === undefined) throw new Refusal('invalid', 'petitions.no_such_unit', { field: 'toUnitId' })
  return unitId
}

async function requireNoPingPong(work: Work, directory: Directory, row: CaseRow, { to, isReturn }: { readonly to: string; readonly isReturn: boolean }): Promise<void> {
  const from = currentHolder(directory, row.unitId, work.today) ?? row.unitId
  const chain = await transferChain(work, directory, row)
  const sender = chain.at(-1)?.from
  const aboveBoth = sender === undefined ? null : unitAboveBoth(directory, work, from, sender)
  const fault = transferFault({ kind: row.kind, chain, from, to, isReturn, aboveBoth })
  if (fault === null) return
  const above = aboveBoth === null ? undefined : directory.unitOn(aboveBoth, work.today)
  throw new Refusal('conflict', `petitions.${fault}`, { field: 'toUnitId', above: above === undefined ? '' : governingBodyOf(above) })
}

async function openAtReceiver(work: Work, row: CaseRow, unitId: UnitId): Promise<void> {
  const made = await openCase(work, {
    unitId, kind: row.kind, channel: 'transferred', receivedOn: work.today, title: row.title, content: row.content, parties: await partiesOf(work, row),
    origin: { id: row.id, link: 'transfer', matterId: row.matterId }, more: matterOf(row),
  })
  const id = made.id as CaseId
  await linkAttachments(work, row.id, id)
  await tellUnit(work, { ...made, id, unitId, kind: row.kind }, 'transferred_in', 'petitions.triage')
}
