import { plainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import { html } from '#platform/portal/html.ts'
import { page } from '#platform/portal/page.ts'
import { choices, tick } from '#platform/portal/parts/choices.ts'
import { dateField, longText, selectField, textField } from '#platform/portal/parts/fields.ts'
import { fileField } from '#platform/portal/parts/file-field.ts'
import { formBox } from '#platform/portal/parts/form-box.ts'
import { buttonLink, factList, noticeBox, stateBadge } from '#platform/portal/parts/notes.ts'
import { qrCode } from '#platform/portal/parts/qr.ts'
import { road } from '#platform/portal/parts/road.ts'
import { pager, table } from '#platform/portal/parts/table.ts'
import { FormProblems, redirectTo, type Portal, type PortalPart, type Visit } from '#platform/portal/portal.ts'
import { valueOf, type Values } from '#platform/portal/form-view.ts'
import { formatDay } from '#platform/portal/words.ts'

/** Every part of the portal at work, as a module would use them: for tests, and to look at. */
export interface SamplePortal extends PortalPart {
  /** What was sent, oldest first. */
  readonly sent: { readonly values: Values; readonly files: readonly { readonly name: string; readonly text: string }[] }[]
  /** Thrown by the next sending, once. */
  failure: Error | undefined
}

export const LIMIT = { name: 'sample.send', window: 3600, proved: 40, unproved: 5 } as const

export function samplePortal(): SamplePortal {
  const sample: SamplePortal = {
    sent: [], failure: undefined,
    doors: [
      { order: 2, path: '/tra-cuu', title: 'Tra cứu kết quả', text: 'Xem việc của bạn đã đến bước nào, khi nào có trả lời.' },
      { order: 1, path: '/gui', title: 'Gửi phản ánh, kiến nghị, khiếu nại', text: 'Kèm ảnh, bản chụp; nhận biên nhận ngay.' },
      { order: 3, path: '/lich', title: 'Lịch tiếp công dân', text: 'Lãnh đạo tỉnh, xã tiếp công dân ngày nào, ở đâu.' },
    ],
    routes: (portal) => {
      track(portal)
      send(portal, sample)
      portal.page('/lich', { show: schedule })
      portal.page('/bien-nhan', { show: receipt })
      portal.page('/hong', { show: () => { throw new Error('secret detail') } })
    },
  }
  return sample
}

function track(portal: Portal): void {
  portal.form('/tra-cuu', {
    purpose: 'sample.track', limit: { name: 'sample.track', window: 3600, proved: 40, unproved: 30 },
    show: (visit, form) => page(visit, {
      title: 'Tra cứu kết quả', back: { path: '/', label: 'Trang đầu' }, isPrivate: true, hasProblems: form.problems.length > 0,
      main: formBox(form, {
        submit: 'Tra cứu',
        fields: textField(form, { name: 'code', label: 'Mã biên nhận', help: 'In trên biên nhận, dạng LD-2026-ABCD-1234.', isCode: true, isShort: true }),
      }),
    }),
    take: async (visit, posted) => {
      const code = valueOf(posted.values, 'code')
      if (code === '') throw new FormProblems([{ field: 'code', message: 'Hãy ghi mã biên nhận.' }])
      if (code === 'NONE') throw new Refusal('invalid', 'files.not_found', { field: 'code' })
      await posted.once(async () => ({ code }))
      return redirectTo('/bien-nhan')
    },
  })
}

function send(portal: Portal, sample: SamplePortal): void {
  portal.steps<{ code: string }>('/gui', {
    purpose: 'sample.send', limit: LIMIT, title: 'Gửi phản ánh, kiến nghị, khiếu nại', submit: 'Gửi',
    steps: [
      {
        name: 'viec', title: 'Bạn muốn gửi gì?',
        show: (_visit, form) => choices(form, {
          name: 'kind', label: 'Loại việc', options: [
            { value: 'feedback', label: 'Phản ánh, kiến nghị', help: 'Báo một việc chưa tốt, đề nghị làm khác đi.' },
            { value: 'complaint', label: 'Khiếu nại', help: 'Đề nghị xem lại một quyết định, việc làm ảnh hưởng đến quyền lợi của bạn.' },
          ],
        }),
        check: (_visit, values) => (valueOf(values, 'kind') === '' ? [{ field: 'kind', message: 'Hãy chọn một loại việc.' }] : []),
      },
      {
        name: 'noi-dung', title: 'Nội dung', files: { field: 'photos', mostFiles: 3, mostBytesTogether: 6 * 2 ** 20 },
        show: (_visit, form) => [
          longText(form, { name: 'text', label: 'Chuyện gì đã xảy ra?', help: 'Ở đâu, khi nào, ai liên quan, bạn đề nghị gì.', seenBy: 'cán bộ tiếp nhận và người giải quyết.' }),
          fileField(form, { name: 'photos', label: 'Ảnh hoặc bản chụp giấy tờ', help: 'Tối đa 3 tệp, 6 MB.', seenBy: 'cán bộ tiếp nhận và người giải quyết.', accept: 'image/*,.pdf', isOptional: true }),
        ],
        check: (_visit, values) => [
          ...(valueOf(values, 'text').trim() === '' ? [{ field: 'text', message: 'Hãy ghi nội dung.' }] : []),
          ...(valueOf(values, 'text').length > 5000 ? [{ field: 'text', message: 'Nội dung quá dài: tối đa 5.000 chữ cái.' }] : []),
        ],
      },
      {
        name: 'quyet-dinh', title: 'Quyết định bị khiếu nại', isNeeded: (values) => valueOf(values, 'kind') === 'complaint',
        show: (_visit, form) => [
          dateField(form, { name: 'decided', label: 'Ngày của quyết định' }),
          selectField(form, { name: 'level', label: 'Nơi ra quyết định', nothingChosen: 'Chọn một nơi', options: [{ value: 'commune', label: 'UBND xã' }, { value: 'province', label: 'UBND tỉnh' }] }),
        ],
        check: (_visit, values) => (valueOf(values, 'level') === '' ? [{ field: 'level', message: 'Hãy chọn nơi ra quyết định.' }] : []),
      },
      {
        name: 'nguoi-gui', title: 'Bạn là ai?',
        show: (_visit, form) => [
          textField(form, { name: 'name', label: 'Họ và tên', autocomplete: 'name', seenBy: 'chỉ người giải quyết việc này.' }),
          textField(form, { name: 'phone', label: 'Số điện thoại', type: 'tel', autocomplete: 'tel', isShort: true, isOptional: true, help: 'Để báo khi có trả lời.' }),
          tick(form, { name: 'news', label: 'Nhắn tin cho tôi khi có tin mới', help: 'Tin nhắn không bao giờ ghi nội dung việc của bạn.' }),
        ],
        check: (_visit, values) => (valueOf(values, 'name') === '' ? [{ field: 'name', message: 'Hãy ghi họ và tên.' }] : []),
      },
    ],
    finish: async (_work, { values, files }) => {
      const { failure } = sample
      sample.failure = undefined
      if (failure !== undefined) throw failure
      const read = []
      for (const file of files) read.push({ name: file.name, text: Buffer.from(await file.bytes()).toString('utf8') })
      sample.sent.push({ values, files: read })
      return { code: `LD-2026-${sample.sent.length}` }
    },
    done: (visit, { code }) => page(visit, { title: 'Đã nhận', isPrivate: true, main: html`<p class="receipt-code">${code}</p>` }),
  })
}

function schedule(visit: Visit) {
  const days = ['2026-12-01', '2026-12-15', '2027-01-04'].map(plainDate)
  return page(visit, {
    title: 'Lịch tiếp công dân', isWide: true, back: { path: '/', label: 'Trang đầu' },
    main: [
      table('Lịch tiếp công dân tháng 12/2026', [
        { head: 'Ngày', cell: (day) => formatDay(day, visit.language) },
        { head: 'Người tiếp', cell: () => 'Chủ tịch UBND tỉnh' },
        { head: 'Nơi tiếp', cell: () => 'Trụ sở Tiếp công dân tỉnh' },
        { head: 'Số lượt', isNumber: true, cell: () => 12 },
      ], days),
      pager(visit, { number: 1, count: 3 }),
    ],
  })
}

function receipt(visit: Visit) {
  return page(visit, {
    title: 'Kiến nghị về đường vào thôn', isPrivate: true,
    main: html`<p>${stateBadge('active', 'Đang giải quyết')} ${stateBadge('soon', 'Còn 3 ngày làm việc')} ${stateBadge('late', 'Quá hạn 2 ngày')} ${stateBadge('done', 'Đã trả lời')} ${stateBadge('neutral', 'Chưa đến')}</p>
<div class="receipt beside"><div>${qrCode('GD1.k1.eyJjIjoiTEQtMjAyNi1BQkNELTEyMzQifQ.'.padEnd(220, 'x'), { label: 'Mã QR của biên nhận' })}</div>
<div class="grow"><p class="receipt-code">LD-2026-ABCD-1234</p><p>Nhận lúc 09:40 ngày 24/11/2026</p></div></div>
${factList([{ name: 'Loại việc', value: 'Phản ánh, kiến nghị' }, { name: 'Đơn vị giải quyết', value: 'UBND xã Đạ Huoai' }])}
${road(visit, [
    { title: 'Đã nhận', when: '24/11/2026', tone: 'done' },
    { title: 'Phân loại, thụ lý', when: '26/11/2026', tone: 'done', text: 'UBND xã Đạ Huoai thụ lý.' },
    {
      title: 'Giải quyết', when: null, state: 'Đang giải quyết', tone: 'active',
      term: { text: 'Trả lời trước hết ngày 10/12/2026', ground: 'Điều 28 Nghị định mẫu', why: ['Ngày thụ lý 26/11/2026 không tính.', 'Đếm 10 ngày làm việc, bỏ Thứ Bảy, Chủ nhật.', 'Ngày thứ 10 là Thứ Năm 10/12/2026.'] },
    },
    { title: 'Trả lời', when: null, state: 'Chưa đến', tone: 'neutral' },
  ])}
${noticeBox('Bạn cần bổ sung giấy tờ trước ngày 30/11/2026.', { title: 'Có câu hỏi cho bạn', tone: 'soon' })}
<p class="actions"><a class="button" href="${visit.to('/tra-cuu')}">Tra cứu mã khác</a>${buttonLink(visit.to('/'), 'Trang đầu', { isSecond: true })}</p>`,
  })
}
