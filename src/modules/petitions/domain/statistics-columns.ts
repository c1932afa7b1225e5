import type { TopicField } from './topic.ts'
import type { Handling, LetterKind, Resolution } from './statistics.ts'

/** A letter in a period, and whether it speaks for its matter: among all letters, and among those of its kind. */
export interface CountedLetter extends Omit<Handling, 'handledOn'> { readonly isHandled: boolean; readonly leads: boolean; readonly leadsKind: boolean }
export interface CountedResolution extends Omit<Resolution, 'endedOn'> { readonly leads: boolean }
export interface CountedEnforcement { readonly isDone: boolean }

/** Money in million đồng, land in m²: what a decision orders, or what was done of it. */
export const AMOUNTS = [
  'stateMoney', 'stateLand', 'bodiesMoney', 'bodiesLand', 'peopleMoney', 'peopleLand', 'bodies', 'people', 'disciplined', 'disciplinedOfficials', 'prosecutedCases', 'prosecuted', 'prosecutedOfficials',
] as const
export type Amount = (typeof AMOUNTS)[number]

/** One column of a statistical form: which cases it counts, or which of their amounts it adds up. The rule stands here and nowhere else. */
export type FormColumn = { readonly form: StatisticalForm; readonly column: number } & (
  | { readonly of: 'letters'; readonly counts: (letter: CountedLetter) => boolean }
  | { readonly of: 'replies'; readonly kinds: readonly LetterKind[] }
  | { readonly of: 'resolutions'; readonly counts: (resolution: CountedResolution) => boolean; /** Null: counts each one. */ readonly sums: Amount | null }
  | { readonly of: 'enforcements'; readonly counts: (enforcement: CountedEnforcement) => boolean; readonly sums: { readonly amount: Amount; readonly what: 'due' | 'done' } | null }
)

export const STATISTICAL_FORMS = ['01-xld', '02-xld', '03-xld', '04-xld', '01-kqgq', '02-kqgq'] as const
export type StatisticalForm = (typeof STATISTICAL_FORMS)[number]

type Letter = Omit<Handling, 'handledOn'>
type Taken = Omit<Resolution, 'endedOn'>

const LETTERS: readonly LetterKind[] = ['complaint', 'denunciation', 'recommendation']
const isFit = ({ handledAs }: Letter) => handledAs !== null && handledAs !== 'laid-aside'
const isForeign = (letter: Letter) => isFit(letter) && letter.handledAs !== 'competent'

type LetterRules = Readonly<Record<number, (letter: CountedLetter) => boolean>>

function letterColumns(form: StatisticalForm, kind: LetterKind | null, rules: LetterRules): FormColumn[] {
  return Object.entries(rules).map(([column, rule]) => ({
    form, column: Number(column), of: 'letters', counts: (letter) => (kind === null || letter.kind === kind) && rule(letter),
  }))
}

/** Columns 1 to 7 of 02, 03 and 04/XLD are the same. */
const HANDLED: LetterRules = {
  1: () => true,
  2: ({ came }) => came === 'before',
  3: ({ came }) => came === 'within',
  4: ({ isHandled }) => isHandled,
  5: ({ isHandled, came }) => isHandled && came === 'before',
  6: ({ isHandled, came }) => isHandled && came === 'within',
  7: isFit,
}
const matters = (rule: (letter: Letter) => boolean) => (letter: CountedLetter) => letter.leadsKind && rule(letter)
const inField = (...fields: readonly TopicField[]) => matters(({ field }) => fields.includes(field))
const before = (...states: readonly Handling['settledBefore'][]) => matters(({ settledBefore }) => states.includes(settledBefore))
const went = (...ways: readonly Handling['handledAs'][]) => matters(({ handledAs }) => ways.includes(handledAs))

