import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { formatDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { FoundCase } from '../../contract-visits.ts'
import type { LinkedCase } from '../visit-draft.ts'

interface LinkedCaseFieldProps {
  readonly unitId: string
  readonly known: readonly LinkedCase[]
  readonly value: LinkedCase | null
  readonly error: ReactNode
  readonly path: string
  readonly onChange: (linked: LinkedCase | null) => void
}

/** Which case it belongs to: one that the person came about before, or the one whose receipt they hold out. */
export function LinkedCaseField({ unitId, known, value, error, path, onChange }: LinkedCaseFieldProps) {
  const t = usePhrase()
  const [code, setCode] = useState('')
  const find = useCommand({
    run: () => api.get('/api/reception/cases', FoundCase, { query: { unitId, code } }), refresh: [],
    onDone: ({ caseId, caseName, title, receivedOn }) => onChange({ caseId, caseName, content: `${title} (${formatDate(receivedOn)})`, code }),
  })
  const offered = value === null || known.some(({ caseId }) => caseId === value.caseId) ? known : [...known, value]
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('reception.linked_case')} withAsterisk value={value?.caseId ?? ''} error={error} data-path={path} onChange={(event) => onChange(offered.find(({ caseId }) => caseId === event.currentTarget.value) ?? null)}
        data={[{ value: '', label: t(offered.length === 0 ? 'reception.linked_none' : 'reception.linked_choose') }, ...offered.map(({ caseId, caseName, content }) => ({ value: caseId, label: t('reception.linked_option', { name: caseName, content: shortened(content) }) }))]}
      />
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={t('reception.linked_code')} value={code} autoComplete="off" error={find.problem?.message} style={{ flex: 1 }} onChange={(event) => { setCode(event.currentTarget.value); find.clear() }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || code.trim() === '') return
            event.preventDefault()
            find.run()
          }}
        />
        <Button variant="default" loading={find.running} disabled={code.trim().length < 4} onClick={() => find.run()}>{t('reception.linked_find')}</Button>
      </Group>
    </Stack>
  )
}

function shortened(content: string): string {
  return content.length > 70 ? `${content.slice(0, 69)}…` : content
}
