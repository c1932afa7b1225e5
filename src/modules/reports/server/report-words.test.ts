import { expect, test } from 'vitest'
import { OWING_CLASSES } from '../domain/owing.ts'
import { REPORT_STATES } from '../domain/lifecycle.ts'
import { CLASS_WORDS, NO_CLASS, STATE_WORDS } from './report-words.ts'
import { vi } from '../phrases/vi.ts'

test('spreadsheets and the search call states and classes as the desk does', () => {
  expect(REPORT_STATES.map((state) => STATE_WORDS[state])).toEqual(REPORT_STATES.map((state) => vi[`reports.state.${state}`]))
  expect([...OWING_CLASSES.map((owing) => CLASS_WORDS[owing]), NO_CLASS]).toEqual([...OWING_CLASSES.map((owing) => vi[`reports.class.${owing}`]), vi['reports.class_none']])
})
