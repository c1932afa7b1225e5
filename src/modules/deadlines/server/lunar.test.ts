import { expect, test } from 'vitest'
import { lunarHolidays } from './lunar.ts'

test.each([
  [1985, '1985-01-21', 'a month before the Chinese one'], [2007, '2007-02-17', 'a day before the Chinese one'], [2020, '2020-01-25', ''], [2021, '2021-02-12', ''], [2022, '2022-02-01', ''],
  [2023, '2023-01-22', ''], [2024, '2024-02-10', ''], [2025, '2025-01-29', ''], [2026, '2026-02-17', ''], [2027, '2027-02-06', 'facts of the plan'], [2028, '2028-01-26', ''],
  [2029, '2029-02-13', ''], [2030, '2030-02-02', 'a day before the Chinese one'], [2033, '2033-01-31', 'before the leap eleventh month of 2033'], [2034, '2034-02-19', 'after it'], [2053, '2053-02-18', 'a day before the Chinese one'],
])('Tết of %i is on %s %s', (year, day) => {
  expect(lunarHolidays(year).newYear).toBe(day)
})

test.each([[2004, '2004-04-28'], [2021, '2021-04-21'], [2022, '2022-04-10'], [2023, '2023-04-29'], [2024, '2024-04-18'], [2025, '2025-04-07'], [2026, '2026-04-26'], [2027, '2027-04-16']])('Giỗ Tổ of %i is on %s', (year, day) => {
  expect(lunarHolidays(year).hungKings).toBe(day)
})
