import type { Http } from '#platform/server/http.ts'
import type { WorkContext } from '#platform/server/work.ts'
import type { PortalPart } from '#platform/portal/portal.ts'
import { servePortal } from '#platform/portal/serve/serve-portal.ts'
import type { Site } from '#platform/portal/view.ts'
import { governingBodyOf, loadDirectory } from '#modules/organisations/server/index.ts'
import { petitionsPortal } from '#modules/petitions/portal/index.ts'
import { receptionPortal } from '#modules/reception/portal/index.ts'
import { sayText } from './portal-texts.ts'

/** What each module has for citizens, in no order: doors say themselves where they stand. */
const PARTS: readonly PortalPart[] = [petitionsPortal, receptionPortal]

/** The citizens' pages, beside the API and the desk. */
export function addPortal(http: Http, context: WorkContext, publicUrl: string): Promise<void> {
  return servePortal(http, { context, say: sayText, publicUrl, site: siteOf(context) }, PARTS)
}

/** In milliseconds: a province does not change its name within a request. */
const KEPT = 60_000

function siteOf(context: WorkContext): () => Promise<Site> {
  let known: { site: Promise<Site>; until: number } | undefined
  return () => {
    if (known === undefined || known.until < Date.now()) known = { site: readSite(context), until: Date.now() + KEPT }
    return known.site
  }
}

/** The province runs the portal: of the provinces that are known, the one whose departments are. */
async function readSite({ db, today }: WorkContext): Promise<Site> {
  const tree = (await loadDirectory(db)).treeOn(today())
  const province = tree.roots.find(({ unitId }) => tree.children(unitId).some(({ kind }) => kind === 'department')) ?? tree.roots[0]
  if (province === undefined) return { administration: { vi: 'Chính quyền địa phương', en: 'Local authorities' } }
  return { administration: { vi: governingBodyOf(province), en: englishName(province.name) } }
}

/** "Tỉnh Lâm Đồng": People's Committee of Lâm Đồng Province. */
function englishName(name: string): string {
  const [, kind = '', place = name] = /^(Tỉnh|Thành phố) (.+)$/.exec(name) ?? []
  return `People's Committee of ${place}${kind === 'Tỉnh' ? ' Province' : kind === 'Thành phố' ? ' City' : ''}`
}
