import { useForm } from '@mantine/form'
import { useMemo, useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand, type Command } from '#platform/web/command.ts'
import { useDraft, type Draft } from '#platform/web/draft.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { RegisteredVisit, type RegisterVisit } from '../../contract-visits.ts'
import { RECEPTION_CHANGED } from '../queries.ts'
import { forThisDevice, newVisit, visitOf, type VisitDraft } from '../visit-draft.ts'
import { fieldOf, visitFaults } from '../visit-faults.ts'

/** What the fields need of the form that holds them. */
export type VisitForm = Pick<ReturnType<typeof useForm<VisitDraft>>, 'values' | 'errors' | 'getInputProps' | 'setFieldValue' | 'onSubmit' | 'insertListItem' | 'removeListItem'>

interface Visit {
  readonly form: VisitForm
  readonly draft: Draft
  readonly save: Command<VisitDraft>
  readonly files: readonly File[]
  readonly setFiles: (files: File[]) => void
}

/** A visit as it is typed: kept on this device until it is written down, and sent twice it is still written down once. */
export function useVisit(unitId: string, onWritten: (written: RegisteredVisit, sent: VisitDraft, files: readonly File[]) => void): Visit {
  const t = usePhrase()
  const { today, actor } = useSession()
  const [files, setFiles] = useState<File[]>([])
  const form = useForm<VisitDraft>({ initialValues: newVisit(today, actor.name), validate: (values) => visitFaults(values, today, t) })
  const kept = useMemo(() => forThisDevice(form.values), [form.values])
  const draft = useDraft(`reception.visit.${unitId}`, { ...form, values: kept, setValues: (values) => { form.setValues(values) } })
  const setErrors = (errors: Record<string, string>) => form.setErrors(Object.fromEntries(Object.entries(errors).map(([field, message]) => [fieldOf(field, form.values), message])))
  const save = useCommand({
    run: (values: VisitDraft) => api.post('/api/reception/visits', visitOf(values, unitId as RegisterVisit['unitId'], today), RegisteredVisit),
    form: { setErrors }, refresh: RECEPTION_CHANGED,
    onDone: (written, sent) => {
      draft.forget()
      onWritten(written, sent, files)
    },
  })
  return { form, draft, save, files, setFiles }
}
