import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPetitionOffice, type PetitionOffice, type PetitionPerson } from '#tests/support/petition-office.ts'

const TODAY = '2026-03-02'
const SCAN = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
let office: PetitionOffice

beforeAll(async () => {
  office = await openPetitionOffice(TODAY)
})
afterAll(() => office.close())

async function attach(id: string, files: readonly File[], by: PetitionPerson = 'sorter', fields: Record<string, string> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) form.append('file', file)
  const encoded = new Response(form)
  return office.http.inject({
    method: 'POST', url: `/api/petitions/${id}/attachments`, headers: { 'x-gandan': '1', 'content-type': encoded.headers.get('content-type') ?? '' }, cookies: { gandan_session: office.as(by).cookie },
    payload: Buffer.from(await encoded.arrayBuffer()),
  })
}
const scan = (name = 'don.txt') => new File(['Đơn viết tay đã quét'], name)

test('scans come with the case, are shown in the record, opened by who may read it, and by nobody else', async () => {
  const { id } = await office.register()
  const answer = await attach(id, [scan('trang-1.txt'), scan('trang-2.txt')], 'sorter', { note: 'Bản gốc' })
  expect(answer.statusCode, answer.body).toBe(201)
  const [one = ''] = answer.json<{ ids: string[] }>().ids
  const record = await office.read(id)
  expect(record.attachments).toMatchObject([{ name: 'trang-1.txt', fromCitizen: false, shownToCitizen: false, note: 'Bản gốc' }, { name: 'trang-2.txt' }])
  expect(record.events.at(-1)).toMatchObject({ kind: 'attachment', detail: { what: 'added', count: 2 }, shownToCitizen: false })
  const opened = await office.as('resolver').get(`/petitions/${id}/attachments/${one}`)
  expect([opened.statusCode, opened.body]).toEqual([200, 'Đơn viết tay đã quét'])
  expect((await office.as('otherSorter').get(`/petitions/${id}/attachments/${one}`)).statusCode).toBe(404)
  expect((await attach(id, [scan()], 'otherSorter')).statusCode).toBe(404)
})

test('who registers at the door sends the scan as well, and does not open it', async () => {
  const { id } = await office.register({}, 'receiver')
  const answer = await attach(id, [scan()], 'receiver')
  expect(answer.statusCode).toBe(201)
  expect((await office.as('receiver').get(`/petitions/${id}/attachments/${answer.json<{ ids: string[] }>().ids[0] ?? ''}`)).statusCode).toBe(403)
  await office.database.owner.pool.query(`update petitions.case set triaged_on = '2026-03-02', triaged_as = 'file' where id = $1`, [id])
  expect((await attach(id, [scan()], 'receiver')).statusCode).toBe(404)
})

test('the citizen sees a paper once that is said', async () => {
  const { id } = await office.register()
  const attachmentId = (await attach(id, [scan()])).json<{ ids: string[] }>().ids[0] ?? ''
  const show = (by: PetitionPerson) => office.as(by).put(`/petitions/${id}/attachments/${attachmentId}`, { shownToCitizen: true, note: null })
  expect((await show('otherHead')).statusCode).toBe(404)
  expect((await show('resolver')).statusCode).toBe(204)
  expect(await office.read(id)).toMatchObject({ attachments: [{ shownToCitizen: true }] })
  expect((await office.read(id)).events.at(-1)).toMatchObject({ kind: 'attachment', detail: { what: 'shown' }, shownToCitizen: true })
})

test('nothing, a program, a paper marked secret: one sentence each, and nothing is kept', async () => {
  const { id } = await office.register()
  const code = async (files: readonly File[]) => (await attach(id, files)).json<{ code: string }>().code
  expect(await code([])).toBe('petitions.file_missing')
  expect(await code([new File(['#!/bin/sh\nrm -rf /'], 'don.txt')])).toBe('files.program_refused')
  expect(await code([scan(), new File(['TUYỆT MẬT\nNội dung'], 'mat.txt')])).toBe('files.secret_refused')
  expect((await office.read(id)).attachments).toEqual([])
})

test('a denunciation’s papers are opened by who handles them', async () => {
  const { id } = await office.register({ kind: 'denunciation' }, 'denouncer')
  const attachmentId = (await attach(id, [new File([SCAN], 'to-cao.pdf')], 'denouncer')).json<{ ids: string[] }>().ids[0] ?? ''
  expect((await office.as('sorter').get(`/petitions/${id}/attachments/${attachmentId}`)).statusCode).toBe(404)
  expect((await office.as('head').get(`/petitions/${id}/attachments/${attachmentId}`)).statusCode).toBe(200)
  expect((await attach(id, [scan()], 'sorter')).statusCode).toBe(404)
})
