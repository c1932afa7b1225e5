import { Box } from '@mantine/core'
import type { ReactNode } from 'react'

/** Holds a form in the middle of a page that has nothing else on it. */
export function BareForm({ children }: { readonly children: ReactNode }) {
  return (
    <Box maw="34rem" mx="auto">
      {children}
    </Box>
  )
}
