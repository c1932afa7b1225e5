import { levelNumber, numberingFrom } from './docx-numbering.ts'
import type { Numbering } from './docx-numbering.ts'
import { attributeIn, xmlTokens } from './xml-tokens.ts'
import { openZip } from './zip-entries.ts'

/** A document of a thousand pages has some 20 MB of XML. */
const LARGEST_PART = 40 * 1024 * 1024

export function isDocx(bytes: Uint8Array): boolean {
  return openZip(bytes).has('word/document.xml')
}

/** The text of a Word document, a line each paragraph, with the numbers and signs Word counts by itself. Throws ZipError. */
export async function extractDocx(bytes: Uint8Array): Promise<string> {
  const zip = openZip(bytes)
  const numbering = numberingFrom(await zip.text('word/numbering.xml', LARGEST_PART), await zip.text('word/styles.xml', LARGEST_PART))
  return textOfDocument((await zip.text('word/document.xml', LARGEST_PART)) ?? '', numbering)
}

type Paragraph = { text: string[]; style: string | undefined; listId: string | undefined; level: number | undefined }

/** What was deleted, moved away, repeated for old versions of Word or computed by a field is not what the page shows. */
const NOT_SHOWN = new Set(['w:del', 'w:moveFrom', 'w:pPrChange', 'w:rPrChange', 'mc:Fallback', 'w:instrText', 'w:delText'])

function textOfDocument(xml: string, numbering: Numbering): string {
  const lines: string[] = []
  const open: Paragraph[] = []
  let hidden = 0
  let isText = false
  let isInCapitals = false
  for (const token of xmlTokens(xml)) {
    const paragraph = open.at(-1)
    if (token.type === 'text') {
      if (isText && hidden === 0) paragraph?.text.push(isInCapitals ? token.text.toUpperCase() : token.text)
    } else if (token.type === 'close') {
      if (NOT_SHOWN.has(token.name)) hidden = Math.max(0, hidden - 1)
      else if (token.name === 'w:t') isText = false
      else if (token.name === 'w:r') isInCapitals = false
      else if (token.name === 'w:p' && hidden === 0) {
        const closed = open.pop()
        if (closed !== undefined) lines.push(printed(closed, numbering))
      }
    } else if (NOT_SHOWN.has(token.name)) hidden += token.isEmpty ? 0 : 1
    else if (hidden > 0) continue
    else if (token.name === 'w:p') {
      if (token.isEmpty) lines.push('')
      else open.push({ text: [], style: undefined, listId: undefined, level: undefined })
    } else if (token.name === 'w:t') isText = !token.isEmpty
    else if (token.name === 'w:caps') isInCapitals = !/^(?:0|false|off)$/.test(attributeIn(token.attributes, 'w:val') ?? '')
    else if (token.name === 'w:r') isInCapitals = false
    else if (paragraph !== undefined) readIntoParagraph(paragraph, token.name, token.attributes)
  }
  return lines.join('\n')
}

function readIntoParagraph(paragraph: Paragraph, name: string, attributes: string): void {
  if (name === 'w:tab' && attributeIn(attributes, 'w:val') === undefined) paragraph.text.push('\t')
  else if (name === 'w:br' || name === 'w:cr') paragraph.text.push('\n')
  else if (name === 'w:noBreakHyphen') paragraph.text.push('-')
  else if (name === 'w:pStyle') paragraph.style = attributeIn(attributes, 'w:val')
  else if (name === 'w:numId') paragraph.listId = attributeIn(attributes, 'w:val')
  else if (name === 'w:ilvl') paragraph.level = levelNumber(attributeIn(attributes, 'w:val'))
}

function printed(paragraph: Paragraph, numbering: Numbering): string {
  const text = paragraph.text.join('')
  const ofStyle = paragraph.style === undefined ? undefined : numbering.placeOfStyle(paragraph.style)
  const listId = paragraph.listId ?? ofStyle?.listId
  // An empty paragraph shows its number in Word, but nobody means it: Word writers leave such lines for space.
  if (listId === undefined || listId === '0' || text.trim() === '') return text
  const mark = numbering.nextMark({ listId, level: paragraph.level ?? ofStyle?.level ?? 0 })
  return mark === '' ? text : `${mark} ${text}`
}
