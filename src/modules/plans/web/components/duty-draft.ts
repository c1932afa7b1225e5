import type { PlainDate } from '#kernel/plain-date.ts'
import type { SearchOption } from '#platform/web/search-select.tsx'
import type { Duty, SaveDuty } from '../../contract.ts'
import { CLASSES, type AddressedClass } from '../../domain/addressing.ts'
import type { Rhythm, Schedule } from '../../domain/schedule.ts'

/** A duty as its form holds it: whom it goes to by class and by name, and both ways of being due. */
export interface DutyDraft {
  title: string
  product: string
  figureName: string
  figureUnit: string
  figureTarget: number | string
  classes: string[]
  throughDistrict: boolean
  leads: SearchOption[]
  cooperatingClasses: string[]
  cooperating: SearchOption[]
  kind: 'once' | 'recurring'
  dueOn: PlainDate | null
  every: Rhythm
  month: 'last' | 'after'
  day: number | string
  before: boolean
  from: PlainDate | null
  until: PlainDate | null
}

type Role = 'lead' | 'cooperate'

/** Without a duty: a new one, not taken from a clause. */
export function draftOf(duty: Duty | null, today: PlainDate): DutyDraft {
  const schedule = duty?.schedule
  const addressees = duty?.addressees ?? []
  const named = (role: Role) => addressees.flatMap((addressee) =>
    addressee.role === role && addressee.unitId !== null ? [{ value: addressee.unitId, label: addressee.unitName ?? '' }] : [])
  const classes = (role: Role) => addressees.flatMap((addressee) => (addressee.role === role && addressee.class !== null ? [addressee.class] : []))
  const rule = schedule?.kind === 'recurring' ? schedule : null
  return {
    title: duty?.title ?? '', product: duty?.product ?? '', figureName: duty?.figureName ?? '', figureUnit: duty?.figureUnit ?? '', figureTarget: duty?.figureTarget ?? '',
    classes: classes('lead'), throughDistrict: addressees.some(({ throughDistrict }) => throughDistrict), leads: named('lead'),
    cooperatingClasses: classes('cooperate'), cooperating: named('cooperate'),
    kind: schedule?.kind ?? 'once', dueOn: schedule?.kind === 'once' ? schedule.dueOn : null, every: rule?.every ?? 'quarter', month: rule?.due.month ?? 'last',
    day: rule?.due.day ?? 15, before: rule?.due.before ?? true, from: rule?.from ?? today, until: rule?.until ?? null,
  }
}

/** The schedule as far as it is filled in; null while a day is missing. */
export function scheduleOf({ kind, dueOn, every, from, until, month, day, before }: DutyDraft): Schedule | null {
  if (kind === 'once') return dueOn === null ? null : { kind, dueOn }
  const dayOfMonth = Number(day)
  if (from === null || !Number.isInteger(dayOfMonth) || dayOfMonth < 1 || dayOfMonth > 31) return null
  return { kind, every, from, until, due: { month, day: dayOfMonth, before } }
}

/** What the server is asked to keep. */
export function requestOf(duty: Duty | null, draft: DutyDraft, schedule: Schedule): SaveDuty {
  const toClass = (role: Role) => (named: AddressedClass) => ({ role, class: named, unitId: null, throughDistrict: named === 'commune-committees' && draft.throughDistrict })
  const toUnit = (role: Role) => ({ value }: SearchOption) => ({ role, class: null, unitId: value as SaveDuty['addressees'][number]['unitId'], throughDistrict: false })
  const textOrNull = (text: string) => (text.trim() === '' ? null : text)
  return {
    clausePath: duty?.clausePath ?? null, clauseText: duty?.clauseText ?? '', title: draft.title, product: draft.product,
    figureName: textOrNull(draft.figureName), figureUnit: textOrNull(draft.figureUnit), figureTarget: draft.figureTarget === '' ? null : Number(draft.figureTarget), schedule,
    addressees: [
      ...CLASSES.filter((named) => draft.classes.includes(named)).map(toClass('lead')), ...draft.leads.map(toUnit('lead')),
      ...CLASSES.filter((named) => draft.cooperatingClasses.includes(named)).map(toClass('cooperate')), ...draft.cooperating.map(toUnit('cooperate')),
    ],
  }
}
