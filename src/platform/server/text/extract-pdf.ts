import { getDocumentProxy } from 'unpdf'
import { linesFromRows } from './pdf-paragraphs.ts'
import { rowsOfPage, withoutRunningHeads } from './pdf-rows.ts'
import type { PdfRow, PdfRun } from './pdf-rows.ts'

type PdfText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly because: 'scanned' | 'encrypted' | 'corrupt' | 'too long' }

/** The longest plan with all its annexes; a PDF of thousands of pages is no plan, and takes minutes to read. */
const MOST_PAGES = 400
const FEWEST_LETTERS_A_PAGE = 15

/** The text a PDF prints, a line each paragraph. A PDF of pictures (a scan) has none. */
export async function extractPdf(bytes: Uint8Array): Promise<PdfText> {
  let pdf
  try {
    // A copy: pdf.js takes the buffer away. Fonts are not loaded and scripts of the document never run.
    pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, disableFontFace: true, useSystemFonts: false })
  } catch (error) {
    return { ok: false, because: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'corrupt' }
  }
  try {
    if (pdf.numPages > MOST_PAGES) return { ok: false, because: 'too long' }
    const pages: PdfRow[][] = []
    let width = 0
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      width = Math.max(width, page.getViewport({ scale: 1 }).width)
      const { items } = await page.getTextContent()
      pages.push(rowsOfPage(number, items.flatMap(runFrom)))
      page.cleanup()
    }
    const text = linesFromRows(withoutRunningHeads(pages), width).join('\n')
    const letters = text.replace(/\P{L}/gu, '').length
    return letters < pdf.numPages * FEWEST_LETTERS_A_PAGE ? { ok: false, because: 'scanned' } : { ok: true, text }
  } catch {
    return { ok: false, because: 'corrupt' }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

function runFrom(item: object): PdfRun[] {
  if (!('str' in item) || !('transform' in item) || !('width' in item)) return []
  const { str, transform, width } = item as { str: string; transform: number[]; width: number }
  const [, , shear = 0, scale = 0, x = 0, y = 0] = transform
  return [{ text: str, x, y, width, size: Math.hypot(shear, scale) }]
}
