import { html, type Html } from '../html.ts'
import { icon } from '../icons.ts'
import type { View } from '../view.ts'

/** A way in on the first page; keys of texts, drawn in this order. */
export interface Door {
  readonly order: number
  readonly path: string
  readonly title: string
  readonly text: string
}

export function doorList(view: View, doors: readonly Door[]): Html {
  return html`<ul class="doors">${doors.toSorted((one, other) => one.order - other.order).map(({ path, title, text }) => html`<li><a class="door" href="${view.to(path)}"><span><strong>${view.t(title)}</strong>${view.t(text)}</span>${icon('onward', 24)}</a></li>
`)}</ul>
`
}
