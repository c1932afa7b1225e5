import { Alert, Button, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ScrollBox } from '#platform/web/scroll-box.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import type { IssuePreview as Preview } from '../../contract.ts'

type PreviewedDuty = Preview['duties'][number]

/** Exactly who would get it: how many, what looks wrong, and the names behind every number. */
export function IssuePreview({ preview: { units, leads, throughDistrict, duties, warnings } }: { readonly preview: Preview }) {
  const t = usePhrase()
  const [shown, setShown] = useState<PreviewedDuty | null>(null)
  const count = (duty: PreviewedDuty, role: 'lead' | 'cooperate') => duty.units.filter((unit) => unit.role === role).length
  return (
    <Stack gap="xs">
      <Text>{t('plans.issue_preview', { units, leads, through: throughDistrict })}</Text>
      {warnings.map(({ dutyId, title, code, class: addressed, unitName }) => (
        <Alert key={`${dutyId} ${code} ${addressed ?? unitName ?? ''}`} color="amber">
          {title}: {t(code, { title, subject: addressed === null ? unitName ?? '' : t(`plans.class.${addressed}`) })}
        </Alert>
      ))}
      <ScrollBox label={t('plans.issue_preview_duties')}>
        <Table>
          <Table.Caption>{t('plans.issue_preview_duties')}</Table.Caption>
          <Table.Thead><Table.Tr><Table.Th>{t('plans.duty')}</Table.Th><Table.Th>{t('plans.role.lead')}</Table.Th><Table.Th>{t('plans.role.cooperate')}</Table.Th><Table.Th>{t('plans.units')}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {duties.map((duty) => (
              <Table.Tr key={duty.dutyId}>
                <Table.Td>{duty.title}</Table.Td>
                <Table.Td>{count(duty, 'lead')}</Table.Td>
                <Table.Td>{count(duty, 'cooperate')}</Table.Td>
                <Table.Td><Button size="compact-sm" variant="default" aria-label={t('plans.names_for', { title: duty.title })} onClick={() => { setShown(duty) }}>{t('plans.names')}</Button></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
      <Sheet opened={shown !== null} onClose={() => { setShown(null) }} title={shown?.title ?? ''}>
        {(['lead', 'cooperate'] as const).map((role) => {
          const named = shown?.units.filter((unit) => unit.role === role) ?? []
          if (named.length === 0) return null
          return (
            <section key={role}>
              <Text component="h3" fw={600}>{`${t(`plans.role.${role}`)}: ${String(named.length)}`}</Text>
              <ul>{named.map(({ name, via }, at) => <li key={at}>{via === null ? name : t('plans.name_via', { name, via })}</li>)}</ul>
            </section>
          )
        })}
      </Sheet>
    </Stack>
  )
}
