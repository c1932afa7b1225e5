import { fileURLToPath } from 'node:url'
import { AlignmentType, Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** A plan as the parts that are printed in different places of a page. */
export type PrintablePlan = { head: { left: string[]; right: string[] } | null; kind: string; title: string[]; paragraphs: string[]; recipients: string[]; signature: string[] }

/** Takes the plan of Lâm Đồng apart where its own layout shows: blank lines, bold blocks, "Nơi nhận:". */
export function printablePlan(markdown: string): PrintablePlan {
  const [body = '', tail = ''] = markdown.split('Nơi nhận:')
  const [kind = '', title = '', ...paragraphs] = body.split(/\n{2,}/).map((block) => block.trim()).filter((block) => block !== '')
  const [recipients = '', ...signature] = tail.split(/\n{2,}/).map((block) => block.trim()).filter((block) => block !== '')
  const lines = (block: string) => block.replaceAll('**', '').split('\n')
  return { head: null, kind, title: lines(title), paragraphs, recipients: lines(recipients), signature: signature.flatMap(lines) }
}

const FONTS = ['400Regular/Tinos_400Regular.ttf', '700Bold/Tinos_700Bold.ttf'].map((file) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${file}`)))

const TEMPLATE = `
#let plan = json(bytes(sys.inputs.plan))
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm),
  header: context if counter(page).get().first() > 1 { align(center, str(counter(page).get().first())) })
#set text(font: "Tinos", size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 1.27cm, all: true), spacing: 12pt, leading: 7pt)
#let centred(lines, weight: "bold") = align(center, lines.map(line => text(weight: weight, line)).join(linebreak()))
#let columns-of(left, right) = { set par(justify: false, first-line-indent: 0pt); grid(columns: (45%, 55%), left, right) }
#if plan.head != none { columns-of(centred(plan.head.left), centred(plan.head.right)) }
#v(12pt)
#centred((plan.kind,))
#centred(plan.title)
#for line in plan.paragraphs { par(line) }
#columns-of([
  #text(size: 12pt, weight: "bold")[Nơi nhận:] \\
  #text(size: 11pt, plan.recipients.join(linebreak()))
], centred(plan.signature))
`

/** The plan as a PDF in the layout of Nghị định 30/2020/NĐ-CP: justified, indented, Nơi nhận beside the signature, page numbers on top. */
export function pdfOf(plan: PrintablePlan): Buffer {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: FONTS }] })
  return compiler.pdf({ mainFileContent: TEMPLATE, inputs: { plan: JSON.stringify(plan) } })
}

/** The plan as Word: its marks typed, or counted by Word's lists. */
export function docxOf(plan: PrintablePlan, marks: 'typed' | 'automatic'): Promise<Buffer> {
  const line = (text: string) => new Paragraph({ children: [new TextRun(text)] })
  const centred = (text: string) => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(text)] })
  const cell = (children: Paragraph[]) => new TableCell({ children, width: { size: 50, type: WidthType.PERCENTAGE } })
  const sideBySide = (left: Paragraph[], right: Paragraph[]) => new Table({ rows: [new TableRow({ children: [cell(left), cell(right)] })] })
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({ level: at, format, text, alignment: AlignmentType.LEFT })
  return Packer.toBuffer(
    new Document({
      numbering: { config: [{ reference: 'marks', levels: [level(0, LevelFormat.UPPER_ROMAN, '%1.'), level(1, LevelFormat.DECIMAL, '%2.'), level(2, LevelFormat.LOWER_LETTER, '%3)')] }] },
      sections: [{
        children: [
          ...(plan.head === null ? [] : [sideBySide(plan.head.left.map(centred), plan.head.right.map(centred))]),
          centred(plan.kind),
          ...plan.title.map(centred),
          ...plan.paragraphs.map(marks === 'typed' ? line : counted),
          sideBySide([line('Nơi nhận:'), ...plan.recipients.map(line)], plan.signature.map(centred)),
        ],
      }],
    }),
  )
}

function counted(text: string): Paragraph {
  const levels = [/^[IVX]+\. /, /^\d+\. /, /^[a-z]\) /]
  const level = levels.findIndex((mark) => mark.test(text))
  if (level === -1) return new Paragraph({ children: [new TextRun(text)] })
  return new Paragraph({ numbering: { reference: 'marks', level }, children: [new TextRun(text.replace(levels[level] ?? '', ''))] })
}
