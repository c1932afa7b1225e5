import {
  AlignmentType, BorderStyle, Document, Footer, Header, HeightRule, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, SectionType,
  Table, TableCell, TableLayoutType, TableRow, TextDirection, TextRun, VerticalAlignTable, WidthType, type IParagraphOptions, type IRunOptions, type ISectionOptions,
} from 'docx'
import { TextWatermark } from 'docx/watermarks'
import { openZip } from '../text/zip-entries.ts'
import { writeZip } from '../text/write-zip.ts'
import { rowsMark, twips, withRows } from './docx-rows.ts'
import { LAYOUT, STYLES, textAreaMm, type StyleName } from './layout.ts'
import type { OfficialDocument } from './official-document.ts'
import { printDocument, type PrintedAnnex, type PrintedDocument, type RuledLines } from './print.ts'
import type { PrintedBlock, PrintedParagraph, PrintedTable } from './print-body.ts'
import { textWidth } from './text-width.ts'

/** The document for Word, in the layout of Nghị định 30/2020/NĐ-CP. */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const printed = printDocument(document)
  const tables: PrintedTable[] = []
  const file = new Document({
    title: printed.title,
    creator: document.issuer,
    styles: { default: { document: { run: { font: 'Times New Roman', size: points(STYLES.body.size), language: { value: 'vi-VN' } } } } },
    sections: [
      section('portrait', printed, [
        boxTable(...headRows(printed)),
        ...heading(printed),
        ...addressees(printed.addressees),
        ...decision(printed, tables),
        ...blocks(printed.body, tables),
        ...signatures(printed),
        // Word wants a paragraph after a table; the smallest one starts no page of its own.
        paragraph('recipient', '', { spacing: { line: 20, lineRule: LineRuleType.EXACT } }),
      ]),
      ...printed.annexes.map((annex) => section(annex.orientation, printed, [...annexHeading(annex), ...blocks(annex.body, tables)])),
    ],
  })
  return withTables(new Uint8Array(await Packer.toArrayBuffer(file)), tables)
}

const DOCUMENT = 'word/document.xml'
const LONGEST_PART = 64 * 1024 * 1024

/** The same file with the rows of its tables. */
async function withTables(file: Uint8Array, tables: readonly PrintedTable[]): Promise<Uint8Array> {
  if (tables.length === 0) return file
  const zip = openZip(file)
  const parts = await Promise.all(zip.names().map(async (name) => ({ name, text: await zip.text(name, LONGEST_PART) ?? '' })))
  return writeZip(parts.map(({ name, text }) => ({ name, text: name === DOCUMENT ? withRows(text, tables) : text })))
}

type Orientation = PrintedAnnex['orientation']

/** Pages with numbers of their own, from 1, the first one without its number. */
function section(orientation: Orientation, { mark, foot, watermarkSize }: PrintedDocument, children: ISectionOptions['children']): ISectionOptions {
  const { paperMm, marginsMm } = LAYOUT
  const footer = [
    ...(mark === null ? [] : [paragraph('mark', mark, { alignment: AlignmentType.CENTER }, LAYOUT.markColor)]),
    ...(foot === null ? [] : [centred('foot', foot)]),
  ]
  const size = watermarkSize[orientation]
  const watermark = () => (mark === null ? [] : [new TextWatermark({
    text: mark, font: 'Times New Roman', color: LAYOUT.watermark.color, opacity: 1, fontSize: size, rotation: LAYOUT.watermark.angle,
    width: textWidth(mark, 'regular', size) * 72 / 25.4, height: size,
  })])
  const number = new TextRun({ children: [PageNumber.CURRENT], size: points(STYLES.pageNumber.size) })
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          width: twips(paperMm.width), height: twips(paperMm.height),
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(marginsMm.top), bottom: twips(marginsMm.bottom), left: twips(marginsMm.left), right: twips(marginsMm.right),
          header: twips(LAYOUT.pageNumberFromTopMm), footer: twips(LAYOUT.markFromBottomMm),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- docx lets a watermark stand where a TextRun does
      first: new Header({ children: [new Paragraph({ children: watermark() })] }),
      default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [...watermark(), number] })] }),
    },
    footers: { first: new Footer({ children: footer }), default: new Footer({ children: footer }) },
    children,
  }
}

