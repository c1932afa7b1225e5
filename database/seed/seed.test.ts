import { describe, expect, test } from 'vitest'
import { plainDate, weekdayOf, yearOf } from '#kernel/plain-date.ts'
import { directoryOf } from '#modules/organisations/domain/directory.ts'
import { currentHolder, predecessorsOf, whereabouts } from '#modules/organisations/domain/successors.ts'
import { tierOf } from '#modules/organisations/domain/unit-kind.ts'
import { readCalendar } from './read-calendar.ts'
import { seedActId, seedUnitId } from './read-units.ts'
import { seedActs, seedCalendar, seedNation, seedUnits } from './seed.ts'
import { seedRows } from './seed-file.ts'
import { readFileSync } from 'node:fs'

const { versions, successions } = seedUnits()
const directory = directoryOf(versions, successions)
const nation = directoryOf([...versions, ...seedNation().versions], successions)
const lamDong = seedUnitId('lam-dong')

function countByKind(day: string): Readonly<Record<string, number>> {
  const units = directory.subtreeOn(lamDong, plainDate(day))
  return Object.fromEntries([...Map.groupBy(units, ({ kind }) => kind)].map(([kind, found]) => [kind, found.length]))
}

function countByTier(day: string, tier: string): number {
  return directory.subtreeOn(lamDong, plainDate(day)).filter(({ kind }) => tierOf(kind) === tier).length
}

describe('Lâm Đồng through time', () => {
  test.each([
    ['2021-12-31', 12, 142, 'when the plan was written'],
    ['2024-11-30', 12, 142, 'the last day of the old Đạ Huoai, Đạ Tẻh and Cát Tiên'],
    ['2024-12-01', 10, 137, 'Nghị quyết 1245/NQ-UBTVQH15'],
    ['2025-06-30', 10, 137, 'the last day of the districts'],
    ['2025-07-01', 0, 124, 'Nghị quyết 1671/NQ-UBTVQH15'],
  ])('on %s: %i districts, %i communes (%s)', (day, districts, communes) => {
    expect(countByTier(day, 'district')).toBe(districts)
    expect(countByTier(day, 'commune')).toBe(communes)
  })

  test('the 142 are 18 phường, 13 thị trấn and 111 xã; the 124 are 103 xã, 20 phường and one đặc khu', () => {
    expect(countByKind('2021-12-31')).toMatchObject({ ward: 18, township: 13, commune: 111, department: 19 })
    expect(countByKind('2025-07-01')).toMatchObject({ commune: 103, ward: 20, 'special-zone': 1, department: 15 })
  })

  test.each([
    ['672', 16], ['673', 11], ['674', 8], ['675', 6], ['676', 16], ['677', 10],
    ['678', 15], ['679', 19], ['680', 14], ['681', 9], ['682', 9], ['683', 9],
  ])('district %s had %i communes in 2021', (code, communes) => {
    expect(directory.childrenOn(seedUnitId(`ld-2021-${code}`), plainDate('2021-06-01'))).toHaveLength(communes)
  })

  test('51 of the 124 are formed from old Lâm Đồng', () => {
    const [before, after] = [plainDate('2025-06-30'), plainDate('2025-07-01')]
    const fromOldLamDong = directory.unitsOfClassOn('commune-committees', after, lamDong).filter(({ unitId }) =>
      [...whereabouts(directory, unitId, after, before)].every((old) => directory.isWithinOn(old, lamDong, before)),
    )
    expect(fromOldLamDong).toHaveLength(51)
  })

  test('every commune that ended passes to one that exists today', () => {
    const today = plainDate('2026-11-23')
    const ended = versions.filter(({ kind, validUntil }) => tierOf(kind) === 'commune' && validUntil !== null)
    const holders = ended.map(({ unitId }) => directory.unitOn(currentHolder(directory, unitId, today) ?? lamDong, today))
    expect(holders.filter((holder) => !holder || tierOf(holder.kind) !== 'commune')).toEqual([])
  })

  test.each([
    ['ld-2021-24781', '2026-11-23', 'Phường Xuân Hương - Đà Lạt', 'a code used again'],
    ['ld-2021-24946', '2024-12-01', 'Xã Quảng Lập', 'the name went on with another code'],
    ['ld-2021-25123', '2026-11-23', 'Xã Đạ Huoai 3', 'merged in 2024, renamed in 2025'],
    ['ld-2021-25147', '2026-11-23', 'Xã Đạ Tẻh 2', 'Triệu Hải'],
    ['ld-2021-672', '2026-11-23', 'Tỉnh Lâm Đồng', 'a district leaves its business to the province'],
    ['ld-so-ke-hoach-va-dau-tu', '2026-11-23', 'Sở Tài chính', 'a department merged into another'],
    ['bt-2021-xa-hoa-thang', '2026-11-23', 'Xã Hoà Thắng', 'divided: the part that keeps the name'],
  ])('the business of %s on %s is with %s (%s)', (key, day, holder) => {
    const found = currentHolder(directory, seedUnitId(key), plainDate(day))
    expect(found && directory.nameOn(found, plainDate(day))).toBe(holder)
  })

  test('Lâm Đồng carries the business of Đắk Nông and Bình Thuận', () => {
    const former = predecessorsOf(directory, lamDong, plainDate('2026-11-23'))
    expect(former).toEqual(expect.arrayContaining([seedUnitId('dak-nong'), seedUnitId('binh-thuan')]))
  })

  test('what is inferred stays marked', () => {
    expect(directory.unitOn(seedUnitId('ld-2024-25114'), plainDate('2025-01-01'))?.certainty).toBe('unverified')
    const departments = versions.filter(({ kind }) => kind === 'department')
    expect(departments.every(({ certainty }) => certainty === 'unverified')).toBe(true)
  })

  test('every act named is listed', () => {
    const listed = seedActs().map(({ actId }) => actId)
    const named = [...versions, ...successions].flatMap(({ actId }) => actId ?? [])
    expect([...new Set(named)].filter((actId) => !listed.includes(actId))).toEqual([])
    expect(listed).toContain(seedActId('nq-1671-2025'))
  })
})

