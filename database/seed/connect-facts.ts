import { isDeepStrictEqual } from 'node:util'
import type { Db } from '#platform/server/database/connection.ts'
import { settingStore } from '#platform/server/setting-store.ts'
import { figureCodesOf } from '#modules/reports/domain/form.ts'
import { figureStore } from '#modules/reports/server/figure-store.ts'
import { formStore } from '#modules/reports/server/form-store.ts'
import { reportsOfSeed } from './seed-reports.ts'

const SETTING = 'report-facts'

/** Whether this version of the software counts figures that this installation still has people type. */
export async function lacksFacts(db: Db): Promise<boolean> {
  const known = await connectedCodes(db)
  return reportsOfSeed().figures.some(({ code, fact }) => fact !== null && !known.has(code))
}

/**
 * Figures that are typed as they were shipped take the fact that fills them from now on, each once: what an office changed, or disconnects later,
 * stays its own. A form that is still as shipped is published anew with them; periods that are open keep what they were opened with.
 */
export async function connectFacts(db: Db): Promise<void> {
  const { figures, forms } = reportsOfSeed()
  const known = await connectedCodes(db)
  const store = figureStore(db)
  const declared = new Map((await store.list()).map((figure) => [figure.code, figure]))
  const shipped = figures.filter(({ code, fact }) => fact !== null && !known.has(code))
  const changed = new Set<string>()
  for (const figure of shipped.filter(({ code, ...rest }) => isDeepStrictEqual(declared.get(code), { code, ...rest, fact: null }))) {
    await store.put(figure)
    declared.set(figure.code, figure)
    changed.add(figure.code)
  }
  const versions = formStore(db)
  const newest = new Map((await versions.listNewest('all')).map((version) => [version.formCode, version]))
  for (const { code, definition } of forms.filter((form) => figureCodesOf(form.definition).some((figure) => changed.has(figure)))) {
    const version = newest.get(code)
    if (version === undefined || version.validFrom === null || version.publishedBy !== 'system' || !isDeepStrictEqual(version.definition, definition)) continue
    const id = await versions.addVersion(code, version.number + 1, definition)
    await versions.publish(id, {
      figures: figureCodesOf(definition).flatMap((each) => declared.get(each) ?? []), validFrom: version.validFrom, by: 'system', at: new Date().toISOString(),
    })
  }
  await settingStore(db).put(SETTING, [...known, ...shipped.map(({ code }) => code)].join(' '))
}

async function connectedCodes(db: Db): Promise<ReadonlySet<string>> {
  const codes = await settingStore(db).find(SETTING)
  return new Set(typeof codes === 'string' ? codes.split(' ').filter((code) => code !== '') : [])
}
