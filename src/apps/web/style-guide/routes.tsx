import type { ComponentType } from 'react'
import type { ModuleRoute, NavigationEntry } from '#platform/web/module-routes.ts'
import { holds } from '#platform/web/session.ts'
import type { PhraseKey } from '#platform/web/phrases.tsx'
import { onlyInDemonstration } from './only-in-demonstration.tsx'

const SAMPLES: [path: string, label: PhraseKey, page: () => Promise<ComponentType>][] = [
  ['/mau-giao-dien', 'desk.style_parts', async () => (await import('./parts-sample.tsx')).PartsSample],
  ['/mau-giao-dien/danh-sach', 'desk.style_list', async () => (await import('./list-sample.tsx')).ListSample],
  ['/mau-giao-dien/ban-ghi', 'desk.style_record', async () => (await import('./record-sample.tsx')).RecordSample],
  ['/mau-giao-dien/bieu-mau', 'desk.style_form', async () => (await import('./form-sample.tsx')).FormSample],
  ['/mau-giao-dien/bang-theo-doi', 'desk.style_board', async () => (await import('./board-sample.tsx')).BoardSample],
  ['/mau-giao-dien/doi-chieu', 'desk.style_sides', async () => (await import('./sides-sample.tsx')).SidesSample],
]

export const styleGuideRoutes: ModuleRoute[] = SAMPLES.map(([path, , page]) => ({ path, page: async () => onlyInDemonstration(await page()) }))

export const styleGuideNavigation: NavigationEntry[] = SAMPLES.map(([path, label]) => ({
  subject: 'style-guide', path, label, mayOpen: (session) => session.demonstration && holds(session, 'people.manage-accounts'),
}))
