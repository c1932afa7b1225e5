import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { usePhrase } from './phrases.tsx'

/** The same list as a file; the address carries the filters (`withQuery('/api/duties.xlsx', list.query)`). */
export function ExportLink({ href }: { readonly href: string }) {
  const t = usePhrase()
  return (
    <Button component="a" href={href} download variant="subtle" color="gray" leftSection={<IconFileSpreadsheet size={18} aria-hidden />}>
      {t('web.export')}
    </Button>
  )
}
