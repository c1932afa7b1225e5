import { Avatar, Button, Divider, Popover, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DeskLink, linkTo } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { ACCOUNT_PATH, SIGN_IN_PATH, useSession } from '#platform/web/session.ts'
import { SIGN_OUT_API } from '../desk-services.ts'
import { Preferences } from './preferences.tsx'

export function MeMenu() {
  const t = usePhrase()
  const { actor } = useSession()
  const [isOpen, setIsOpen] = useState(false)
  const signOut = useSignOut()
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width="min(21rem, calc(100vw - 1rem))" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className="gd-me" onClick={() => setIsOpen((was) => !was)}>
          <Avatar size={36} radius="xl" color="pine" variant="filled" aria-hidden>
            {initialsOf(actor.name)}
          </Avatar>
          <VisuallyHidden>{t('web.me', { name: actor.name })}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('web.account')}>
        <Stack gap="xs">
          <div>
            <Text fw={600}>{actor.name}</Text>
            {actor.unit === null ? null : <Text c="dimmed">{actor.unit.name}</Text>}
            {actor.roles.map((held) => (
              <Text key={`${held.role}${held.unitId}${held.onBehalfOf ?? ''}`} c="dimmed">
                {[t.find(`people.role.${held.role}`) ?? held.role, held.unitId === actor.unit?.id ? null : held.unitName, held.onBehalfOf].filter(Boolean).join(' · ')}
              </Text>
            ))}
          </div>
          <Preferences />
          <Divider />
          <Button component={DeskLink} to={ACCOUNT_PATH} variant="subtle" color="gray" justify="flex-start" leftSection={<IconUserCircle size={20} aria-hidden />} onClick={() => setIsOpen(false)}>
            {t('web.account')}
          </Button>
          <Button variant="subtle" color="gray" justify="flex-start" leftSection={<IconLogout size={20} aria-hidden />} loading={signOut.running} onClick={() => signOut.run()}>
            {t('web.sign_out')}
          </Button>
          <ProblemNote problem={signOut.problem} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Nothing that was read stays in memory for whoever sits down next. */
function useSignOut() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useCommand({
    run: () => api.post(SIGN_OUT_API),
    refresh: [],
    onDone() {
      void navigate({ ...linkTo(SIGN_IN_PATH), replace: true }).then(() => queries.clear())
    },
  })
}

/** First letters of the first and the last word: Vietnamese names end with the given name. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Letter}/u.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0).toUpperCase() ?? '').join('')
}
