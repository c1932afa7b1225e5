import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** An office suite that knows nothing of us; on a bare machine it is missing, and what needs it is skipped by name. */
export const hasLibreOffice: boolean = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** Opens the file and saves it as something else; every file it wrote, in order of their names (a workbook makes one CSV a sheet). `as` is a filter of LibreOffice. */
export async function convertWithLibreOffice(bytes: Uint8Array, ending: 'docx' | 'xlsx', as: string): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gandan-office-'))
  try {
    await writeFile(join(folder, `in.${ending}`), bytes)
    await promisify(execFile)('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', as, '--outdir', join(folder, 'out'), join(folder, `in.${ending}`)])
    const names = (await readdir(join(folder, 'out'))).sort()
    return await Promise.all(names.map((name) => readFile(join(folder, 'out', name))))
  } finally {
    await rm(folder, { recursive: true })
  }
}
