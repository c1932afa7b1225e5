import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { OfficialDocument } from '#platform/server/official-document/official-document.ts'
import { writeDocx } from '#platform/server/official-document/write-docx.ts'
import { writePdf } from '#platform/server/official-document/write-pdf.ts'
import { streamCsv } from '#platform/server/spreadsheet/write-csv.ts'
import { streamXlsx } from '#platform/server/spreadsheet/write-xlsx.ts'
import type { Work } from '#platform/server/work.ts'
import { adxOf } from '#modules/reports/server/adx.ts'
import { exportFigures, type FiguresToExport } from '#modules/reports/server/export-figures.ts'
import { figureLines, figureSheets } from '#modules/reports/server/figure-sheets.ts'
import { writeReportDocument } from '#modules/reports/server/report-document.ts'
import type { PeriodId } from '#modules/reports/server/tables.ts'
import { ExportedFigures } from '#modules/reports/contract-exchange.ts'

export interface FilesOfReport { readonly figures: FiguresToExport; readonly adx: string; readonly document: OfficialDocument }

/** What the folder will hold, read in the transaction; nothing is written before all of it could be read. */
export async function gatherFiles(work: Work, periodId: PeriodId, unitId: UnitId): Promise<FilesOfReport> {
  const figures = await exportFigures(work, periodId, unitId, { below: true })
  return { figures, adx: adxOf(figures, { at: work.now, days: 'calendar' }), document: await writeReportDocument(work, periodId, unitId) }
}

/** The paths written, in order. Refuses where the folder cannot be written to. */
export async function writeFiles(folder: string, { figures, adx, document }: FilesOfReport): Promise<string[]> {
  const path = (name: string) => join(folder, name)
  try {
    await mkdir(folder, { recursive: true })
    await pipeline(streamXlsx(figureSheets(figures)), createWriteStream(path('figures.xlsx')))
    await pipeline(streamCsv(figureLines(figures)), createWriteStream(path('figures.csv')))
    await writeFile(path('figures.json'), `${JSON.stringify(ExportedFigures.parse(figures), null, 2)}\n`)
    await writeFile(path('figures.xml'), adx)
    await writeFile(path('report.docx'), await writeDocx(document))
    await writeFile(path('report.pdf'), await writePdf(document))
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error) throw new Refusal('invalid', 'reports.cli_folder', { folder, reason: error.code })
    throw error
  }
  return ['figures.xlsx', 'figures.csv', 'figures.json', 'figures.xml', 'report.docx', 'report.pdf'].map(path)
}
