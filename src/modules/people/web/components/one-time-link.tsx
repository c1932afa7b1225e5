import { Alert, Button, CopyButton, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'

/** The link stands here once; afterwards only a new one can be made. */
export function OneTimeLink({ link, name }: { readonly link: string; readonly name: string }) {
  const t = usePhrase()
  const address = new URL(link, window.location.origin).href
  return (
    <Alert role="status" color="pine" title={t('people.link_ready')}>
      <Stack gap="sm" align="flex-start">
        <Text>{t('people.link_help', { name })}</Text>
        <TextInput label={t('people.link_title')} value={address} readOnly w="100%" onFocus={(event) => event.currentTarget.select()} />
        <CopyButton value={address} timeout={4000}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />} onClick={copy}>
              <span aria-live="polite">{copied ? t('people.link_copied') : t('people.link_copy')}</span>
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Alert>
  )
}
