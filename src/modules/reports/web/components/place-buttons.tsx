import { ActionIcon, Group } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'

interface PlaceButtonsProps {
  /** What is moved, for who cannot see it: "mục II.1". */
  readonly name: string
  readonly at: number
  readonly count: number
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

/** Up, down, away: the order of a list without dragging. */
export function PlaceButtons({ name, at, count, onMove, onRemove }: PlaceButtonsProps) {
  const t = usePhrase()
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon variant="subtle" color="gray" size="lg" disabled={at === 0} aria-label={t('reports.move_up', { name })} onClick={() => { onMove(at - 1) }}><IconArrowUp size={18} aria-hidden /></ActionIcon>
      <ActionIcon variant="subtle" color="gray" size="lg" disabled={at === count - 1} aria-label={t('reports.move_down', { name })} onClick={() => { onMove(at + 1) }}><IconArrowDown size={18} aria-hidden /></ActionIcon>
      <ActionIcon variant="subtle" color="red" size="lg" aria-label={t('web.remove_named', { name })} onClick={onRemove}><IconTrash size={18} aria-hidden /></ActionIcon>
    </Group>
  )
}
