import { randomUUID } from 'node:crypto'
import type { Database } from '#platform/server/database/database.ts'
import type { Case } from '../measure.ts'
import type { Ask } from '../server.ts'
import type { PetitionPeople } from './fill-people.ts'

interface Asking { readonly officer: Ask; readonly today: string }

/** The row of a case alone: no parties, terms, timeline. */
const COPY = `insert into petitions.case (id, code, matter_id, unit_id, year, number, channel, received_on, received_at, kind, title, content, prior, people_count, skips_level)
  select $2, $3, $2, unit_id, year, $4, channel, received_on, now(), kind, title, content, prior, people_count, skips_level from petitions.case where id = $1`

/** A million cases, as the petition officer of one unit: a role without which nobody reads any. */
export function petitionCases({ app }: Database, { unitId, openCaseId, code }: PetitionPeople, { officer, today }: Asking): readonly Case[] {
  const bare = (sql: string, values: unknown[]) => async () => { await app.pool.query(sql, values) }
  const read = (path: string) => () => officer(path)
  const post = (path: string, body: () => object) => () => officer(path, { method: 'POST', body: JSON.stringify(body()) })
  const LINES = 'select id, code, number, year, kind, state, title, topic_code, received_on, due_on from petitions.case where unit_id = $1'
  const WORDS = `${LINES} and id in (select case_id from petitions.case_words w where w.words @@ petitions.unit_query($1, plainto_tsquery('platform.vi', $2))) order by received_on desc, id desc limit 25`
  let number = 1_000_000
  const at = (() => { let round = 0; return <Value>(values: readonly Value[]): Value => values[round++ % values.length] as Value })()
  return [
    { name: 'Danh sách đơn đang giải quyết', limit: 150, ask: read('/petitions?tab=open'), bare: bare(`${LINES} and state in ('received', 'accepted', 'suspended', 'enforcing') order by due_on limit 25`, [unitId]) },
    { name: 'Danh sách mọi đơn, trang 3', limit: 150, ask: read('/petitions?tab=all&page=3'), bare: bare(`${LINES} order by received_on desc, id desc limit 25 offset 50`, [unitId]) },
    { name: 'Lọc: khiếu nại về đất đai, cả năm', limit: 150, ask: read(`/petitions?tab=all&kind=complaint&topic=thu-hoi-dat&from=${Number(today.slice(0, 4)) - 1}-01-01`), bare: bare(`${LINES} and kind = 'complaint' and topic_code = 'thu-hoi-dat' order by received_on desc limit 25`, [unitId]) },
    { name: 'Quá hạn', limit: 150, ask: read('/petitions?tab=overdue'), bare: bare(`${LINES} and state in ('received', 'accepted', 'suspended', 'enforcing') and due_on < $2 order by due_on limit 25`, [unitId, today]) },
    { name: 'Tìm theo từ, không dấu (từ hiếm và từ thường, luân phiên)', limit: 150, ask: () => officer(`/petitions?tab=all&q=${encodeURIComponent(at(['thu hoi dat', 'karaoke dem', 'boi thuong cay chet', 'dat']))}`), bare: bare(WORDS, [unitId, 'thu hoi dat']) },
    { name: 'Tìm theo tên người', limit: 150, ask: () => officer(`/petitions?tab=all&q=${encodeURIComponent(at(['nguoi gui rung', 'Người gửi đập', 'gui thue 12']))}`), bare: bare(WORDS, [unitId, 'nguoi gui rung']) },
    { name: 'Tìm theo số thứ tự và mã biên nhận', limit: 150, ask: () => officer(`/petitions?tab=all&q=${at([`12/${today.slice(0, 4)}`, code])}`), bare: bare(`${LINES} and code = $2`, [unitId, code]) },
    { name: 'Tìm người đã từng gửi, theo tên không dấu', limit: 150, ask: read(`/petitions/known-people?unitId=${unitId}&q=${encodeURIComponent('nguoi gui rung')}`), bare: bare(`select * from petitions.party where unit_id = $1 and plain_name like '%nguoi gui rung%' limit 10`, [unitId]) },
    { name: 'Mở một hồ sơ', limit: 100, ask: read(`/petitions/${openCaseId}`), bare: bare('select * from petitions.case where id = $1', [openCaseId]) },
    { name: 'Đơn tương tự của một hồ sơ', limit: 150, ask: read(`/petitions/${openCaseId}/similar`), bare: bare('select id from petitions.case where unit_id = $1 and bands && (select bands from petitions.case where id = $2) limit 50', [unitId, openCaseId]) },
    { name: 'Ghi chú vào hồ sơ', limit: 200, ask: post(`/petitions/${openCaseId}/notes`, () => ({ note: 'Đã gọi điện hỏi thêm.' })), bare: bare(`insert into petitions.event (case_id, on_date, kind, by_id, by_name, shown_to_citizen) values ($1, $2, 'note', 'bench', 'bench', false)`, [openCaseId, today]) },
    {
      name: 'Vào sổ một đơn', limit: 200, bare: async () => { await app.pool.query(COPY, [openCaseId, randomUUID(), randomUUID(), number += 1]) },
      ask: post('/petitions', () => ({
        unitId, channel: 'post', receivedOn: today, kind: 'complaint', title: 'Khiếu nại quyết định thu hồi đất', content: 'Tôi không đồng ý với giá bồi thường. '.repeat(20),
        parties: [{ name: 'Người khiếu nại thứ nhất', address: 'Thôn 1' }], once: randomUUID(),
      })),
    },
    { name: 'Bảng đến hạn của đơn vị', limit: 1000, ask: read('/petitions/due?by=topic'), bare: bare(`select topic_code, count(*) from petitions.case where unit_id = $1 and state in ('received', 'accepted', 'suspended', 'enforcing') group by 1`, [unitId]) },
    { name: 'Điểm nóng của đơn vị', limit: 1000, rounds: 30, ask: read('/petitions/hot-spots?by=matter'), bare: bare(`select matter_id, count(*) from petitions.case where unit_id = $1 and state in ('received', 'accepted', 'suspended', 'enforcing') group by 1`, [unitId]) },
  ]
}
