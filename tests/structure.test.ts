import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** The architecture is only as good as the rules that hold it: each is broken here on purpose, and must be caught by name. */
const BREACHES: readonly [rule: string, file: string, line: string][] = [
  ['domain-is-pure', 'src/modules/plans/domain/breach.ts', `import 'kysely'`],
  ['domain-is-pure', 'src/modules/plans/domain/breach-node.ts', `import 'node:fs'`],
  ['domain-is-pure', 'src/modules/plans/domain/breach-contract.ts', `import '../contract.ts'`],
  ['contract-is-shared', 'src/modules/plans/contract-breach.ts', `import './server/index.ts'`],
  ['web-never-imports-server', 'src/modules/plans/web/breach.ts', `import '../server/index.ts'`],
  ['web-has-no-node', 'src/modules/plans/web/breach-node.ts', `import 'node:fs'`],
  ['server-never-imports-web', 'src/modules/plans/server/breach-web.ts', `import '../web/index.ts'`],
  ['other-modules-through-the-front-door', 'src/modules/plans/server/breach-deep.ts', `import '#modules/people/server/deep.ts'`],
  ['organisations-uses-only-declared-modules', 'src/modules/organisations/server/breach.ts', `import type {} from '#modules/plans/server/index.ts'`],
  ['portal-shows-its-own-module', 'src/modules/plans/portal/breach.ts', `import '#modules/people/server/index.ts'`],
  ['other-modules-through-the-front-door', 'src/modules/plans/portal/breach-deep.ts', `import '#modules/people/portal/deep.ts'`],
  ['nothing-rests-on-the-portal', 'src/modules/plans/server/breach-portal.ts', `import '../portal/index.ts'`],
  ['nothing-rests-on-the-portal', 'src/platform/server/breach-portal.ts', `import '../portal/html.ts'`],
  ['portal-is-plain-html', 'src/platform/portal/breach.ts', `import '../web/theme/theme.ts'`],
  ['one-door-to-the-templates', 'src/modules/plans/portal/breach-html.ts', `import 'hono/html'`],
  ['platform-knows-no-module', 'src/platform/portal/breach-module.ts', `import '#modules/plans/portal/index.ts'`],
  ['http-stays-in-routes', 'src/modules/plans/portal/breach-http.ts', `import 'fastify'`],
  ['platform-knows-no-module', 'src/platform/server/breach.ts', `import '#modules/plans/server/index.ts'`],
  ['kernel-is-the-bottom', 'src/kernel/breach.ts', `import '../platform/server/thing.ts'`],
  ['sql-stays-in-stores', 'src/modules/plans/server/breach-sql.ts', `import 'kysely'`],
  ['http-stays-in-routes', 'src/modules/plans/server/breach-http.ts', `import 'fastify'`],
  ['apps-are-the-top', 'src/modules/plans/server/breach-app.ts', `import '#apps/app.ts'`],
  ['every-module-is-declared', 'src/modules/undeclared/server/index.ts', `import 'kysely'`],
  ['no-test-code-in-production', 'src/modules/plans/server/breach-test.ts', `import './thing.test.ts'`],
  ['no-undeclared-packages', 'src/modules/plans/server/breach-package.ts', `import 'pg-types'`],
  ['no-cycles', 'src/modules/plans/server/breach-cycle.ts', `import './breach-cycle-back.ts'`],
]

const ROOT = join(import.meta.dirname, '..')
let tree: string
let violations: { rule: { name: string }; from: string; to: string }[]

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'gandan-structure-'))
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json', 'src/modules/uses.json']) {
    mkdirSync(dirname(join(tree, name)), { recursive: true })
    cpSync(join(ROOT, name), join(tree, name))
  }
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'))
  const stubs = [
    'src/modules/plans/contract.ts', 'src/modules/plans/server/index.ts', 'src/modules/plans/web/index.ts', 'src/modules/plans/server/thing.test.ts',
    'src/modules/people/server/deep.ts', 'src/platform/server/thing.ts', 'src/apps/app.ts',
    'src/modules/people/server/index.ts', 'src/modules/people/portal/deep.ts', 'src/modules/plans/portal/index.ts', 'src/platform/portal/html.ts', 'src/platform/web/theme/theme.ts',
  ]
  for (const name of stubs) write(name, 'export {}')
  write('src/modules/plans/server/breach-cycle-back.ts', `import './breach-cycle.ts'`)
  for (const [, file, line] of BREACHES) write(file, line)
  const result = spawnSync(process.execPath, [join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'), 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], {
    cwd: tree, encoding: 'utf8', maxBuffer: 50_000_000,
  })
  violations = (JSON.parse(result.stdout) as { summary: { violations: typeof violations } }).summary.violations
}, 60_000)

afterAll(() => rmSync(tree, { recursive: true, force: true }))

test.each(BREACHES)('%s catches %s', (rule, file) => {
  expect(violations.filter(({ from, to }) => from === file || to === file).map((violation) => violation.rule.name)).toContain(rule)
})

function write(name: string, text: string): void {
  mkdirSync(dirname(join(tree, name)), { recursive: true })
  writeFileSync(join(tree, name), `${text}\n`)
}
