import { GROUP_SIZE, representativesOf } from '#kernel/group-of-people.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { personFaults, type Identity } from './person.ts'
import type { Handling } from './visit.ts'

interface RegisteredVisit {
  readonly on: PlainDate
  readonly peopleCount: number
  readonly visitors: readonly { readonly name: string; readonly phone: string | null; readonly identity: Identity | null }[]
  readonly matters: readonly {
    readonly content: string
    readonly handling: Handling
    readonly guidance: string | null
    readonly linkedCaseId: string | null
  }[]
  readonly refusal: object | null
}

/** What is wrong, at which field, and what the sentence needs. */
export interface RegistrationFault {
  readonly field: string
  readonly code: `${string}.${string}`
  readonly details?: Readonly<Record<string, string | number>>
}

/** Everything that keeps a visit from being written down, in the order of the form; empty when it can be. */
export function registrationFaults(visit: RegisteredVisit, today: PlainDate): RegistrationFault[] {
  return [...dayFaults(visit.on, today), ...peopleFaults(visit, today), ...matterFaults(visit)]
}

/** A day long gone is a slip of the pen. */
function dayFaults(on: PlainDate, today: PlainDate): RegistrationFault[] {
  if (on > today) return [{ field: 'on', code: 'reception.day_to_come' }]
  return on < addDays(today, -366) ? [{ field: 'on', code: 'reception.day_long_gone' }] : []
}

/** The same of what may be corrected afterwards. */
export function correctionFaults({ peopleCount, visitors, matters }: {
  readonly peopleCount: number
  readonly visitors: readonly { readonly name: string; readonly phone: string | null }[]
  readonly matters: readonly Omit<RegisteredVisit['matters'][number], 'linkedCaseId'>[]
}, today: PlainDate): RegistrationFault[] {
  return [
    ...peopleFaults({ peopleCount, visitors: visitors.map((visitor) => ({ ...visitor, identity: null })) }, today),
    ...matters.flatMap((matter, index) => faultsOfMatter({ ...matter, linkedCaseId: null }, index)).filter(({ code }) => code !== 'reception.no_case_named'),
  ]
}

function peopleFaults({ peopleCount, visitors }: Pick<RegisteredVisit, 'peopleCount' | 'visitors'>, today: PlainDate): RegistrationFault[] {
  const faults: RegistrationFault[] = []
  const group = representativesOf(peopleCount)
  if (visitors.length === 0) faults.push({ field: 'visitors.0.name', code: 'reception.nobody_named' })
  if (group !== null && visitors.length > group.most) {
    faults.push({ field: `visitors.${group.most}.name`, code: 'reception.too_many_representatives', details: { people: peopleCount, most: group.most } })
  }
  if (group === null && visitors.length > Math.min(peopleCount, GROUP_SIZE - 1)) {
    faults.push({ field: 'peopleCount', code: 'reception.more_named_than_came', details: { named: visitors.length, people: peopleCount } })
  }
  for (const [index, visitor] of visitors.entries()) faults.push(...personFaults(visitor, today).map(({ field, ...fault }) => ({ ...fault, field: `visitors.${index}.${field}` })))
  return faults
}

function matterFaults({ matters, refusal }: RegisteredVisit): RegistrationFault[] {
  if (refusal !== null) return matters.length === 0 ? [] : [{ field: 'refusal.ground', code: 'reception.refused_takes_nothing' }]
  if (matters.length === 0) return [{ field: 'matters.0.content', code: 'reception.no_matter' }]
  return matters.flatMap(faultsOfMatter)
}

function faultsOfMatter({ content, handling, guidance, linkedCaseId }: RegisteredVisit['matters'][number], index: number): RegistrationFault[] {
  return [
    ...(content.trim() === '' ? [{ field: `matters.${index}.content`, code: 'reception.no_content' as const }] : []),
    ...(handling === 'guided' && (guidance ?? '').trim() === '' ? [{ field: `matters.${index}.guidance`, code: 'reception.no_guidance' as const }] : []),
    ...(handling === 'linked' && linkedCaseId === null ? [{ field: `matters.${index}.linkedCaseId`, code: 'reception.no_case_named' as const }] : []),
  ]
}
