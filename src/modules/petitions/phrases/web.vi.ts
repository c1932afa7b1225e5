import { actsVi } from './acts.vi.ts'
import { adviceVi } from './advice.vi.ts'
import { boardsVi } from './boards.vi.ts'
import { caseWordsVi } from './case-words.vi.ts'
import { eventsVi } from './events.vi.ts'
import { listVi } from './list.vi.ts'
import { recordVi } from './record.vi.ts'
import { registerVi } from './register.vi.ts'
import { topicsVi } from './topics.vi.ts'

/** Everything the desk's pages of petitions say. */
export const webVi = { ...caseWordsVi, ...listVi, ...registerVi, ...recordVi, ...actsVi, ...adviceVi, ...topicsVi, ...eventsVi, ...boardsVi } as const
