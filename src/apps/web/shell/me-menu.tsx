import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core'
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { linkTo } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ACCOUNT_PATH, SIGN_IN_PATH, useSession } from '#platform/web/session.ts'
import { SIGN_OUT_API } from '../desk-services.ts'

export function MeMenu() {
  const t = usePhrase()
  const { actor } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const signOut = useCommand({
    run: () => api.post(SIGN_OUT_API),
    refresh: [],
    onDone() {
      void navigate({ ...linkTo(SIGN_IN_PATH), replace: true }).then(() => queries.clear())
    },
  })
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton className="gd-me" aria-label={t('web.me', { name: actor.name })}>
          <Avatar size={34} radius="xl" color="pine" variant="filled" aria-hidden>
            {initialsOf(actor.name)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="gd-me-card" role="presentation">
          <Text fw={600}>{actor.name}</Text>
          {actor.position ? <Text size="sm" c="dimmed">{actor.position}</Text> : null}
          {actor.onBehalfOf.map((one) => <Text key={one} size="sm" c="dimmed">{one}</Text>)}
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} {...linkTo(ACCOUNT_PATH)} leftSection={<IconUserCircle size={18} aria-hidden />}>
          {t('web.account')}
        </Menu.Item>
        <Menu.Item onClick={() => signOut.run()} leftSection={<IconLogout size={18} aria-hidden />}>
          {t('web.sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** First letters of the first and the last word: names end with the given name. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Letter}/u.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0).toUpperCase() ?? '').join('')
}
