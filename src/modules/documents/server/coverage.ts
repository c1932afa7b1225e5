import type { DocumentId, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { ADDRESSING_CLASSES, loadDirectory, type UnitKind } from '#modules/organisations/server/index.ts'
import { COVERAGE_CLASSES, type CoverageClass, type Delivery } from '../contract.ts'
import { coverageByClass, type ClassFigures } from '../domain/coverage-by-class.ts'
import { deliveriesOf } from './deliveries.ts'

export interface ClassedDeliveries { readonly figures: ClassFigures<CoverageClass>; readonly deliveries: readonly Delivery[] }

/** The deliveries that the actor may see, by what their units were on the day of sending. */
export async function classedDeliveries(work: Work, documentId: DocumentId): Promise<ClassedDeliveries[]> {
  const directory = await loadDirectory(work.db)
  const classOf = ({ unitId, sentOn }: Delivery) => classOfKind(directory.unitOn(unitId as UnitId, sentOn as PlainDate)?.kind)
  return coverageByClass(await deliveriesOf(work, documentId), COVERAGE_CLASSES, classOf)
}

function classOfKind(kind: UnitKind | undefined): CoverageClass {
  return COVERAGE_CLASSES.find((known) => known !== 'other' && ADDRESSING_CLASSES[known].some((its) => its === kind)) ?? 'other'
}
