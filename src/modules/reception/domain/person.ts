import type { CheckedInput } from '#kernel/checked-input.ts'
import { checkIdentityNumber } from '#kernel/identity-number.ts'
import { checkPersonName } from '#kernel/person-name.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { vietnamesePhone } from '#kernel/vietnamese-phone.ts'
import type { IdentityKind } from './visit.ts'

export interface Identity { readonly kind: IdentityKind; readonly number: string }

interface TypedPerson { readonly name: string; readonly phone: string | null; readonly identity: Identity | null }

/** What cannot be meant, at which of the person's fields. */
export interface PersonFault { readonly field: 'name' | 'phone' | 'identity.number'; readonly code: `input.${string}`; readonly details?: Readonly<Record<string, number>> }

export function personFaults({ name, phone, identity }: TypedPerson, today: PlainDate): PersonFault[] {
  return [
    ...faultOf('name', checkPersonName(name)),
    ...(phone === null ? [] : faultOf('phone', vietnamesePhone(phone))),
    ...(identity === null ? [] : faultOf('identity.number', checkIdentityNumber(identity.number, identity.kind, today))),
  ]
}

function faultOf(field: PersonFault['field'], checked: CheckedInput<object>): PersonFault[] {
  if (checked.ok) return []
  return [{ field, code: checked.because, ...(checked.details === undefined ? {} : { details: checked.details }) }]
}

/** The name and telephone number as they are kept. */
export function tidyPerson<Person extends { readonly name: string; readonly phone: string | null }>(person: Person): Person {
  const [name, phone] = [checkPersonName(person.name), person.phone === null ? null : vietnamesePhone(person.phone)]
  return { ...person, name: name.ok ? name.name : person.name, phone: phone === null || !phone.ok ? null : phone.number }
}

/** As it is kept and looked for: without blanks and dots, letters large. */
export function plainIdentity(number: string): string {
  return number.replaceAll(/[\s.-]/g, '').toLocaleUpperCase('vi')
}

/** The last three digits: enough to tell two people apart, of no use to anybody else. */
export function identityEnd(number: string): string {
  return plainIdentity(number).slice(-3)
}

const COMMUNE = /(?:^|,\s*|-\s*)((?:xã|phường|thị trấn|đặc khu|p\.|x\.|tt\.)\s*[^,-]+)/iu

/** The commune as it stands in the address, "xã Đạ Tẻh": all that a list of people of one name needs. */
export function communeOf(address: string | null): string | null {
  return address === null ? null : COMMUNE.exec(address)?.[1]?.trim() ?? null
}
