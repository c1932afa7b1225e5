import { formatDate } from '#kernel/plain-date.ts'
import type { Translate } from '#platform/web/phrases.tsx'
import type { Reasons } from '#platform/web/why-sheet.tsx'
import { reasonsOf } from '#modules/deadlines/web/index.ts'
import type { Term } from '../../contract.ts'

/** Why a term ends on its day, and what happened to it on the way: for the sheet "Vì sao?". */
export function termReasons({ procedure, step, name, due, why, suspensions, startedOn, stoppedOn }: Term, t: Translate): Reasons {
  if (why === null) return { result: t('petitions.term_without_rule', { name }), rules: [], steps: [t('petitions.term_no_rule', { date: formatDate(startedOn) })] }
  const { rolledFrom, skipped, steps, article, certainty } = why
  return {
    ...reasonsOf({ due, start: startedOn, rolledFrom, skipped, steps, rule: { name, article, certainty, procedure, step } }, t),
    history: [
      { on: startedOn, text: t('petitions.term_began') },
      ...suspensions.flatMap(({ from, until }) => [{ on: from, text: t('petitions.term_stopped_counting') }, ...(until === null ? [] : [{ on: until, text: t('petitions.term_went_on') }])]),
      ...(stoppedOn === null ? [] : [{ on: stoppedOn, text: t('petitions.term_ended') }]),
    ],
  }
}
