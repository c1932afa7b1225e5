import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Facts, type Fact } from './facts.tsx'
import { Page, Section, type Crumb } from './page.tsx'
import { usePhrase } from './phrases.tsx'
import { Timeline, type TimelineEntry } from './timeline.tsx'
import './record-page.css'

export interface RecordAction {
  readonly label: string
  readonly onClick: () => void
}

interface RecordPageProps {
  readonly title: string
  readonly breadcrumbs: readonly Crumb[]
  /** Its state in one line: badge, due date, whose turn it is. */
  readonly state: ReactNode
  /** The one next thing to do, as the only filled button; left out when there is nothing to do here. */
  readonly primaryAction?: ReactNode
  /** Whatever else may be done, in a menu. */
  readonly otherActions?: readonly RecordAction[]
  readonly facts: readonly Fact[]
  readonly timeline?: readonly TimelineEntry[]
  /** The record itself, under its facts. */
  readonly children?: ReactNode
  /** Sections of things that belong to it. */
  readonly related?: ReactNode
}

/** One record: what it is, its state, the next action, facts left, what happened right, related things below; printable. */
export function RecordPage({ title, breadcrumbs, state, primaryAction, otherActions = [], facts, timeline, children, related }: RecordPageProps) {
  const t = usePhrase()
  return (
    <Page title={title} breadcrumbs={breadcrumbs} lead={<div className="gd-record-state">{state}</div>} actions={<Actions primary={primaryAction} others={otherActions} />}>
      <div className="gd-record" data-with-timeline={timeline === undefined ? undefined : true}>
        <div className="gd-record-main">
          <Section title={t('web.facts')}>
            <Facts facts={facts} />
          </Section>
          {children}
        </div>
        {timeline === undefined ? null : (
          <aside aria-label={t('web.timeline')}>
            <Section title={t('web.timeline')}>
              <Timeline entries={timeline} />
            </Section>
          </aside>
        )}
      </div>
      {related === undefined ? null : <div className="gd-record-related">{related}</div>}
    </Page>
  )
}

function Actions({ primary, others }: { readonly primary: ReactNode; readonly others: readonly RecordAction[] }) {
  const t = usePhrase()
  return (
    <>
      <Button variant="subtle" color="gray" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
        {t('web.print')}
      </Button>
      {others.length === 0 ? null : (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden />}>
              {t('web.more_actions')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((action) => (
              <Menu.Item key={action.label} onClick={action.onClick}>
                {action.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {primary}
    </>
  )
}
