import { valuesOf, type FormView } from '../form-view.ts'
import { flag, html, type Html } from '../html.ts'
import { described, notesOf, optionalMark, type FieldWords, type Option } from './fields.ts'

export interface Choices extends FieldWords {
  readonly options: readonly Option[]
  /** Several may be chosen. */
  readonly isMany?: boolean
}

/** One of a few (or some of them), each as a button a thumb can hit. */
export function choices(form: FormView, { options, isMany = false, ...words }: Choices): Html {
  const chosen = valuesOf(form.values, words.name)
  const isWrong = form.problems.some(({ field }) => field === words.name)
  return html`<fieldset class="field${isWrong && ' wrong'}" id="${words.name}"${described(form, { ...words, isOptional: true })}>
<legend>${words.label}${optionalMark(form, words)}</legend>
${notesOf(form, words)}
${options.map(({ value, label, help }, index) => html`<div class="choice"><input type="${isMany ? 'checkbox' : 'radio'}" id="${words.name}-${index}" name="${words.name}" value="${value}"${flag('checked', chosen.includes(value))}>
<label for="${words.name}-${index}">${label}${help !== undefined && html`<small>${help}</small>`}</label></div>
`)}</fieldset>
`
}

/** A single thing to say yes to. */
export function tick(form: FormView, { name, label, help }: Pick<FieldWords, 'name' | 'label' | 'help'>): Html {
  const words = { name, label, isOptional: true }
  const isWrong = form.problems.some(({ field }) => field === name)
  return html`<div class="field${isWrong && ' wrong'}">
${notesOf(form, words)}
<div class="choice"><input type="checkbox" id="${name}" name="${name}" value="yes"${flag('checked', valuesOf(form.values, name).includes('yes'))}${described(form, words)}>
<label for="${name}">${label}${help !== undefined && html`<small>${help}</small>`}</label></div>
</div>
`
}
