import { SCRIPT_ADDRESS, STYLES_ADDRESS } from './assets.ts'
import { flag, html, type Child, type Html } from './html.ts'
import { icon } from './icons.ts'
import { addressIn, LANGUAGE_CODES, LANGUAGES, type Language } from './languages.ts'
import type { View } from './view.ts'

export interface PageContent {
  /** The heading, and the name of the page in the browser. */
  readonly title: string
  readonly main: Child
  /** Above the heading: "Bước 2/4". */
  readonly over?: Child
  /** A page to go back to, in words: "Trang đầu". */
  readonly back?: { readonly path: string; readonly label: string }
  /** For tables. */
  readonly isWide?: boolean
  /** Not for search engines: whatever is about one person, and forms. */
  readonly isPrivate?: boolean
  /** Something is wrong on the page: said first by a screen reader, "Lỗi: …". */
  readonly hasProblems?: boolean
}

/** A whole page of the portal. */
export function page(view: View, { title, main, over, back, isWide = false, isPrivate = false, hasProblems = false }: PageContent): Html {
  const { t, language, site } = view
  const name = t('portal.name')
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${isPrivate && html`<meta name="robots" content="noindex">`}
<title>${hasProblems && t('portal.title_problem')}${view.path === '/' ? name : `${title} – ${name}`}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${STYLES_ADDRESS}">
${otherLanguages(language).map((other) => html`<link rel="alternate" hreflang="${other}" href="${addressIn(other, view.path)}">`)}
<script src="${SCRIPT_ADDRESS}" defer></script>
</head>
<body${flag('class="wide"', isWide)}>
<a class="skip" href="#main">${t('portal.skip')}</a>
<header class="top"><div class="inner">
<a class="site" href="${view.to('/')}"><strong>${name}</strong><span>${site.administration[language]}</span></a>
<nav aria-label="${t('portal.languages')}"><ul class="languages">${LANGUAGE_CODES.map((code) => languageLink(view, code))}</ul></nav>
</div></header>
<main id="main" tabindex="-1"><div class="inner">
${back && html`<a class="back" href="${view.to(back.path)}">${icon('back', 16)} ${back.label}</a>`}
${over}
<h1>${title}</h1>
${main}
</div></main>
<footer class="foot"><div class="inner">
<p>${t('portal.run_by', { administration: site.administration[language] })}</p>
<p>${t('portal.personal_data')}</p>
<p>${t('portal.accessibility')}</p>
</div></footer>
</body>
</html>
`
}

function languageLink({ language, path, search }: View, code: Language): Html {
  const { name } = LANGUAGES[code]
  return code === language
    ? html`<li><span aria-current="true" lang="${code}">${name}</span></li>`
    : html`<li><a href="${addressIn(code, path)}${search}" hreflang="${code}" lang="${code}">${name}</a></li>`
}

function otherLanguages(language: Language): readonly Language[] {
  return LANGUAGE_CODES.filter((code) => code !== language)
}