/** Boxes 11, 1 and 2, 3 and 4, 5b and 10b. */
function headRows(printed: PrintedDocument): TableRow[] {
  const { superior, issuer, nationalTitle, circulation, urgency, letterSubject } = printed
  const stamped = [
    ...letterSubject.map((line, index) => centred('letterSubject', line, index === 0 ? { spacing: { before: spacing(LAYOUT.letterSubjectGapPt) } } : {})),
    ...(urgency === null ? [] : [gap(), gap(), stamp('urgency', urgency, LAYOUT.urgencyColor), gap()]),
  ]
  return [
    ...(circulation === null ? [] : [boxRow([gap(), stamp('circulation', circulation), gap(), gap()], [gap()])]),
    boxRow(
      [...superior.map((line) => centred('superior', line)), ...issuer.lines.map((line) => centred('issuer', line)), rule(issuer, LAYOUT.leftColumnMm)],
      [...nationalTitle.lines.map((line, index) => centred(index === 0 ? 'nationalTitle' : 'motto', line)), rule(nationalTitle, LAYOUT.rightColumnMm)],
    ),
    boxRow([centred('number', printed.number)], [centred('placeAndDate', printed.placeAndDate)]),
    ...(stamped.length === 0 ? [] : [boxRow(stamped, [gap()])]),
  ]
}

/** Box 5a. */
function heading({ heading: box }: PrintedDocument): Paragraph[] {
  if (box === null) return []
  return [
    centred('typeName', box.typeName, { spacing: { before: spacing(LAYOUT.sectionGapPt) } }),
    ...box.subject.lines.map((line) => centred('subject', line)),
    rule(box.subject, textAreaMm('portrait')),
  ]
}

/** Box 9a. */
function addressees(lines: readonly string[]): Paragraph[] {
  const [only] = lines
  if (only === undefined) return []
  const above = { spacing: { before: spacing(LAYOUT.sectionGapPt) } }
  if (lines.length === 1) return [centred('addressee', `Kính gửi: ${only}`, above), gap()]
  const { addresseeIndentMm } = LAYOUT
  const dashMm = addresseeIndentMm + textWidth('Kính gửi', 'regular', STYLES.addressee.size)
  const hanging = twips(textWidth('- ', 'regular', STYLES.addressee.size))
  return [
    paragraph('addressee', 'Kính gửi:', { indent: { left: twips(addresseeIndentMm) }, ...above }),
    ...lines.map((line) => paragraph('addressee', line, { indent: { left: twips(dashMm) + hanging, hanging } })),
    gap(),
  ]
}

/** Tables are added to `tables` in the order in which they stand. */
function blocks(printed: readonly PrintedBlock[], tables: PrintedTable[]): (Paragraph | Table)[] {
  return printed.flatMap((block, index) => {
    if (block.kind === 'table') return [gap({ keepNext: true }), dataTable(block, tables.push(block) - 1), gap()]
    const next = printed[index + 1]
    return [bodyParagraph(block, block.level > 0 || next === undefined || next.kind === 'table')]
  })
}

/** Box 6. A heading stays with its text, a sentence with its table, the last lines with the signature. */
function bodyParagraph({ style, runs, level }: PrintedParagraph, keepNext: boolean): Paragraph {
  const { lineSpacing, paragraphGapPt, firstLineMm } = LAYOUT
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: twips(firstLineMm) },
    spacing: { before: spacing(paragraphGapPt), line: Math.round(240 * lineSpacing), lineRule: LineRuleType.AUTO },
    keepNext,
    ...(level > 0 ? { outlineLevel: level - 1 } : {}),
    children: runs.map(({ text, isBold, isItalic }) => textRun({ text, bold: isBold, italics: isItalic, size: points(STYLES[style].size) })),
  })
}

