import { en as portalEn } from '#platform/portal/phrases/en.ts'
import { vi as portalVi } from '#platform/portal/phrases/vi.ts'
import { portalEn as petitionsEn } from '#modules/petitions/phrases/portal.en.ts'
import { portalVi as petitionsVi } from '#modules/petitions/phrases/portal.vi.ts'
import { portalEn as receptionEn } from '#modules/reception/phrases/portal.en.ts'
import { portalVi as receptionVi } from '#modules/reception/phrases/portal.vi.ts'
import type { Language } from '#platform/portal/languages.ts'
import type { SayText } from '#platform/portal/view.ts'
import { sayRefusal } from './phrases.ts'

/**
 * What the citizens' pages say, every part's texts together. A further language is one file with as many of these keys as are translated,
 * and its line here and in platform/portal/languages.ts.
 */
const TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: { ...portalVi, ...petitionsVi, ...receptionVi },
  en: { ...portalEn, ...petitionsEn, ...receptionEn },
}

/** The portal's own sentence, else the Vietnamese one, else that of a refusal in the nearer of the desk's two languages. */
export const sayText: SayText = (language, key, values = {}) => {
  const text: string | undefined = TEXTS[language][key] ?? TEXTS.vi[key]
  if (text === undefined) return sayRefusal(key, values, language === 'en' ? 'en' : 'vi')
  return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder))
}
