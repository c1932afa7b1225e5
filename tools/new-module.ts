import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `npm run new-module -- surveys`: the shape every module has, its line in uses.json, and a first test. */
const ROOT = fileURLToPath(new URL('../', import.meta.url))
const [name = ''] = process.argv.slice(2)
const folder = join(ROOT, 'src/modules', name)
const usesPath = join(ROOT, 'src/modules/uses.json')

if (!/^[a-z]+$/.test(name) || existsSync(folder)) {
  process.stderr.write('Name one new module, a plural noun in small letters that is in docs/glossary.md: npm run new-module -- surveys\n')
  process.exit(2)
}

const files: Record<string, string> = {
  'README.md': `# ${name}\n\nWhat one is here, the law, the states, who may do what.\n`,
  'contract.ts': `import { z } from 'zod'\n\nexport const ById = z.object({ id: z.uuid() })\n`,
  'phrases/vi.ts': `export const vi = { '${name}.title': '${name}' } as const\n`,
  'phrases/en.ts': `import type { vi } from './vi.ts'\n\nexport const en = { '${name}.title': '${name}' } satisfies Record<keyof typeof vi, string>\n`,
  'server/index.ts': `export { ${name}Routes } from './routes.ts'\n`,
  'server/routes.ts': `import type { Http } from '#platform/server/http.ts'\n\nexport function ${name}Routes(_http: Http): void {}\n`,
  'phrases/phrases.test.ts': `import { expect, test } from 'vitest'\nimport { en } from './en.ts'\nimport { vi } from './vi.ts'\n\ntest('every phrase exists in both languages', () => {\n  expect(Object.keys(en)).toEqual(Object.keys(vi))\n})\n`,
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const uses = JSON.parse(readFileSync(usesPath, 'utf8')) as Record<string, string[]>
const lines = Object.entries({ ...uses, [name]: ['organisations', 'people'] }).map(([module, used]) => `  ${JSON.stringify(module)}: ${JSON.stringify(used)}`)
writeFileSync(usesPath, `{\n${lines.join(',\n')}\n}\n`)
process.stdout.write(`src/modules/${name} is there. Add its routes to src/apps/api.ts and its phrases to src/apps/phrases.ts.\n`)
