import { dayOf, monthOf, yearOf, type PlainDate } from '#kernel/plain-date.ts'
import { valueColumns } from '../spreadsheet/table.ts'
import { DOCUMENT_TYPES, documentNumber } from './document-types.ts'
import { faceOf, LAYOUT, STYLES, textAreaMm, type TextStyle } from './layout.ts'
import { romanNumeral } from './numbering.ts'
import type { Annex, Block, OfficialDocument, Signature } from './official-document.ts'
import { inCapitals, plainText } from './plain-text.ts'
import { closeBody, printBody, printGrounds, withEndings, type PrintedBlock } from './print-body.ts'
import { balancedLines, textWidth } from './text-width.ts'

/** The words of a document as they stand on paper, box by box. Both writers only set them. */
export interface PrintedDocument {
  /** For the file's properties. */
  readonly title: string
  readonly nationalTitle: RuledLines
  readonly superior: readonly string[]
  readonly issuer: RuledLines
  readonly number: string
  readonly placeAndDate: string
  /** Box 5a, or box 5b for a công văn. */
  readonly heading: { readonly typeName: string; readonly subject: RuledLines } | null
  readonly letterSubject: readonly string[]
  /** One stands on the line of "Kính gửi:", several below it. */
  readonly addressees: readonly string[]
  /** Of a decision: who decides, above its grounds, and the word below them. */
  readonly decision: { readonly authority: readonly string[]; readonly grounds: readonly PrintedBlock[]; readonly word: string } | null
  readonly body: readonly PrintedBlock[]
  readonly recipients: readonly string[]
  readonly authority: readonly string[]
  readonly signerName: string
  /** Two in a row, the last cell of the last row being box 7. */
  readonly coSigners: readonly { readonly position: string; readonly name: string }[]
  readonly signerHint: string
  readonly annexes: readonly PrintedAnnex[]
  readonly urgency: { readonly text: string; readonly widthMm: number } | null
  readonly circulation: { readonly text: string; readonly widthMm: number } | null
  readonly mark: string | null
  /** Letters of the mark across the page, in points. */
  readonly watermarkSize: { readonly portrait: number; readonly landscape: number }
  readonly foot: string | null
}

/** Centred lines with a line drawn below them. */
export interface RuledLines {
  readonly lines: readonly string[]
  readonly ruleMm: number
}

export interface PrintedAnnex {
  readonly label: string
  readonly title: readonly string[]
  readonly reference: string
  readonly orientation: 'portrait' | 'landscape'
  readonly body: readonly PrintedBlock[]
}

const NATIONAL_TITLE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const SIGNER_HINT = '(Ký, ghi rõ họ tên)'
const MOTTO = 'Độc lập - Tự do - Hạnh phúc'
const BLANK = '\u00A0'.repeat(6)

export function printDocument(document: OfficialDocument): PrintedDocument {
  const isLetter = document.type === 'cong_van'
  const { name: typeName, abbreviation } = document.named ?? DOCUMENT_TYPES[document.type]
  const subject = plainText(document.subject)
  const number = typeof document.number === 'string' ? plainText(document.number) : documentNumber(document.number, abbreviation, plainText(document.bodySign))
  const reference = `(Kèm theo ${typeName} số ${number} ${dateInWords(document.issuedOn)} của ${plainText(document.issuer)})`
  return {
    title: isLetter ? `Công văn V/v ${subject}` : `${typeName} ${subject}`,
    nationalTitle: { lines: [NATIONAL_TITLE, MOTTO], ruleMm: textWidth(MOTTO, 'bold', STYLES.motto.size) },
    superior: document.superior === null ? [] : linesOf(inCapitals(document.superior), STYLES.superior, LAYOUT.leftColumnMm),
    issuer: ruled(linesOf(inCapitals(document.issuer), STYLES.issuer, LAYOUT.leftColumnMm), STYLES.issuer),
    number: `Số: ${number}`,
    placeAndDate: onOneLine(`${plainText(document.place)}, ${dateInWords(document.issuedOn)}`),
    heading: isLetter ? null : { typeName: typeName.toLocaleUpperCase('vi'), subject: ruled(titleLines(subject, STYLES.subject, 'portrait'), STYLES.subject) },
    letterSubject: isLetter ? linesOf(`V/v ${subject}`, STYLES.letterSubject, LAYOUT.leftColumnMm) : [],
    addressees: document.addressees.length === 1 ? document.addressees.map(plainText) : withEndings(document.addressees).map((line) => `- ${line}`),
    decision: document.decidedBy === undefined ? null : { authority: titleLines(inCapitals(document.decidedBy), STYLES.decides, 'portrait'), grounds: [...printGrounds(document.grounds), ...printBody(document.findings ?? [], textAreaMm('portrait'))], word: 'QUYẾT ĐỊNH:' },
    body: [...(document.decidedBy === undefined ? printGrounds(document.grounds) : []), ...closeBody(printBody(document.body, textAreaMm('portrait')))],
    recipients: isBetweenTwo(document) ? [] : printRecipients(document),
    authority: authorityLines(document.signature),
    signerName: plainText(document.signature.name ?? ''),
    coSigners: (document.coSigners ?? []).map(({ position, name }) => ({ position: inCapitals(position), name: plainText(name ?? '') })),
    signerHint: SIGNER_HINT,
    annexes: document.annexes.map((annex, index) => printAnnex(annex, document.annexes.length === 1 ? '' : ` ${romanNumeral(index + 1)}`, reference)),
    urgency: document.urgency === undefined ? null : { text: document.urgency, widthMm: LAYOUT.stampMm[document.urgency] },
    circulation: document.circulation === undefined ? null
      : { text: document.circulation, widthMm: textWidth(document.circulation, 'bold', STYLES.circulation.size) + LAYOUT.circulationPaddingMm },
    mark: document.mark === undefined ? null : plainText(document.mark),
    watermarkSize: { portrait: watermarkSize(document.mark ?? '', 'portrait'), landscape: watermarkSize(document.mark ?? '', 'landscape') },
    foot: document.foot === undefined ? null : plainText(document.foot),
  }
}

