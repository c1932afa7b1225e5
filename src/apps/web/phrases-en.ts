import { en as platform } from '#platform/phrases/en.ts'
import { en as web } from '#platform/web/phrases/en.ts'
import { en as deadlines } from '#modules/deadlines/phrases/en.ts'
import { en as documents } from '#modules/documents/phrases/en.ts'
import { en as organisations } from '#modules/organisations/phrases/en.ts'
import { en as plans } from '#modules/plans/phrases/en.ts'
import { en as reports } from '#modules/reports/phrases/en.ts'
import { en as petitions } from '#modules/petitions/phrases/en.ts'
import { en as reception } from '#modules/reception/phrases/en.ts'
import { en as people } from '#modules/people/phrases/en.ts'
import { en as desk } from './phrases/en.ts'

/** Fetched when English is chosen; the same list as `phrases.ts`. */
export const en = { ...platform, ...web, ...desk, ...people, ...deadlines, ...documents, ...organisations, ...plans, ...reports, ...petitions, ...reception }
