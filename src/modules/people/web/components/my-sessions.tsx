import { Button, Group, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { formatDateTime } from '#platform/web/format.ts'
import { linkTo } from '#platform/web/page-link.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { SIGN_IN_PATH } from '#platform/web/session.ts'
import type { MySession } from '../../contract.ts'
import { browserOf } from '../device-name.ts'
import { mySessionsQuery } from '../queries.ts'
import { PlainList } from './plain-list.tsx'

/** Where the person is signed in, and the way out of each place. */
export function MySessions({ sessions }: { readonly sessions: readonly z.output<typeof MySession>[] }) {
  const t = usePhrase()
  const [isAsking, setIsAsking] = useState(false)
  const end = useCommand({ run: (id: string) => api.delete(`/api/people/me/sessions/${id}`), refresh: [mySessionsQuery.queryKey], doneMessage: t('people.session_ended') })
  const endAll = useEndAll()
  return (
    <Section title={t('people.sessions')} actions={<Button variant="default" onClick={() => setIsAsking(true)}>{t('people.sign_out_everywhere')}</Button>}>
      <PlainList label={t('people.sessions')}>
        {sessions.map((session) => (
          <li key={session.id}>
            <Group justify="space-between" gap="xs">
              <Stack gap={0}>
                <Text fw={600}>{browserOf(session.device) ?? t('people.device_unknown')}{session.isThis ? ` (${t('people.this_device')})` : ''}</Text>
                <Text c="dimmed">{t('people.session_times', { from: formatDateTime(session.startedAt), last: formatDateTime(session.lastUsedAt), address: session.address })}</Text>
              </Stack>
              {session.isThis ? null : (
                <Button variant="subtle" loading={end.running} onClick={() => end.run(session.id)}>
                  {t('people.sign_out_there')}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </PlainList>
      <ProblemNote problem={end.problem} />
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('people.sign_out_everywhere_ask')}
        confirmLabel={t('people.sign_out_everywhere')}
        onConfirm={() => endAll.run()}
        running={endAll.running}
        problem={endAll.problem}
      >
        {t('people.sign_out_everywhere_help')}
      </ConfirmDialog>
    </Section>
  )
}

/** This place included, so the way leads to the sign-in page with nothing left in memory. */
function useEndAll() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useCommand({
    run: () => api.delete('/api/people/me/sessions'),
    refresh: [],
    onDone: () => void navigate({ ...linkTo(SIGN_IN_PATH), replace: true }).then(() => queries.clear()),
  })
}
