import type { FastifyRequest } from 'fastify'
import { Refusal } from '#kernel/refusal.ts'
import { collectForm, type CollectLimits } from '#platform/server/collect-form.ts'
import type { RefusedFile } from '#platform/server/upload.ts'
import { vetFile } from '#platform/server/vet-file.ts'
import { valueOf, type DraftFile, type Problem, type Values } from '../form-view.ts'
import { readGuard, type GuardVerdict } from '../guard/guard.ts'
import type { Limit } from '../guard/limits.ts'
import { SentForm, valuesFrom } from '../serve/read-form.ts'
import { seconds, textValues } from '../serve/serve-form.ts'
import type { PortalSetting } from '../serve/visit.ts'
import type { View } from '../view.ts'
import { valuesOfDraft } from './draft.ts'
import { incomingFolder, keepDraftFile } from './draft-store.ts'
import { DRAFT_FIELD, type Journey } from './step-page.ts'
import type { FileRules } from './steps-route.ts'

/** A step as it was sent. */
export interface SentStep<Result> {
  readonly journey: Journey<Result>
  readonly guard: GuardVerdict
  /** What was typed, without what was hidden and which button was pressed. */
  readonly values: Values
  readonly added: readonly DraftFile[]
  /** Files that were not taken, texts of which only the beginning came. */
  readonly problems: readonly Problem[]
  /** The button: on, back, stay, discard. */
  readonly wish: string
  /** The file to take out; empty for none. */
  readonly removed: string
}

/** How often files may be added from one address, each time up to what the step allows. */
const ADDING: Limit = { name: 'portal.files', window: 3600, proved: 300, unproved: 60 }
/** Refusals that hold for every file that follows: said once, with how many. */
const SAID_ONCE: ReadonlySet<string> = new Set(['files.too_many', 'files.too_large_together', 'portal.too_often'])
const NO_FILES: FileRules = { field: '', mostFiles: 0, mostBytesTogether: 0 }
const BUTTONS: ReadonlySet<string> = new Set([DRAFT_FIELD, 'go', 'remove'])

export async function readStep<Result>(
  request: FastifyRequest, { context }: PortalSetting, rules: FileRules = NO_FILES, begin: (draftId: string) => Promise<Journey<Result>>,
): Promise<SentStep<Result>> {
  if (!request.isMultipart()) {
    const all = request.body instanceof SentForm ? request.body.values : {}
    return sentStep(await begin(valueOf(all, DRAFT_FIELD)), all, { added: [], problems: [] })
  }
  let begun: Journey<Result> | undefined
  const journeyOf = async (values: Values): Promise<Journey<Result>> => (begun ??= await begin(valueOf(values, DRAFT_FIELD)))
  const added: DraftFile[] = []
  const { pairs, refused, cut } = await collectForm(request, {
    folder: incomingFolder(context.fileFolder),
    limits: async (before) => limitsOf(await journeyOf(valuesFrom(before)), rules, valuesFrom(before)),
    async keep({ bytes, name, field }, before) {
      const { key } = await journeyOf(valuesFrom(before))
      added.push(await keepDraftFile(context, key, await vetFile(bytes, name), field))
    },
  })
  const all = valuesFrom(pairs)
  const journey = await journeyOf(all)
  const { t } = journey.visit
  return sentStep(journey, all, { added, problems: [...fileProblems(journey.visit, refused, rules), ...cut.map((field) => ({ field, message: t('portal.text_cut') }))] })
}

function sentStep<Result>(journey: Journey<Result>, all: Values, files: Pick<SentStep<Result>, 'added' | 'problems'>): SentStep<Result> {
  const guard = guardOf(journey, all)
  return {
    journey, guard, ...files, wish: valueOf(all, 'remove') === '' ? valueOf(all, 'go') : 'stay', removed: valueOf(all, 'remove'),
    values: Object.fromEntries(Object.entries(guard.values).filter(([name]) => !BUTTONS.has(name))),
  }
}

function guardOf<Result>({ setting, key }: Pick<Journey<Result>, 'setting' | 'key'>, values: Values): GuardVerdict {
  return readGuard(setting.context.secrets, { purpose: key.purpose, now: seconds() }, values)
}

/** What this step still takes beside what was added before. */
async function limitsOf<Result>(journey: Journey<Result>, rules: FileRules, before: Values): Promise<CollectLimits> {
  const { draft, visit } = journey
  const there = draft.files.filter(({ field }) => field === rules.field)
  const refusesAll = await visit.countTry(ADDING, { isProved: draft.isProved || guardOf(journey, before).isProved }).then(() => undefined, (error: unknown) => {
    if (error instanceof Refusal) return error
    throw error
  })
  return {
    mostFiles: rules.mostFiles - there.length,
    mostBytesTogether: rules.mostBytesTogether - there.reduce((sum, { size }) => sum + size, 0),
    keepsPlace: rules.keepsPlace?.({ ...valuesOfDraft(draft), ...before }) === true,
    ...(refusesAll === undefined ? {} : { refusesAll }),
  }
}

function fileProblems({ t }: View, refused: readonly RefusedFile[], { field, mostFiles, mostBytesTogether }: FileRules): Problem[] {
  const own = { most: mostFiles, megabytes: Math.round(mostBytesTogether / 2 ** 20) }
  const problems = refused.filter(({ refusal: { code } }) => !SAID_ONCE.has(code))
    .map(({ field: of, refusal }) => ({ field: of, message: t(refusal.code, textValues(refusal.details)) }))
  for (const code of SAID_ONCE) {
    const alike = refused.filter(({ refusal }) => refusal.code === code)
    const [first] = alike
    if (first === undefined) continue
    const message = t(code, { ...textValues(first.refusal.details), ...own })
    problems.push({ field, message: alike.length === 1 ? message : t('portal.files_refused_alike', { message, count: alike.length }) })
  }
  return problems
}
