import { z } from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import { valueOf } from '#platform/portal/form-view.ts'
import type { Limit } from '#platform/portal/guard/limits.ts'
import { html } from '#platform/portal/html.ts'
import { page } from '#platform/portal/page.ts'
import { choices } from '#platform/portal/parts/choices.ts'
import { longText } from '#platform/portal/parts/fields.ts'
import { formBox } from '#platform/portal/parts/form-box.ts'
import { buttonLink, noticeBox } from '#platform/portal/parts/notes.ts'
import { redirectTo, type Portal, type Visit } from '#platform/portal/portal.ts'
import { findRating, rateCase, reopenByCitizen, type RatedCase } from '../server/citizen/rate-case.ts'

const RATING: Limit = { name: 'petitions.rate', window: 3600, proved: 30, unproved: 10 }
const OfToken = z.object({ token: z.string().max(80) })
/** The best first (QĐ 2640/QĐ-BNV's scale of five). */
const SCORES = ['5', '4', '3', '2', '1']

/** The outcome rated by a one-time link; a bad rating may open the case again. */
export function ratePages(portal: Portal): void {
  portal.form('/danh-gia/:token', {
    purpose: 'petitions.rate', limit: RATING, params: OfToken,
    async show(visit, form) {
      const rated = await known(visit, visit.params.token)
      if (rated.rating.ratedAt !== null) return thanks(visit, rated, visit.params.token)
      return page(visit, {
        title: visit.t('petitions.rate_title'), isPrivate: true, hasProblems: form.problems.length > 0,
        main: html`<p>${visit.t('petitions.rate_lead', { code: rated.row.code })}</p>${formBox(form, {
          submit: visit.t('petitions.rate_send'), fields: html`${choices(form, { name: 'score', label: visit.t('petitions.rate_label'), options: SCORES.map((value) => ({ value, label: visit.t(`petitions.score.${value}`) })) })}${
            longText(form, { name: 'comment', label: visit.t('petitions.rate_comment'), isOptional: true, rows: 4, seenBy: visit.t('petitions.portal_seen_content') })}`,
        })}`,
      })
    },
    async take(visit, posted) {
      const { values } = posted
      await posted.once(async (work) => {
        await rateCase(work, visit.params.token, { score: Number(valueOf(values, 'score')), comment: valueOf(values, 'comment') })
      })
      return redirectTo(`/danh-gia/${visit.params.token}`)
    },
  })
  portal.form('/danh-gia/:token/xem-lai', {
    purpose: 'petitions.reopen', limit: RATING, params: OfToken,
    async show(visit, form) {
      const rated = await known(visit, visit.params.token)
      if (!rated.mayReopen) return thanks(visit, rated, visit.params.token)
      return page(visit, {
        title: visit.t('petitions.reopen_title'), isPrivate: true, hasProblems: form.problems.length > 0,
        main: formBox(form, { submit: visit.t('petitions.reopen_send'), fields: longText(form, { name: 'because', label: visit.t('petitions.reopen_label'), help: visit.t('petitions.reopen_help'), seenBy: visit.t('petitions.portal_seen_content') }) }),
      })
    },
    async take(visit, posted) {
      const { values } = posted
      const { result } = await posted.once((work) => reopenByCitizen(work, visit.params.token, valueOf(values, 'because')))
      return redirectTo(`/tra-cuu/${result.code}`)
    },
  })
}

function thanks(visit: Visit, { row, rating, mayReopen }: RatedCase, token: string) {
  const { t, to } = visit
  return page(visit, {
    title: t('petitions.rate_thanks'), isPrivate: true, back: { path: '/', label: t('portal.front_home') },
    main: html`${noticeBox(html`<p>${t('petitions.rate_kept', { score: t(`petitions.score.${rating.score ?? 3}`) })}</p>`, { tone: 'done' })}${
      mayReopen && noticeBox(html`<p>${t('petitions.reopen_offer')}</p>${buttonLink(to(`/danh-gia/${token}/xem-lai`), t('petitions.reopen_title'))}`, { tone: 'soon' })}${
      rating.wantsReopening && html`<p>${t('petitions.reopened')}</p>`}<p>${buttonLink(to(`/tra-cuu/${row.code}`), t('petitions.track_now'), { isSecond: true })}</p>`,
  })
}

async function known(visit: Visit, token: string): Promise<RatedCase> {
  const rated = await visit.work((work) => findRating(work, token))
  if (rated === undefined) throw new Refusal('not_found', 'petitions.no_such_rating')
  return rated
}
