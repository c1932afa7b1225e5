import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPetitionOffice, type PetitionOffice, type PetitionPerson } from '#tests/support/petition-office.ts'

let office: PetitionOffice

beforeAll(async () => {
  office = await openPetitionOffice('2026-03-02')
})
afterAll(() => office.close())

const proofOf = (id: string, by: PetitionPerson) => office.as(by).get(`/petitions/${id}/receipt`)

test('who entered a letter at the door hands out the proof, and gets it no more once the letter has gone on', async () => {
  const { id } = await office.register({}, 'receiver')
  const answer = await proofOf(id, 'receiver')
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.json<{ proof: string }>().proof.length).toBeGreaterThan(40)
  await office.database.owner.pool.query(`update petitions.case set triaged_on = '2026-03-02', triaged_as = 'file' where id = $1`, [id])
  expect((await proofOf(id, 'receiver')).statusCode).toBe(404)
  expect((await proofOf(id, 'sorter')).statusCode).toBe(200)
})

test('printed again it proves the same moment; another unit is told of no such letter', async () => {
  const { id } = await office.register()
  const first = (await proofOf(id, 'sorter')).json<{ proof: string }>().proof
  expect((await proofOf(id, 'sorter')).json<{ proof: string }>().proof).toBe(first)
  expect((await proofOf(id, 'otherSorter')).statusCode).toBe(404)
})

test('of a denunciation there is nothing to be checked on the portal, and only who handles them knows of it', async () => {
  const { id } = await office.register({ kind: 'denunciation' }, 'denouncer')
  expect((await proofOf(id, 'denouncer')).json()).toEqual({ proof: null })
  expect((await proofOf(id, 'sorter')).statusCode).toBe(404)
})
