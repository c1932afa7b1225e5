import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { PhrasesProvider } from '#platform/web/phrases.tsx'
import { cssVariablesResolver, theme } from '#platform/web/theme/theme.ts'
import { vi } from './phrases.ts'

const colorSchemeManager = localStorageColorSchemeManager({ key: 'gandan.appearance' })
const LOAD = { en: async () => (await import('./phrases-en.ts')).en }

export function DeskProviders({ queries, children }: { readonly queries: QueryClient; readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} colorSchemeManager={colorSchemeManager} defaultColorScheme="light">
      <PhrasesProvider vi={vi} load={LOAD}>
        <QueryClientProvider client={queries}>
          <Notifications position="bottom-right" autoClose={6000} zIndex={600} />
          {children}
        </QueryClientProvider>
      </PhrasesProvider>
    </MantineProvider>
  )
}
