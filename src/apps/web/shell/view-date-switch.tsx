import { Button, Group, Popover, Skeleton, Stack, Text } from '@mantine/core'
import { IconCalendar, IconHistory } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { formatDate } from '#kernel/plain-date.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useViewDate } from '#platform/web/view-date.ts'

const DayCalendar = lazy(async () => ({ default: (await import('#platform/web/day-calendar.tsx')).DayCalendar }))

/** "Xem tại ngày": the day the whole desk shows. */
export function ViewDateSwitch() {
  const t = usePhrase()
  const view = useViewDate()
  const [isOpen, setIsOpen] = useState(false)
  const date = formatDate(view.date)
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant={view.isToday ? 'default' : 'light'}
          color={view.isToday ? 'gray' : 'amber'}
          leftSection={<IconCalendar size={18} aria-hidden />}
          className="gd-view-date"
          aria-label={t('web.view_date_label', { date })}
          onClick={() => setIsOpen((was) => !was)}
        >
          <span className="gd-wide-only">{t('web.view_date')}&nbsp;</span>
          {date}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('web.view_date')}>
        <Stack gap="sm" maw={300}>
          <Text size="sm">{t('web.view_date_help')}</Text>
          <Suspense fallback={<Skeleton height={280} />}>
            <DayCalendar
              label={t('web.view_date')}
              value={view.date}
              onPick={(picked) => {
                view.setDate(picked)
                setIsOpen(false)
              }}
            />
          </Suspense>
          <Button
            variant="default"
            disabled={view.isToday}
            onClick={() => {
              view.setDate(null)
              setIsOpen(false)
            }}
          >
            {t('web.view_date_today', { date: formatDate(view.today) })}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Stands over every page while the desk shows another day than today. */
export function ViewDateBanner() {
  const t = usePhrase()
  const view = useViewDate()
  if (view.isToday) return null
  return (
    <div className="gd-banner gd-banner-date" role="status">
      <Group gap="sm" justify="center">
        <IconHistory size={20} aria-hidden />
        <strong>{t('web.view_date_banner', { date: formatDate(view.date) })}</strong>
        <Button variant="default" size="compact-md" className="gd-no-print" onClick={() => view.setDate(null)}>
          {t('web.view_date_back')}
        </Button>
      </Group>
    </div>
  )
}
