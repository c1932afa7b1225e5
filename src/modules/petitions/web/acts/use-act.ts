import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { api, ApiError } from '#platform/web/api-client.ts'
import { useCommand, type Command } from '#platform/web/command.ts'
import { useDraft, type Draft } from '#platform/web/draft.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { CaseRecord } from '../../contract.ts'
import { isSigned, type CaseAction } from '../../domain/actions.ts'
import { caseQueries, caseUrl, PETITIONS_CHANGED } from '../queries.ts'
import type { Check } from './checks.ts'

/** What every form of an act is given: the case as it stands, and what to do once it is done. */
export interface ActFormProps {
  readonly record: CaseRecord
  readonly onDone: () => void
}

interface ActOptions<Values extends object> extends ActFormProps {
  readonly action: CaseAction
  readonly initialValues: Values
  readonly checks?: Partial<Record<keyof Values & string, Check<Values>>>
  /** What the server is asked, but for the version: the body of an act, the fields of a decision. */
  readonly bodyOf: (values: Values) => object
  readonly doneMessage?: string
  /** Where an act is sent that is not at its own name under the case. */
  readonly url?: string
}

type FormParts = 'values' | 'errors' | 'getInputProps' | 'setFieldValue' | 'onSubmit' | 'isDirty' | 'insertListItem' | 'removeListItem' | 'key'

export interface Act<Values extends object> {
  readonly action: CaseAction
  readonly form: Pick<ReturnType<typeof useForm<Values>>, FormParts>
  /** Null for a denunciation: nothing of it stays on a computer that may be shared. */
  readonly draft: Draft | null
  readonly command: Command<Values>
}

/** Where the API calls an act by what it makes. */
const URLS: Partial<Record<CaseAction, string>> = { 'call-dialogue': 'dialogues', enforce: 'enforcement', ask: 'questions', note: 'notes', 'record-reply': 'replies' }

/** An act being filled in: kept on this device until it is sent; sent for signature where it needs one, else taken at once. */
export function useAct<Values extends object>({ record, action, onDone, initialValues, checks = {}, bodyOf, doneMessage, url = URLS[action] ?? action }: ActOptions<Values>): Act<Values> {
  const t = usePhrase()
  const queries = useQueryClient()
  const form = useForm<Values>({ initialValues, validate: (values) => faultsOf(values, checks, t) })
  const isKept = record.kind !== 'denunciation'
  const draft = useDraft(`petitions.act.${record.id}.${action}`, isKept ? form : { ...form, isDirty: () => false })
  const command = useCommand({
    async run(values: Values) {
      try {
        await sendAct(record, action, url, bodyOf(values))
      } catch (error) {
        // Somebody was faster: what stands behind the form is shown as it is now, so that the next try says yes or no to that.
        if (error instanceof ApiError && error.status === 409) void queries.invalidateQueries({ queryKey: caseQueries.record(record.id).queryKey })
        throw error
      }
    },
    form: { setErrors: (errors) => { form.setErrors(Object.fromEntries(Object.entries(errors).map(([path, message]) => [path.replace(/^decision\.fields\./, ''), message]))) } },
    refresh: PETITIONS_CHANGED, doneMessage: doneMessage ?? t(isSigned(action) ? 'petitions.act_prepared' : 'petitions.act_done'),
    onDone: () => {
      draft.forget()
      onDone()
    },
  })
  return { action, form, draft: isKept ? draft : null, command }
}

async function sendAct({ id, version }: CaseRecord, action: CaseAction, url: string, body: object): Promise<void> {
  if (isSigned(action)) await api.post(`${caseUrl(id)}/decisions`, { version, decision: { action, fields: body } }, z.unknown())
  else await api.post(`${caseUrl(id)}/${url}`, { version, ...body }, z.unknown())
}

function faultsOf<Values extends object>(values: Values, checks: Partial<Record<keyof Values & string, Check<Values>>>, t: ReturnType<typeof usePhrase>): Record<string, string> {
  const names = Object.keys(checks) as (keyof Values & string)[]
  return Object.fromEntries(names.flatMap((name) => {
    const fault = checks[name]?.(values, t) ?? null
    return fault === null ? [] : [[name, fault]]
  }))
}
