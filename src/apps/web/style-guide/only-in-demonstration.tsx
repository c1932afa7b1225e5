import type { ComponentType } from 'react'
import { useSession } from '#platform/web/session.ts'
import { NotFoundPage } from '../shell/page-states.tsx'

/** The style guide is part of a demonstration; a working office has no such pages. */
export function onlyInDemonstration(Sample: ComponentType): ComponentType {
  return function DemonstrationOnly() {
    return useSession().demonstration ? <Sample /> : <NotFoundPage />
  }
}
