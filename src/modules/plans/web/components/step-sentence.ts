import { usePhrase } from '#platform/web/phrases.tsx'

/** "Trước hạn 10 ngày làm việc: nhắc cán bộ đầu mối". */
export function useStepSentence(): (daysToDue: number, who: string) => string {
  const t = usePhrase()
  return (daysToDue, who) => {
    if (daysToDue === 0) return t('plans.step_on', { who })
    return t(daysToDue > 0 ? 'plans.step_before' : 'plans.step_after', { days: Math.abs(daysToDue), who })
  }
}
