import { Button, Checkbox, Popover, Stack, Text } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { readSetting, writeSetting } from './browser-settings.ts'
import { usePhrase } from './phrases.tsx'
import type { Column } from './table-column.ts'

interface ShownColumns<Row> {
  readonly shown: readonly Column<Row>[]
  readonly hidden: ReadonlySet<string>
  readonly setHidden: (hidden: ReadonlySet<string>) => void
}

/** Which columns a person wants to see of a table; kept on this device. */
export function useShownColumns<Row>(name: string, columns: readonly Column<Row>[]): ShownColumns<Row> {
  const setting = `columns.${name}`
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => {
    const kept = readSetting(setting)
    return new Set(kept === null ? columns.filter((column) => column.shown === 'extra').map((column) => column.key) : kept.split(' '))
  })
  return {
    hidden,
    shown: columns.filter((column, index) => index === 0 || column.shown === 'fixed' || !hidden.has(column.key)),
    setHidden(next) {
      writeSetting(setting, [...next].join(' '))
      setHidden(next)
    },
  }
}

interface ColumnChoiceProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly hidden: ReadonlySet<string>
  readonly onChange: (hidden: ReadonlySet<string>) => void
}

export function ColumnChoice<Row>({ columns, hidden, onChange }: ColumnChoiceProps<Row>) {
  const t = usePhrase()
  const free = columns.filter((column, index) => index > 0 && column.shown !== 'fixed')
  if (free.length < 2) return null
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" leftSection={<IconColumns3 size={18} aria-hidden />}>
          {t('web.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('web.columns_help')}>
        <Stack gap="xs">
          <Text fw={600}>{t('web.columns_help')}</Text>
          {free.map((column) => (
            <Checkbox
              key={column.key}
              label={column.title}
              checked={!hidden.has(column.key)}
              onChange={(event) => {
                const next = new Set(hidden)
                if (event.currentTarget.checked) next.delete(column.key)
                else next.add(column.key)
                onChange(next)
              }}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
