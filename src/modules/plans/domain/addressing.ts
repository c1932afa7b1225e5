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

/** About one line of the addressing: the class or the unit it names. */
export interface AddressingWarning {
  readonly code: 'plans.class_is_empty' | 'plans.district_level_is_gone' | 'plans.unit_is_gone' | 'plans.issuer_is_addressed' | 'plans.already_leads'
  readonly class: AddressedClass | null
  readonly unitId: UnitId | null
}

/** Exactly who is addressed on the day. A unit named both ways leads; the issuer does not address itself. */
export function addressedUnits(addressees: readonly Addressee[], issuer: UnitId, units: UnitsOfDay): { units: AddressedUnit[]; warnings: AddressingWarning[] } {
  const addressed = new Map<UnitId, AddressedUnit>()
  const warnings: AddressingWarning[] = []
  for (const addressee of [...addressees.filter(({ role }) => role === 'lead'), ...addressees.filter(({ role }) => role === 'cooperate')]) {
    const named = unitsOf(addressee, units)
    const others = named.filter((unitId) => unitId !== issuer)
    const leads = (unitId: UnitId) => addressed.get(unitId)?.role === 'lead'
    if (named.length === 0) warnings.push(warning(codeForNobody(addressee), addressee))
    else if (others.length === 0) warnings.push(warning('plans.issuer_is_addressed', addressee))
    else if (addressee.role === 'cooperate' && others.every(leads)) warnings.push(warning('plans.already_leads', addressee))
    for (const unitId of others) {
      const viaUnitId = addressee.throughDistrict ? units.districtOf(unitId) ?? null : null
      const known = addressed.get(unitId)
      if (known !== undefined && known.role !== addressee.role) continue
      addressed.set(unitId, { unitId, role: addressee.role, viaUnitId: known === undefined ? viaUnitId : known.viaUnitId && viaUnitId })
    }
  }
  return { units: [...addressed.values()], warnings }
}

function unitsOf({ class: addressed, unitId }: Addressee, units: UnitsOfDay): readonly UnitId[] {
  if (addressed !== null) return units.unitsOfClass(addressed)
  return unitId !== null && units.exists(unitId) ? [unitId] : []
}

function warning(code: AddressingWarning['code'], addressee: Addressee): AddressingWarning {
  return { code, class: addressee.class, unitId: addressee.unitId }
}

function codeForNobody(addressee: Addressee): AddressingWarning['code'] {
  if (addressee.class === 'district-committees') return 'plans.district_level_is_gone'
  return addressee.class === null ? 'plans.unit_is_gone' : 'plans.class_is_empty'
}

/** Which classes and units the words of a document mean: "Thủ trưởng các sở, ban, ngành", "Sở Nội vụ", "UBND các huyện, thành phố". */
export function suggestAddressees(words: readonly string[], unitNames: ReadonlyMap<UnitId, string>): Addressee[] {
  const byLength = [...unitNames].map(([unitId, name]) => ({ unitId, plain: plainText(name) })).toSorted((one, other) => other.plain.length - one.plain.length)
  const found = words.flatMap((text) => {
    const plain = plainText(text)
    const classes = CLASS_WORDS.filter(([, pattern]) => pattern.test(plain)).map(([addressed]) => lead({ class: addressed, unitId: null }))
    if (classes.length > 0) return classes
    let rest = plain
    const named = byLength.filter(({ plain: name }) => {
      const isNamed = rest.includes(name)
      rest = rest.replaceAll(name, '·'.repeat(name.length)) // so that "Văn phòng" is not found in "Văn phòng Ủy ban nhân dân tỉnh" as well
      return isNamed
    })
    return named.toSorted((one, other) => plain.indexOf(one.plain) - plain.indexOf(other.plain)).map(({ unitId }) => lead({ class: null, unitId }))
  })
  return found.filter((addressee, index) => found.findIndex((other) => other.class === addressee.class && other.unitId === addressee.unitId) === index)
}

const CLASS_WORDS: readonly (readonly [AddressedClass, RegExp])[] = [
  ['departments', /cac so\b|so, ban, nganh|so, nganh|co quan chuyen mon thuoc/],
  ['public-service-units', /don vi su nghiep/],
  ['district-committees', /cac huyen|huyen, thanh pho|huyen, thi xa|cap huyen/],
  ['commune-committees', /(cac|,) xa\b|xa, phuong|phuong, xa|cap xa/],
  ['front-and-organisations', /mat tran to quoc|to chuc chinh tri - xa hoi|doan the chinh tri/],
]

function lead(target: Pick<Addressee, 'class' | 'unitId'>): Addressee {
  return { ...target, role: 'lead', throughDistrict: false }
}

function plainText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase()
}
