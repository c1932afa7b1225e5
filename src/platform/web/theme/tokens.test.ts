import { describe, expect, test } from 'vitest'
import { DAY_TONES, NIGHT_TONES, type Tones } from './tokens.ts'

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT_ON: [keyof Tones, keyof Tones][] = [
  ['text', 'canvas'], ['text', 'surface'], ['muted', 'canvas'], ['muted', 'surface'], ['link', 'canvas'], ['link', 'surface'],
  ['neutralText', 'neutralSurface'], ['doneText', 'doneSurface'], ['soonText', 'soonSurface'], ['lateText', 'lateSurface'],
  ['soonText', 'surface'], ['lateText', 'surface'], ['doneText', 'surface'], ['lateText', 'canvas'], ['soonText', 'canvas'],
  ['muted', 'neutralSurface'], ['link', 'neutralSurface'], ['text', 'doneSurface'], ['text', 'soonSurface'], ['text', 'lateSurface'],
]

describe.each([['day', DAY_TONES], ['night', NIGHT_TONES]] as const)('by %s', (_name, tones) => {
  test.each(TEXT_ON)('%s can be read on %s (AA, 4.5:1)', (text, ground) => {
    expect(contrast(tones[text], tones[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test('white can be read on the action colour', () => {
    expect(contrast('#ffffff', tones.action)).toBeGreaterThanOrEqual(4.5)
  })

  test('the edge of a field can be seen on every ground (3:1)', () => {
    for (const ground of [tones.surface, tones.canvas]) expect(contrast(tones.edge, ground)).toBeGreaterThanOrEqual(3)
  })
})
