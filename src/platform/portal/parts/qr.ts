import { create } from 'qrcode'
import { html, trusted, type Html } from '../html.ts'

/** Modules of quiet around the code, as scanners need it. */
const QUIET = 4

/** A QR code as a picture within the page: no script, no file, sharp on paper. */
export function qrCode(text: string, { label }: { readonly label: string }): Html {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size + 2 * QUIET
  const rows = Array.from({ length: modules.size }, (_, row) => rowOf(Array.from(modules.data.subarray(row * modules.size, (row + 1) * modules.size)), row))
  return html`<div class="qr" role="img" aria-label="${label}">${trusted(
    `<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true" focusable="false"><path fill="currentColor" d="${rows.join('')}"/></svg>`)}</div>`
}

/** The dark stretches of a row, each one box. */
function rowOf(cells: readonly number[], row: number): string {
  let path = ''
  for (let from = 0; from < cells.length; from += 1) {
    if (cells[from] !== 1) continue
    let length = 1
    while (cells[from + length] === 1) length += 1
    path += `M${from + QUIET} ${row + QUIET}h${length}v1h-${length}z`
    from += length
  }
  return path
}
