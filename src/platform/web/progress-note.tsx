import { Group, Paper, Progress, Text } from '@mantine/core'
import { useFormat } from './format.ts'
import { usePhrase } from './phrases.tsx'

interface ProgressNoteProps {
  /** What it does: "Đang đọc tài liệu". */
  readonly label: string
  readonly done?: number
  /** Left out while nobody knows how much there is. */
  readonly total?: number
  /** The work goes on without this page. */
  readonly mayLeave?: boolean
}

/** Long work: what it does, how far it is, and whether one may go. */
export function ProgressNote({ label, done = 0, total, mayLeave = false }: ProgressNoteProps) {
  const t = usePhrase()
  const format = useFormat()
  const isKnown = total !== undefined && total > 0
  return (
    <Paper withBorder p="md" role="status">
      <Group justify="space-between" mb={6}>
        <Text fw={600}>{label}</Text>
        {isKnown ? <Text className="gd-figures">{t('web.progress_of', { done: format.number(done), total: format.number(total) })}</Text> : null}
      </Group>
      <Progress value={isKnown ? (done / total) * 100 : 100} animated={!isKnown} aria-label={label} />
      {mayLeave ? <Text c="dimmed" mt={6}>{t('web.progress_leave')}</Text> : null}
    </Paper>
  )
}
