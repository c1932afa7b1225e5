import { actsEn } from './acts.en.ts'
import { adviceEn } from './advice.en.ts'
import { boardsEn } from './boards.en.ts'
import { caseWordsEn } from './case-words.en.ts'
import { eventsEn } from './events.en.ts'
import { listEn } from './list.en.ts'
import { recordEn } from './record.en.ts'
import { registerEn } from './register.en.ts'
import { topicsEn } from './topics.en.ts'

export const webEn = { ...caseWordsEn, ...listEn, ...registerEn, ...recordEn, ...actsEn, ...adviceEn, ...topicsEn, ...eventsEn, ...boardsEn }
