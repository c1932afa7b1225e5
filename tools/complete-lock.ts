import { readFileSync, writeFileSync } from 'node:fs'

/**
 * After `npm install --package-lock-only`: our registry lacks the typst binaries of other platforms, so npm leaves them out of the
 * lock file, and `npm ci` then refuses the whole file. This writes them back as npm would, but for the checksum (decision 0008).
 */
interface Entry { version?: string; optionalDependencies?: Record<string, string> }

const PARENT = 'node_modules/@myriaddreamin/typst-ts-node-compiler'
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> }
const missing = Object.entries(lock.packages[PARENT]?.optionalDependencies ?? {}).filter(([name]) => !(`node_modules/${name}` in lock.packages))
for (const [name, version] of missing) {
  const [os = '', cpu = '', libc] = (name.split('compiler-')[1] ?? '').split('-')
  const entry = { version, cpu: [cpu], license: 'Apache-2.0', optional: true, os: [os], ...(os === 'linux' && libc ? { libc: [libc === 'musl' ? 'musl' : 'glibc'] } : {}) }
  lock.packages[`node_modules/${name}`] = entry
}
const sorted = Object.fromEntries(Object.entries(lock.packages).toSorted(([one], [other]) => (one < other ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`)
