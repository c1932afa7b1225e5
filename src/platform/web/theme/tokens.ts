import type { MantineColorsTuple } from '@mantine/core'

/** Pine green: what one can do. */
export const PINE: MantineColorsTuple = [
  '#eff7f3', '#dcede4', '#b9dac8', '#8fd0b1', '#68b891', '#44997a', '#2a7d5b', '#1f6f4f', '#17573d', '#0f3f2c',
]

/** Amber: due soon, or worth a look. */
export const AMBER: MantineColorsTuple = [
  '#fef7e6', '#fcecc8', '#f9dc9c', '#f3c46b', '#e6a93a', '#c98a1b', '#a56d0c', '#7d5000', '#5f3d00', '#422a00',
]

/** Brick red: late, or an error. Nothing else is red. */
export const BRICK: MantineColorsTuple = [
  '#fdf1ef', '#fbe0dc', '#f7c3bb', '#ffaa9c', '#ea8072', '#d2584a', '#b83c2e', '#9b2317', '#7a1a10', '#57120b',
]

/** Greys with a breath of green, so that they sit beside the pine. Also Mantine's `gray`. */
export const GREY: MantineColorsTuple = [
  '#f5f8f6', '#ebefed', '#dfe5e2', '#d0d8d4', '#b4beb9', '#828e88', '#5f6c66', '#4a5650', '#313b36', '#1b2420',
]

/** The same greys by night, lightest first: what Mantine calls `dark`. */
export const NIGHT: MantineColorsTuple = [
  '#e6ece9', '#c8d1cc', '#a9b6b0', '#8d9a94', '#4a5751', '#36423c', '#26312c', '#1b2420', '#151d19', '#0f1512',
]

/** Colours by what they mean. Components use these names (`--gd-…`), never a shade. */
export interface Tones {
  readonly canvas: string
  readonly surface: string
  readonly text: string
  readonly muted: string
  readonly line: string
  /** Edges of things to type in or press: 3:1 against the surface (WCAG 1.4.11). */
  readonly edge: string
  readonly action: string
  readonly link: string
  readonly neutralText: string
  readonly neutralSurface: string
  readonly doneText: string
  readonly doneSurface: string
  readonly soonText: string
  readonly soonSurface: string
  readonly lateText: string
  readonly lateSurface: string
}

export const DAY_TONES: Tones = {
  canvas: GREY[0], surface: '#ffffff', text: GREY[9], muted: '#55625c', line: GREY[3], edge: GREY[5],
  action: PINE[7], link: PINE[7],
  neutralText: GREY[7], neutralSurface: GREY[1],
  doneText: PINE[8], doneSurface: PINE[1],
  soonText: AMBER[7], soonSurface: AMBER[1],
  lateText: BRICK[7], lateSurface: BRICK[1],
}

export const NIGHT_TONES: Tones = {
  canvas: NIGHT[8], surface: NIGHT[7], text: NIGHT[0], muted: NIGHT[2], line: NIGHT[5], edge: '#74827b',
  action: PINE[6], link: PINE[3],
  neutralText: NIGHT[1], neutralSurface: '#2f3b35',
  doneText: '#a5dcc1', doneSurface: '#17382a',
  soonText: AMBER[3], soonSurface: '#3a2c0e',
  lateText: BRICK[3], lateSurface: '#451b15',
}
