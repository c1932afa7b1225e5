import { globSync, readFileSync } from 'node:fs'

/**
 * Every refusal code and phrase key that the code names stands in the phrases, and every phrase is named somewhere. That each
 * language has the same keys is the compiler's to check (`satisfies`).
 */
const sources = globSync('src/**/*.{ts,tsx}').filter((path) => !/\.test\.tsx?$/.test(path))
const phraseFiles = sources.filter((path) => /\/phrases\/[\w.-]+\.ts$/.test(path))
const keysOf = (path: string) => [...readFileSync(path, 'utf8').matchAll(/^\s*'([\w.-]+)':/gm)].map(([, key = '']) => key)
const known = new Set(phraseFiles.flatMap(keysOf))
const missing: string[] = []

for (const path of sources.filter((source) => !phraseFiles.includes(source))) {
  const text = readFileSync(path, 'utf8')
  for (const [, code = ''] of text.matchAll(/new Refusal\(\s*'\w+',\s*'([\w.-]+)'/g)) if (!known.has(code)) missing.push(`${path}: refusal ${code}`)
  for (const [, key = ''] of text.matchAll(/\bt\(\s*'([\w.-]+)'/g)) if (!known.has(key)) missing.push(`${path}: phrase ${key}`)
}

process.stdout.write(missing.map((line) => `${line} has no phrase\n`).join(''))
process.stdout.write(`phrases: ${known.size} keys, ${missing.length} missing\n`)
process.exitCode = missing.length === 0 ? 0 : 1
