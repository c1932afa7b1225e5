import { readFile, stat } from 'node:fs/promises'
import { printedReading } from '#modules/plans/server/print-reading.ts'
import { LARGEST_FILE } from '#platform/server/text/extract-text.ts'
import { readPlan } from '#modules/plans/server/read-plan.ts'
import type { ReadingProblem } from '#modules/plans/server/read-plan.ts'
import { readingEn } from '#modules/plans/phrases/reading.en.ts'
import { readingVi } from '#modules/plans/phrases/reading.vi.ts'
import { en as platformEn } from '#platform/phrases/en.ts'
import { vi as platformVi } from '#platform/phrases/vi.ts'

type Output = { write(text: string): void }
type CommandProblem = ReadingProblem | 'plans.reading_missing' | 'plans.reading_directory' | 'plans.reading_unreadable' | 'plans.reading_usage'

const REFUSED = 2
const VI = { ...platformVi, ...readingVi }
const EN = { ...platformEn, ...readingEn }

/** `gandan read-plan FILE [--json]`: the reading on `out`, or exit code 2 and one sentence on `err`. Needs no database. */
export async function readPlanCommand(args: string[], out: Output, err: Output): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('--'))
  const options = args.filter((arg) => arg.startsWith('--'))
  const [file] = files
  if (file === undefined || files.length > 1 || options.some((option) => option !== '--json')) return refuse(err, 'plans.reading_usage', '')
  const found = await bytesOf(file)
  if (typeof found === 'string') return refuse(err, found, file)
  const read = await readPlan(found)
  if (!read.ok) return refuse(err, read.because, file)
  out.write(options.length > 0 ? `${JSON.stringify(read.reading, null, 2)}\n` : printedReading(read.reading, readingVi))
  return 0
}

/** Nothing is read into memory before its size is known. */
async function bytesOf(file: string): Promise<Uint8Array | CommandProblem> {
  try {
    const entry = await stat(file)
    if (entry.isDirectory()) return 'plans.reading_directory'
    if (!entry.isFile()) return 'text.unsupported'
    if (entry.size > LARGEST_FILE) return 'text.too_large'
    return await readFile(file)
  } catch (error) {
    const isForbidden = error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')
    return isForbidden ? 'plans.reading_unreadable' : 'plans.reading_missing'
  }
}

function refuse(err: Output, problem: CommandProblem, file: string): number {
  err.write(`${VI[problem].replace('{file}', () => file)}\n${EN[problem].replace('{file}', () => file)}\n`)
  return REFUSED
}
