import { ActionIcon, Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import { DemonstrationBanner } from './demonstration-banner.tsx'
import { MeMenu } from './me-menu.tsx'
import { NoticesBell } from './notices-bell.tsx'
import { PagePending } from './page-states.tsx'
import { ProductMark } from './product-mark.tsx'
import { Rail } from './rail.tsx'
import { ViewDateBanner, ViewDateSwitch } from './view-date-switch.tsx'
import './shell.css'

const SearchBox = lazy(async () => ({ default: (await import('./search-box.tsx')).SearchBox }))

/** The officers' desk around every page: rail, bar, banners, the page. */
export function Shell() {
  const t = usePhrase()
  const { actor } = useSession()
  const [isRailOpen, setIsRailOpen] = useState(false)
  const [isSearchOpen, setIsSearchOpen] = useState(false)
  useHotkeys([['mod+K', () => setIsSearchOpen(true)]], [])
  const main = useFocusOnNewPage()
  return (
    <>
      <a className="gd-skip" href="#content">
        {t('web.skip_to_content')}
      </a>
      <div className="gd-desk">
        <header className="gd-top">
          <ActionIcon variant="subtle" color="gray" size="lg" className="gd-burger" aria-label={t('web.open_subjects')} onClick={() => setIsRailOpen(true)}>
            <IconMenu2 size={24} aria-hidden />
          </ActionIcon>
          <ProductMark />
          <p className="gd-unit">
            <span className="gd-unit-label">{t('web.acting_for')}</span> <strong>{actor.unit?.name ?? t('web.acting_for_nobody')}</strong>
          </p>
          <div className="gd-top-tools">
            <Button variant="default" className="gd-search-open" leftSection={<IconSearch size={18} aria-hidden />} onClick={() => setIsSearchOpen(true)}>
              {t('web.search')} <kbd className="gd-kbd">Ctrl K</kbd>
            </Button>
            <ActionIcon variant="subtle" color="gray" size="lg" className="gd-search-icon" aria-label={t('web.search')} onClick={() => setIsSearchOpen(true)}>
              <IconSearch size={22} aria-hidden />
            </ActionIcon>
            <ViewDateSwitch />
            <NoticesBell />
            <MeMenu />
          </div>
        </header>
        <div className="gd-rail">
          <Rail />
        </div>
        <main className="gd-main" id="content" tabIndex={-1} ref={main}>
          <DemonstrationBanner />
          <ViewDateBanner />
          <Suspense fallback={<PagePending />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Sheet opened={isRailOpen} onClose={() => setIsRailOpen(false)} title={t('web.subjects')} side="left" width="20rem">
        <p className="gd-unit-in-sheet">
          {t('web.acting_for')} <strong>{actor.unit?.name ?? t('web.acting_for_nobody')}</strong>
        </p>
        <Rail onOpen={() => setIsRailOpen(false)} />
      </Sheet>
      {isSearchOpen ? (
        <Suspense>
          <SearchBox onClose={() => setIsSearchOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** A new page is read from its beginning, by eyes and by screen readers alike. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null)
  const pathname = useLocation({ select: (location) => location.pathname })
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current !== pathname) main.current?.focus({ preventScroll: true })
    before.current = pathname
  }, [pathname])
  return main
}
