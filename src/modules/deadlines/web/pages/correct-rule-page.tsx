import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { Loaded } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import { draftFrom } from '../components/rule-draft.ts'
import { RuleForm } from '../components/rule-form.tsx'
import { stepQuery } from '../queries.ts'

/** A row that nobody verified, or that is not in force yet, said anew. */
export function CorrectRulePage() {
  const t = usePhrase()
  const [procedure, step, id] = [usePathParam('procedure'), usePathParam('step'), usePathParam('id')]
  const history = useQuery(stepQuery(procedure, step))
  return (
    <Loaded query={history}>
      {({ rules }) => {
        const rule = rules.find((row) => row.id === id)
        if (rule === undefined) return <EmptyState title={t('deadlines.no_such_rule')}>{null}</EmptyState>
        return <RuleForm title={t('deadlines.correct_rule')} lead={t('deadlines.correct_lead')} initial={draftFrom(rule, { keeps: true, procedure, step })} corrects={id} isOfStep />
      }}
    </Loaded>
  )
}
