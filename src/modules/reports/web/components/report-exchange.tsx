import { Alert, Button, List, Menu, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconArrowsExchange, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { ImportResult } from '../../contract-exchange.ts'
import { reportKey, reportUrl } from '../report-queries.ts'
import { useOpenReport } from './report-desk-context.tsx'

const FIGURE_FORMATS = ['xlsx', 'csv', 'json', 'xml'] as const
const LARGEST = 5 * 2 ** 20

/** Figures out of the report as files, and in from a filled template. */
export function ExchangeMenu() {
  const t = usePhrase()
  const { record, of, isSummary } = useOpenReport()
  const [isOpen, setIsOpen] = useState(false)
  const url = reportUrl(of)
  const mayImport = record.actions.includes('save') && !isSummary && record.form.definition.tables.length > 0
  if (record.content === null) return null
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target><Button variant="default" leftSection={<IconArrowsExchange size={18} aria-hidden />} rightSection={<IconChevronDown size={16} aria-hidden />}>{t('reports.exchange')}</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={`${url}/document.docx`} download>{t('reports.download_docx')}</Menu.Item>
          <Menu.Item component="a" href={`${url}/document.pdf`} download>{t('reports.download_pdf')}</Menu.Item>
          {FIGURE_FORMATS.map((format) => <Menu.Item key={format} component="a" href={`${url}/figures.${format}`} download>{t(`reports.figures_${format}`)}</Menu.Item>)}
          {mayImport && <Menu.Item component="a" href={`${url}/template.xlsx`} download>{t('reports.template')}</Menu.Item>}
          {mayImport && <Menu.Item onClick={() => { setIsOpen(true) }}>{t('reports.import')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <Sheet opened={isOpen} onClose={() => { setIsOpen(false) }} title={t('reports.import')}><ImportForm /></Sheet>
    </>
  )
}

/** A filled template: all of it is taken or nothing, and every cell that does not fit is named. */
function ImportForm() {
  const t = usePhrase()
  const { desk, of } = useOpenReport()
  const queries = useQueryClient()
  const [files, setFiles] = useState<File[]>([])
  const [share, setShare] = useState<number | null>(null)
  const [result, setResult] = useState<ImportResult | null>(null)
  const send = useCommand<File, ImportResult>({
    async run(file) {
      await desk.flush()
      const body = new FormData()
      body.append('file', file)
      setShare(0)
      return api.upload(`${reportUrl(of)}/import`, body, ImportResult, { onProgress: setShare }).finally(() => { setShare(null) })
    },
    refresh: [],
    onDone(taken) {
      setResult(taken)
      setFiles([])
      void queries.invalidateQueries({ queryKey: reportKey(of) })
    },
  })
  const [file] = files
  return (
    <Stack>
      <p className="gd-report-line">{t('reports.import_help')}</p>
      <FileDrop label={t('reports.import_file')} value={files} accept={['.xlsx']} maxBytes={LARGEST} progress={share} onChange={(chosen) => { setFiles(chosen); setResult(null) }} />
      <ProblemNote problem={send.problem} />
      {result !== null && <ImportSaid result={result} />}
      <div><Button variant="default" disabled={file === undefined} loading={send.running} onClick={() => { if (file !== undefined) send.run(file) }}>{t('reports.import_send')}</Button></div>
    </Stack>
  )
}

function ImportSaid({ result: { faults, taken } }: { readonly result: ImportResult }) {
  const t = usePhrase()
  if (faults.length === 0) return <Alert role="status" color="pine">{taken === 0 ? t('reports.import_nothing_new') : t('reports.import_taken', { count: taken })}</Alert>
  return (
    <Alert role="alert" color="brick" title={t('reports.import_faults', { count: faults.length })}>
      <List>
        {faults.map(({ sheet, cell, code, details }, index) => <List.Item key={index}>{[sheet, cell].filter(Boolean).join(', ')}{sheet === null && cell === null ? '' : ': '}{t.find(code, details) ?? code}</List.Item>)}
      </List>
    </Alert>
  )
}
