import type { PortalPart } from '#platform/portal/portal.ts'
import { schedulePage } from './schedule-page.ts'

/** What citizens read before they come. */
export const receptionPortal: PortalPart = {
  doors: [{ order: 3, path: '/lich-tiep-cong-dan', title: 'reception.door_schedule', text: 'reception.door_schedule_text' }],
  routes(portal) {
    schedulePage(portal)
  },
}
