import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Http } from '#platform/server/http.ts'
import { react } from '#platform/server/jobs.ts'
import { addressIn } from '#platform/portal/languages.ts'
import { actsIn, asSorted, type Acts } from '#tests/support/petition-acts.ts'
import { openPetitionOffice, HOME_AFFAIRS, WARD, type PetitionOffice, type PetitionPerson } from '#tests/support/petition-office.ts'
import { PortalBrowser } from '#tests/support/portal-browser.ts'
import { portalHouse } from '#tests/support/portal-house.ts'
import { petitionReactions } from '../server/index.ts'
import { petitionsPortal } from './index.ts'

const TODAY = '2026-11-25'

let office: PetitionOffice
let acts: Acts<PetitionPerson>
let http: Http
let citizen: PortalBrowser

beforeAll(async () => {
  office = await openPetitionOffice(TODAY)
  acts = actsIn<PetitionPerson>(office.database, office)
  http = await portalHouse(office.database, [petitionsPortal])
})
afterAll(async () => {
  await http.close()
  await office.close()
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] }) // a form is not taken within three seconds: the tests wait by setting the clock
  await office.database.owner.pool.query('truncate platform.portal_try, platform.portal_submission, platform.portal_draft, platform.message')
  citizen = new PortalBrowser(http)
})
afterEach(() => void vi.useRealTimers())

const later = () => vi.setSystemTime(new Date(Date.now() + 10_000))
const said = () => citizen.document.querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? ''
const codeShown = () => citizen.document.querySelector('.receipt-code')?.textContent ?? ''

async function press(button: string, typed: Parameters<PortalBrowser['press']>[1] = {}): Promise<void> {
  later()
  await citizen.press(button, typed)
}

/** From the first step to the last but one; Sở Nội vụ receives it. */
async function write(kind: 'feedback' | 'complaint', more: Parameters<PortalBrowser['press']>[1] = {}): Promise<void> {
  await citizen.open('/cong-dan/gui')
  await press('Tiếp tục', { kind })
  await press('Tiếp tục', { place: WARD, placeNote: 'Tổ 5', to: HOME_AFFAIRS })
  await press('Tiếp tục', {
    topic: '', title: 'Cống sập trước cổng trường', content: 'Cống sập đã hai tuần.\nMong được sửa.', ...(kind === 'complaint' ? { decision: 'Quyết định 120/QĐ-UBND', knownOn: '01/11/2026' } : {}),
  })
  await press('Tiếp tục', { files: [{ name: 'ghi-chu.txt', content: 'ảnh chụp hiện trường' }] })
  await press('Tiếp tục', { name: 'Người phản ánh thứ nhất', email: 'nguoi.phan.anh@example.vn', wants: 'yes', ...(kind === 'complaint' ? { address: 'Tổ 5', identity: '068090123456' } : {}), ...more })
}

async function sendOne(kind: 'feedback' | 'complaint' = 'feedback'): Promise<{ code: string; id: string }> {
  await write(kind)
  await press('Gửi')
  const code = codeShown()
  const { rows } = await office.database.owner.pool.query<{ id: string }>('select id from petitions.case where code = $1', [code])
  return { code, id: rows[0]?.id ?? '' }
}

