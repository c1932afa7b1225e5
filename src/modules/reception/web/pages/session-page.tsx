import { Button, Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { Facts } from '#platform/web/facts.tsx'
import { DraftNote } from '#platform/web/form-page.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import { useSession } from '#platform/web/session.ts'
import { usePathParam } from '#platform/web/url-state.ts'
import type { SessionRecord } from '../../contract.ts'
import { RECEPTION_CHANGED, receptionQueries, visitPath } from '../queries.ts'
import '../components/reception.css'

/** A head's day: who came, what was concluded, and the papers of it. */
export function SessionPage() {
  const t = usePhrase()
  const session = useQuery(receptionQueries.session(usePathParam('dayId')))
  if (session.data === undefined) return <Page title={t('reception.session')}><Loaded query={session}>{() => null}</Loaded></Page>
  return <ShownSession key={session.data.version} session={session.data} />
}

function ShownSession({ session }: { readonly session: SessionRecord }) {
  const t = usePhrase()
  const [isIssuing, setIsIssuing] = useState(false)
  const { dayId, on, held, number, issuedOn, mayHold, mayPrint } = session
  const isConcluded = session.conclusion.trim() !== '' || session.visits.some(({ conclusion }) => conclusion !== null)
  const paper = (name: 'conclusion' | 'minutes', format: 'docx' | 'pdf') => (
    <Button key={name + format} component="a" download href={`/api/reception/sessions/${dayId}/${name}.${format}`} variant="default" leftSection={<IconFileText size={18} aria-hidden />}>{t(`reception.paper.${name}`, { format: format.toUpperCase() })}</Button>
  )
  return (
    <Page
      title={t('reception.session_title', { on: formatDate(on) })} breadcrumbs={[{ label: t('reception.schedule'), to: `/tiep-cong-dan/lich?don-vi=${session.unitId}&thang=${on.slice(0, 7)}` }]}
      lead={<><StateBadge tone={number !== null ? 'done' : held ? 'active' : 'neutral'}>{number === null || issuedOn === null ? t(held ? 'reception.session_held' : 'reception.session_not_held') : t('reception.session_issued', { number, on: formatDate(issuedOn) })}</StateBadge> {session.unitName}</>}
      actions={mayHold && held && isConcluded ? <Button onClick={() => setIsIssuing(true)}>{t('reception.issue')}</Button> : null}
    >
      <Section title={t('reception.session_about')}>
        <Facts
          facts={[
            { label: t('reception.hours'), value: `${session.startsAt}–${session.endsAt}` }, { label: t('reception.place'), value: session.place }, { label: t('reception.post_and_name'), value: `${session.receiver}, ${session.post}` },
            ...(session.substitute === null ? [] : [{ label: t('reception.substitute'), value: t('reception.day_substitute', { ...session.substitute }) }]),
          ]}
        />
        {mayPrint ? <Group gap="xs" mt="sm" className="gd-no-print">{session.nobodyCame ? null : [paper('conclusion', 'docx'), paper('conclusion', 'pdf')]}{paper('minutes', 'docx')}{paper('minutes', 'pdf')}</Group> : null}
      </Section>
      {mayHold ? <SessionForm session={session} /> : <SessionText session={session} />}
      <Sheet opened={isIssuing} onClose={() => setIsIssuing(false)} title={t('reception.issue')}><IssueForm session={session} onDone={() => setIsIssuing(false)} /></Sheet>
    </Page>
  )
}

function SessionForm({ session }: { readonly session: SessionRecord }) {
  const t = usePhrase()
  const open = session.visits.filter(({ isCovered }) => !isCovered)
  const form = useForm({
    initialValues: {
      heldBy: session.heldBy, chairName: session.chairName, chairPost: session.chairPost, attendees: session.attendees, nobodyCame: session.nobodyCame, conclusion: session.conclusion,
      visits: open.map(({ id, conclusion, body, dueOn }) => ({ id, conclusion: conclusion ?? '', body: body ?? '', dueOn })),
    },
    validate: { chairName: (name) => (name.trim() === '' ? t('reception.receiver_needed') : null), chairPost: (post) => (post.trim() === '' ? t('reception.post_needed') : null) },
  })
  const draft = useDraft(`reception.session.${session.dayId}.${String(session.version)}`, form)
  const save = useCommand({ run: (values: typeof form.values) => api.put(`/api/reception/sessions/${session.dayId}`, { version: session.version, ...values }), form, refresh: RECEPTION_CHANGED, doneMessage: t('reception.saved'), onDone: () => draft.forget() })
  return (
    <Section title={t('reception.session_outcome')}>
      {draft.savedAt === null && !draft.hasFailed ? null : <DraftNote draft={draft} />}
      <SmallForm form={form} onSubmit={save.run} submitLabel={t('reception.save_session')} command={save} variant={session.held ? 'default' : 'filled'}>
        <NativeSelect label={t('reception.held_by')} data={(['head', 'authorised'] as const).map((value) => ({ value, label: t(`reception.received_by.${value}`) }))} {...form.getInputProps('heldBy')} />
        <div className="gd-fields-side">
          <TextInput label={t('reception.chair_name')} withAsterisk {...form.getInputProps('chairName')} />
          <TextInput label={t('reception.chair_post')} withAsterisk {...form.getInputProps('chairPost')} />
        </div>
        <Textarea label={t('reception.attendees')} autosize minRows={1} {...form.getInputProps('attendees')} />
        {session.visits.length === 0 ? <Checkbox label={t('reception.nobody_came')} {...form.getInputProps('nobodyCame', { type: 'checkbox' })} /> : null}
        {open.map(({ id, number, who, content, peopleCount }, index) => (
          <fieldset key={id} className="gd-rx-box">
            <legend><PageLink to={visitPath(id)}>{t('reception.visit_of', { number, who: who ?? '' })}</PageLink>{peopleCount > 1 ? ` (${t('reception.people_of', { count: peopleCount })})` : ''}</legend>
            <p className="gd-muted gd-rx-clamp" style={{ margin: 0 }}>{content}</p>
            <Textarea label={t('reception.visit_conclusion')} autosize minRows={2} {...form.getInputProps(`visits.${index}.conclusion`)} />
            <div className="gd-fields-side">
              <TextInput label={t('reception.conclusion_body')} {...form.getInputProps(`visits.${index}.body`)} />
              <DateField label={t('reception.conclusion_due')} description="" {...form.getInputProps(`visits.${index}.dueOn`)} />
            </div>
          </fieldset>
        ))}
        <CoveredNote session={session} />
        <Textarea label={t('reception.session_conclusion')} description={t('reception.session_conclusion_help')} autosize minRows={3} {...form.getInputProps('conclusion')} />
      </SmallForm>
    </Section>
  )
}

function CoveredNote({ session }: { readonly session: SessionRecord }) {
  const t = usePhrase()
  const covered = session.visits.filter(({ isCovered }) => isCovered).length
  return covered === 0 ? null : <p className="gd-muted">{t('reception.covered_visits', { count: covered })}</p>
}

/** What was concluded, for who only reads. */
function SessionText({ session }: { readonly session: SessionRecord }) {
  const t = usePhrase()
  return (
    <Section title={t('reception.session_outcome')}>
      {session.attendees === '' ? null : <p>{t('reception.attendees_were', { attendees: session.attendees })}</p>}
      {session.nobodyCame ? <p>{t('reception.nobody_came')}</p> : null}
      <ul className="gd-rx-visits">
        {session.visits.filter(({ isCovered }) => !isCovered).map(({ id, number, who, content, conclusion, body, dueOn }) => (
          <li key={id}>
            <PageLink to={visitPath(id)}>{t('reception.visit_of', { number, who: who ?? '' })}</PageLink>
            <div className="gd-muted gd-rx-clamp">{content}</div>
            {conclusion === null ? null : <div>{conclusion.replace(/[.\s]+$/u, '')}. {body === null ? null : dueOn === null ? t('reception.task_of', { body }) : t('reception.task_until', { body, due: formatDate(dueOn) })}</div>}
          </li>
        ))}
      </ul>
      <CoveredNote session={session} />
      <p style={{ whiteSpace: 'pre-line' }}>{session.conclusion}</p>
    </Section>
  )
}

function IssueForm({ session, onDone }: { readonly session: SessionRecord; readonly onDone: () => void }) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<{ number: string; issuedOn: PlainDate | null }>({
    initialValues: { number: '', issuedOn: today },
    validate: { number: (text) => (/^\d{1,5}$/.test(text.trim()) ? null : t('reception.number_is_digits')), issuedOn: (day) => (day === null ? t('reception.on_needed') : null) },
  })
  const issue = useCommand({ run: (values: typeof form.values) => api.post(`/api/reception/sessions/${session.dayId}/issue`, { version: session.version, ...values }), form, refresh: RECEPTION_CHANGED, doneMessage: t('reception.issued'), onDone })
  return (
    <SmallForm form={form} onSubmit={issue.run} submitLabel={t('reception.issue')} command={issue}>
      <p className="gd-muted">{t('reception.issue_help')}</p>
      <TextInput label={t('reception.paper_number')} inputMode="numeric" withAsterisk {...form.getInputProps('number')} />
      <DateField label={t('reception.issued_on')} required min={session.on} max={today} {...form.getInputProps('issuedOn')} />
    </SmallForm>
  )
}
