import type { PortalPart } from '#platform/portal/portal.ts'
import { ratePages } from './rate-pages.ts'
import { receiptCheckPage } from './receipt-check-page.ts'
import { sendPages } from './send/send-pages.ts'
import { trackPages } from './track-pages.ts'

/** What citizens do with their letters: send one, follow it, answer what is asked, rate the outcome, check a receipt. */
export const petitionsPortal: PortalPart = {
  doors: [
    { order: 1, path: '/gui', title: 'petitions.door_send', text: 'petitions.door_send_text' },
    { order: 2, path: '/tra-cuu', title: 'petitions.door_track', text: 'petitions.door_track_text' },
    { order: 4, path: '/xac-nhan', title: 'petitions.door_check', text: 'petitions.door_check_text' },
  ],
  routes(portal) {
    portal.steps('/gui', sendPages)
    trackPages(portal)
    ratePages(portal)
    receiptCheckPage(portal)
  },
}
