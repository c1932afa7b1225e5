import { Button, Group, Stack, Text } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
import type { Command } from './command.ts'
import type { Draft } from './draft.ts'
import { ErrorSummary } from './error-summary.tsx'
import { formatTime } from './format.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { Page, type Crumb } from './page.tsx'
import { DeskLink } from './page-link.tsx'
import { usePhrase } from './phrases.tsx'
import { ProblemNote } from './problem-note.tsx'
import './form-page.css'

interface FormShape<Values> {
  readonly errors: Readonly<Record<string, ReactNode>>
  readonly onSubmit: (send: (values: Values) => void, refuse?: () => void) => (event?: React.SyntheticEvent<HTMLFormElement>) => void
}

interface FormPageProps<Values> {
  readonly title: string
  readonly breadcrumbs?: readonly Crumb[]
  readonly lead?: ReactNode
  /** A Mantine form (`useForm`), whose inputs are spread with `form.getInputProps(path)`. */
  readonly form: FormShape<Values>
  readonly onSubmit: (values: Values) => void
  /** The verb on the button: "Trình duyệt". */
  readonly submitLabel: string
  readonly command: Pick<Command<never>, 'running' | 'problem'>
  readonly draft?: Draft
  /** Something no draft can keep, such as files that were chosen. */
  readonly wouldLose?: boolean
  readonly cancelTo?: string
  /** More ways to send, left of the filled button: "Lưu nháp". */
  readonly otherActions?: ReactNode
  readonly children: ReactNode
}

/** A form: one column, label above, help under it, faults at the field and on top, drafts kept by themselves. */
export function FormPage<Values>({ title, breadcrumbs = [], lead, form, onSubmit, submitLabel, command, draft, wouldLose = false, cancelTo, otherActions, children }: FormPageProps<Values>) {
  const t = usePhrase()
  const element = useRef<HTMLFormElement>(null)
  const [attempt, setAttempt] = useState(0)
  const countAttempt = () => setAttempt((count) => count + 1)
  return (
    <Page title={title} breadcrumbs={breadcrumbs} lead={lead} width="narrow">
      {draft === undefined ? null : <DraftNote draft={draft} />}
      <form
        ref={element}
        noValidate
        onSubmit={form.onSubmit((values) => {
          countAttempt()
          onSubmit(values)
        }, countAttempt)}
      >
        <ErrorSummary errors={form.errors} form={element} attempt={attempt} />
        <Stack gap="lg" className="gd-form">
          {children}
        </Stack>
        <Stack gap="sm" mt="lg" className="gd-form-end">
          {command.problem?.kind === 'fields' ? null : <ProblemNote problem={command.problem} />}
          <Group gap="xs">
            <Button type="submit" size="md" loading={command.running}>
              {submitLabel}
            </Button>
            {otherActions}
            {cancelTo === undefined ? null : (
              <Button component={DeskLink} to={cancelTo} variant="subtle" color="gray" size="md">
                {t('web.cancel')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
      <LeaveGuard wouldLose={!command.running && (wouldLose || draft?.hasFailed === true)} />
    </Page>
  )
}

/** Says that nothing typed is lost, and when it was last kept. */
export function DraftNote({ draft }: { readonly draft: Draft }) {
  const t = usePhrase()
  if (draft.hasFailed) return <Text role="alert" className="gd-draft" data-failed>{t('web.draft_failed')}</Text>
  if (draft.savedAt === null) return <div className="gd-draft" />
  const time = formatTime(draft.savedAt)
  return (
    <Group gap="xs" className="gd-draft">
      <Text role="status">{draft.wasRestored ? t('web.draft_restored', { time }) : t('web.draft_saved', { time })}</Text>
      <Button variant="subtle" size="compact-md" onClick={() => draft.discard()}>
        {t('web.draft_discard')}
      </Button>
    </Group>
  )
}
