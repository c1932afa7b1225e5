import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/500.css'
import '@fontsource/be-vietnam-pro/600.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '#platform/web/theme/desk.css'
import '#platform/web/theme/print.css'

import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { SIGN_IN_PATH, sessionQuery } from '#platform/web/session.ts'
import { DeskProviders } from './desk-providers.tsx'
import { createQueries } from './queries.ts'
import { createDeskRouter, signInFrom } from './routes.tsx'

const queries = createQueries(() => {
  if (router.state.location.pathname === SIGN_IN_PATH) return
  queries.removeQueries({ queryKey: sessionQuery.queryKey })
  void router.navigate(signInFrom(router.state.location.href))
})
const router = createDeskRouter(queries)

const place = document.getElementById('desk')
if (place === null) throw new Error('index.html has no place for the desk')
createRoot(place).render(
  <DeskProviders queries={queries}>
    <RouterProvider router={router} />
  </DeskProviders>,
)
