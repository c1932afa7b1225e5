import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { requireSameSecrets } from './same-secrets.ts'
import { secretsFrom } from './secrets.ts'

const FIRST = 'the first secret of this installation'
const SECOND = 'the second secret of this installation'
let database: TestDatabase

beforeAll(async () => { database = await createTestDatabase() })
afterAll(() => database.close())

test('a start goes on with the secret it began with, or one put before it; with another it is refused, and nothing has changed', async () => {
  const start = (...secrets: string[]) => requireSameSecrets(database.owner.db, secretsFrom(secrets))
  await start(FIRST)
  await start(FIRST)
  await expect(start(SECOND)).rejects.toThrow(/secrets\.json/)
  await start(SECOND, FIRST)
  await start(SECOND)
  await expect(start(FIRST)).rejects.toThrow(/secrets\.json/)
})
