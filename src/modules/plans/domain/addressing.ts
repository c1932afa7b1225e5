import type { UnitId } from '#kernel/ids.ts'

/** As organisations names them: "các sở, ban, ngành", "UBND các xã, phường"… */
export const CLASSES = ['departments', 'public-service-units', 'district-committees', 'commune-committees', 'front-and-organisations'] as const
export type AddressedClass = (typeof CLASSES)[number]

export interface Addressee {
  readonly role: 'lead' | 'cooperate'
  readonly class: AddressedClass | null
  readonly unitId: UnitId | null
  /** Communes under a district get it when their district issues its own plan. */
  readonly throughDistrict: boolean
}

/** The units of a day; organisations answers it. */
export interface UnitsOfDay {
  unitsOfClass(addressed: AddressedClass): readonly UnitId[]
  exists(unitId: UnitId): boolean
  /** The district a commune lies under that day; undefined where there is none. */
  districtOf(unitId: UnitId): UnitId | undefined
}

export interface AddressedUnit { readonly unitId: UnitId; readonly role: 'lead' | 'cooperate'; readonly viaUnitId: UnitId | null }

export type AddressingWarning =
  | { readonly code: 'plans.class_is_empty'; readonly class: AddressedClass }
  | { readonly code: 'plans.unit_is_gone'; readonly unitId: UnitId | null }

/** Exactly who is addressed on the day. A unit named both ways leads; the issuer does not address itself. */
export function addressedUnits(addressees: readonly Addressee[], issuer: UnitId, units: UnitsOfDay): { units: AddressedUnit[]; warnings: AddressingWarning[] } {
  const addressed = new Map<UnitId, AddressedUnit>()
  const warnings: AddressingWarning[] = []
  for (const addressee of addressees.toSorted((one, other) => one.role.localeCompare(other.role))) {
    const named = unitsOf(addressee, units)
    if (named.length === 0) warnings.push(warningFor(addressee))
    for (const unitId of named) {
      const viaUnitId = addressee.throughDistrict ? units.districtOf(unitId) ?? null : null
      const known = addressed.get(unitId)
      if (unitId === issuer || (known?.role === 'lead' && addressee.role === 'cooperate')) continue
      addressed.set(unitId, { unitId, role: addressee.role, viaUnitId: known && known.role === addressee.role ? known.viaUnitId && viaUnitId : viaUnitId })
    }
  }
  return { units: [...addressed.values()], warnings }
}

function unitsOf({ class: addressed, unitId }: Addressee, units: UnitsOfDay): readonly UnitId[] {
  if (addressed !== null) return units.unitsOfClass(addressed)
  return unitId !== null && units.exists(unitId) ? [unitId] : []
}

function warningFor({ class: addressed, unitId }: Addressee): AddressingWarning {
  if (addressed !== null) return { code: 'plans.class_is_empty', class: addressed }
  return { code: 'plans.unit_is_gone', unitId }
}

/** Which classes and units the words of a document mean: "Thủ trưởng các sở, ban, ngành", "Sở Nội vụ", "UBND các huyện, thành phố". */
export function suggestAddressees(words: readonly string[], unitNames: ReadonlyMap<UnitId, string>): Addressee[] {
  const found = words.flatMap((text) => {
    const plain = plainText(text)
    const classes = CLASS_WORDS.filter(([, pattern]) => pattern.test(plain)).map(([addressed]) => lead({ class: addressed, unitId: null }))
    if (classes.length > 0) return classes
    const named = [...unitNames].filter(([, name]) => plain.includes(plainText(name))).toSorted(([, one], [, other]) => other.length - one.length)[0]
    return named === undefined ? [] : [lead({ class: null, unitId: named[0] })]
  })
  return found.filter((addressee, index) => found.findIndex((other) => other.class === addressee.class && other.unitId === addressee.unitId) === index)
}

const CLASS_WORDS: readonly (readonly [AddressedClass, RegExp])[] = [
  ['departments', /cac so\b|so, ban, nganh|so, nganh/],
  ['public-service-units', /don vi su nghiep/],
  ['district-committees', /cac huyen|huyen, thanh pho|huyen, thi xa/],
  ['commune-committees', /(cac|,) xa\b|xa, phuong|phuong, xa/],
  ['front-and-organisations', /mat tran to quoc|to chuc chinh tri - xa hoi|doan the chinh tri/],
]

function lead(target: Pick<Addressee, 'class' | 'unitId'>): Addressee {
  return { ...target, role: 'lead', throughDistrict: false }
}

function plainText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase()
}
