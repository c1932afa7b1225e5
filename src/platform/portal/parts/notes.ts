import { html, type Child, type Html } from '../html.ts'
import { icon } from '../icons.ts'

/** What a state means to the eye; the word beside it says it. */
export type Tone = 'neutral' | 'active' | 'soon' | 'late' | 'done'

/** Something to be noticed, apart from the text. */
export function noticeBox(content: Child, { title, tone = 'neutral' }: { readonly title?: string; readonly tone?: Tone } = {}): Html {
  return html`<div class="box ${tone}">${title !== undefined && html`<h2>${title}</h2>`}${content}</div>
`
}

export function stateBadge(tone: Tone, word: string): Html {
  return html`<span class="badge ${tone}">${icon(tone, 17)}${word}</span>`
}

export interface Fact { readonly name: string; readonly value: Child }

/** Names and values, one under the other on a telephone, side by side where there is room. */
export function factList(facts: readonly Fact[]): Html {
  return html`<dl class="facts">${facts.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
`
}

/** A link that looks like a button. */
export function buttonLink(address: string, label: string, { isSecond = false }: { readonly isSecond?: boolean } = {}): Html {
  return html`<a class="button${isSecond && ' second'}" href="${address}">${label}</a>`
}