/** With its head, and a row that bears the mark of the rows to come. */
function dataTable(table: PrintedTable, number: number): Table {
  const line = { style: BorderStyle.SINGLE, size: LAYOUT.tableLinePt * 8, color: '000000' }
  const title = (text: string, isBold: boolean) => new Paragraph({
    alignment: AlignmentType.CENTER, keepNext: true, run: { size: points(table.size) }, children: [textRun({ text, size: points(table.size), ...(isBold ? { bold: true } : {}) })],
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(table.widthsMm.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: table.widthsMm.map(twips),
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    margins: { left: twips(table.paddingMm), right: twips(table.paddingMm), top: 20, bottom: 20 },
    rows: [
      ...table.header.map(({ leastMm, cells }) => new TableRow({
        tableHeader: true, cantSplit: true, ...(leastMm === null ? {} : { height: { value: twips(leastMm), rule: HeightRule.ATLEAST } }),
        children: cells.map(({ text, columnSpan, rowSpan, isBold, turnedMm }) => new TableCell({
          columnSpan, rowSpan, verticalAlign: VerticalAlignTable.CENTER, ...(turnedMm === null ? {} : { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT }),
          children: [title(text, isBold)],
        })),
      })),
      new TableRow({ children: [new TableCell({ children: [new Paragraph(rowsMark(number))] })] }),
    ],
  })
}

/** Who decides, căn cứ, "QUYẾT ĐỊNH:". */
function decision({ decision: box }: PrintedDocument, tables: PrintedTable[]): (Paragraph | Table)[] {
  if (box === null) return []
  return [
    ...box.authority.map((line, index) => centred('decides', line, index === 0 ? { spacing: { before: spacing(LAYOUT.sectionGapPt) } } : {})), ...blocks(box.grounds, tables),
    centred('decides', box.word, { keepNext: true, spacing: { before: spacing(LAYOUT.sectionGapPt), after: spacing(LAYOUT.paragraphGapPt) } }),
  ]
}

/** Boxes 9b and 7a–7c, never parted by a page; where several sign, two in a row, and Nơi nhận below them. */
function signatures({ recipients, authority, signerName, signerHint, coSigners }: PrintedDocument): (Paragraph | Table)[] {
  const above = { spacing: { before: spacing(LAYOUT.sectionGapPt) } }
  const toWhom = [paragraph('recipientsTitle', 'Nơi nhận:', above), ...recipients.map((line) => paragraph('recipient', line))]
  const signed = (lines: readonly string[], name: string) => [
    ...lines.map((line, index) => centred('authority', line, index === 0 ? above : {})), ...(coSigners.length === 0 ? [] : [centred('signerHint', signerHint)]),
    centred('signerName', name, { spacing: { before: twips(LAYOUT.signatureGapMm) } }),
  ]
  if (coSigners.length === 0) return [boxTable(boxRow(toWhom, signed(authority, signerName)))]
  const cells = [...coSigners.map(({ position, name }) => signed([position], name)), ...(coSigners.length % 2 === 0 ? [[gap()]] : []), signed(authority, signerName)]
  const rows = Array.from({ length: cells.length / 2 }, (_, at) => boxRow(cells[2 * at] ?? [], cells[2 * at + 1] ?? []))
  return recipients.length === 0 ? [boxTable(...rows)] : [boxTable(...rows), ...toWhom]
}

function annexHeading({ label, title, reference }: PrintedAnnex): Paragraph[] {
  return [
    centred('annexLabel', label, { outlineLevel: 0 }),
    ...title.map((line) => centred('annexTitle', line)),
    centred('annexReference', reference, { spacing: { after: spacing(LAYOUT.paragraphGapPt) } }),
  ]
}

/** Two columns without lines, in which the boxes stand. */
function boxTable(...rows: TableRow[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(textAreaMm('portrait')), type: WidthType.DXA },
    columnWidths: [twips(LAYOUT.leftColumnMm), twips(LAYOUT.rightColumnMm)],
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows,
  })
}

function boxRow(left: readonly (Paragraph | Table)[], right: readonly (Paragraph | Table)[]): TableRow {
  return new TableRow({ cantSplit: true, children: [new TableCell({ children: left }), new TableCell({ children: right })] })
}

/** A framed word, centred: boxes 10b and 11. The frame is the paragraph's own, so its height is a line and two paddings. */
function stamp(style: StyleName, { text, widthMm }: { text: string; widthMm: number }, color = '000000'): Paragraph {
  const side = twips((LAYOUT.leftColumnMm - widthMm) / 2)
  const paddingPt = 4
  const frame = { style: BorderStyle.SINGLE, size: 8, color }
  return paragraph(style, text, {
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side },
    border: { left: { ...frame, space: 0 }, right: { ...frame, space: 0 }, top: { ...frame, space: paddingPt }, bottom: { ...frame, space: paddingPt } },
    spacing: { line: twips(LAYOUT.stampMm.height) - 2 * spacing(paddingPt), lineRule: LineRuleType.EXACT },
  }, color)
}

/** The line under a name: the upper border of an empty paragraph that is indented to the line's length. */
function rule({ ruleMm }: RuledLines, columnMm: number): Paragraph {
  const side = twips((columnMm - ruleMm) / 2)
  return new Paragraph({
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: LAYOUT.rulePt * 8, color: '000000', space: 0 } },
    spacing: { before: spacing(LAYOUT.ruleGapPt), line: spacing(6), lineRule: LineRuleType.EXACT },
  })
}

function gap(options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, spacing: { line: spacing(LAYOUT.paragraphGapPt), lineRule: LineRuleType.EXACT } })
}

function centred(style: StyleName, text: string, options: IParagraphOptions = {}): Paragraph {
  return paragraph(style, text, { alignment: AlignmentType.CENTER, ...options })
}

function paragraph(style: StyleName, text: string, options: IParagraphOptions = {}, color?: string): Paragraph {
  const { size, bold, italic } = STYLES[style]
  const run: IRunOptions = { text, bold, italics: italic, size: points(size) }
  // The mark of the paragraph is as small as its words, or Word makes the line higher.
  return new Paragraph({ ...options, run: { size: points(size) }, children: [textRun(color === undefined ? run : { ...run, color })] })
}

function textRun(options: IRunOptions): TextRun {
  return new TextRun(options)
}

/** Word counts letters in half points, spacings and lengths in twentieths of a point. */
function points(size: number): number {
  return size * 2
}

function spacing(pt: number): number {
  return pt * 20
}
