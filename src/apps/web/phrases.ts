import { vi as platform } from '#platform/phrases/vi.ts'
import { vi as web } from '#platform/web/phrases/vi.ts'
import { vi as deadlines } from '#modules/deadlines/phrases/vi.ts'
import { vi as documents } from '#modules/documents/phrases/vi.ts'
import { vi as organisations } from '#modules/organisations/phrases/vi.ts'
import { vi as plans } from '#modules/plans/phrases/vi.ts'
import { vi as reports } from '#modules/reports/phrases/vi.ts'
import { vi as petitions } from '#modules/petitions/phrases/vi.ts'
import { vi as reception } from '#modules/reception/phrases/vi.ts'
import { vi as people } from '#modules/people/phrases/vi.ts'
import { vi as desk } from './phrases/vi.ts'

type DeskPhrases = typeof desk
type PeoplePhrases = typeof people
type DeadlinePhrases = typeof deadlines
type DocumentPhrases = typeof documents
type OrganisationPhrases = typeof organisations
type PlanPhrases = typeof plans
type ReportPhrases = typeof reports
type PetitionPhrases = typeof petitions
type ReceptionPhrases = typeof reception
type PlatformPhrases = typeof platform

/** A module joins here: its import, its type in `extends`, its phrases in the list; the same in `phrases-en.ts`. */
declare module '#platform/web/phrases.tsx' {
  interface Phrases extends DeskPhrases, PeoplePhrases, DeadlinePhrases, DocumentPhrases, OrganisationPhrases, PlanPhrases, ReportPhrases, PetitionPhrases, ReceptionPhrases, PlatformPhrases {}
}

export const vi = { ...platform, ...web, ...desk, ...people, ...deadlines, ...documents, ...organisations, ...plans, ...reports, ...petitions, ...reception }
