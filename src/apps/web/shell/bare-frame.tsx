import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { DemonstrationBanner } from './demonstration-banner.tsx'
import { PagePending } from './page-states.tsx'
import { Preferences } from './preferences.tsx'
import { ProductMark } from './product-mark.tsx'
import './shell.css'

/** Around pages that need no session: the name, the page, the language. */
export function BareFrame() {
  return (
    <>
      <header className="gd-top">
        <ProductMark />
      </header>
      <main className="gd-main" id="content" tabIndex={-1}>
        <DemonstrationBanner />
        <Suspense fallback={<PagePending />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className="gd-foot">
        <Preferences />
      </footer>
    </>
  )
}
