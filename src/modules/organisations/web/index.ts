export { unitPageParts } from './components/unit-page-parts.ts'
export { unitOptionsQuery } from './queries.ts'
