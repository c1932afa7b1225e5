import type { PrintedTable } from './print-body.ts'

/** Stands in a table where its rows will: private letters, of which `plainText` leaves none in anybody's words. */
export function rowsMark(table: number): string {
  return `\uE000${table}\uE001`
}

/** The rows in place of their marks. An annex has fifteen thousand cells: as objects they take the DOCX library seconds, as text a moment. */
export function withRows(documentXml: string, tables: readonly PrintedTable[]): string {
  let rest = documentXml
  const done: string[] = []
  for (const [index, table] of tables.entries()) {
    const mark = rest.indexOf(rowsMark(index))
    const [from, to] = [rest.lastIndexOf('<w:tr>', mark), rest.indexOf('</w:tr>', mark) + '</w:tr>'.length]
    if (mark < 0 || from < 0) throw new Error(`The document has no place for table ${index}`)
    done.push(rest.slice(0, from), rowsXml(table))
    rest = rest.slice(to)
  }
  return [...done, rest].join('')
}

function rowsXml({ size, widthsMm, rows, isKept }: PrintedTable): string {
  const widths = widthsMm.map(twips)
  const letters = `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`
  return rows.map(({ isBold, isKept: isWhole, isHeading, cells }, index) => {
    const keepNext = (isKept || isHeading) && index < rows.length - 1 ? '<w:keepNext/>' : ''
    const run = `<w:rPr>${letters}</w:rPr></w:pPr><w:r><w:rPr>${isBold ? '<w:b/><w:bCs/>' : ''}${letters}</w:rPr>`
    let column = 0
    const written = cells.map(({ text, align, columnSpan }) => {
      const width = widths.slice(column, column += columnSpan).reduce((sum, each) => sum + each, 0)
      return `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/><w:gridSpan w:val="${columnSpan}"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>${keepNext}<w:jc w:val="${align}"/>${run}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p></w:tc>`
    })
    return `<w:tr><w:trPr><w:cantSplit${isWhole ? '' : ' w:val="off"'}/></w:trPr>${written.join('')}</w:tr>`
  }).join('')
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter)
}

/** Word counts lengths in twentieths of a point. */
export function twips(mm: number): number {
  return Math.round(mm * 1440 / 25.4)
}
