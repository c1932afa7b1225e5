import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconContrast } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'

const APPEARANCES = ['light', 'dark', 'auto'] as const

export function AppearanceMenu() {
  const t = usePhrase()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('web.appearance')} title={t('web.appearance')}>
          <IconContrast size={22} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {APPEARANCES.map((one) => (
          <Menu.Item
            key={one}
            role="menuitemradio"
            aria-checked={one === colorScheme}
            leftSection={<IconCheck size={16} aria-hidden visibility={one === colorScheme ? 'visible' : 'hidden'} />}
            onClick={() => setColorScheme(one)}
          >
            {t(`web.appearance_${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
