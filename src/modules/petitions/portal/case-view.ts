import { html, type Child, type Html } from '#platform/portal/html.ts'
import { buttonLink, factList, noticeBox, stateBadge, type Tone } from '#platform/portal/parts/notes.ts'
import { road, whyThisDay, type RoadStep } from '#platform/portal/parts/road.ts'
import type { Visit } from '#platform/portal/portal.ts'
import { formatDay, formatSize } from '#platform/portal/words.ts'
import type { CitizenCase } from '../server/citizen/citizen-case.ts'
import { isOpen } from '../domain/case.ts'

/** One case of a receipt: where it stands, its road, what is asked of the citizen, what was answered, and what she can do now. */
export function caseView(visit: Visit, theCase: CitizenCase, code: string): Html {
  const { t, language } = visit
  const { kind, state, unitName, receivedOn, topic, link, toBody, questions, answer, files, appeal, mayRate } = theCase
  const open = questions.filter((question) => question.answer === null)
  return html`<section class="case">
${link !== null && html`<h2>${t(`petitions.track_link.${link}`, { unit: unitName })}</h2>`}
<p>${stateBadge(isOpen(state) ? 'active' : 'done', t(`petitions.citizen_state.${state}`))}</p>
${factList([
    { name: t('petitions.portal_kind'), value: t(`petitions.portal_kind.${kind}`) }, { name: t('petitions.track_unit'), value: unitName },
    ...(topic === null ? [] : [{ name: t('petitions.portal_topic'), value: language === 'en' ? topic.en : topic.vi }]), { name: t('petitions.receipt_received'), value: formatDay(receivedOn, language) },
    ...(toBody === null ? [] : [{ name: t('petitions.track_to'), value: toBody }]),
  ])}
${open.map(({ id, question, askedOn }) => noticeBox(html`<p>${question}</p><p class="muted">${formatDay(askedOn, language)}</p>${buttonLink(visit.to(`/tra-cuu/${code}/tra-loi/${id}`), t('petitions.answer_now'))}`, { title: t('petitions.asked'), tone: 'soon' }))}
<h3>${t('petitions.track_road')}</h3>
${road(visit, theCase.road.map((step) => roadStep(visit, theCase, step)))}
${answer !== null && noticeBox(html`<div class="said">${answer}</div>${fileList(visit, files, code)}`, { title: t('petitions.track_answer') })}
${answer === null && files.length > 0 && fileList(visit, files, code)}
${appeal && noticeBox(html`<p>${t('petitions.track_appeal', { day: formatDay(appeal.until, language), article: appeal.article })}</p>${whyThisDay(t('portal.why_this_day'), appeal.why)}`, { title: t('petitions.track_appeal_title') })}
${mayRate && html`<p class="no-print">${buttonLink(visit.to(`/tra-cuu/${theCase.code}/danh-gia`), t('petitions.rate_now'), { isSecond: true })}</p>`}
</section>`
}

function roadStep(visit: Visit, theCase: CitizenCase, { step, state, on, as, term }: CitizenCase['road'][number]): RoadStep {
  const { t, language, today } = visit
  const isLate = term?.due != null && (state === 'done' ? on !== null && on > term.due : today > term.due)
  return {
    title: t(as !== null && step === 'ended' ? `petitions.citizen_state.${as}` : `petitions.road.${step}`), when: on === null ? null : formatDay(on, language), tone: toneOf(state, isLate),
    ...(state === 'done' ? {} : { state: t(as === 'suspended' ? 'petitions.citizen_state.suspended' : state === 'now' ? 'petitions.road_now' : 'petitions.road_to_come') }),
    ...(term === null || term.why === null ? {} : { term: { text: termText(visit, term.due, isLate, state === 'done'), ground: term.why.article, why: term.why.steps } }),
    ...textOf(visit, theCase, step),
  }
}

function termText({ t, language }: Visit, due: Parameters<typeof formatDay>[0] | null, isLate: boolean, isDone: boolean): string {
  if (due === null) return t('petitions.term_stands')
  return t(isDone ? (isLate ? 'petitions.term_was_missed' : 'petitions.term_was_kept') : isLate ? 'petitions.term_missed' : 'petitions.term_until', { day: formatDay(due, language) })
}

/** What happened between: questions, dialogue, extension, suspension, each on its day. */
function textOf({ t, language }: Visit, { news }: CitizenCase, step: CitizenCase['road'][number]['step']): { text?: Child } {
  const between = step === 'resolving' ? news.filter(({ kind }) => BETWEEN.has(kind)) : []
  return between.length === 0 ? {} : { text: html`<ul>${between.map(({ on, kind }) => html`<li><span class="figures">${formatDay(on, language)}</span> – ${t(`petitions.citizen_event.${kind}`)}</li>`)}</ul>` }
}

const BETWEEN = new Set(['verify', 'call-dialogue', 'hold-dialogue', 'declare-complex', 'extend', 'suspend', 'resume', 'ask', 'answered-question', 'send-decision'])

function toneOf(state: 'done' | 'now' | 'to-come', isLate: boolean): Tone {
  if (isLate && state !== 'done') return 'late'
  return state === 'done' ? 'done' : state === 'now' ? 'active' : 'neutral'
}

function fileList(visit: Visit, files: CitizenCase['files'], code: string): Html | false {
  return files.length > 0 && html`<ul class="files">${files.map(({ id, name, size }) => html`<li><a href="${visit.to(`/tra-cuu/${code}/tep/${id}`)}">${name}</a> <span class="muted nowrap">(${formatSize(size, visit.language)})</span></li>`)}</ul>`
}
