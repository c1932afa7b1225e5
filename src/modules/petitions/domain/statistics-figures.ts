import { FORM_COLUMNS, type Amount, type CountedEnforcement, type CountedLetter, type CountedResolution, type FormColumn } from './statistics-columns.ts'
import type { LetterKind } from './statistics.ts'

type Amounts = Readonly<Record<Amount, number>>
type Many<Sort> = readonly (Sort & { readonly count: number })[]

/** The cases of a period, those that are alike told together. Amounts are of all of them. */
export interface CountedCases {
  readonly letters: Many<CountedLetter>
  readonly resolutions: Many<CountedResolution & { readonly ordered: Amounts }>
  readonly enforcements: Many<CountedEnforcement & { readonly due: Amounts; readonly done: Amounts }>
  readonly replies: Many<{ readonly kind: LetterKind }>
}

/** `petitions.01-xld.1`: the fact of a column, the same for ever. */
export function factCode({ form, column }: Pick<FormColumn, 'form' | 'column'>): `petitions.${string}` {
  return `petitions.${form}.${String(column)}`
}

/** Every column, or of those that are asked for; what they count must be among the cases. */
export function figuresOf(cases: CountedCases, columns: readonly FormColumn[] = FORM_COLUMNS): Record<string, number> {
  return Object.fromEntries(columns.map((column) => [factCode(column), exact(valuesIn(column, cases).reduce((sum, value) => sum + value, 0))]))
}

function valuesIn(column: FormColumn, { letters, resolutions, enforcements, replies }: CountedCases): number[] {
  switch (column.of) {
    case 'letters': return letters.map((letter) => (column.counts(letter) ? letter.count : 0))
    case 'replies': return replies.map(({ kind, count }) => (column.kinds.includes(kind) ? count : 0))
    case 'resolutions': return resolutions.map((each) => (column.counts(each) ? (column.sums === null ? each.count : each.ordered[column.sums]) : 0))
    case 'enforcements': return enforcements.map((each) => (column.counts(each) ? (column.sums === null ? each.count : each[column.sums.what][column.sums.amount]) : 0))
  }
}

/** Three places are kept; what adding them up in binary leaves behind is not. */
function exact(sum: number): number {
  return Math.round(sum * 1000) / 1000
}
