import { Anchor, type AnchorProps } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import { parseUrlState } from './url-state.ts'

interface PageLinkProps extends Omit<AnchorProps, 'component'> {
  /** A path of the desk, with its query if any: `/ke-hoach?state=late`. The day looked at goes along by itself. */
  readonly to: string
  readonly children: ReactNode
  readonly 'aria-label'?: string
  readonly title?: string
  readonly onClick?: () => void
}

export function PageLink({ to, children, ...rest }: PageLinkProps) {
  return (
    <Anchor {...rest} {...linkTo(to)} component={Link}>
      {children}
    </Anchor>
  )
}

/** What any component needs to be a link into the desk: `<Button component={Link} {...linkTo('/ke-hoach/moi')}>`. */
export function linkTo(path: string): Pick<ComponentProps<typeof Link>, 'to' | 'search'> {
  const [pathname = '/', query = ''] = path.split('?')
  return { to: pathname, search: parseUrlState(query) as never }
}
