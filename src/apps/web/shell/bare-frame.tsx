import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { LanguageMenu } from './language-menu.tsx'
import { AppearanceMenu } from './appearance-menu.tsx'
import { PagePending } from './page-states.tsx'
import { ProductMark } from './product-mark.tsx'
import './shell.css'

/** Around pages that need no session: the name, the language, the page. */
export function BareFrame() {
  return (
    <>
      <header className="gd-top gd-top-bare">
        <ProductMark />
        <div className="gd-top-tools">
          <LanguageMenu />
          <AppearanceMenu />
        </div>
      </header>
      <main className="gd-main" id="content" tabIndex={-1}>
        <Suspense fallback={<PagePending />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  )
}
