import { valueOf, type FormView } from '../form-view.ts'
import { attribute, flag, html, type Child, type Html } from '../html.ts'
import { icon } from '../icons.ts'

export interface FieldWords {
  /** The field's name in the form; the same as in the schema. */
  readonly name: string
  readonly label: string
  readonly help?: string
  /** "Ai sẽ thấy": who reads what is typed here. */
  readonly seenBy?: string
  /** Said beside the label of what may stay empty; everything else is needed. */
  readonly isOptional?: boolean
}

export interface TextField extends FieldWords {
  readonly type?: 'text' | 'tel' | 'email' | 'search'
  /** What the browser may fill in: "name", "tel", "email", "street-address". */
  readonly autocomplete?: string
  readonly isShort?: boolean
  /** A receipt's code: letters apart, in capitals. */
  readonly isCode?: boolean
  readonly inputMode?: 'numeric' | 'text'
}

export function textField(form: FormView, { type = 'text', autocomplete = 'off', isShort, isCode, inputMode, ...words }: TextField): Html {
  return field(form, words, html`<input type="${type}" id="${words.name}" name="${words.name}" value="${valueOf(form.values, words.name)}"
    autocomplete="${autocomplete}"${attribute('inputmode', inputMode)}${flag('autocapitalize="characters" spellcheck="false"', isCode === true)}${described(form, words)}>`,
  [isShort === true ? 'short' : '', isCode === true ? 'code' : ''])
}

export interface LongText extends FieldWords { readonly rows?: number }

export function longText(form: FormView, { rows = 8, ...words }: LongText): Html {
  return field(form, words, html`<textarea id="${words.name}" name="${words.name}" rows="${rows}"${described(form, words)}>
${valueOf(form.values, words.name)}</textarea>`)
}

/** A day by its three parts would be longer; browsers without a calendar show a line to type 05/01/2026 into, which is read as well. */
export function dateField(form: FormView, words: FieldWords): Html {
  return field(form, words, html`<input type="date" id="${words.name}" name="${words.name}" value="${valueOf(form.values, words.name)}"${described(form, words)}>`, ['short'])
}

export interface Option { readonly value: string; readonly label: string; readonly help?: string }

export interface SelectField extends FieldWords {
  readonly options: readonly Option[]
  /** What stands there before anything is chosen. */
  readonly nothingChosen: string
}

export function selectField(form: FormView, { options, nothingChosen, ...words }: SelectField): Html {
  const chosen = valueOf(form.values, words.name)
  return field(form, words, html`<select id="${words.name}" name="${words.name}"${described(form, words)}><option value="">${nothingChosen}</option>${
    options.map(({ value, label }) => html`<option value="${value}"${flag('selected', value === chosen)}>${label}</option>`)}</select>`)
}

/** The frame of every field with one box to type in: label, help, who will see it, what is wrong, the box. */
export function field(form: FormView, words: FieldWords, box: Child, classes: readonly string[] = []): Html {
  const wrong = form.problems.some(({ field: name }) => name === words.name)
  return html`<div class="${['field', wrong ? 'wrong' : '', ...classes].filter((name) => name !== '').join(' ')}">
<label for="${words.name}">${words.label}${optionalMark(form, words)}</label>
${notesOf(form, words)}
${box}
</div>
`
}

export function optionalMark({ view }: FormView, { isOptional }: FieldWords): Html | false {
  return isOptional === true && html` <span class="optional">${view.t('portal.optional')}</span>`
}

/** Help, who will see it and what is wrong, each with the id that `described` names. */
export function notesOf({ view, problems }: FormView, { name, help, seenBy }: FieldWords): Child {
  return [
    help !== undefined && html`<p class="help" id="${name}-help">${help}</p>`,
    seenBy !== undefined && html`<p class="seen" id="${name}-seen">${icon('eye', 17)}<span>${view.t('portal.seen_by')} ${seenBy}</span></p>`,
    problems.filter(({ field: of }) => of === name).map(({ message }) => html`<p class="error" id="${name}-error">${icon('late', 18)}<span>${message}</span></p>`),
  ]
}

/** Ties a box to its notes for a screen reader, and says that it is needed or wrong. */
export function described({ problems }: FormView, { name, help, seenBy, isOptional }: FieldWords): Child {
  const isWrong = problems.some(({ field: of }) => of === name)
  const notes = [help !== undefined ? 'help' : '', seenBy !== undefined ? 'seen' : '', isWrong ? 'error' : ''].filter((note) => note !== '')
  return [
    notes.length > 0 && html` aria-describedby="${notes.map((note) => `${name}-${note}`).join(' ')}"`,
    flag('aria-invalid="true"', isWrong),
    flag('aria-required="true"', isOptional !== true),
  ]
}
