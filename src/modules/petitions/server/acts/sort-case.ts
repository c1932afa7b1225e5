import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import type { Acted } from '../../contract-acts.ts'
import type { SortCase } from '../../contract-decisions.ts'
import { mayRead } from '../../domain/access.ts'
import type { CaseId } from '../../domain/case.ts'
import { instanceOf } from '../../domain/competence.ts'
import { clocksOnOtherCompetence, clocksOnSorting, type ClockEffects } from '../../domain/clock-effects.ts'
import { bandsOf } from '../case-text.ts'
import { caseStore, type CaseRow } from '../case-store.ts'
import { loadCaseFor } from '../load-case.ts'
import { requireKnown } from '../register-case.ts'
import { correctClocks } from '../run-clocks.ts'
import { registerOf } from './case-copy.ts'
import { recordAct } from './record-act.ts'

/** Says what the letter is, whether its conditions are met and whose it is. The right term runs from the day of receipt. */
export async function sortCase(work: Work, id: CaseId, sorted: z.output<typeof SortCase>): Promise<Acted> {
  const row = await loadCaseFor(work, id, sorted.version, 'sort')
  await requireKnown(work, { unitId: await registerOf(work, row), placeUnitId: sorted.placeUnitId, topicCode: sorted.topicCode, receivedOn: row.receivedOn })
  if (sorted.decisionKnownOn !== null && sorted.decisionKnownOn > row.receivedOn) throw new Refusal('invalid', 'petitions.decision_known_after', { field: 'decisionKnownOn' })
  await joinMatter(work, row, sorted.sameMatterAs as CaseId | null)
  if (sorted.isRemote !== row.isRemote) await correctClocks(work, row, { ...row, isRemote: sorted.isRemote })
  const { kind, topicCode, title, eligible, competent, isRemote, peopleCount, skipsLevel, prior } = sorted
  const version = await recordAct(work, { ...row, isRemote }, {
    action: 'sort', on: work.today, effects: effectsOf(row, sorted), isShown: false, detail: { kind, competent, eligible, ...(kind === row.kind ? {} : { before: row.kind }) },
    patch: {
      kind, topic_code: topicCode, title, eligible, competent, is_remote: isRemote, people_count: peopleCount, skips_level: skipsLevel, prior, prior_body: sorted.priorBody, sorted_on: work.today,
      place_unit_id: sorted.placeUnitId as UnitId | null, place_note: sorted.placeNote, decision_known_on: sorted.decisionKnownOn, instance: instanceOf({ ...row, kind, prior }), bands: bandsOf({ title, content: row.content }),
    },
  })
  if (kind === 'denunciation' && row.kind !== kind) await work.announce('petitions.found-to-denounce', { caseId: id })
  return { version, made: [] }
}

function effectsOf(row: CaseRow, { kind, competent }: Pick<z.output<typeof SortCase>, 'kind' | 'competent'>): ClockEffects {
  const [kinds, elsewhere, before] = [clocksOnSorting(row.kind, kind), clocksOnOtherCompetence(kind), clocksOnOtherCompetence(row.kind)]
  const passing = competent ? [] : elsewhere.starts
  const keeps = (step: { procedure: string; step: string }) => passing.some((each) => each.procedure === step.procedure && each.step === step.step)
  return { ...kinds, stops: [...kinds.stops, ...before.starts.filter((each) => !keeps(each))], starts: [...kinds.starts, ...passing] }
}

/** Found to be the same vụ việc as another case that the officer knows of: all its cases are one matter from now on. */
async function joinMatter(work: Work, row: CaseRow, otherId: CaseId | null): Promise<void> {
  if (otherId === null) return
  const store = caseStore(work.db)
  const other = await store.find(otherId)
  if (other === undefined || other.id === row.id || !mayRead(work.actor, other)) throw new Refusal('invalid', 'petitions.no_such_earlier_case', { field: 'sameMatterAs' })
  if (other.matterId !== row.matterId) await store.joinMatters(row.matterId, other.matterId)
}
