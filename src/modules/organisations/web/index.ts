export { UnitById } from './components/unit-by-id.tsx'
export { UnitLink } from './components/unit-link.tsx'
export { unitPageParts } from './components/unit-page-parts.ts'
export { UnitSelect, UnitSelectMany } from './components/unit-select.tsx'
