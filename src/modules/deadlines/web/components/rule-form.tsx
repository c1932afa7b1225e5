import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { formatDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { FormPage } from '#platform/web/form-page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Moved, MovesPreview } from '../../contract.ts'
import { MovesNote } from './moves-note.tsx'
import { faultsOf, wordsOf, type RuleDraft } from './rule-draft.ts'
import { RuleFields } from './rule-fields.tsx'

interface RuleFormProps {
  readonly title: string
  readonly lead: ReactNode
  readonly initial: RuleDraft
  /** The row said anew; null for a new one. */
  readonly corrects: string | null
  readonly isOfStep: boolean
}

/** Typed, then shown what moves, then applied: nothing is written before that. */
export function RuleForm({ title, lead, initial, corrects, isOfStep }: RuleFormProps) {
  const t = usePhrase()
  const navigate = useNavigate()
  const [shown, setShown] = useState<RuleDraft | null>(null)
  const form = useForm<RuleDraft>({ initialValues: initial, validate: (draft) => faultsOf(draft, t) })
  const preview = useCommand({
    run: (draft: RuleDraft) => api.post('/api/deadlines/rules/preview', { corrects, words: wordsOf(draft) }, MovesPreview),
    form, refresh: [], onDone: (moves, draft) => { setMoves(moves); setShown(draft) },
  })
  const [moves, setMoves] = useState<MovesPreview>()
  const pathOf = ({ procedure, step }: RuleDraft) => `/quan-tri/thoi-han/${procedure}/${step}`
  const apply = useCommand({
    run: (draft: RuleDraft) => (corrects === null ? api.post('/api/deadlines/rules', wordsOf(draft), Moved) : api.put(`/api/deadlines/rules/${corrects}`, wordsOf(draft), Moved)),
    form, doneMessage: t('deadlines.rule_applied'),
    onDone: (_moved, draft) => {
      form.resetDirty()
      void navigate({ to: pathOf(draft) })
    },
  })
  return (
    <>
      <FormPage
        title={title} lead={lead} breadcrumbs={[{ label: t('deadlines.rules'), to: '/quan-tri/thoi-han' }, ...(isOfStep ? [{ label: initial.name, to: pathOf(initial) }] : [])]}
        form={form} onSubmit={preview.run} submitLabel={t('deadlines.preview')} command={preview} cancelTo={isOfStep ? pathOf(initial) : '/quan-tri/thoi-han'}
      >
        <RuleFields form={form} isOfStep={isOfStep} />
      </FormPage>
      <ConfirmDialog
        opened={shown !== null} onClose={() => { setShown(null) }} confirmLabel={t('deadlines.apply')} running={apply.running} problem={apply.problem}
        title={t('deadlines.apply_ask', { date: shown?.validFrom === null || shown === null ? '' : formatDate(shown.validFrom) })} onConfirm={() => { if (shown !== null) apply.run(shown) }}
      >
        <MovesNote query={{ data: moves, error: null, refetch: () => undefined }} />
      </ConfirmDialog>
    </>
  )
}
