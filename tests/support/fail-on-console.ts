import { afterEach, beforeEach, expect, vi } from 'vitest'

/** A test that prints is a test that hides something: it fails (Epic Stack's rule). */
beforeEach(() => {
  for (const method of ['log', 'warn', 'error', 'info'] as const) vi.spyOn(console, method)
})

afterEach(() => {
  for (const method of ['log', 'warn', 'error', 'info'] as const) {
    expect(vi.mocked(console[method]).mock.calls, `console.${method} was called`).toEqual([])
  }
  vi.restoreAllMocks()
})
