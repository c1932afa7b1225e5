import type { FormView } from '../form-view.ts'
import { html, type Html } from '../html.ts'
import { formatSize } from '../words.ts'
import { described, field, type FieldWords } from './fields.ts'

export interface FileField extends FieldWords {
  /** What the browser offers: "image/*,.pdf". What is really taken is decided by the bytes. */
  readonly accept: string
}

/** Files added so far, each with a button to take it out, and a place to add more. */
export function fileField(form: FormView, { accept, ...words }: FileField): Html {
  const { t, language } = form.view
  const added = form.files.filter(({ field: of }) => of === words.name)
  return field(form, words, [
    added.length > 0 && html`<p class="small" id="${words.name}-added">${t('portal.files_added', { count: added.length })}</p>
<ul class="files" aria-labelledby="${words.name}-added">${added.map(({ id, name, size }) => html`<li><span>${name} <span class="muted nowrap">(${formatSize(size, language)})</span></span>
<button class="plain" name="remove" value="${id}" formnovalidate aria-label="${t('portal.file_remove_named', { name })}">${t('portal.file_remove')}</button></li>`)}</ul>`,
    html`<input type="file" id="${words.name}" name="${words.name}" accept="${accept}" multiple${described(form, { ...words, isOptional: true })}>
<p class="add"><button class="second" name="go" value="stay" formnovalidate>${t('portal.files_add')}</button></p>`,
  ])
}
