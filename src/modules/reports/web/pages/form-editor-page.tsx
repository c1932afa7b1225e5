import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DraftNote } from '#platform/web/form-page.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { Comparison } from '#platform/web/side-by-side.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import type { FigureList, FormRecord } from '../../contract-forms.ts'
import { faultsOfForm } from '../../domain/form.ts'
import { differences } from '../components/form-difference.ts'
import { FormFaults, type FaultPlace } from '../components/form-faults.tsx'
import { FormHeadFields } from '../components/form-head-fields.tsx'
import { PublishForm } from '../components/publish-form.tsx'
import { SectionEditor } from '../components/section-editor.tsx'
import { TableListEditor } from '../components/table-list-editor.tsx'
import { useFormEditor, type FormEditor } from '../components/use-form-editor.ts'
import { formQueries } from '../form-queries.ts'

/** The draft of a form: its sections, its tables, what must hold between their cells; saved when asked, published from a day on. */
export function FormEditorPage() {
  const t = usePhrase()
  const code = usePathParam('formCode')
  const form = useQuery(formQueries.form(code))
  const figures = useQuery(formQueries.figures)
  return (
    <Loaded query={form}>
      {(record) => (record.isDraft
        ? <Loaded query={figures}>{(list) => <Editor key={`${record.code} ${String(record.number)}`} record={record} list={list} />}</Loaded>
        : <Page title={record.definition.title} breadcrumbs={[{ label: t('reports.forms'), to: '/bao-cao/mau' }]}><EmptyState title={t('reports.form_no_draft')} action={<Button component={DeskLink} to={`/bao-cao/mau/${code}`}>{t('reports.open_form')}</Button>} /></Page>)}
    </Loaded>
  )
}

function Editor({ record, list }: { readonly record: FormRecord; readonly list: FigureList }) {
  const t = usePhrase()
  const editor = useFormEditor(record)
  const [open, setOpen] = useState<number | null>(null)
  const [isPublishing, setIsPublishing] = useState(false)
  const { definition, save } = editor
  const faults = faultsOfForm(definition, list.figures)
  useHotkeys([['mod+S', () => { save.run() }]], [])
  function go(place: FaultPlace): void {
    if (place.kind === 'table') setOpen(place.at)
    const id = place.kind === 'head' ? 'reports-head' : `reports-${place.kind}-${String(place.at)}`
    requestAnimationFrame(() => {
      const element = document.getElementById(id)
      element?.scrollIntoView({ block: 'start' })
      const field = element instanceof HTMLInputElement ? element : element?.querySelector('input')
      field?.focus()
    })
  }
  return (
    <Page
      title={t('reports.edit_form', { title: definition.title })} lead={t('reports.edit_form_lead', { number: record.number })}
      breadcrumbs={[{ label: t('reports.forms'), to: '/bao-cao/mau' }, { label: record.definition.title, to: `/bao-cao/mau/${record.code}` }]}
      actions={<Button component={DeskLink} to={`/bao-cao/mau/${record.code}`} variant="default">{t('reports.see_as_filled')}</Button>}
    >
      <DraftNote draft={editor.draft} />
      <OvertakenNote record={record} editor={editor} list={list} />
      <FormFaults definition={definition} faults={faults} onGo={go} />
      <FormHeadFields editor={editor} />
      <SectionEditor editor={editor} />
      <TableListEditor editor={editor} list={list} open={open} onOpen={setOpen} />
      <div className="gd-form-bar">
        <Text role="status" size="sm" c="dimmed">{t(editor.isSaved ? 'reports.all_saved' : 'reports.not_saved')}</Text>
        <ProblemNote problem={save.problem} />
        <Button variant="default" loading={save.running} onClick={() => { save.run() }}>{t('reports.save_form')}</Button>
        <Button disabled={faults.length > 0 || editor.isOvertaken} onClick={() => { setIsPublishing(true) }}>{t('reports.publish')}</Button>
      </div>
      {isPublishing && <PublishForm code={record.code} editor={editor} onClose={() => { setIsPublishing(false) }} />}
    </Page>
  )
}

interface OvertakenProps { readonly record: FormRecord; readonly editor: FormEditor; readonly list: FigureList }

/** Somebody else saved first: what differs is shown, and who edits says whose goes on. Nothing is lost until then. */
function OvertakenNote({ record, editor, list }: OvertakenProps) {
  const t = usePhrase()
  if (!editor.isOvertaken) return null
  const { figures } = list
  const rows = differences({ definition: record.definition, figures }, { definition: editor.definition, figures }, t)
  return (
    <Alert color="amber" title={t('reports.overtaken')} mb="md">
      <Stack gap="sm">
        {rows.length > 0 && <Comparison caption={t('reports.differences')} beforeTitle={t('reports.theirs')} afterTitle={t('reports.mine')} rows={rows} />}
        <Group>
          <Button variant="default" onClick={editor.takeTheirs}>{t('reports.take_theirs')}</Button>
          <Button variant="default" onClick={editor.keepMine}>{t('reports.keep_mine')}</Button>
        </Group>
      </Stack>
    </Alert>
  )
}
