import { refusalsVi } from './refusals.vi.ts'

export const vi = { ...refusalsVi } as const
