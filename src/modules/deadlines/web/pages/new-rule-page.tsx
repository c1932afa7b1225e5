import { useQuery } from '@tanstack/react-query'
import { isValidOn } from '#kernel/validity.ts'
import { Loaded } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { useUrlState } from '#platform/web/url-state.ts'
import { draftFrom } from '../components/rule-draft.ts'
import { RuleForm } from '../components/rule-form.tsx'
import { deadlineQueries } from '../queries.ts'

/** A change of law: a new row of a step from a day on, begun from the one in force; or the first row of a new step. */
export function NewRulePage() {
  const t = usePhrase()
  const url = useUrlState()
  const { today } = useSession()
  const rules = useQuery(deadlineQueries.rules)
  const [procedure, step] = [url.get('procedure') ?? '', url.get('step') ?? '']
  return (
    <Loaded query={rules}>
      {(list) => {
        const rows = list.rules.filter((rule) => rule.procedure === procedure && rule.step === step)
        const before = rows.find((row) => isValidOn(row, today)) ?? rows.at(-1)
        return (
          <RuleForm
            title={before === undefined ? t('deadlines.add_step') : t('deadlines.add_rule')} lead={before === undefined ? t('deadlines.add_step_lead') : t('deadlines.add_rule_lead', { name: before.name })}
            initial={draftFrom(before, { keeps: false, procedure, step })} corrects={null} isOfStep={before !== undefined}
          />
        )
      }}
    </Loaded>
  )
}
