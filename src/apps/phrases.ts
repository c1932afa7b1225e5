import type { RefusalDetails } from '#kernel/refusal.ts'
import { en as platformEn } from '#platform/phrases/en.ts'
import { vi as platformVi } from '#platform/phrases/vi.ts'
import { en as organisationsEn } from '#modules/organisations/phrases/en.ts'
import { vi as organisationsVi } from '#modules/organisations/phrases/vi.ts'
import { en as peopleEn } from '#modules/people/phrases/en.ts'
import { vi as peopleVi } from '#modules/people/phrases/vi.ts'
import { en as documentsEn } from '#modules/documents/phrases/en.ts'
import { vi as documentsVi } from '#modules/documents/phrases/vi.ts'
import { en as deadlinesEn } from '#modules/deadlines/phrases/en.ts'
import { vi as deadlinesVi } from '#modules/deadlines/phrases/vi.ts'
import { en as petitionsEn } from '#modules/petitions/phrases/en.ts'
import { vi as petitionsVi } from '#modules/petitions/phrases/vi.ts'
import { en as plansEn } from '#modules/plans/phrases/en.ts'
import { vi as plansVi } from '#modules/plans/phrases/vi.ts'
import { en as receptionEn } from '#modules/reception/phrases/en.ts'
import { vi as receptionVi } from '#modules/reception/phrases/vi.ts'
import { en as reportsEn } from '#modules/reports/phrases/en.ts'
import { vi as reportsVi } from '#modules/reports/phrases/vi.ts'

const PHRASES: Readonly<Record<'vi' | 'en', Readonly<Record<string, string>>>> = {
  vi: { ...platformVi, ...organisationsVi, ...peopleVi, ...documentsVi, ...deadlinesVi, ...petitionsVi, ...plansVi, ...receptionVi, ...reportsVi },
  en: { ...platformEn, ...organisationsEn, ...peopleEn, ...documentsEn, ...deadlinesEn, ...petitionsEn, ...plansEn, ...receptionEn, ...reportsEn },
}

/** The sentence of a code with its values filled in; the code itself where no phrase has it (a test sees to it that all have). */
export function sayRefusal(code: string, details: RefusalDetails, language: 'vi' | 'en'): string {
  const phrase = PHRASES[language][code] ?? code
  return phrase.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(details[name] ?? placeholder))
}