/** `ngày 05 tháng 01 năm 2026`: days below 10 and months 1 and 2 take a zero (box 4); blanks where nothing is dated yet. */
export function dateInWords(day: PlainDate | null): string {
  if (day === null) return `ngày${BLANK}tháng${BLANK}năm${BLANK}`
  const month = monthOf(day)
  return `ngày ${String(dayOf(day)).padStart(2, '0')} tháng ${month <= 2 ? '0' : ''}${month} năm ${yearOf(day)}`
}

/** Box 7a: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
export function authorityLines(signature: Signature): string[] {
  const position = `${signature.isActing === true ? 'Q. ' : ''}${inCapitals(signature.position)}`
  return [
    ...(signature.onBehalfOf === undefined ? [] : [`TM. ${inCapitals(signature.onBehalfOf)}`]),
    ...(signature.by ?? []).map(({ right, position: head }) => `${right}. ${inCapitals(head)}`),
    position,
  ]
}

/** What two sides sign for each other goes to nobody else: a receipt. */
function isBetweenTwo({ coSigners = [], addressees, recipients }: OfficialDocument): boolean {
  return coSigners.length > 0 && addressees.length === 0 && recipients.length === 0
}

function printRecipients({ addressees, recipients, archive }: OfficialDocument): readonly string[] {
  const asAbove = addressees.length === 0 ? [] : ['Như trên']
  const kept = archive === null ? 'Lưu: VT' : `Lưu: VT, ${archive}`
  return withEndings([...asAbove, ...recipients, kept]).map((line) => `- ${line}`)
}

/** Two annexes or more are numbered in Roman numerals (mục III.1.a). */
function printAnnex(annex: Annex, numeral: string, reference: string): PrintedAnnex {
  const orientation = annex.body.some(isWide) ? 'landscape' : 'portrait'
  return {
    label: `Phụ lục${numeral}`,
    title: titleLines(inCapitals(annex.title), STYLES.annexTitle, orientation),
    reference,
    orientation,
    body: printBody(annex.body, textAreaMm(orientation)),
  }
}

function isWide(block: Block): boolean {
  if (block.kind !== 'table') return false
  return valueColumns(block.table.columns).reduce((sum, column) => sum + column.widthMm, 0) > textAreaMm('portrait')
}

function titleLines(text: string, style: TextStyle, orientation: 'portrait' | 'landscape'): readonly string[] {
  return linesOf(text, style, textAreaMm(orientation) * LAYOUT.titleShare)
}

function linesOf(text: string, style: TextStyle, maxWidth: number): readonly string[] {
  return balancedLines(text, maxWidth, (line) => textWidth(line, faceOf(style), style.size))
}

/** Box 4 stands on one line: beside a long name the last blank is given up, since some programs set blanks wider than others. */
function onOneLine(placeAndDate: string): string {
  return textWidth(placeAndDate, 'italic', STYLES.placeAndDate.size) > LAYOUT.rightColumnMm * 0.9 ? placeAndDate.trimEnd() : placeAndDate
}

function watermarkSize(mark: string, orientation: 'portrait' | 'landscape'): number {
  const { size, longestMm } = LAYOUT.watermark
  return Math.min(size, Math.floor(size * longestMm[orientation] / Math.max(1, textWidth(plainText(mark), 'regular', size))))
}

function ruled(lines: readonly string[], style: TextStyle): RuledLines {
  return { lines, ruleMm: textWidth(lines.at(-1) ?? '', faceOf(style), style.size) * LAYOUT.ruleShare }
}
