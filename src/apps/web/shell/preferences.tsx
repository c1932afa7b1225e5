import { SegmentedControl, Stack, useMantineColorScheme } from '@mantine/core'
import { LANGUAGES, useLanguage, usePhrase } from '#platform/web/phrases.tsx'

const APPEARANCES = ['light', 'dark', 'auto'] as const

/** Language and appearance, kept on this device. */
export function Preferences() {
  const t = usePhrase()
  const { language, setLanguage } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Stack gap="xs">
      <SegmentedControl
        fullWidth
        aria-label={t('web.language')}
        value={language}
        onChange={setLanguage}
        data={LANGUAGES.map((value) => ({ value, label: t(`web.language_${value}`) }))}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('web.appearance')}
        value={colorScheme}
        onChange={setColorScheme}
        data={APPEARANCES.map((value) => ({ value, label: t(`web.appearance_${value}`) }))}
      />
    </Stack>
  )
}
