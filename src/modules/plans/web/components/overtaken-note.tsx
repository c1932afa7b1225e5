import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Comparison, type ComparedRow } from '#platform/web/side-by-side.tsx'
import type { DirectiveRecord, Reading } from '../../contract.ts'
import { clausesOf } from '../../domain/clauses.ts'
import type { ReadingEditor } from './use-reading.ts'

/** Somebody else saved first: what differs is shown, and the officer says whose goes on. Nothing is lost until then. */
export function OvertakenNote({ record, editor }: { readonly record: DirectiveRecord; readonly editor: ReadingEditor }) {
  const t = usePhrase()
  if (!editor.isOvertaken) return null
  const differing = differences(record.reading, editor.form.values)
  return (
    <Alert color="amber" title={t('plans.overtaken')} mb="md">
      <Stack gap="sm">
        <Comparison caption={t('plans.overtaken_what')} beforeTitle={t('plans.theirs')} afterTitle={t('plans.mine')} rows={differing} />
        {differing.length === 0 && <Text>{t('plans.overtaken_elsewhere')}</Text>}
        <Group>
          <Button variant="default" onClick={() => { editor.takeTheirs(record) }}>{t('plans.take_theirs')}</Button>
          <Button variant="default" onClick={() => { editor.keepMine(record) }}>{t('plans.keep_mine')}</Button>
        </Group>
      </Stack>
    </Alert>
  )
}

/** Clause by clause, those that read otherwise; a path that comes twice is compared in order. */
function differences(theirs: Reading, mine: Reading): ComparedRow[] {
  const [before, after] = [textsByPath(theirs), textsByPath(mine)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((path) => ({ id: path, label: path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((row) => row.before !== row.after)
}

function textsByPath(reading: Reading): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const { path, text } of clausesOf(reading)) texts.set(path, [texts.get(path), text].filter((known) => known !== undefined).join('\n'))
  return texts
}
