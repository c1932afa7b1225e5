import type { Html } from '#platform/portal/html.ts'
import { html } from '#platform/portal/html.ts'
import { page } from '#platform/portal/page.ts'
import { buttonLink, factList, noticeBox } from '#platform/portal/parts/notes.ts'
import { qrCode } from '#platform/portal/parts/qr.ts'
import { whyThisDay } from '#platform/portal/parts/road.ts'
import type { Visit } from '#platform/portal/portal.ts'
import { formatDay } from '#platform/portal/words.ts'
import type { CitizenCase } from '../server/citizen/citizen-case.ts'

/** What the citizen takes home, on screen or on paper: the code, what was filed when with whom, by when something must happen, and the proof. */
export function receiptPage(visit: Visit, { code, receipt, theCase }: { readonly code: string; readonly receipt: string; readonly theCase: CitizenCase | undefined }): Html {
  const { t, language, to, origin } = visit
  const proof = `${origin}${to('/xac-nhan')}?b=${encodeURIComponent(receipt)}`
  const term = theCase?.road.findLast((step) => step.term !== null && step.state !== 'done')?.term ?? null
  const first = theCase?.road.find((step) => step.term !== null && step.state !== 'done')?.term ?? term
  return page(visit, {
    title: t('petitions.receipt_title'), isPrivate: true, back: { path: '/', label: t('portal.front_home') },
    main: html`${noticeBox(html`<p>${t('petitions.receipt_lead')}</p>`, { tone: 'done' })}
<div class="receipt"><p class="receipt-code">${code}</p>${qrCode(proof, { label: t('petitions.receipt_qr') })}</div>
${theCase && factList([
      { name: t('petitions.portal_kind'), value: t(`petitions.portal_kind.${theCase.kind}`) },
      { name: t('petitions.portal_goes_to'), value: theCase.unitName },
      { name: t('petitions.receipt_received'), value: formatDay(theCase.receivedOn, language) },
      ...(first?.due == null ? [] : [{ name: t('petitions.receipt_due', { step: first.name }), value: html`<strong>${formatDay(first.due, language)}</strong> <span class="muted">(${first.why?.article})</span>${whyThisDay(t('portal.why_this_day'), first.why?.steps ?? [])}` }]),
    ])}
<p>${t('petitions.receipt_keep')}</p>
<p class="no-print">${buttonLink(to(`/tra-cuu/${code}`), t('petitions.track_now'))} ${buttonLink(proof, t('petitions.receipt_check'), { isSecond: true })}</p>
<p class="muted no-print">${t('petitions.receipt_print')}</p>`,
  })
}
