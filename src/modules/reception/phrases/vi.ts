import { deskVi } from './desk.vi.ts'
import { refusalsVi } from './refusals.vi.ts'
import { registerVi } from './register.vi.ts'
import { scheduleVi } from './schedule.vi.ts'

export const vi = { ...refusalsVi, ...deskVi, ...scheduleVi, ...registerVi } as const
