import { useForm } from '@mantine/form'
import { useMemo, useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand, type Command } from '#platform/web/command.ts'
import { useDraft, type Draft } from '#platform/web/draft.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { Registered } from '../../contract.ts'
import { PETITIONS_CHANGED } from '../queries.ts'
import { newRegistration, registrationOf, type RegisterDraft } from './register-draft.ts'
import { registerFaults } from './register-faults.ts'

/** What the fields need of the form that holds them. */
export type RegisterForm = Pick<
  ReturnType<typeof useForm<RegisterDraft>>, 'values' | 'errors' | 'getInputProps' | 'setFieldValue' | 'onSubmit' | 'insertListItem' | 'removeListItem' | 'replaceListItem' | 'key' | 'isDirty'
>

export interface Registration {
  readonly form: RegisterForm
  readonly draft: Draft
  readonly save: Command<RegisterDraft>
  readonly files: readonly File[]
  readonly setFiles: (files: File[]) => void
}

/** A registration as it is typed: kept on this device until it is sent, and sent twice it still makes one case. */
export function useRegister(unitId: string, onRegistered: (registered: Registered, sent: RegisterDraft, files: readonly File[]) => void): Registration {
  const t = usePhrase()
  const { today } = useSession()
  const [files, setFiles] = useState<File[]>([])
  const form = useForm<RegisterDraft>({ initialValues: newRegistration(unitId, today), validate: (values) => registerFaults(values, today, t) })
  const kept = useMemo(() => forThisDevice(form.values), [form.values])
  const draft = useDraft('petitions.register', { ...form, values: kept, setValues: (values) => { form.setValues(values) } })
  const save = useCommand({
    run: (values: RegisterDraft) => api.post('/api/petitions', registrationOf(values, values.receivedOn ?? today), Registered),
    form, refresh: PETITIONS_CHANGED,
    onDone: (registered, sent) => {
      draft.forget()
      onRegistered(registered, sent, files)
    },
  })
  return { form, draft, save, files, setFiles }
}

/** The desk's computer may be shared: no number of a paper stays on it, and of a denunciation nothing that was written (Luật Tố cáo 25/2018/QH14, Điều 8). */
export function forThisDevice(draft: RegisterDraft): RegisterDraft {
  if (draft.kind === 'denunciation') return { ...newRegistration(draft.unitId, draft.receivedOn), kind: draft.kind, channel: draft.channel, once: draft.once }
  return { ...draft, parties: draft.parties.map((party) => ({ ...party, identityNumber: '' })) }
}
