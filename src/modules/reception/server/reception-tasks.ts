import { unitsWhere } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { registersOf } from '../domain/access.ts'
import { owedStore } from './owed-store.ts'
import { loadTerms, type TermStep } from './terms.ts'

/** As "Việc của tôi" takes it (plans knows nothing of this module, nor this module of plans). */
interface ReceptionTask {
  readonly kind: 'answer-visits' | 'post-reception-days'
  readonly title: string
  readonly because: string
  readonly unitName: string | null
  readonly dueOn: PlainDate | null
  readonly link: string
}

const TITLES = { reply: 'lượt tiếp công dân chờ trả lời', 'refusal-notice': 'lượt từ chối tiếp chờ thông báo bằng văn bản' } as const

/** What reception adds to "Việc của tôi": whoever came and waits for an answer, days of reception to be put up. */
export async function receptionTasks(work: Work): Promise<ReceptionTask[]> {
  const [receiving, scheduling] = [unitsWhere(work.actor, 'reception.receive'), unitsWhere(work.actor, 'reception.schedule')]
  if (receiving.size === 0 && scheduling.size === 0) return []
  const [directory, terms, store] = [await loadDirectory(work.db), await loadTerms(work), owedStore(work.db)]
  const common = (unitId: UnitId, step: TermStep, firstOn: PlainDate) => {
    const dueOn = terms.deadlineFrom(step, firstOn)?.due ?? null
    return { dueOn, because: dueOn === null ? '' : `Hạn gần nhất ${formatDate(dueOn)}`, unitName: directory.nameOn(unitId, work.today) ?? '' }
  }
  const { units, denunciationUnits } = registersOf(work.actor)
  const own = (all: ReadonlySet<UnitId>) => new Set([...all].filter((unitId) => receiving.has(unitId)))
  const owed = await store.countOwed({ units: own(units), denunciationUnits: own(denunciationUnits) })
  const unposted = await store.countUnposted(scheduling, work.today)
  return [
    ...owed.map(({ unitId, step, count, firstOn }): ReceptionTask => ({
      kind: 'answer-visits', title: `${count} ${TITLES[step]}`, ...common(unitId, step, firstOn), link: `/tiep-cong-dan/so?tab=to-answer&unitId=${unitId}`,
    })),
    ...unposted.map(({ unitId, count, firstOn }): ReceptionTask => ({
      kind: 'post-reception-days', title: `${count} ngày tiếp công dân chưa niêm yết`, ...common(unitId, 'schedule-posted', firstOn), link: `/tiep-cong-dan/lich?don-vi=${unitId}&thang=${firstOn.slice(0, 7)}`,
    })),
  ]
}
