import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadSecrets, secretsFrom } from './secrets.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'gandan-secrets-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const path = () => join(folder, 'secrets.json')
const ONE = 'the first secret which is long enough to be one'
const OTHER = 'another secret which is long enough to be one'

test('a first start makes a secret only its owner can read, a second finds the same', () => {
  const made = loadSecrets(folder)
  expect(statSync(path()).mode & 0o777).toBe(0o600)
  expect(loadSecrets(folder).key('a')).toEqual(made.key('a'))
  expect(made.key('a')).toHaveLength(32)
})

test('each purpose has a key of its own', () => {
  const secrets = loadSecrets(folder)
  expect(secrets.key('a')).not.toEqual(secrets.key('b'))
})

test('two installations have nothing in common', () => {
  expect(secretsFrom([ONE]).key('a')).not.toEqual(secretsFrom([OTHER]).key('a'))
})

test('a secret that was replaced still checks and decrypts', () => {
  const before = secretsFrom([ONE])
  const after = secretsFrom([OTHER, ONE])
  expect(after.key('a')).toEqual(secretsFrom([OTHER]).key('a'))
  expect(after.keys('a')).toEqual([after.key('a'), before.key('a')])
})

test('the environment goes before the file, which stays good to decrypt with', () => {
  const own = loadSecrets(folder)
  const given = loadSecrets(folder, OTHER)
  expect(given.key('a')).toEqual(secretsFrom([OTHER]).key('a'))
  expect(given.keys('a')[1]).toEqual(own.key('a'))
})

test('on a machine without the file the environment alone is enough, and no file is made', () => {
  expect(loadSecrets(join(folder, 'none'), `${OTHER}, ${ONE}`).keys('a')).toEqual(secretsFrom([OTHER, ONE]).keys('a'))
  expect(() => readFileSync(path())).toThrow(/ENOENT/)
})

test.each([['empty', ''], ['short', 'too short'], ['one of two short', `${ONE},x`]])('%s GANDAN_SECRET is refused', (_name, given) => {
  expect(() => loadSecrets(folder, given)).toThrow(/GANDAN_SECRET/)
})

test.each([['no JSON', '{'], ['no secret', '{"secrets":[]}'], ['a short one', '{"secrets":["x"]}']])(
  'a damaged file (%s) stops the start instead of being replaced', (_name, text) => {
    writeFileSync(path(), text)
    expect(() => loadSecrets(folder)).toThrow(/secrets\.json/)
    expect(readFileSync(path(), 'utf8')).toBe(text)
  },
)
