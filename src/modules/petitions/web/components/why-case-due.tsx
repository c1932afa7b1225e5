import { Button, Stack } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { Because } from '#platform/web/why-sheet.tsx'
import type { CaseLine, CaseRecord } from '../../contract.ts'
import { caseQueries } from '../queries.ts'
import { termReasons } from './term-reasons.ts'

/** "Vì sao?" on a line of a list: the reasons are fetched when they are asked for. */
export function WhyCaseDue({ line: { id, number, year, dueStep } }: { readonly line: CaseLine }) {
  const t = usePhrase()
  const [isOpen, setIsOpen] = useState(false)
  const record = useQuery({ ...caseQueries.record(id), enabled: isOpen })
  const subject = t('petitions.why_due_of', { number, year })
  return (
    <>
      <Button variant="subtle" size="compact-md" className="gd-no-print" leftSection={<IconHelpCircle size={17} aria-hidden />} aria-label={`${t('web.why')} ${subject}`} onClick={() => { setIsOpen(true) }}>
        {t('web.why')}
      </Button>
      <Sheet opened={isOpen} onClose={() => { setIsOpen(false) }} title={t('web.why_of', { subject })}>
        <Loaded query={record}>{(loaded) => <RunningTerms record={loaded} dueStep={dueStep} />}</Loaded>
      </Sheet>
    </>
  )
}

function RunningTerms({ record, dueStep }: { readonly record: CaseRecord; readonly dueStep: string | null }) {
  const t = usePhrase()
  const terms = record.terms.filter(({ stoppedOn }) => stoppedOn === null).toSorted((one) => (`${one.procedure}.${one.step}` === dueStep ? -1 : 1))
  return <Stack gap="xl">{terms.map((term) => <Because key={term.clockId} reasons={termReasons(term, t)} />)}</Stack>
}
