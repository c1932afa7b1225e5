import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { SYSTEM } from '#platform/server/system-actor.ts'
import { runWork, type WorkContext } from '#platform/server/work.ts'
import { headTitleOf, loadDirectory, tierOf } from '#modules/organisations/server/index.ts'
import { keepCases } from '#modules/petitions/server/keep-cases.ts'
import type { DemonstrationPeople } from '../demonstration-people.ts'
import { openCast, type OtherUnit } from './cast.ts'
import { tellComplaints } from './complaints.ts'
import { datedAsPlayed } from './dates.ts'
import { DESKS, type Desk } from './desks.ts'
import { tellDenunciations } from './denunciations.ts'
import { tellHotSpot } from './hot-spot.ts'
import { tellOrdinaryLetters } from './ordinary.ts'
import { PLACES } from './places.ts'
import { keepReceipts } from './receipts.ts'
import { playSteps } from './stage.ts'
import { tellReception } from './visits.ts'
import { tellWishes } from './wishes.ts'

/** The letters and visits of citizens up to today, by the very use cases of the desk and the portal; then what is too old is forgotten, as every night. */
export async function seedLettersAndVisits(context: WorkContext, people: DemonstrationPeople, today: PlainDate): Promise<void> {
  const cast = openCast(today, await context.calendar(context.db), await otherUnits(context.db, people, today))
  const group = tellHotSpot(cast)
  tellComplaints(cast)
  tellWishes(cast)
  tellDenunciations(cast)
  tellOrdinaryLetters(cast)
  tellReception(cast, group)
  await playSteps(context, people, cast.steps, today)
  await datedAsPlayed(context.db)
  await runWork(context, { actor: SYSTEM, requestId: null }, keepCases)
  await keepReceipts(context.db, cast.receipts)
}

/** Every other unit of the day that receives citizens, by whoever is its focal officer. */
async function otherUnits(db: Db, { receives }: DemonstrationPeople, today: PlainDate): Promise<readonly OtherUnit[]> {
  const directory = await loadDirectory(db)
  const known = new Set<UnitId>(Object.values(DESKS).map(({ unitId }) => unitId))
  return [...receives].flatMap(([unitId, login]): OtherUnit[] => {
    const unit = directory.unitOn(unitId, today)
    if (unit === undefined || known.has(unitId)) return []
    const post = headTitleOf(unit)
    const called = `${unit.name.charAt(0).toLocaleLowerCase('vi')}${unit.name.slice(1)}`
    const isCommune = tierOf(unit.kind) === 'commune'
    const desk: Desk = { unitId, receives: login, sorts: login, resolves: login, denunciations: login, signs: login, head: isCommune ? `Chủ tịch UBND ${called}` : `${post} ${unit.name}`, post }
    return [{ desk, isCommune, place: isCommune ? { unitId, called } : PLACES.lamVien }]
  })
}
