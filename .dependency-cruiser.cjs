/** The architecture of this repository, as rules. `npm run check:structure` fails on the first broken one. */
const uses = require('./src/modules/uses.json')

const MODULE = '^src/modules/([^/]+)/'
const TESTS = '\\.(test|spec)\\.tsx?$|^tests/'

/** One rule per module: it may reach another only by a declared edge. Type-only imports count too. */
const declaredEdges = Object.entries(uses).map(([module, allowed]) => ({
  name: `${module}-uses-only-declared-modules`,
  comment: `Declare the edge in src/modules/uses.json (and say why in the commit), or turn the dependency round.`,
  severity: 'error',
  from: { path: `^src/modules/${module}/` },
  to: { path: '^src/modules/[^/]+/', pathNot: [module, ...allowed].map((name) => `^src/modules/${name}/`) },
}))

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-undeclared-packages', severity: 'error', comment: 'Every npm package used is in package.json.',
      from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'every-module-is-declared', severity: 'error', comment: 'A new module folder needs a line in src/modules/uses.json.',
      from: { path: MODULE, pathNot: Object.keys(uses).map((name) => `^src/modules/${name}/`) }, to: {},
    },
    {
      name: 'kernel-is-the-bottom', severity: 'error', comment: 'The kernel knows nobody.',
      from: { path: '^src/kernel/', pathNot: TESTS }, to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'domain-is-pure', severity: 'error',
      comment: 'Business rules import the kernel and their own domain folder; no npm, no Node, no clock, no database.',
      from: { path: '^src/modules/([^/]+)/domain/', pathNot: TESTS },
      to: { pathNot: ['^src/modules/$1/domain/', '^src/kernel/'] },
    },
    {
      name: 'contract-is-shared', severity: 'error',
      comment: 'A contract travels to the browser: zod, the kernel and its own domain only.',
      from: { path: '^src/modules/([^/]+)/contract[a-z-]*\\.ts$' },
      to: { pathNot: ['^src/modules/$1/contract[a-z-]*\\.ts$', '^src/modules/$1/domain/', '^src/kernel/', 'node_modules/zod/'] },
    },
    {
      name: 'other-modules-through-the-front-door', severity: 'error',
      comment: 'Import server/index.ts or web/index.ts of another module, nothing else.',
      from: { path: MODULE, pathNot: TESTS },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(server|web|portal)/index\\.tsx?$'] },
    },
    {
      name: 'web-never-imports-server', severity: 'error',
      from: { path: '^src/(modules/[^/]+/web|platform/web|apps/web)/' },
      to: { path: ['^src/(modules/[^/]+/server|platform/server)/'] },
    },
    {
      name: 'web-has-no-node', severity: 'error',
      from: { path: '^src/(modules/[^/]+/web|platform/web|apps/web)/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-never-imports-web', severity: 'error',
      from: { path: '^src/(modules/[^/]+/server|platform/server)/' },
      to: { path: ['^src/(modules/[^/]+/web|platform/web|apps)/', 'node_modules/react'] },
    },
    {
      name: 'portal-shows-its-own-module', severity: 'error',
      comment: "A module's pages for citizens show what its own domain and use cases say, with the portal's parts.",
      from: { path: '^src/modules/([^/]+)/portal/', pathNot: TESTS },
      to: { pathNot: ['^src/modules/$1/(portal|domain|server)/', '^src/modules/$1/contract[a-z-]*\\.ts$', '^src/platform/(portal|server)/', '^src/kernel/', 'node_modules/zod/'] },
    },
    {
      name: 'nothing-rests-on-the-portal', severity: 'error', comment: 'Pages for citizens are an outside: only apps/ and other pages know them.',
      from: { path: '^src/(kernel|platform/(server|web)|modules/[^/]+/(domain|server|web|phrases|contract[a-z-]*\\.ts))', pathNot: TESTS },
      to: { path: '^src/(platform|modules/[^/]+)/portal/' },
    },
    {
      name: 'portal-is-plain-html', severity: 'error', comment: 'The portal has the colours of the desk, and nothing else of it.',
      from: { path: '^src/(platform|modules/[^/]+)/portal/', pathNot: TESTS },
      to: { path: ['^src/(platform|apps|modules/[^/]+)/web/', 'node_modules/(react|@mantine)'], pathNot: '^src/platform/web/theme/tokens\\.ts$' },
    },
    {
      name: 'one-door-to-the-templates', severity: 'error', comment: 'platform/portal/html.ts says what may go into a page.',
      from: { pathNot: '^src/platform/portal/html\\.ts$' }, to: { path: 'node_modules/hono/' },
    },
    {
      name: 'platform-knows-no-module', severity: 'error', comment: 'The platform would work for any province.',
      from: { path: '^src/platform/' }, to: { path: '^src/(modules|apps)/' },
    },
    {
      name: 'sql-stays-in-stores', severity: 'error', comment: 'Only *-store.ts and tables.ts speak Kysely.',
      from: { path: '^src/modules/', pathNot: ['-store\\.ts$', '/tables\\.ts$', TESTS] }, to: { path: 'node_modules/kysely/' },
    },
    {
      name: 'http-stays-in-routes', severity: 'error', comment: 'Use cases do not know HTTP.',
      from: { path: '^src/modules/', pathNot: ['/server/routes\\.ts$', '-routes\\.ts$', TESTS] }, to: { path: 'node_modules/fastify' },
    },
    {
      name: 'apps-are-the-top', severity: 'error', from: { pathNot: ['^src/apps/', '^tests/'] }, to: { path: '^src/apps/' },
    },
    { name: 'no-test-code-in-production', severity: 'error', from: { path: '^src/', pathNot: TESTS }, to: { path: TESTS } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/apps/', 'vite-env', '^src/platform/portal/styles/'] }, to: {} },
    ...declaredEdges,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
}
