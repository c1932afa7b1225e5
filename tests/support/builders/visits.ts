import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { RegisterVisit, SaveMatter, SaveVisitor } from '#modules/reception/contract-visits.ts'

type VisitBody = z.input<typeof RegisterVisit>

export function aVisitor(name: string, more: Partial<z.input<typeof SaveVisitor>> = {}): z.input<typeof SaveVisitor> {
  return { name, address: 'Thôn 3, xã Đạ Tẻh', ...more }
}

/** Recommended on the spot and taken in as a case, unless said otherwise. */
export function aMatter(content: string, more: Partial<z.input<typeof SaveMatter>> = {}): z.input<typeof SaveMatter> {
  return { kind: 'recommendation', content, handling: 'case', once: randomUUID(), ...more }
}

/** What the officer's form sends: one person with one matter in the regular reception. */
export function aVisit(unitId: string, on: string, more: Partial<VisitBody> = {}): VisitBody {
  return { unitId, on, receiver: 'Cán bộ tiếp công dân', visitors: [aVisitor('Nguyễn Văn An')], matters: [aMatter('Xin sửa đường vào thôn 3')], once: randomUUID(), ...more }
}
