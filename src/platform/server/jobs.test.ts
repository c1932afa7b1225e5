import { expect, test } from 'vitest'
import { sayFailure } from './jobs.ts'

test('a job that fails is named in the log, and the queue learns of it', async () => {
  const said: unknown[] = []
  const fault = new Error('cột không rõ')
  await expect(sayFailure({ error: (details: unknown) => said.push(details) }, 'people.send-messages', () => Promise.reject(fault))).rejects.toBe(fault)
  expect(said).toEqual([{ err: fault, job: 'people.send-messages' }])
})

test('one that does its work says nothing', async () => {
  const said: unknown[] = []
  await sayFailure({ error: (details: unknown) => said.push(details) }, 'people.send-messages', () => Promise.resolve())
  expect(said).toEqual([])
})
