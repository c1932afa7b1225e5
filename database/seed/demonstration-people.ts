import type { Actor } from '#kernel/actor.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import { plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { SYSTEM } from '#platform/server/system-actor.ts'
import { newId } from '#platform/server/uuid.ts'
import { runWork, type Work, type WorkContext } from '#platform/server/work.ts'
import { loadDirectory, tierOf } from '#modules/organisations/server/index.ts'
import { accountStore } from '#modules/people/server/account-store.ts'
import { appointmentStore } from '#modules/people/server/appointment-store.ts'
import { assignmentStore } from '#modules/people/server/assignment-store.ts'
import { credentialStore } from '#modules/people/server/credential-store.ts'
import { hashPassword } from '#modules/people/server/passwords.ts'
import { actorWith, rightsStore } from '#modules/people/server/rights-store.ts'
import type { Role } from '#modules/people/domain/roles.ts'
import { DEMONSTRATION_PASSWORD, demonstrationLogins, workLogins } from './demonstration-logins.ts'
import { seedUnitId } from './read-units.ts'

const SINCE = plainDate('2021-01-01')
const ADDRESSED = new Set(['department', 'district-city', 'district', 'ward', 'commune', 'township', 'special-zone'])

/** Who is who in the demonstration, to act as any of them. */
export interface DemonstrationPeople {
  /** The actor a login is on the day of the work. */
  actor(login: string, on: PlainDate): Actor
  /** Who reports for a unit. */
  readonly focalOf: ReadonlyMap<UnitId, AccountId>
  /** Who keeps the register of reception in the other units of the day, by login. */
  readonly receives: ReadonlyMap<UnitId, string>
  /** Units whose reports and plans are for whoever tries the logins to write. */
  readonly tried: ReadonlySet<UnitId>
}

/** The logins that people try, and a focal officer for every other unit of the day, who receives citizens as well and cannot sign in. */
export async function seedDemonstrationPeople(context: WorkContext, today: PlainDate): Promise<DemonstrationPeople> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD)
  const ids = new Map<string, { id: AccountId; name: string; unitId: UnitId }>()
  const focalOf = new Map<UnitId, AccountId>()
  const receives = new Map<UnitId, string>()
  await runWork(context, { actor: SYSTEM, requestId: null }, async (work) => {
    for (const { login, name, unit, over, role, withSubordinates } of demonstrationLogins) {
      const unitId = seedUnitId(unit)
      const id = await addPerson(work, { login, name, unitId, role, over: seedUnitId(over), withSubordinates })
      await credentialStore(work.db).setPassword(id, passwordHash, work.now)
      ids.set(login, { id, name, unitId })
      if (role === 'focal-officer') focalOf.set(unitId, id)
      if (role === 'focal-officer' || role === 'unit-head') await appoint(work, unitId, id, role, name)
    }
    const directory = await loadDirectory(work.db)
    const days = [plainDate('2021-11-08'), today]
    const units = new Map(days.flatMap((day) => directory.treeOn(day).units.filter(({ kind }) => ADDRESSED.has(kind)).map((unit) => [unit.unitId, unit] as const)))
    let number = 0
    for (const { unitId, name, kind } of units.values()) {
      number += 1
      if (focalOf.has(unitId)) continue
      const [login, called] = [`dau-moi.${String(number).padStart(3, '0')}`, `Cán bộ đầu mối ${name}`]
      const id = await addPerson(work, { login, name: called, unitId, role: 'focal-officer', over: unitId, withSubordinates: tierOf(kind) === 'district' })
      focalOf.set(unitId, id)
      ids.set(login, { id, name: called, unitId })
      if (directory.unitOn(unitId, today) === undefined) continue
      await assignmentStore(work.db).add({ accountId: id, role: 'reception-officer', unitId, withSubordinates: false, decision: null, validFrom: SINCE, validUntil: null })
      receives.set(unitId, login)
    }
  })
  // Nobody's rights change while the year is told: they are read once, not for each of some thousand acts.
  const [rights, directory] = [await rightsStore(context.db).listFor([...ids.values()].map(({ id }) => id)), await loadDirectory(context.db)]
  return {
    focalOf, receives, tried: new Set(workLogins.map(({ unit }) => seedUnitId(unit))),
    actor(login, on) {
      const person = ids.get(login)
      if (person === undefined) throw new RangeError(`No demonstration login ${login}`)
      return actorWith(rights, person, directory, on)
    },
  }
}

interface Person { readonly login: string; readonly name: string; readonly unitId: UnitId; readonly role: Role; readonly over: UnitId; readonly withSubordinates: boolean }

async function addPerson(work: Work, { login, name, unitId, role, over, withSubordinates }: Person): Promise<AccountId> {
  const id = newId<'account'>()
  await accountStore(work.db).add({ id, login, name, email: null, unitId, language: 'vi' })
  await assignmentStore(work.db).add({ accountId: id, role, unitId: over, withSubordinates, decision: null, validFrom: SINCE, validUntil: null })
  return id
}

async function appoint(work: Work, unitId: UnitId, accountId: AccountId, role: 'focal-officer' | 'unit-head', name: string): Promise<void> {
  const [position = name] = name.split(/ (?=Sở|UBND|phường|thành phố|Phường)/)
  await appointmentStore(work.db).add(unitId, {
    post: role === 'unit-head' ? 'head' : 'focal-officer', accountId, name, position: role === 'unit-head' ? position : 'Chuyên viên', decisionNumber: null, decisionOn: null,
    validFrom: SINCE, validUntil: null,
  })
}
