/**
 * The languages of the portal, each under an address of its own. A further one (K'Ho, Mạ, Chu Ru) is a line here and a file of texts
 * in apps/portal-texts.ts; what it does not say is said in Vietnamese.
 */
export const LANGUAGES = {
  vi: { name: 'Tiếng Việt', root: '/cong-dan' },
  en: { name: 'English', root: '/en/citizens' },
} as const satisfies Record<string, { name: string; root: `/${string}` }>

export type Language = keyof typeof LANGUAGES

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly Language[]

/** The address of a page: `/tra-cuu` in Vietnamese is `/cong-dan/tra-cuu`. */
export function addressIn(language: Language, path: string): string {
  return `${LANGUAGES[language].root}${path === '/' ? '' : path}`
}

/** The language of an address; Vietnamese where it has none. */
export function languageOf(address: string): Language {
  return LANGUAGE_CODES.find((code) => `${address.split('?')[0] ?? ''}/`.startsWith(`${LANGUAGES[code].root}/`)) ?? 'vi'
}
