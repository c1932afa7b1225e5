import { plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { GROUP_SIZE } from '#kernel/group-of-people.ts'
import type { CaseKind } from './case.ts'
import type { ComplexityGround } from './complexity.ts'

/** Nghị định 155/2026/NĐ-CP, Điều 11, in force from this day, says when the head has to come in person. */
export const HEAD_IN_PERSON_FROM = plainDate('2026-07-01')

export interface DialogueQuestion {
  readonly on: PlainDate
  /** `department`: sở, ban, ngành of the province. */
  readonly unit: 'province' | 'department' | 'other'
  readonly peopleCount: number
  readonly grounds: readonly ComplexityGround[]
}

/** Grounds that make a matter heated: many people, views that differ, evidence that conflicts. */
const HEATED: readonly ComplexityGround[] = ['many-people', 'differing-opinions', 'conflicting-evidence']

/** A head of a department always; the province's chair where many people complain, tempers run high or views conflict. */
export function headInPerson({ on, unit, peopleCount, grounds }: DialogueQuestion): boolean {
  if (on < HEAD_IN_PERSON_FROM || unit === 'other') return false
  return unit === 'department' || peopleCount >= GROUP_SIZE || grounds.some((ground) => HEATED.includes(ground))
}

/** A complaint of second instance is not decided before a dialogue was held. */
export function mustBeHeard(kind: CaseKind, instance: number): boolean {
  return kind === 'complaint' && instance === 2
}

/** Told in time; null where no rule says by when. */
export function isToldInTime(notifiedOn: PlainDate, lastDay: PlainDate | null): boolean | null {
  return lastDay === null ? null : notifiedOn <= lastDay
}
