import { html, type Child, type Html } from '../html.ts'
import { icon } from '../icons.ts'
import type { View } from '../view.ts'
import type { Tone } from './notes.ts'

/** One step of what happens to a case. */
export interface RoadStep {
  readonly title: string
  /** A day or instant in words: "05/01/2026"; null for what has not happened. */
  readonly when: string | null
  /** The state in a word where it is not simply done: "Đang giải quyết". */
  readonly state?: string
  readonly tone: Tone
  readonly text?: Child
  /** The term of the step in words, with its legal ground, and how its last day was counted. */
  readonly term?: { readonly text: string; readonly ground: string; readonly why: readonly string[] }
}

/** "The road": received → sorted → accepted → being resolved → answered. */
export function road(view: View, steps: readonly RoadStep[]): Html {
  return html`<ol class="road">${steps.map((step) => roadStep(view, step))}</ol>
`
}

function roadStep({ t }: View, { title, when, state, tone, text, term }: RoadStep): Html {
  return html`<li class="${tone}">${icon(tone, 24)}
<strong class="what">${title}</strong>
${(when !== null || state !== undefined) && html`<p>${when !== null && html`<span class="figures">${when}</span>`}${when !== null && state !== undefined && ' · '}${state !== undefined && html`<span class="now">${state}</span>`}</p>`}
${text !== undefined && html`<p>${text}</p>`}
${term && html`<p>${term.text} <span class="muted">(${term.ground})</span></p>
${whyThisDay(t('portal.why_this_day'), term.why)}`}
</li>
`
}

/** "Vì sao là ngày này?": the steps of the count in sentences, opened by a press. */
export function whyThisDay(question: string, sentences: readonly string[]): Html | false {
  return sentences.length > 0 && html`<details><summary>${question}</summary><ol>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ol></details>`
}
