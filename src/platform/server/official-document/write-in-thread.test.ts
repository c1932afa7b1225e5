import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { anOfficialDocument, aProgressReport } from '#tests/support/builders/official-documents.ts'
import { unzip } from '#tests/support/zip.ts'
import { documentWriter, type WriteRequest } from './write-in-thread.ts'

/** A thread that does with a document what its subject says, and else tells which of its documents it is. */
const STRANGE = new URL(`data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads'
  let count = 0
  parentPort.on('message', ({ document: { subject } }) => {
    count += 1
    if (subject === 'sleeps') return
    if (subject === 'ends') process.exit(3)
    if (subject === 'throws') throw new Error('broken')
    if (subject === 'refuses') return parentPort.postMessage({ ok: false, because: 'no such letter' })
    parentPort.postMessage({ ok: true, bytes: new Uint8Array([count]) })
  })`)}`)

const about = (subject: string): WriteRequest => ({ document: anOfficialDocument({ subject }), format: 'docx' })

test('a document comes out of the thread as a Word file, as a PDF and as a picture', async () => {
  const writer = documentWriter()
  const [docx, pdf] = await Promise.all([writer.write({ document: aProgressReport(), format: 'docx' }), writer.write({ document: aProgressReport(), format: 'pdf' })])
  expect(unzip(docx).get('word/document.xml')).toContain('BÁO CÁO')
  expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-')
  expect(Buffer.from(await writer.write({ document: aProgressReport(), format: 'svg' })).toString('utf8', 0, 4)).toBe('<svg')
})

test('one thread writes one document after the other', async () => {
  const writer = documentWriter({ script: STRANGE })
  const written = await Promise.all(['a', 'b', 'c'].map((subject) => writer.write(about(subject))))
  expect(written.map((bytes) => [...bytes])).toEqual([[1], [2], [3]])
})

test.each([
  ['sleeps', /took longer than 4000 ms/], ['ends', /ended with 3/], ['throws', /broke/], ['refuses', /no such letter/],
])('a document on which the thread %s fails alone; the next has a new thread', async (subject, why) => {
  const writer = documentWriter({ script: STRANGE, longestMs: 4000 })
  const [bad, good] = await Promise.allSettled([writer.write(about(subject)), writer.write(about('next'))])
  expect(bad).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(why) as string } })
  expect(good).toMatchObject({ status: 'fulfilled', value: new Uint8Array([1]) })
}, 30_000)

test('who comes when too many wait is told so at once, and is served once they are done', async () => {
  const writer = documentWriter({ script: STRANGE, mostWaiting: 2 })
  const first = [writer.write(about('a')), writer.write(about('b'))]
  await expect(writer.write(about('c'))).rejects.toMatchObject({ kind: 'too_many', code: 'http.documents_wait' })
  await Promise.all(first)
  await wait(0)
  expect([...await writer.write(about('c'))]).toEqual([3])
})
