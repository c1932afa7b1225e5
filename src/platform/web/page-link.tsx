import { Anchor, type AnchorProps } from '@mantine/core'
import { useLinkProps, type UseLinkPropsOptions } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react'
import { parseUrlState } from './url-state.ts'

interface DeskLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** A path of the desk, with its query if any: `/ke-hoach?state=late`. The day looked at goes along by itself. */
  readonly to: string
  readonly ref?: Ref<HTMLAnchorElement>
}

/** A bare link, to give other components its sense: `<Button component={DeskLink} to="/ke-hoach/moi">`. */
export function DeskLink({ to, ref, children, 'aria-current': current, ...rest }: DeskLinkProps) {
  const props = useLinkProps({ ...rest, ...linkTo(to) } as UseLinkPropsOptions, ref as never)
  // The router calls a link current when the address begins with it; which link is current is for the caller to say.
  return (
    <a {...props} className={rest.className} aria-current={current}>
      {children}
    </a>
  )
}

interface PageLinkProps extends Omit<AnchorProps, 'component'> {
  readonly to: string
  readonly children: ReactNode
  readonly 'aria-label'?: string
  readonly title?: string
  readonly onClick?: () => void
}

/** A link in text, cells and lists. */
export function PageLink({ to, children, ...rest }: PageLinkProps) {
  return (
    <Anchor {...rest} component={DeskLink} to={to}>
      {children}
    </Anchor>
  )
}

/** The same for `useNavigate`: `navigate(linkTo('/ke-hoach'))`. */
export function linkTo(path: string): { to: string; search: never } {
  const [pathname = '/', query = ''] = path.split('?')
  return { to: pathname, search: parseUrlState(query) as never }
}