describe('a citizen sends a letter', () => {
  test('and gets a receipt with what was filed, with whom, and by when something must happen', async () => {
    const { id } = await sendOne()
    expect(citizen.title).toBe('Đã nhận được')
    expect(said()).toContain('Sở Nội vụ')
    expect(said()).toContain('Vì sao là ngày này?')
    const record = await office.read(id, 'sorter')
    expect(record).toMatchObject({ channel: 'portal', kind: 'feedback', state: 'received', receivedOn: TODAY, placeNote: 'Tổ 5', content: 'Cống sập đã hai tuần.\nMong được sửa.' })
    expect(record.parties).toMatchObject([{ role: 'sender', name: 'Người phản ánh thứ nhất', wantsMessages: true, identityKind: null }])
    expect(record.attachments).toMatchObject([{ name: 'ghi-chu.txt', fromCitizen: true }])
  })

  test('the form sent twice makes one case', async () => {
    await write('feedback')
    later()
    const sending = citizen.fill('Gửi')
    const before = await countCases()
    await citizen.send(sending)
    const first = codeShown()
    await citizen.send(sending)
    expect([await countCases() - before, codeShown()]).toEqual([1, first])
  })

  test('a complaint says who complains; what is wrong stands at its field, and nothing typed is lost', async () => {
    await write('complaint', { identity: '123', address: '', phone: 'Người phản ánh' })
    expect(citizen.alerts).toHaveLength(3)
    expect(citizen.value('name')).toBe('Người phản ánh thứ nhất')
    expect(citizen.value('identity')).toBe('123')
    await press('Tiếp tục', { address: 'Tổ 5', identity: '068090123456', phone: '0912 345 678' })
    await press('Gửi')
    const { rows } = await office.database.owner.pool.query<{ id_sealed: Buffer; phone: string }>('select p.* from petitions.party p join petitions.case c on c.id = p.case_id where c.code = $1', [codeShown()])
    expect(rows[0]?.phone).toBe('0912345678')
    expect(rows[0]?.id_sealed.toString('latin1')).not.toContain('068090123456')
  })

  test('a telephone number is no name, a page of text no title, a day to come no day', async () => {
    await write('feedback', { name: '0912345678' })
    expect(citizen.alerts.join(' ')).toContain('số điện thoại')
    await citizen.open('/cong-dan/gui/noi-dung')
    await press('Tiếp tục', { title: 'x'.repeat(300), content: 'Dài' })
    expect(citizen.alerts).toHaveLength(1)
    expect(citizen.value('title')).toHaveLength(300)
  })

  test('a denunciation is not taken, and the page says where to go', async () => {
    await citizen.open('/cong-dan/gui')
    expect(said()).toContain('Trang này chưa nhận tố cáo')
    await press('Tiếp tục', { kind: 'denunciation' })
    expect(citizen.alerts).toHaveLength(1)
  })
})

describe('the receipt', () => {
  test('is proved by its signature; a changed one is not, and a changed record is said to be one', async () => {
    const { code, id } = await sendOne()
    const link = [...citizen.document.querySelectorAll('a.button')].find((each) => each.textContent === 'Kiểm tra biên nhận')?.getAttribute('href') ?? ''
    const path = link.slice(link.indexOf('/cong-dan'))
    await citizen.open(path)
    expect(said()).toContain('Biên nhận này do hệ thống cấp.')
    expect(said()).toContain(code)
    expect(said()).toContain('Giống hệt lúc gửi.')
    await citizen.open(path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))
    expect(said()).toContain('không phải do hệ thống cấp')
    await office.database.owner.pool.query(`update petitions.case set content = 'khác' where id = $1`, [id])
    await citizen.open(path)
    expect(said()).toContain('Khác lúc gửi')
  })
})

describe('who holds the code', () => {
  test('sees where the case stands, however the code is typed; nobody’s name and nothing that was written', async () => {
    const { code } = await sendOne()
    await citizen.open('/cong-dan/tra-cuu')
    await press('Xem việc đang đến đâu', { code: code.toLowerCase().replaceAll('-', ' ') })
    expect(citizen.url).toBe(`/cong-dan/tra-cuu/${code}`)
    expect(said()).toContain('Đã nhận, đang phân loại')
    for (const secret of ['Người phản ánh thứ nhất', 'Cống sập', 'nguoi.phan.anh', 'Tổ 5']) expect(citizen.body).not.toContain(secret)
  })

  test.each([['4K7M-9QX2-3AB', 'mã có 12 chữ và số'], ['0000-0000-0000', 'Không có việc nào mang mã này']])('"%s": %s', async (code, sentence) => {
    await citizen.open('/cong-dan/tra-cuu')
    await press('Xem việc đang đến đâu', { code })
    expect(citizen.alerts.join()).toContain(sentence)
    expect(citizen.value('code')).toBe(code)
  })

  test('of a denunciation nothing is told, by its code or otherwise', async () => {
    const { code } = await office.register({ kind: 'denunciation', title: 'Tố cáo' }, 'denouncer')
    await citizen.open(`/cong-dan/tra-cuu/${code}`)
    expect(citizen.status).toBe(404)
  })

  test('answers what is asked, once', async () => {
    const { code, id } = await sendOne()
    await acts.take('sorter', id, 'sort', asSorted({ kind: 'feedback', title: 'Cống sập', topicCode: 'thu-hoi-dat' }))
    await acts.take('sorter', id, 'questions', { question: 'Cống ở đầu hay cuối đường?' })
    await citizen.open(`/cong-dan/tra-cuu/${code}`)
    expect(said()).toContain('Cống ở đầu hay cuối đường?')
    await citizen.open([...citizen.document.querySelectorAll('a.button')].find((each) => each.textContent === 'Trả lời')?.getAttribute('href') ?? '')
    await press('Gửi trả lời', { answer: '' })
    expect(citizen.alerts).toEqual(['Hãy viết câu trả lời.'])
    await press('Gửi trả lời', { answer: 'Ở đầu đường.' })
    expect((await office.read(id, 'sorter')).questions).toMatchObject([{ answer: 'Ở đầu đường.' }])
    expect([...citizen.document.querySelectorAll('a.button')].map((each) => each.textContent)).not.toContain('Trả lời')
  })

  test('reads it in English as well', async () => {
    const { code } = await sendOne()
    await citizen.open(`/en/citizens/tra-cuu/${code}`)
    expect(said()).toContain('Received, being sorted')
    expect(said()).toContain('Due by the end of 9 December 2026')
  })
})

