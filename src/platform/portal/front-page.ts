import { html, type Html } from './html.ts'
import { page } from './page.ts'
import { doorList, type Door } from './parts/doors.ts'
import type { View } from './view.ts'

/** The first page: the doors that the parts of the portal have. */
export function frontPage(view: View, doors: readonly Door[]): Html {
  return page(view, {
    title: view.t('portal.front_title'),
    main: html`<p>${view.t('portal.front_lead')}</p>
${doorList(view, doors)}`,
  })
}
