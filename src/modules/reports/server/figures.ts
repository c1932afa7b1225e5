import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { requireWholeProvince } from '#modules/people/server/index.ts'
import type { FigureList, SaveFigure } from '../contract-forms.ts'
import { faultOfFigure, isSameCount } from '../domain/figure.ts'
import { FACTS } from './facts.ts'
import { figureStore } from './figure-store.ts'
import { formStore } from './form-store.ts'

/** Every figure with the forms that ask for it, and what modules can count by themselves. */
export async function listFigures({ db }: Work): Promise<FigureList> {
  const forms = await formStore(db).formsByFigure()
  return {
    figures: (await figureStore(db).list()).map((figure) => ({ ...figure, forms: [...forms.get(figure.code) ?? []] })),
    facts: factInfos().map(({ code, name, measure }) => ({ code, name, measure })),
  }
}

/**
 * Declares a figure, or changes what is declared of it: forms published from now on take it over, those published before keep it as it was.
 * What it counts and how it adds up stay once a published form asks for it, so that periods can be compared.
 */
export async function saveFigure(work: Work, code: string, said: SaveFigure): Promise<void> {
  await requireWholeProvince(work, 'reports.manage')
  const store = figureStore(work.db)
  const figure = { ...said, code }
  const all = await store.list()
  const fault = faultOfFigure(figure, all, factInfos().map((fact) => fact.code))
  if (fault !== null) throw new Refusal('invalid', fault.code, { field: fault.field })
  const before = all.find((other) => other.code === code)
  if (before !== undefined && !isSameCount(before, figure)) {
    const forms = (await formStore(work.db).formsByFigure()).get(code) ?? []
    if (forms.length > 0) throw new Refusal('conflict', 'reports.figure_in_use', { field: 'kind', forms: forms.join(', ') })
  }
  await store.put(figure)
}

function factInfos() {
  return FACTS.flatMap(({ facts }) => facts)
}
