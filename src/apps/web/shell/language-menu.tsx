import { ActionIcon, Menu } from '@mantine/core'
import { IconCheck, IconLanguage } from '@tabler/icons-react'
import { LANGUAGES, useLanguage, usePhrase } from '#platform/web/phrases.tsx'

export function LanguageMenu() {
  const t = usePhrase()
  const { language, setLanguage } = useLanguage()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('web.language')} title={t('web.language')}>
          <IconLanguage size={22} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((one) => (
          <Menu.Item
            key={one}
            lang={one}
            role="menuitemradio"
            aria-checked={one === language}
            leftSection={<IconCheck size={16} aria-hidden visibility={one === language ? 'visible' : 'hidden'} />}
            onClick={() => setLanguage(one)}
          >
            {t(`web.language_${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
