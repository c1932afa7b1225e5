import { trusted, type Html } from './html.ts'

/** Small pictures, drawn by hand, beside words and never instead of them. */
const SHAPES = {
  done: '<circle cx="12" cy="12" r="10" fill="currentColor" stroke="none"/><path d="m7.5 12.5 3 3 6-6.5" class="mark" stroke="#fff"/>',
  active: '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="3.5" fill="currentColor" stroke="none"/>',
  neutral: '<circle cx="12" cy="12" r="9" stroke-dasharray="3 3"/>',
  soon: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
  late: '<path d="M12 3.5 2.5 20h19z"/><path d="M12 10v4.5m0 2.4v.1"/>',
  eye: '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>',
  onward: '<path d="m9 5 7 7-7 7"/>',
  back: '<path d="m15 5-7 7 7 7"/>',
} as const

export type IconName = keyof typeof SHAPES

export function icon(name: IconName, size = 20): Html {
  return trusted(`<svg width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`)
}
