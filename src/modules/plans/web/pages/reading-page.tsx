import { Alert, Button, Stack, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { DraftNote } from '#platform/web/form-page.tsx'
import { linkTo } from '#platform/web/page-link.tsx'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { useSession } from '#platform/web/session.ts'
import { SideBySide } from '#platform/web/side-by-side.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import type { DirectiveRecord } from '../../contract.ts'
import { unclearMarks } from '../../domain/reading-edits.ts'
import { ClauseEditor } from '../components/clause-editor.tsx'
import { OvertakenNote } from '../components/overtaken-note.tsx'
import { ReadingHead } from '../components/reading-head.tsx'
import { ReadingLists } from '../components/reading-lists.tsx'
import { ReadingSource } from '../components/reading-source.tsx'
import { useReading, type ReadingEditor } from '../components/use-reading.ts'
import { PLANS_CHANGED, planQueries } from '../queries.ts'

/** Source left, what was read of it right; corrected here, then turned into duties. */
export function ReadingPage() {
  const directive = useQuery(planQueries.directive(usePathParam('directiveId')))
  return <Loaded query={directive}>{(record) => <Corrections key={record.id} directive={record} />}</Loaded>
}

function Corrections({ directive }: { readonly directive: DirectiveRecord }) {
  const t = usePhrase()
  const editor = useReading(directive)
  const [clause, setClause] = useState('')
  useHotkeys([['mod+Z', () => { editor.undo() }], ['mod+S', () => { editor.save.run() }]], ['INPUT', 'TEXTAREA'])
  return (
    <Page
      title={t('plans.correct_reading')} breadcrumbs={[{ label: t('plans.title'), to: '/ke-hoach' }, { label: directive.title, to: `/ke-hoach/${directive.id}` }]}
      actions={(
        <>
          <Button variant="default" disabled={!editor.canUndo} onClick={editor.undo}>{t('plans.undo')}</Button>
          <Button loading={editor.save.running} onClick={() => { editor.save.run() }}>{t('plans.save_reading')}</Button>
        </>
      )}
    >
      <DraftNote draft={editor.draft} />
      <ProblemNote problem={editor.save.problem} />
      <OvertakenNote record={directive} editor={editor} />
      <SideBySide
        left={{ title: t('plans.source'), children: <ReadingSource text={directive.sourceText} clause={clause} /> }}
        right={{ title: t('plans.structure'), children: <Structure editor={editor} directive={directive} onLook={setClause} /> }}
      />
    </Page>
  )
}

interface StructureProps { readonly editor: ReadingEditor; readonly directive: DirectiveRecord; readonly onLook: (text: string) => void }

function Structure({ editor, directive, onLook }: StructureProps) {
  const t = usePhrase()
  const { form, remember } = editor
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const taken = new Set(directive.dutyList.map(({ clausePath }) => clausePath))
  const unclear = unclearMarks(form.values.sections)
  const clause = (place: Parameters<ReadingEditor['edit']>[0], path: string) => (
    <ClauseEditor
      key={`${String(place.item)} ${String(place.point)}`} editor={editor} place={place} path={path} onLook={onLook} isChosen={taken.has(path) || path === '' ? null : chosen.has(path)}
      onChoose={(isChosen) => { setChosen(new Set(isChosen ? [...chosen, path] : [...chosen].filter((known) => known !== path))) }}
    />
  )
  return (
    <Stack gap="md">
      <ReadingHead editor={editor} />
      {unclear.length > 0 && <Alert color="amber">{t('plans.unclear_marks', { paths: unclear.join(', ') })}</Alert>}
      {form.values.sections.map((section, at) => (
        <Stack key={at} gap="xs">
          <TextInput
            label={t('plans.section_title', { mark: section.mark ?? '' })} value={section.title ?? ''} onFocus={() => { remember(); onLook(section.title ?? '') }}
            onChange={(event) => { form.setFieldValue(`sections.${String(at)}.title`, event.currentTarget.value === '' ? null : event.currentTarget.value) }}
          />
          {section.items.flatMap((item, index) => {
            const path = [section.mark, item.mark].filter(Boolean).join('.')
            return [
              clause({ section: at, item: index, point: null }, path),
              ...item.items.map((point, number) => clause({ section: at, item: index, point: number }, `${path}.${point.mark}`)),
            ]
          })}
        </Stack>
      ))}
      <ReadingLists editor={editor} />
      <MakeDuties editor={editor} directive={directive} paths={[...chosen]} />
    </Stack>
  )
}

/** The reading is written first, so that the duties quote the text as corrected. */
function MakeDuties({ editor, directive, paths }: { readonly editor: ReadingEditor; readonly directive: DirectiveRecord; readonly paths: readonly string[] }) {
  const t = usePhrase()
  const { today } = useSession()
  const navigate = useNavigate()
  const [dueOn, setDueOn] = useState<PlainDate | null>(null)
  const make = useCommand({
    run: async () => {
      await editor.write()
      await api.post(`/api/plans/directives/${directive.id}/duties/from-clauses`, { paths, dueOn: dueOn ?? today })
    },
    refresh: PLANS_CHANGED, doneMessage: t('plans.duties_made'), onDone: () => void navigate(linkTo(`/ke-hoach/${directive.id}`)),
  })
  return (
    <>
      <DateField label={t('plans.first_due')} value={dueOn} onChange={setDueOn} />
      <ProblemNote problem={make.problem} />
      <Button disabled={paths.length === 0} loading={make.running} onClick={() => { make.run() }}>{t('plans.make_duties', { count: paths.length })}</Button>
    </>
  )
}
