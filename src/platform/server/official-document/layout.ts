import type { FontFace } from './fonts.ts'

/**
 * Every typographic number of an official document: Nghị định 30/2020/NĐ-CP, Phụ lục I. Both writers take theirs from here.
 * `source` is the number of the box (ô số) in the annex's diagram, or its clause; `allowed` is the range it gives, and
 * where it gives a range the size is the one of its specimen (mẫu chữ, Phần I mục V).
 */
export interface TextStyle {
  readonly source: string
  readonly size: number
  readonly allowed: readonly [number, number] | null
  readonly bold: boolean
  readonly italic: boolean
}

function upright(source: string, size: number, allowed: TextStyle['allowed']): TextStyle {
  return { source, size, allowed, bold: false, italic: false }
}

function bold(source: string, size: number, allowed: TextStyle['allowed']): TextStyle {
  return { source, size, allowed, bold: true, italic: false }
}

function italic(source: string, size: number, allowed: TextStyle['allowed']): TextStyle {
  return { source, size, allowed, bold: false, italic: true }
}

export const STYLES = {
  nationalTitle: bold('ô 1', 12, [12, 13]),
  motto: bold('ô 1', 13, [13, 14]),
  superior: upright('ô 2', 12, [12, 13]),
  issuer: bold('ô 2', 12, [12, 13]),
  number: upright('ô 3', 13, [13, 13]),
  placeAndDate: italic('ô 4', 13, [13, 14]),
  typeName: bold('ô 5a', 14, [13, 14]),
  subject: bold('ô 5a', 14, [13, 14]),
  letterSubject: upright('ô 5b', 12, [12, 13]),
  ground: italic('ô 6', 14, [13, 14]),
  body: upright('ô 6', 14, [13, 14]),
  heading: bold('ô 6', 14, [13, 14]),
  authority: bold('ô 7a', 14, [13, 14]),
  signerName: bold('ô 7b', 14, [13, 14]),
  signerHint: italic('không quy định', 13, null),
  decides: bold('ô 6', 14, [13, 14]),
  addressee: upright('ô 9a', 14, [13, 14]),
  recipientsTitle: { source: 'ô 9b', size: 12, allowed: [12, 12], bold: true, italic: true },
  recipient: upright('ô 9b', 11, [11, 11]),
  urgency: bold('ô 10b', 13, [13, 14]),
  circulation: bold('ô 11', 13, [13, 14]),
  pageNumber: upright('Phần I, mục I.7', 14, [13, 14]),
  annexLabel: bold('Phần I, mục III.1', 14, [14, 14]),
  annexTitle: bold('Phần I, mục III.1', 14, [13, 14]),
  annexReference: italic('Phần I, mục III.1', 14, [13, 14]),
  // The annex says nothing about the letters inside a table, nor about a mark that is no part of the format.
  tableHeader: bold('không quy định', 12, null),
  tableCell: upright('không quy định', 12, null),
  tableCellBold: bold('không quy định', 12, null),
  mark: bold('không quy định', 11, null),
  foot: upright('không quy định', 9, null),
} as const satisfies Record<string, TextStyle>

export type StyleName = keyof typeof STYLES

/** Lengths in millimetres, spacings in points. */
export const LAYOUT = {
  /** Phần I, mục I.1. */
  paperMm: { width: 210, height: 297 },
  /** Phần I, mục I.3: top and bottom 20–25, left 30–35, right 15–20; the same edges when the page lies down. */
  marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
  /** Phần I, mục I.7: in the middle of the top margin. */
  pageNumberFromTopMm: 7.5,
  markFromBottomMm: 7,
  /** Phần I, mục II.6.e: 1 or 1.27 cm; at least 6 pt between paragraphs; single to 1.5 lines. */
  firstLineMm: 12.7,
  paragraphGapPt: 6,
  lineSpacing: 1.15,
  /** Boxes 1–5b stand in two columns; the left one leaves the national title its line. */
  leftColumnMm: 70,
  rightColumnMm: 95,
  /** Box 5a: subject and annex titles are broken evenly inside this part of the text width. */
  titleShare: 0.85,
  /** Boxes 2 and 5a: the line below is 1/3 to 1/2 of the words above it. Box 1: all of them. */
  ruleShare: 0.4,
  rulePt: 0.75,
  ruleGapPt: 3,
  /** Box 5b: 6 pt under the number. */
  letterSubjectGapPt: 6,
  sectionGapPt: 14,
  /** Box 9a: several addressees; their dashes stand under the colon. */
  addresseeIndentMm: 22,
  /** Box 7c: room for the signature's image. */
  signatureGapMm: 26,
  /** Mục III.2.b: 30×8, 40×8 and 20×8 mm, bright red. */
  stampMm: { height: 8, 'HỎA TỐC': 30, 'THƯỢNG KHẨN': 40, KHẨN: 20 },
  urgencyColor: 'E00000',
  /** Mục III.2.c gives no size for the box of box 11: as high as the one above, as wide as its words and this. */
  circulationPaddingMm: 6,
  cellPaddingMm: 1.5,
  /** A table of so few rows and so low is never parted by a page, nor is a row lower than this. */
  keptTogetherRows: 10,
  keptTogetherMm: 110,
  tableLinePt: 0.5,
  markColor: 'B00000',
  /** Slanted over the page, as large as it fits there. */
  watermark: { color: 'EAEAEA', size: 54, angle: -50, longestMm: { portrait: 290, landscape: 240 } },
} as const

export function faceOf(style: TextStyle): FontFace {
  if (style.bold) return style.italic ? 'boldItalic' : 'bold'
  return style.italic ? 'italic' : 'regular'
}

/** Width of the text on a page, upright or lying. */
export function textAreaMm(orientation: 'portrait' | 'landscape'): number {
  const { paperMm, marginsMm } = LAYOUT
  return (orientation === 'portrait' ? paperMm.width : paperMm.height) - marginsMm.left - marginsMm.right
}
