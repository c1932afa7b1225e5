import { DeskLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'

export function ProductMark() {
  const t = usePhrase()
  return (
    <DeskLink to="/" className="gd-mark">
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span>{t('web.product')}</span>
    </DeskLink>
  )
}
