/** Between two cells of one printed line (a two-column head flattened into lines); a space everywhere else. */
export const COLUMN_GAP = '\t'

/**
 * One spelling for what looks the same on paper: NFC, "\n", plain spaces, “ ” quotes, "- " before listed lines;
 * no markdown signs, no page numbers, no ruled lines. A line of the result is a line of the file, trimmed; empty lines stay.
 */
export function normaliseText(raw: string): string[] {
  const text = withOneSetOfCharacters(raw)
  return withTypographicQuotes(withoutMarkup(text)).split('\n').map(normaliseLine)
}

function withOneSetOfCharacters(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '')
}

function withoutMarkup(text: string): string {
  return text
    .replace(/<br ?\/?>/gi, '\n')
    .replace(/<\/?(?:b|i|u|em|strong|center|div|p|span|sup|sub)(?: [^<>\n]{0,200})?>/gi, '')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&amp;/gi, '&')
    .replace(/\*\*|__/g, '')
    .replace(/\\([-\\`*_{}[\]()#+.!|>/])/g, '$1')
}

const OPENS_A_QUOTE = /[\s([{“‘\-–—/]/

/** Straight, low, angled or twice the same quote: which of the pair it is follows from what stands before it. */
function withTypographicQuotes(text: string): string {
  return text
    .replace(/[“”„‟«»″"]/g, (_quote, at: number) => (at === 0 || OPENS_A_QUOTE.test(text.charAt(at - 1)) ? '“' : '”'))
    .replace(/[‘’‚‛′`']/g, (_quote, at: number) => (at === 0 || OPENS_A_QUOTE.test(text.charAt(at - 1)) ? '‘' : '’'))
}

const RULED_LINE = /^[-–—_=*~.+|: ]{2,}$/
const PAGE_NUMBER = /^[-–—] ?\d{1,3} ?[-–—]$|^\d{1,3}$|^[Tt]rang \d{1,3}(?: ?\/ ?\d{1,3})?$/
const BULLET = /^(?:[-–—•●▪■◦‣➢➤·\uf000-\uf0ff](?![-–—])|\*(?= )|\+(?=[ \p{L}]))\s*/u

function normaliseLine(line: string): string {
  const plain = line
    .trim()
    .replace(/^#{1,6} +/, '')
    .replace(/^> ?/, '')
    .replace(/\\$/, '')
  if (RULED_LINE.test(plain)) return ''
  const cells = withoutEmphasis(withoutTableBars(plain))
    .replace(/ *\t[\t ]*| {3,}/g, COLUMN_GAP)
    .replace(/ {2}/g, ' ')
    .trim()
  if (PAGE_NUMBER.test(cells)) return ''
  return cells.replace(BULLET, (bullet) => (bullet.startsWith('+') ? '+ ' : '- ')).trim()
}

/** "| left | right |", as a markdown table prints a head of two columns. */
function withoutTableBars(line: string): string {
  if (!line.startsWith('|')) return line
  return line
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && !RULED_LINE.test(cell))
    .join(COLUMN_GAP)
}

function withoutEmphasis(line: string): string {
  return line.replace(/(^|[\s(“])([*_])(?=\S)([^*_\n]{1,300})\2(?=$|[\s).,;:”])/g, '$1$3')
}
