import { formatDate } from '#kernel/plain-date.ts'
import type { Translate } from '#platform/web/phrases.tsx'
import type { Reasons } from '#platform/web/why-sheet.tsx'
import type { Term } from '../../contract.ts'

/** Why a term ends on its day, for the sheet "Vì sao?". */
export function termReasons({ name, due, why, suspensions, startedOn, stoppedOn }: Term, t: Translate): Reasons {
  const result = due === null ? t('petitions.term_suspended', { name }) : t('petitions.term_result', { name, date: formatDate(due) })
  if (why === null) return { result, rules: [], steps: [t('petitions.term_no_rule', { date: formatDate(startedOn) })] }
  return {
    result,
    rules: [{ name, article: why.article, certainty: why.certainty }],
    steps: why.steps,
    history: [
      { on: startedOn, text: t('petitions.term_began') },
      ...suspensions.flatMap(({ from, until }) => [{ on: from, text: t('petitions.term_stopped_counting') }, ...(until === null ? [] : [{ on: until, text: t('petitions.term_went_on') }])]),
      ...(stoppedOn === null ? [] : [{ on: stoppedOn, text: t('petitions.term_ended') }]),
    ],
  }
}
