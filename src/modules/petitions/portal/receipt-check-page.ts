import { z } from 'zod'
import { html } from '#platform/portal/html.ts'
import { page } from '#platform/portal/page.ts'
import { factList, noticeBox } from '#platform/portal/parts/notes.ts'
import type { Portal } from '#platform/portal/portal.ts'
import { formatInstant } from '#platform/portal/words.ts'
import { readReceipt } from '../server/citizen/receipt.ts'

/** Opened by the QR code of a receipt: whether we gave it, and whether what was filed is still as it was. */
export function receiptCheckPage(portal: Portal): void {
  portal.page('/xac-nhan', {
    query: z.object({ b: z.string().max(2000).catch('') }),
    async show(visit) {
      const { t, language, query } = visit
      const receipt = query.b === '' ? undefined : await visit.work((work) => readReceipt(work, query.b))
      const asked = html`<form method="get"><div class="field"><label for="b">${t('petitions.receipt_text')}</label><p class="help" id="b-help">${t('petitions.receipt_text_help')}</p><textarea id="b" name="b" rows="4" aria-describedby="b-help">${query.b}</textarea></div><div class="actions"><button>${t('petitions.receipt_check')}</button></div></form>`
      const said = receipt === undefined
        ? query.b !== '' && noticeBox(html`<p>${t('petitions.receipt_false')}</p>`, { tone: 'late' })
        : html`${noticeBox(html`<p>${t('petitions.receipt_true')}</p>`, { tone: 'done' })}${factList([
            { name: t('petitions.track_code'), value: html`<span class="receipt-code">${receipt.code}</span>` }, { name: t('petitions.portal_kind'), value: t(`petitions.portal_kind.${receipt.kind}`) },
            { name: t('petitions.portal_goes_to'), value: receipt.unitName }, { name: t('petitions.receipt_at'), value: formatInstant(receipt.receivedAt, language) },
            { name: t('petitions.receipt_digest'), value: html`<span class="figures">${receipt.digest}</span>` },
            { name: t('petitions.receipt_kept'), value: t(receipt.isUnchanged === null ? 'petitions.receipt_gone' : receipt.isUnchanged ? 'petitions.receipt_same' : 'petitions.receipt_changed') },
          ])}`
      return page(visit, { title: t('petitions.receipt_check_title'), back: { path: '/', label: t('portal.front_home') }, main: html`${said}${asked}` })
    },
  })
}
