import { addressIn } from '../languages.ts'
import { flag, html, type Child, type Html } from '../html.ts'
import type { View } from '../view.ts'

export interface Column<Row> {
  readonly head: string
  readonly isNumber?: boolean
  readonly cell: (row: Row) => Child
}

/** A table with its caption; on a telephone each row becomes a card. The first column names the row. */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Html {
  return html`<div class="scroll"><table class="stacks">
<caption>${caption}</caption>
<thead><tr>${columns.map(({ head, isNumber }) => html`<th scope="col"${flag('class="number"', isNumber === true)}>${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${columns.map((column, index) => cellOf(column, row, index))}</tr>
`)}</tbody>
</table></div>
`
}

function cellOf<Row>({ head, isNumber, cell }: Column<Row>, row: Row, index: number): Html {
  if (index === 0) return html`<th scope="row">${cell(row)}</th>`
  return html`<td data-label="${head}"${flag('class="number"', isNumber === true)}>${cell(row)}</td>`
}

/** "Trang 2/7" with the way back and on; the other words of the address stay. Nothing where one page holds all. */
export function pager({ t, language, path, search }: View, { number, count }: { readonly number: number; readonly count: number }): Html | false {
  if (count <= 1) return false
  const address = (to: number) => {
    const words = new URLSearchParams(search)
    words.set('trang', String(to))
    return `${addressIn(language, path)}?${words.toString()}`
  }
  return html`<nav class="pager" aria-label="${t('portal.pages')}">
<span>${number > 1 && html`<a href="${address(number - 1)}" rel="prev">${t('portal.page_before')}</a>`}</span>
<span class="figures">${t('portal.page_of', { number, count })}</span>
<span>${number < count && html`<a href="${address(number + 1)}" rel="next">${t('portal.page_after')}</a>`}</span>
</nav>
`
}
