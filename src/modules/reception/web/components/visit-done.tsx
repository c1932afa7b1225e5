import { Alert, Button, Group, Text } from '@mantine/core'
import { IconCircleCheck, IconPrinter } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ProgressNote } from '#platform/web/progress-note.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { problemOf } from '#platform/web/problem.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { RegisteredVisit } from '../../contract-visits.ts'
import { RECEPTION_CHANGED, visitPath } from '../queries.ts'
import { sendVisitFiles, type FileFault } from './send-visit-files.ts'
import './reception.css'

interface VisitDoneProps {
  readonly written: RegisteredVisit
  readonly files: readonly File[]
  readonly onNext: () => void
}

/** It stands in the register: its number, the codes to hand over, the receipt; the scans go up behind it. */
export function VisitDone({ written: { id, number, year, cases }, files, onNext }: VisitDoneProps) {
  const t = usePhrase()
  const queries = useQueryClient()
  const [sent, setSent] = useState<number | null>(files.length === 0 ? null : 0)
  const [faults, setFaults] = useState<readonly FileFault[]>([])
  const next = useRef<HTMLButtonElement>(null)
  const print = useRef<HTMLAnchorElement>(null)
  const started = useRef(false)

  async function send(some: readonly File[]) {
    setSent(0)
    setFaults(await sendVisitFiles(id, some, setSent))
    setSent(null)
    await Promise.all(RECEPTION_CHANGED.map((queryKey) => queries.invalidateQueries({ queryKey })))
  }
  useEffect(() => {
    ;(print.current ?? next.current)?.focus()
    if (started.current || files.length === 0) return
    started.current = true
    void send(files)
  })

  return (
    <section className="gd-section gd-rx-form" aria-label={t('reception.written')}>
      <Alert color="pine" icon={<IconCircleCheck aria-hidden />} role="status">
        <strong>{t('reception.written_number', { number, year })}</strong>{' '}
        <PageLink to={visitPath(id)}>{t('reception.open_visit')}</PageLink>
      </Alert>
      {cases.map((each) => (
        <div key={each.id}>
          <Text m={0} component="p">{t('reception.written_case', { name: `${String(each.number)}/${String(each.year)}` })}</Text>
          <span className="gd-rx-code">{each.code}</span>
        </div>
      ))}
      {cases.length === 0 ? null : <Text m={0} component="p" c="dimmed">{t('reception.code_help')}</Text>}
      {sent === null ? null : <ProgressNote label={t('reception.files_sending', { done: Math.min(sent + 1, files.length), total: files.length })} done={sent} total={files.length} />}
      {faults.length === 0 ? null : (
        <Alert color="brick" role="alert" title={t('reception.files_not_sent')}>
          <ul>{faults.map(({ file, error }) => <li key={file.name}>{`${file.name}: ${problemOf(error, t).fields[0]?.message ?? problemOf(error, t).message}`}</li>)}</ul>
          <Button variant="default" onClick={() => void send(faults.map(({ file }) => file))}>{t('reception.files_again')}</Button>
        </Alert>
      )}
      <Group>
        {cases.length === 0 ? null : (
          <Button ref={print} component="a" href={`/api/reception/visits/${id}/receipt.pdf`} target="_blank" rel="noreferrer" leftSection={<IconPrinter size={18} aria-hidden />}>{t('reception.print_receipt')}</Button>
        )}
        <Button ref={next} variant={cases.length === 0 ? 'filled' : 'default'} disabled={sent !== null} onClick={onNext}>{t('reception.next_visit')}</Button>
      </Group>
    </section>
  )
}
