export type UnitTier = 'province' | 'district' | 'commune' | 'body'

interface UnitKindTerms {
  /** The Vietnamese word, as the law has it. */
  readonly term: string
  readonly tier: UnitTier
  readonly under: readonly UnitTier[]
}

const TERRITORY: readonly UnitTier[] = ['province', 'district', 'commune']

/** In the order in which lists name them. Districts and townships exist up to 30/6/2025 (Nghị quyết 202/2025/QH15). */
export const UNIT_KINDS = {
  province: { term: 'tỉnh', tier: 'province', under: [] },
  'central-city': { term: 'thành phố trực thuộc trung ương', tier: 'province', under: [] },
  department: { term: 'sở, ban, ngành', tier: 'body', under: TERRITORY },
  division: { term: 'phòng chuyên môn', tier: 'body', under: [...TERRITORY, 'body'] },
  'public-service-unit': { term: 'đơn vị sự nghiệp công lập', tier: 'body', under: [...TERRITORY, 'body'] },
  'district-city': { term: 'thành phố thuộc tỉnh', tier: 'district', under: ['province'] },
  town: { term: 'thị xã', tier: 'district', under: ['province'] },
  district: { term: 'huyện', tier: 'district', under: ['province'] },
  ward: { term: 'phường', tier: 'commune', under: ['province', 'district'] },
  township: { term: 'thị trấn', tier: 'commune', under: ['province', 'district'] },
  commune: { term: 'xã', tier: 'commune', under: ['province', 'district'] },
  'special-zone': { term: 'đặc khu', tier: 'commune', under: ['province'] },
  front: { term: 'Ủy ban Mặt trận Tổ quốc Việt Nam', tier: 'body', under: TERRITORY },
  'mass-organisation': { term: 'tổ chức chính trị - xã hội', tier: 'body', under: TERRITORY },
  'party-body': { term: 'cơ quan Đảng', tier: 'body', under: [...TERRITORY, 'body'] },
} as const satisfies Record<string, UnitKindTerms>

export type UnitKind = keyof typeof UNIT_KINDS

export const UNIT_KIND_NAMES = Object.keys(UNIT_KINDS).filter(isUnitKind)

/** How directives address units: "các sở, ban, ngành", "UBND các xã, phường" … */
export const ADDRESSING_CLASSES = {
  departments: ['department'],
  'public-service-units': ['public-service-unit'],
  'district-committees': ['district-city', 'town', 'district'],
  'commune-committees': ['ward', 'township', 'commune', 'special-zone'],
  'front-and-organisations': ['front', 'mass-organisation'],
} as const satisfies Record<string, readonly UnitKind[]>

export type AddressingClass = keyof typeof ADDRESSING_CLASSES

export function isUnitKind(text: string): text is UnitKind {
  return Object.hasOwn(UNIT_KINDS, text)
}

export function tierOf(kind: UnitKind): UnitTier {
  return UNIT_KINDS[kind].tier
}

/** Whether a unit of this kind may lie under one of that kind; null asks for the top. */
export function mayLieUnder(kind: UnitKind, parentKind: UnitKind | null): boolean {
  const under: readonly UnitTier[] = UNIT_KINDS[kind].under
  return parentKind === null ? under.length === 0 : under.includes(tierOf(parentKind))
}

/** Who signs and is written to: "Ủy ban nhân dân xã Đạ Tẻh" for a territory, a body by its own name. */
export function governingBodyOf(unit: { readonly name: string; readonly kind: UnitKind }): string {
  if (tierOf(unit.kind) === 'body') return unit.name
  return `Ủy ban nhân dân ${unit.name.charAt(0).toLocaleLowerCase('vi')}${unit.name.slice(1)}`
}

/** What the head of a unit is called where nobody has recorded it. */
export function headTitleOf({ kind, name }: { readonly name: string; readonly kind: UnitKind }): string {
  if (tierOf(kind) !== 'body') return 'Chủ tịch'
  if (name.startsWith('Sở ')) return 'Giám đốc'
  if (name.startsWith('Thanh tra ')) return 'Chánh Thanh tra'
  if (name.startsWith('Văn phòng ')) return 'Chánh Văn phòng'
  return name.startsWith('Ban ') ? 'Trưởng ban' : 'Thủ trưởng đơn vị'
}
