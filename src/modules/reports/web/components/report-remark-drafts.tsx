import { ActionIcon, Button, Group, Popover, Stack, Textarea } from '@mantine/core'
import { IconMessagePlus } from '@tabler/icons-react'
import { createContext, use, useMemo, useState, type ReactNode } from 'react'
import { readSetting, writeSetting } from '#platform/web/browser-settings.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { useOpenReport } from './report-desk-context.tsx'

interface Drafted {
  readonly remarks: Readonly<Record<string, string>>
  readonly put: (place: string, body: string) => void
  readonly forget: () => void
}

const Drafts = createContext<Drafted | null>(null)

/** Remarks that the level above writes while it reads, kept on this device until the report is given back. */
export function RemarksDrafted({ children }: { readonly children: ReactNode }) {
  const { record } = useOpenReport()
  const { actor } = useSession()
  const setting = `draft.${actor.id}.remarks.${record.id}`
  const [remarks, setRemarks] = useState<Readonly<Record<string, string>>>(() => keptRemarks(setting))
  const drafted = useMemo<Drafted>(() => {
    function keep(next: Readonly<Record<string, string>>) {
      setRemarks(next)
      writeSetting(setting, Object.keys(next).length === 0 ? null : JSON.stringify(next))
    }
    return {
      remarks,
      put: (place, body) => { keep(Object.fromEntries(Object.entries({ ...remarks, [place]: body.trim() }).filter(([, text]) => text !== ''))) },
      forget: () => { keep({}) },
    }
  }, [remarks, setting])
  return <Drafts value={drafted}>{children}</Drafts>
}

export function useRemarkDrafts(): Drafted {
  const drafted = use(Drafts)
  if (drafted === null) throw new Error('RemarksDrafted is missing')
  return drafted
}

interface RemarkButtonProps {
  readonly place: string
  readonly name: string
  /** In a cell there is room for the sign alone. */
  readonly isSmall?: boolean
}

/** A small button at a cell or paragraph, for who may give the report back. */
export function RemarkButton(props: RemarkButtonProps) {
  const { record } = useOpenReport()
  return record.actions.includes('send-back') ? <WriteRemark {...props} /> : null
}

function WriteRemark({ place, name, isSmall = false }: RemarkButtonProps) {
  const t = usePhrase()
  const { remarks, put } = useRemarkDrafts()
  const [isOpen, setIsOpen] = useState(false)
  const [body, setBody] = useState('')
  const written = remarks[place]
  function toggle() {
    setBody(written ?? '')
    setIsOpen((was) => !was)
  }
  return (
    <div className="gd-no-print">
      {written !== undefined && <p className="gd-report-line"><strong>{t('reports.my_remark')}</strong> {written}</p>}
      <Popover opened={isOpen} onChange={setIsOpen} width={320} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          {isSmall ? <ActionIcon variant="subtle" aria-label={t('reports.remark_at', { name })} title={t('reports.remark')} onClick={toggle}><IconMessagePlus size={18} aria-hidden /></ActionIcon> : (
            <Button variant="subtle" size="compact-md" leftSection={<IconMessagePlus size={17} aria-hidden />} aria-label={t(written === undefined ? 'reports.remark_at' : 'reports.change_remark_at', { name })} onClick={toggle}>
              {t(written === undefined ? 'reports.remark' : 'reports.change_remark')}
            </Button>
          )}
        </Popover.Target>
        <Popover.Dropdown aria-label={t('reports.remark_at', { name })}>
          <Stack gap="xs">
            <Textarea label={t('reports.remark_at', { name })} autosize minRows={2} data-autofocus value={body} onChange={(event) => { setBody(event.currentTarget.value) }} />
            <Group gap="xs">
              <Button variant="default" onClick={() => { put(place, body); setIsOpen(false) }}>{t('reports.keep_remark')}</Button>
              {written !== undefined && <Button variant="subtle" color="gray" onClick={() => { put(place, ''); setIsOpen(false) }}>{t('web.remove')}</Button>}
            </Group>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

function keptRemarks(setting: string): Readonly<Record<string, string>> {
  try {
    const kept = JSON.parse(readSetting(setting) ?? '{}') as Record<string, unknown>
    return Object.fromEntries(Object.entries(kept).flatMap(([place, body]) => (typeof body === 'string' ? [[place, body]] : [])))
  } catch {
    return {}
  }
}
