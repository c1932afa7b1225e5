import { Badge, Button, List, Stack, Text, Title } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Certainty } from '#kernel/certainty.ts'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { PageLink } from './page-link.tsx'
import { usePhrase } from './phrases.tsx'
import { Sheet } from './sheet.tsx'

export interface Reasons {
  /** What came out: "Hạn báo cáo: 15/12/2026". */
  readonly result: ReactNode
  readonly rules: readonly { readonly name: string; readonly article?: string | undefined; readonly certainty?: Certainty | undefined }[]
  /** Sentences, in the order in which the system went. */
  readonly steps: readonly string[]
  readonly records?: readonly { readonly label: string; readonly path?: string | undefined }[]
  readonly history?: readonly { readonly on: PlainDate; readonly text: string }[]
}

interface WhySheetProps {
  /** What is explained: "hạn báo cáo quý IV". */
  readonly subject: string
  readonly reasons: Reasons
  /** What is explained is a day: "Vì sao là ngày này?" */
  readonly ofDay?: boolean
}

/** "Vì sao?": stands wherever the system computed something, and opens how. */
export function WhySheet({ subject, reasons, ofDay = false }: WhySheetProps) {
  const t = usePhrase()
  const asked = t(ofDay ? 'web.why_this_day' : 'web.why')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button variant="subtle" size="compact-md" className="gd-no-print" leftSection={<IconHelpCircle size={17} aria-hidden />} aria-label={`${asked} ${subject}`} onClick={() => setIsOpen(true)}>
        {asked}
      </Button>
      <Sheet opened={isOpen} onClose={() => setIsOpen(false)} title={t('web.why_of', { subject })}>
        <Because reasons={reasons} />
      </Sheet>
    </>
  )
}

/** The reasons alone, where a sheet is open already. */
export function Because({ reasons: { result, rules, steps, records = [], history = [] } }: { readonly reasons: Reasons }) {
  const t = usePhrase()
  return (
    <Stack gap="lg">
      <Part title={t('web.why_result')}>
        <Text fw={600} component="div">
          {result}
        </Text>
      </Part>
      <Part title={t('web.why_rule')}>
        <List>
          {rules.map((rule) => (
            <List.Item key={rule.name}>
              {[rule.article, rule.name].filter(Boolean).join(', ')}{' '}
              {rule.certainty === undefined || rule.certainty === 'verified' ? null : <Badge color="gray" variant="light">{t(`web.certainty_${rule.certainty}`)}</Badge>}
            </List.Item>
          ))}
        </List>
      </Part>
      <Part title={t('web.why_steps')}>
        <List type="ordered">
          {steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
      </Part>
      {records.length === 0 ? null : (
        <Part title={t('web.why_records')}>
          <List>
            {records.map((record) => (
              <List.Item key={record.label}>{record.path === undefined ? record.label : <PageLink to={record.path}>{record.label}</PageLink>}</List.Item>
            ))}
          </List>
        </Part>
      )}
      {history.length === 0 ? null : (
        <Part title={t('web.why_history')}>
          <List>
            {history.map((entry) => (
              <List.Item key={`${entry.on}${entry.text}`}>{`${formatDate(entry.on)}: ${entry.text}`}</List.Item>
            ))}
          </List>
        </Part>
      )}
    </Stack>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={3} mb={4}>
        {title}
      </Title>
      {children}
    </section>
  )
}
