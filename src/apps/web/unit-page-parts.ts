import { lazy } from 'react'
import { unitPageParts } from '#modules/organisations/web/index.ts'

/** What modules add to a unit's page, in this order; fetched when such a page is opened. */
unitPageParts.push(
  { name: 'people', Part: lazy(async () => ({ default: (await import('#modules/people/web/components/unit-people.tsx')).UnitPeople })) },
  { name: 'work', Part: lazy(async () => ({ default: (await import('#modules/plans/web/components/unit-work.tsx')).UnitWork })) },
  { name: 'reports', Part: lazy(async () => ({ default: (await import('#modules/reports/web/components/unit-reports.tsx')).UnitReports })) },
)
