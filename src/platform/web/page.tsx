import { Breadcrumbs, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormat } from './format.ts'
import { PageLink } from './page-link.tsx'
import { usePhrase } from './phrases.tsx'
import { Trouble } from './problem-note.tsx'
import './page.css'

export interface Crumb {
  readonly label: string
  readonly to: string
}

interface PageProps {
  readonly title: string
  /** How many things the page lists; said after the title. Words where they were not counted to the end. */
  readonly count?: number | string | undefined
  /** The way down to this page, without the page itself. */
  readonly breadcrumbs?: readonly Crumb[]
  /** Buttons at the right; at most one of them filled. */
  readonly actions?: ReactNode
  /** A line under the title: the state of a record, the day of a figure. */
  readonly lead?: ReactNode
  /** `narrow` for forms and reading. */
  readonly width?: 'narrow' | 'wide'
  readonly children: ReactNode
}

const LONG_TITLE = 90

/** The frame of every page: where I am, what it is, what I can do. */
export function Page({ title, count, breadcrumbs = [], actions, lead, width = 'wide', children }: PageProps) {
  const t = usePhrase()
  const format = useFormat()
  return (
    <article className="gd-page" data-width={width}>
      <title>{`${title} · ${t('web.product')}`}</title>
      {breadcrumbs.length === 0 ? null : (
        <Breadcrumbs component="nav" aria-label={t('web.breadcrumbs')} className="gd-crumbs" mb="xs">
          {breadcrumbs.map((crumb) => (
            <PageLink key={crumb.to} to={crumb.to}>
              {crumb.label}
            </PageLink>
          ))}
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="flex-start" gap="sm" mb="md" className="gd-page-head">
        <div className="gd-page-title">
          <Title order={1} data-long={title.length > LONG_TITLE || undefined}>
            {title}{' '}
            {count === undefined ? null : (
              <Text span inherit c="dimmed" fw={400} className="gd-count">
                {typeof count === 'string' ? count : format.number(count)}
              </Text>
            )}
          </Title>
          {lead === undefined ? null : <div className="gd-lead">{lead}</div>}
        </div>
        {actions === undefined ? null : (
          <Group gap="xs" className="gd-actions">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </article>
  )
}

interface SectionProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A titled part of a page, on its own sheet. */
export function Section({ title, actions, children }: SectionProps) {
  return (
    <section className="gd-section">
      <Group justify="space-between" gap="xs" mb="sm">
        <Title order={2}>{title}</Title>
        {actions}
      </Group>
      {children}
    </section>
  )
}

interface LoadedProps<Data> {
  readonly query: { readonly data: Data | undefined; readonly error: unknown; readonly refetch: () => unknown }
  readonly children: (data: Data) => ReactNode
}

/** What a query brings: the shape of a page while waiting, the trouble when it fails, else the children. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error !== null && query.error !== undefined) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  return <PageSkeleton />
}

export function PageSkeleton() {
  const t = usePhrase()
  return (
    <Stack gap="sm" role="status" aria-label={t('web.loading')}>
      <Skeleton height={28} width="45%" />
      <Skeleton height={16} width="70%" />
      <Skeleton height={220} mt="sm" />
    </Stack>
  )
}
