import type { ComponentType } from 'react'

interface UnitPagePart {
  readonly name: string
  readonly Part: ComponentType<{ readonly unitId: string }>
}

/** What other modules show on a unit's page; apps/web fills it, since organisations may not know them. */
export const unitPageParts: UnitPagePart[] = []
