import type { ComponentType } from 'react'

/** What other modules show on a unit's page; apps/web fills it, since organisations may not know them. */
export const unitPageParts: ComponentType<{ readonly unitId: string }>[] = []
