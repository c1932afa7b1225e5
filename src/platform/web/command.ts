import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { usePhrase } from './phrases.tsx'
import { problemOf, type Problem } from './problem.ts'

interface CommandOptions<Input, Output> {
  readonly run: (input: Input) => Promise<Output>
  readonly onDone?: (output: Output, input: Input) => void
  /** What to say when it went well, shown for a few seconds. */
  readonly doneMessage?: string
  /** Query keys this makes stale; left out, everything on screen is fetched anew. */
  readonly refresh?: readonly QueryKey[]
  /** A Mantine form: faults of fields are put at their fields. */
  readonly form?: { setErrors: (errors: Record<string, string>) => void }
}

export interface Command<Input> {
  readonly run: (input: Input) => void
  readonly running: boolean
  /** Why the last run failed, in words; null otherwise. Show it with `<ProblemNote>` or hand it to `<FormPage>`. */
  readonly problem: Problem | null
  readonly clear: () => void
}

/**
 * Everything that changes something goes through here:
 * `const issue = useCommand({ run: (body: IssuePlan) => api.post(`/api/plans/${id}/issue`, body), doneMessage: t('plans.issued'), form })`.
 */
export function useCommand<Input = void, Output = void>(options: CommandOptions<Input, Output>): Command<Input> {
  const t = usePhrase()
  const queries = useQueryClient()
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: options.run,
    async onSuccess(output, input) {
      if (options.doneMessage !== undefined) notifications.show({ message: options.doneMessage, color: 'pine', withBorder: true, closeButtonProps: { 'aria-label': t('web.close') } })
      options.onDone?.(output, input)
      if (options.refresh === undefined) await queries.invalidateQueries()
      else await Promise.all(options.refresh.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
    onError(thrown) {
      const { fields } = problemOf(thrown, t)
      if (fields.length > 0) options.form?.setErrors(Object.fromEntries(fields.map(({ path, message }) => [path, message])))
    },
  })
  const problem = useMemo(() => (error === null ? null : problemOf(error, t)), [error, t])
  return { run: (input) => mutate(input), running: isPending, problem, clear: reset }
}