describe('the nation', () => {
  const today = plainDate('2025-07-01')

  test('34 provinces, 3,321 units below them', () => {
    const units = nation.treeOn(today).units
    expect(units.filter(({ kind }) => tierOf(kind) === 'province')).toHaveLength(34)
    expect(units.filter(({ kind }) => tierOf(kind) === 'commune')).toHaveLength(3321)
  })

  test('lists Lâm Đồng as units.csv does', () => {
    const csv = readFileSync(new URL('nation.csv', import.meta.url), 'utf8')
    const listed = seedRows('nation.csv', csv).filter((row) => row.textOrNull('parent') === '68')
    const own = directory.unitsOfClassOn('commune-committees', today, lamDong)
    expect(listed.map((row) => [row.text('code'), row.text('name')]).sort()).toEqual(own.map(({ code, name }) => [code, name]).sort())
  })
})

describe('the calendar', () => {
  const days = seedCalendar()

  test('days off are weekdays, days worked are weekend days, none twice', () => {
    expect(days.filter(({ date, kind }) => (weekdayOf(date) <= 5) !== (kind === 'off'))).toEqual([])
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
  })

  test.each([
    [2021, 11], [2022, 11], [2023, 11], [2024, 11], [2025, 11],
    [2026, 12], // Ngày Văn hóa Việt Nam from 2026 on (Nghị quyết 28/2026/QH16)
  ])('%i has %i paid holidays, swapped days set off (BLLĐ Điều 112)', (year, holidays) => {
    const ofYear = days.filter(({ date }) => yearOf(date) === year)
    const worked = ofYear.filter(({ kind }) => kind === 'worked').length
    expect(ofYear.length - 2 * worked).toBe(holidays)
  })

  test('2027 is marked as not decided; 23/11/2026 is an ordinary day', () => {
    expect(days.filter(({ date, certainty }) => yearOf(date) === 2027 && certainty !== 'unverified')).toEqual([])
    expect(days.filter(({ date }) => date === '2026-11-23')).toEqual([])
  })

  test.each([
    ['date,kind,name,source,certainty\n2026-02-30,off,a,b,verified', 'calendar.csv, line 2: "date" must be a day'],
    ['date,kind,name,source,certainty\n2026-02-20,free,a,b,verified', '"kind" must be one of off, worked, not "free"'],
    ['date,kind,name,source,certainty\n2026-02-20,off,,b,verified', '"name" must be filled in'],
    ['date,kind,name,source\n2026-02-20,off,a,b', '"certainty" must be one of'],
  ])('a wrong cell is named: %s', (csv, message) => {
    expect(() => readCalendar(csv)).toThrow(message)
  })
})

test('an id does not change: it is what other installations have', () => {
  expect(seedUnitId('lam-dong')).toBe('14d93c55-92e3-5afd-bede-292aef15e84f')
  expect(seedUnitId('lam-dong')).not.toBe(seedActId('lam-dong'))
})
