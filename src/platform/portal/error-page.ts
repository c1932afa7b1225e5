import { html, type Html } from './html.ts'
import { page } from './page.ts'
import { buttonLink } from './parts/notes.ts'
import type { View } from './view.ts'

/** What went wrong, in the order a person asks: what happened, what was kept, what to do. */
export interface Trouble {
  readonly title: string
  readonly what: string
  readonly kept: string
  readonly advice: string
  /** Of an unexpected error: what to tell when asking. */
  readonly number?: string
}

export function errorPage(view: View, { title, what, kept, advice, number }: Trouble): Html {
  return page(view, {
    title, isPrivate: true,
    main: html`<p>${what}</p>
<p>${kept}</p>
<p>${advice}</p>
${number !== undefined && html`<p class="muted">${view.t('portal.trouble_number')} <strong>${number}</strong></p>`}
<p class="actions">${buttonLink(view.to('/'), view.t('portal.front_home'))}</p>`,
  })
}

/** The trouble of a status, in the words of the page's language; `what` where a refusal has said it better. */
export function troubleOf({ t }: View, status: number, { what, number }: { readonly what?: string; readonly number?: string } = {}): Trouble {
  const key = KEYS[status] ?? (status < 500 ? 'refused' : 'unexpected')
  return {
    title: t(`portal.trouble_${key}_title`), what: what ?? t(`portal.trouble_${key}_what`),
    kept: t(`portal.trouble_${key}_kept`), advice: t(`portal.trouble_${key}_advice`),
    ...(number === undefined ? {} : { number }),
  }
}

const KEYS: Readonly<Record<number, string>> = { 404: 'not_found', 413: 'too_large', 429: 'too_often' }
