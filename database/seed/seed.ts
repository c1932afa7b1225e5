import { readFileSync } from 'node:fs'
import type { CalendarDay } from '#kernel/working-calendar.ts'
import type { UnitRecords } from '#modules/organisations/domain/directory.ts'
import type { LegalAct } from '#modules/organisations/domain/unit.ts'
import { readCalendar } from './read-calendar.ts'
import { readActs, readNation, readUnits } from './read-units.ts'

export function seedCalendar(): readonly CalendarDay[] {
  return readCalendar(fileText('calendar.csv'))
}

export function seedActs(): readonly LegalAct[] {
  return readActs(fileText('acts.csv'))
}

/** Lâm Đồng, with the former Đắk Nông and Bình Thuận, from 2021 on. */
export function seedUnits(): UnitRecords {
  return readUnits({ units: fileText('units.csv'), successions: fileText('successions.csv') })
}

/** The rest of the nation from 1/7/2025 on: `gandan seed --nation`. */
export function seedNation(): UnitRecords {
  return readNation(fileText('nation.csv'))
}

function fileText(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}
