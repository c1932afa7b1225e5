import { z } from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import { getFile } from '#platform/server/files.ts'
import { valueOf } from '#platform/portal/form-view.ts'
import type { Limit } from '#platform/portal/guard/limits.ts'
import { html } from '#platform/portal/html.ts'
import { page } from '#platform/portal/page.ts'
import { longText, textField } from '#platform/portal/parts/fields.ts'
import { formBox } from '#platform/portal/parts/form-box.ts'
import { FormProblems, redirectTo, sentFile, type Portal, type Visit } from '#platform/portal/portal.ts'
import { readCaseCode } from '../domain/case-code.ts'
import { attachmentStore } from '../server/attachment-store.ts'
import { answerQuestion } from '../server/citizen/answer-question.ts'
import { chainFrom, findByCode, findRow, type CitizenCase } from '../server/citizen/citizen-case.ts'
import { offerRatingTo } from '../server/citizen/rate-case.ts'
import type { AttachmentId, QuestionId } from '../server/tables.ts'
import { caseView } from './case-view.ts'

/** Nobody guesses 55 bits; who tries is slowed down all the same. */
const ASKING: Limit = { name: 'petitions.track', window: 3600, proved: 300, unproved: 120 }
const ANSWERING: Limit = { name: 'petitions.answer', window: 3600, proved: 30, unproved: 10 }
const OfCode = z.object({ code: z.string().max(40) })
const OfQuestion = OfCode.extend({ question: z.uuid() })
const OfFile = OfCode.extend({ file: z.uuid() })

/** Where a case stands, by its receipt code alone: no account, and nobody's name. */
export function trackPages(portal: Portal): void {
  portal.form('/tra-cuu', {
    purpose: 'petitions.track', limit: ASKING,
    show: (visit, form) => page(visit, {
      title: visit.t('petitions.track_title'), back: { path: '/', label: visit.t('portal.front_home') }, hasProblems: form.problems.length > 0,
      main: formBox(form, { submit: visit.t('petitions.track_now'), fields: textField(form, { name: 'code', label: visit.t('petitions.track_code'), help: visit.t('petitions.track_code_help'), isCode: true }) }),
    }),
    async take(visit, { values }) {
      const code = readCaseCode(valueOf(values, 'code'))
      if (code === null) throw problem(visit, 'petitions.no_code')
      if (await visit.work((work) => findRow(work, code)) === undefined) throw problem(visit, 'petitions.no_such_code')
      return redirectTo(`/tra-cuu/${code}`)
    },
  })
  portal.page('/tra-cuu/:code', {
    params: OfCode,
    async show(visit) {
      await visit.countTry(ASKING, { isProved: true })
      const cases = await known(visit, visit.params.code)
      return page(visit, { title: visit.t('petitions.track_of', { code: cases[0]?.code ?? '' }), isPrivate: true, back: { path: '/tra-cuu', label: visit.t('petitions.track_title') }, main: html`${cases.map((theCase) => caseView(visit, theCase, cases[0]?.code ?? ''))}` })
    },
  })
  portal.page('/tra-cuu/:code/tep/:file', {
    params: OfFile,
    async show(visit) {
      await visit.countTry(ASKING, { isProved: true })
      return visit.work(async (work) => {
        const first = await findRow(work, visit.params.code)
        for (const { id } of first === undefined ? [] : await chainFrom(work, first)) {
          const attachment = await attachmentStore(work.db).find(id, visit.params.file as AttachmentId)
          if (attachment?.shownToCitizen === true) return sentFile(await getFile(work.db, attachment.fileId))
        }
        throw new Refusal('not_found', 'http.no_such_route')
      })
    },
  })
  portal.form('/tra-cuu/:code/danh-gia', {
    purpose: 'petitions.ask-rating', limit: ANSWERING, params: OfCode,
    async show(visit, form) {
      await known(visit, visit.params.code)
      return page(visit, {
        title: visit.t('petitions.rate_title'), isPrivate: true, back: { path: `/tra-cuu/${visit.params.code}`, label: visit.t('petitions.track_title') }, hasProblems: form.problems.length > 0,
        main: formBox(form, { submit: visit.t('petitions.rate_now'), fields: html`<p>${visit.t('petitions.rate_once')}</p>` }),
      })
    },
    async take(visit, posted) {
      const { result } = await posted.once((work) => offerRatingTo(work, visit.params.code))
      return redirectTo(`/danh-gia/${result}`)
    },
  })
  portal.form('/tra-cuu/:code/tra-loi/:question', {
    purpose: 'petitions.answer', limit: ANSWERING, params: OfQuestion,
    async show(visit, form) {
      const cases = await known(visit, visit.params.code)
      const asked = cases.flatMap(({ questions }) => questions).find(({ id, answer }) => id === visit.params.question && answer === null)
      if (asked === undefined) throw new Refusal('not_found', 'http.no_such_route')
      return page(visit, {
        title: visit.t('petitions.answer_title'), isPrivate: true, back: { path: `/tra-cuu/${visit.params.code}`, label: visit.t('petitions.track_title') }, hasProblems: form.problems.length > 0,
        main: html`<blockquote>${asked.question}</blockquote>${formBox(form, { submit: visit.t('petitions.answer_send'), fields: longText(form, { name: 'answer', label: visit.t('petitions.answer_label'), seenBy: visit.t('petitions.portal_seen_content') }) })}`,
      })
    },
    async take(visit, posted) {
      const { values } = posted
      const { code, question } = visit.params
      await posted.once((work) => answerQuestion(work, code, question as QuestionId, valueOf(values, 'answer')))
      return redirectTo(`/tra-cuu/${code}`)
    },
  })
}

async function known(visit: Visit, code: string): Promise<readonly CitizenCase[]> {
  const cases = await visit.work((work) => findByCode(work, code, visit.language === 'en' ? 'en' : 'vi'))
  if (cases === undefined) throw new Refusal('not_found', 'petitions.no_such_code')
  return cases
}

function problem({ t }: Visit, key: string): FormProblems {
  return new FormProblems([{ field: 'code', message: t(key) }])
}
