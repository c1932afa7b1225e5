import { Button, Checkbox, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { isOverOn, periodText } from '../validity-days.ts'
import { EndReminderStep } from './end-reminder-step.tsx'
import { ReminderStepForm, type StepKind } from './reminder-step-form.tsx'

interface ReminderStep {
  readonly id: string
  readonly level: 'focal' | 'head' | 'above'
  readonly source: string
  readonly certainty: 'verified' | 'unverified' | 'illustrative'
  readonly validFrom: string
  readonly validUntil: string | null
}

interface ReminderStepsProps<Moment, Step extends ReminderStep & Moment> extends StepKind<Moment> {
  readonly title: string
  readonly lead: string
  readonly query: { readonly data: { readonly steps: readonly Step[] } | undefined; readonly error: unknown; readonly isFetching: boolean; readonly refetch: () => unknown }
}

/** Who is reminded when of something, as sentences with their source and days; any module that reminds shows its own. */
export function ReminderSteps<Moment, Step extends ReminderStep & Moment>({ title, lead, query, ...kind }: ReminderStepsProps<Moment, Step>) {
  const t = usePhrase()
  const { today } = useSession()
  const [isAdding, setIsAdding] = useState(false)
  const [ending, setEnding] = useState<Step | null>(null)
  const [showsOver, setShowsOver] = useState(false)
  const sentence = (step: Step) => kind.sentence(step, t(`people.hears.${step.level}`))
  const steps = query.data?.steps
  const over = steps?.filter((step) => isOverOn(step, today)) ?? []
  const columns: Column<Step>[] = [
    { key: 'step', title: t('people.step'), cell: (step) => <Text span inherit fw={isOverOn(step, today) ? 400 : 600}>{sentence(step)}</Text> },
    { key: 'source', title: t('people.source'), cell: (step) => step.source },
    { key: 'certainty', title: t('people.certainty'), cell: (step) => t(`people.certainty.${step.certainty}`) },
    {
      key: 'days', title: t('people.step_applies'),
      cell: (step) => [periodText(step, t), isOverOn(step, today) ? t('people.step_over') : step.validFrom > today ? t('people.step_to_come') : ''].filter(Boolean).join(', '),
    },
    {
      key: 'end', title: t('people.step_actions'), shown: 'fixed',
      cell: (step) => step.validUntil !== null ? null : (
        <Button variant="subtle" size="compact-md" aria-label={t('people.end_step_named', { step: sentence(step) })} onClick={() => setEnding(step)}>{t('people.end_step')}</Button>
      ),
    },
  ]
  return (
    <Section title={title} actions={<Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setIsAdding(true)}>{t('people.add_step')}</Button>}>
      <Text c="dimmed" mb="xs">{lead}</Text>
      {over.length === 0 ? null : (
        <Checkbox className="gd-no-print" label={t('people.steps_over_shown', { count: over.length })} checked={showsOver} onChange={(event) => setShowsOver(event.currentTarget.checked)} />
      )}
      <DataTable
        name={kind.path}
        caption={title}
        columns={columns}
        rows={showsOver ? steps : steps?.filter((step) => !over.includes(step))}
        rowKey={(step) => step.id}
        query={query}
        empty={<EmptyState title={t('people.steps_none')}>{t('people.steps_none_help')}</EmptyState>}
      />
      <Sheet opened={isAdding} onClose={() => setIsAdding(false)} title={t('people.add_step')}>
        <ReminderStepForm {...kind} onDone={() => setIsAdding(false)} />
      </Sheet>
      {ending === null ? null : <EndReminderStep key={ending.id} path={kind.path} step={ending} sentence={sentence(ending)} onClose={() => setEnding(null)} />}
    </Section>
  )
}
