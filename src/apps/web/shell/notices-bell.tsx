import { ActionIcon, Button, Group, Indicator, Popover, Text, Title } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand } from '#platform/web/command.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { formatDateTime } from '#platform/web/format.ts'
import { noticesQuery, type Notice } from '#platform/web/notices.ts'
import { linkTo } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Trouble } from '#platform/web/problem-note.tsx'
import { noticeSource } from '../desk-services.ts'

export function NoticesBell() {
  const t = usePhrase()
  const [isOpen, setIsOpen] = useState(false)
  const query = useQuery(noticesQuery(noticeSource))
  const markRead = useCommand({ run: noticeSource.markAllRead, refresh: [['notices']] })
  const navigate = useNavigate()
  const unread = query.data?.unread ?? 0
  const label = unread === 0 ? t('web.notices') : t('web.notices_unread', { count: unread })

  function open(notice: Notice) {
    setIsOpen(false)
    void navigate(linkTo(notice.link))
  }

  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width="min(26rem, calc(100vw - 1rem))" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" className="gd-bell" aria-label={label} title={label} onClick={() => setIsOpen((was) => !was)}>
          <Indicator label={unread > 99 ? '99+' : unread} disabled={unread === 0} size={20} color="pine" offset={2} aria-hidden>
            <IconBell size={22} aria-hidden />
          </Indicator>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('web.notices')}>
        <Group justify="space-between" px="md" py="sm" wrap="nowrap">
          <Title order={2} size="h3">{t('web.notices')}</Title>
          {unread === 0 ? null : (
            <Button variant="subtle" size="compact-sm" onClick={() => markRead.run()} loading={markRead.running}>
              {t('web.notices_read_all')}
            </Button>
          )}
        </Group>
        {query.error === null ? null : <Trouble error={query.error} onRetry={() => void query.refetch()} />}
        {query.data?.notices.length === 0 ? <EmptyState title={t('web.notices_none')} icon={IconBell}>{t('web.notices_none_help')}</EmptyState> : null}
        <ul className="gd-notices">
          {query.data?.notices.map((notice) => (
            <li key={notice.id}>
              <button type="button" className="gd-notice" data-unread={notice.readAt === null || undefined} onClick={() => open(notice)}>
                <Text component="span" display="block" fw={notice.readAt === null ? 600 : 400}>
                  {t.find(notice.subject, notice.details) ?? notice.subject}
                </Text>
                <Text component="span" display="block" size="sm" c="dimmed">
                  {formatDateTime(notice.createdAt)}
                  {notice.readAt === null ? ` · ${t('web.notice_unread')}` : null}
                </Text>
              </button>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}
