import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest'

/** A test that prints is a test that hides something: it fails (Epic Stack's rule). */
const METHODS = ['log', 'warn', 'error', 'info'] as const
let spies: MockInstance[] = []

beforeEach(() => {
  spies = METHODS.map((method) => vi.spyOn(console, method))
})

afterEach(() => {
  for (const spy of spies) expect(spy.mock.calls, 'the console was written to').toEqual([])
  vi.restoreAllMocks()
})