describe('a bad rating', () => {
  async function answered(): Promise<{ code: string; id: string }> {
    const sent = await sendOne()
    await acts.take('sorter', sent.id, 'sort', asSorted({ kind: 'feedback', title: 'Cống sập', topicCode: 'thu-hoi-dat' }))
    await acts.decide({ by: 'sorter', head: 'head' }, sent.id, { action: 'accept', fields: { note: null } })
    await acts.decide({ by: 'head', head: 'head' }, sent.id, { action: 'conclude', fields: { outcome: 'answered', summary: 'Đã sửa', answer: 'Đã sửa cống ngày 24/11/2026.', answerShown: true } })
    return sent
  }

  test('opens the case again, linked, with a term of its own; and only once', async () => {
    const { code, id } = await answered()
    await citizen.open(`/cong-dan/tra-cuu/${code}`)
    expect(said()).toContain('Đã sửa cống ngày 24/11/2026.')
    await citizen.open(`/cong-dan/tra-cuu/${code}/danh-gia`)
    await press('Đánh giá kết quả')
    const rating = citizen.url
    await press('Gửi đánh giá')
    expect(citizen.alerts).toEqual(['Hãy chọn một mức.'])
    await press('Gửi đánh giá', { score: '1', comment: 'Chưa sửa.' })
    expect(said()).toContain('Rất không hài lòng')
    await citizen.open(`${rating}/xem-lai`)
    await press('Gửi đề nghị', { because: 'Cống vẫn sập.' })
    expect(citizen.url).not.toBe(`/cong-dan/tra-cuu/${code}`)
    const record = await office.read(id, 'sorter')
    expect(record.rating).toMatchObject({ score: 1, comment: 'Chưa sửa.', wantsReopening: true })
    const [again] = record.links
    expect(again).toMatchObject({ link: 'reopened', way: 'to', state: 'received' })
    expect(await acts.terms('sorter', again?.id ?? '')).toMatchObject({ 'feedback.reply': [TODAY, '2026-12-09', null] })
    await citizen.open(rating)
    expect(said()).toContain('Bạn đã đề nghị xem lại việc này.')
    await citizen.open(`/cong-dan/tra-cuu/${code}`)
    expect(said()).toContain('Mở lại, Sở Nội vụ')
  })

  test('a good one closes it; the link is good for one rating', async () => {
    const { code } = await answered()
    await citizen.open(`/cong-dan/tra-cuu/${code}/danh-gia`)
    await press('Đánh giá kết quả')
    const rating = citizen.url
    await press('Gửi đánh giá', { score: '5' })
    await citizen.open(`${rating}/xem-lai`)
    expect(citizen.title).toBe('Cảm ơn bạn')
    await citizen.open(`/cong-dan/tra-cuu/${code}/danh-gia`)
    await press('Đánh giá kết quả')
    expect(citizen.alerts).toEqual(['Việc này đã được đánh giá.'])
  })

  test('who left an address hears of each step, once', async () => {
    const { id } = await answered()
    await runReactions()
    const { rows } = await office.database.owner.pool.query<{ template: string }>('select template from platform.message where about = $1', [`petitions.case:${id}`])
    expect(rows.map(({ template }) => template)).toEqual(expect.arrayContaining(['messages.received', 'messages.answered', 'messages.rate']))
    await runReactions()
    expect((await office.database.owner.pool.query('select from platform.message where about = $1', [`petitions.case:${id}`])).rowCount).toBe(rows.length)
  })
})

/** As the worker hands events on, at least once. */
async function runReactions(): Promise<void> {
  const { rows } = await office.database.owner.pool.query<{ id: number; event: `${string}.${string}`; payload: unknown }>(`select id, event, payload from platform.outbox where event like 'petitions.%' order by id`)
  for (const event of rows) await react(office.database.context, petitionReactions(addressIn), event)
}

async function countCases(): Promise<number> {
  return Number((await office.database.owner.pool.query<{ n: number }>('select count(*) as n from petitions.case')).rows[0]?.n)
}
