import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { useDraft } from '#platform/web/draft.ts'
import { FormPage } from '#platform/web/form-page.tsx'
import { linkTo } from '#platform/web/page-link.tsx'
import { Loaded } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { usePathParam } from '#platform/web/url-state.ts'
import type { CaseRecord } from '../../contract.ts'
import { Versioned } from '../../contract-cases.ts'
import { correctionOf, draftOfRecord, type RegisterDraft } from '../components/register-draft.ts'
import { CorrectedIntake } from '../components/intake-fields.tsx'
import { MatterFields, PriorFields } from '../components/matter-fields.tsx'
import { registerFaults } from '../components/register-faults.ts'
import { casePath, caseQueries, caseUrl, PETITIONS_CHANGED } from '../queries.ts'

/** What was typed wrongly at the door, put right while nothing has been decided. */
export function EditCasePage() {
  const record = useQuery(caseQueries.record(usePathParam('caseId')))
  return <Loaded query={record}>{(loaded) => <EditForm key={loaded.id} record={loaded} />}</Loaded>
}

function EditForm({ record }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  const { today } = useSession()
  const navigate = useNavigate()
  const topics = useQuery(caseQueries.topics).data?.topics ?? []
  const path = casePath(record.id)
  const form = useForm<RegisterDraft>({ initialValues: draftOfRecord(record), validate: (values) => registerFaults({ ...values, parties: [], isAnonymous: true }, today, t) })
  const draft = useDraft(`petitions.edit.${record.id}`, form)
  const save = useCommand({
    run: (values: RegisterDraft) => api.put(caseUrl(record.id), correctionOf(values, record, values.receivedOn ?? record.receivedOn), Versioned), form, refresh: PETITIONS_CHANGED, doneMessage: t('petitions.saved'),
    onDone: () => {
      draft.forget()
      void navigate(linkTo(path))
    },
  })
  return (
    <FormPage
      title={t('petitions.edit_title')} breadcrumbs={[{ label: t('petitions.cases'), to: '/don-thu' }, { label: record.title, to: path }]} form={form} onSubmit={save.run} submitLabel={t('petitions.edit_save')}
      command={save} draft={draft} cancelTo={path}
    >
      <CorrectedIntake form={form} />
      <MatterFields form={form} topics={topics} />
      <PriorFields form={form} />
    </FormPage>
  )
}
