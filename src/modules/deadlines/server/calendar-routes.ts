import { calendarStore } from '#platform/server/calendar-store.ts'
import type { Http } from '#platform/server/http.ts'
import * as c from '../contract.ts'
import { previewCalendar, projectedDays, putCalendarDays, putProjectedDays, removeCalendarDay } from './calendar.ts'
import type { ClockSource } from './clock-source.ts'

const READ = { access: 'signed in' } as const
const MANAGE = { access: 'platform.manage-calendar' } as const

/** Days off and days worked instead: read by everybody, changed for the whole province. */
export function calendarRoutes(http: Http, sources: readonly ClockSource[]): void {
  http.route({
    method: 'GET', url: '/deadlines/calendar', config: READ,
    schema: { summary: 'Ngày nghỉ và ngày làm bù', response: { 200: c.CalendarDays } },
    handler: (request) => request.work(async (work) => ({ days: await calendarStore(work.db).listDays() })),
  })
  http.route({
    method: 'POST', url: '/deadlines/calendar/preview', config: MANAGE,
    schema: { summary: 'Xem trước những hạn sẽ đổi nếu sửa lịch', body: c.PreviewCalendar, response: { 200: c.MovesPreview } },
    handler: (request) => request.work((work) => previewCalendar(work, request.body, sources)),
  })
  http.route({
    method: 'PUT', url: '/deadlines/calendar', config: MANAGE,
    schema: { summary: 'Ghi một ngày nghỉ hoặc ngày làm bù; các hạn đang chạy được tính lại', body: c.CalendarDay, response: { 200: c.Moved } },
    handler: (request) => request.work(async (work) => ({ moved: await putCalendarDays(work, [request.body], sources) })),
  })
  http.route({
    method: 'DELETE', url: '/deadlines/calendar/:date', config: MANAGE,
    schema: { summary: 'Bỏ một ngày khỏi lịch; các hạn đang chạy được tính lại', params: c.ByDate, response: { 200: c.Moved } },
    handler: (request) => request.work(async (work) => ({ moved: await removeCalendarDay(work, request.params.date, sources) })),
  })
  http.route({
    method: 'GET', url: '/deadlines/calendar/projection/:year', config: READ,
    schema: { summary: 'Ngày nghỉ dự kiến của một năm, trừ những ngày lịch đã có', params: c.ProjectedYear, response: { 200: c.CalendarDays } },
    handler: (request) => request.work(async (work) => ({ days: [...await projectedDays(work, request.params.year)] })),
  })
  http.route({
    method: 'POST', url: '/deadlines/calendar/projection/:year', config: MANAGE,
    schema: { summary: 'Ghi các ngày nghỉ dự kiến vào lịch, đánh dấu chưa xác minh', params: c.ProjectedYear, response: { 200: c.Moved } },
    handler: (request) => request.work(async (work) => ({ moved: await putProjectedDays(work, request.params.year, sources) })),
  })
}