const XLD: readonly FormColumn[] = [
  ...letterColumns('01-xld', null, {
    1: () => true,
    2: ({ came }) => came === 'before',
    3: ({ came }) => came === 'within',
    4: ({ isHandled }) => isHandled,
    5: ({ isHandled }) => !isHandled,
    6: isFit,
    7: ({ leads }) => leads,
    8: (letter) => isFit(letter) && letter.kind === 'complaint',
    9: (letter) => isFit(letter) && letter.kind === 'denunciation',
    10: (letter) => isFit(letter) && letter.kind === 'recommendation',
    11: (letter) => isFit(letter) && letter.settledBefore === 'once',
    12: (letter) => isFit(letter) && ['finally', 'judged'].includes(letter.settledBefore),
    13: (letter) => isFit(letter) && ['not', 'overdue'].includes(letter.settledBefore),
    14: ({ handledAs }) => handledAs === 'competent',
    15: ({ handledAs, kind }) => handledAs === 'competent' && kind === 'complaint',
    16: ({ handledAs, kind }) => handledAs === 'competent' && kind === 'denunciation',
    17: ({ handledAs, kind }) => handledAs === 'competent' && kind === 'recommendation',
    18: isForeign,
    19: ({ handledAs }) => handledAs === 'guided',
    20: ({ handledAs }) => handledAs === 'transferred',
    21: ({ handledAs }) => handledAs === 'urged',
  }),
  { form: '01-xld', column: 22, of: 'replies', kinds: LETTERS },
  ...letterColumns('02-xld', 'complaint', {
    ...HANDLED,
    8: ({ leadsKind }) => leadsKind,
    9: inField('policy', 'land', 'civil-service', 'other-administrative'),
    10: inField('policy'), 11: inField('land'), 12: inField('civil-service', 'other-administrative'), 13: inField('judicial'), 14: inField('party'), 15: inField('corruption', 'other'),
    16: before('once'), 17: before('finally'), 18: before('judged'), 19: before('not', 'overdue'),
    20: went('competent'),
    21: matters(({ handledAs, isSecondInstance }) => handledAs === 'competent' && !isSecondInstance),
    22: matters(({ handledAs, isSecondInstance }) => handledAs === 'competent' && isSecondInstance),
    23: matters(isForeign), 24: went('guided', 'transferred'), 25: went('urged'),
  }),
  { form: '02-xld', column: 26, of: 'replies', kinds: ['complaint'] },
  ...letterColumns('03-xld', 'denunciation', {
    ...HANDLED,
    8: ({ leadsKind }) => leadsKind,
    9: inField('policy', 'land', 'civil-service', 'other-administrative'),
    10: inField('policy'), 11: inField('land'), 12: inField('civil-service'), 13: inField('other-administrative'), 14: inField('corruption'), 15: inField('judicial'), 16: inField('party'), 17: inField('other'),
    18: before('overdue'), 19: before('once', 'finally', 'judged'), 20: before('not'),
    21: went('competent'),
    22: matters(({ handledAs, settledBefore }) => handledAs === 'competent' && settledBefore === 'not'),
    23: matters(({ handledAs, settledBefore }) => handledAs === 'competent' && settledBefore !== 'not'),
    24: matters(isForeign), 25: went('transferred', 'guided'), 26: went('urged'),
  }),
  { form: '03-xld', column: 27, of: 'replies', kinds: ['denunciation'] },
  ...letterColumns('04-xld', 'recommendation', {
    ...HANDLED,
    8: ({ leadsKind }) => leadsKind,
    9: inField('policy'), 10: inField('land'), 11: inField('judicial'), 12: inField('civil-service', 'other-administrative', 'corruption', 'party', 'other'),
    13: before('once', 'finally', 'judged'), 14: before('not', 'overdue'),
    15: went('competent'), 16: matters(isForeign), 17: went('transferred', 'guided'), 18: went('urged'),
  }),
  ...([[19, 'settled'], [20, 'open']] as const).map(([column, status]): FormColumn => ({
    form: '04-xld', column, of: 'resolutions', counts: (resolution) => resolution.kind === 'recommendation' && resolution.leads && resolution.status === status, sums: null,
  })),
]

const complaint = (column: number, counts: (resolution: CountedResolution) => boolean, sums: Amount | null = null): FormColumn => ({
  form: '01-kqgq', column, of: 'resolutions', counts: (resolution) => resolution.kind === 'complaint' && counts(resolution), sums,
})
const settled = ({ status }: Taken) => status === 'settled'
const settledMatter = (rule: (resolution: Taken) => boolean) => (resolution: CountedResolution) => resolution.leads && settled(resolution) && rule(resolution)

/** Columns 7 to 19 of 01/KQGQ are the amounts in their order. */
const KQGQ_1: readonly FormColumn[] = [
  complaint(1, () => true), complaint(2, ({ came }) => came === 'before'), complaint(3, ({ came }) => came === 'within'), complaint(4, ({ leads }) => leads),
  complaint(5, settledMatter(() => true)), complaint(6, ({ leads, status }) => leads && status === 'withdrawn'),
  ...AMOUNTS.map((amount, at) => complaint(7 + at, settled, amount)),
  ...(['right', 'wrong', 'partly', 'upheld', 'changed'] as const).map((verdict, at) => complaint(20 + at, settledMatter((resolution) => resolution.verdict === verdict))),
  complaint(25, settledMatter(({ inTime }) => inTime === true)), complaint(26, settledMatter(({ inTime }) => inTime === false)),
]

const enforced = (column: number, amount: Amount, what: 'due' | 'done'): FormColumn => ({ form: '02-kqgq', column, of: 'enforcements', counts: () => true, sums: { amount, what } })
const KQGQ_2: readonly FormColumn[] = [
  { form: '02-kqgq', column: 1, of: 'enforcements', counts: () => true, sums: null },
  { form: '02-kqgq', column: 2, of: 'enforcements', counts: ({ isDone }) => isDone, sums: null },
  enforced(3, 'stateMoney', 'due'), enforced(4, 'stateLand', 'due'), enforced(5, 'stateMoney', 'done'), enforced(6, 'stateLand', 'done'),
  enforced(7, 'bodiesMoney', 'due'), enforced(8, 'bodiesLand', 'due'), enforced(9, 'peopleMoney', 'due'), enforced(10, 'peopleLand', 'due'),
  enforced(11, 'bodiesMoney', 'done'), enforced(12, 'bodiesLand', 'done'), enforced(13, 'peopleMoney', 'done'), enforced(14, 'peopleLand', 'done'),
  enforced(15, 'disciplined', 'done'), enforced(16, 'disciplinedOfficials', 'done'),
  enforced(17, 'prosecutedCases', 'done'), enforced(18, 'prosecuted', 'done'), enforced(19, 'prosecutedOfficials', 'done'),
]

export const FORM_COLUMNS: readonly FormColumn[] = [...XLD, ...KQGQ_1, ...KQGQ_2]
