import type { Ask } from '../server.ts'

export interface Recomputed { readonly open: number; readonly moved: number; readonly previewSeconds: number; readonly applySeconds: number }

/** A working day becomes one off: what moves is shown, then every open clock is computed again. */
export async function recomputeClocks(administrator: Ask, date: string): Promise<Recomputed> {
  const day = { date, kind: 'off', name: 'Nghỉ để đo tốc độ', source: 'Đo tốc độ', certainty: 'illustrative' }
  const began = performance.now()
  const { open } = await administrator('/deadlines/calendar/preview', { method: 'POST', body: JSON.stringify({ put: [day] }) }) as { open: number }
  const shown = performance.now()
  const { moved } = await administrator('/deadlines/calendar', { method: 'PUT', body: JSON.stringify(day) }) as { moved: number }
  return { open, moved, previewSeconds: (shown - began) / 1000, applySeconds: (performance.now() - shown) / 1000 }
}
