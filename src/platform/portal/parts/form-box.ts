import type { FormView, Problem } from '../form-view.ts'
import { attribute, flag, html, type Child, type Html } from '../html.ts'

export interface FormBox {
  readonly fields: Child
  /** What the one filled button does: "Gửi", "Tra cứu". */
  readonly submit: string
  /** Files are sent with it. */
  readonly takesFiles?: boolean
  /** Where it is sent; the address it stands at where not told. */
  readonly action?: string
  /** Further buttons, after the filled one. */
  readonly others?: Child
}

/** A form with what guards it, and a list of what is wrong on top. The Enter key presses the first button: with files that is a hidden one. */
export function formBox(form: FormView, { fields, submit, action, takesFiles = false, others }: FormBox): Html {
  return html`${noticeOf(form)}${problemList(form)}
<form method="post"${attribute('action', action)}${flag('enctype="multipart/form-data"', takesFiles)} novalidate>
${form.guard}
${takesFiles && html`<button class="more" name="go" value="on" tabindex="-1" aria-hidden="true">${submit}</button>`}
${fields}
<div class="actions"><button name="go" value="on">${submit}</button>${others}</div>
</form>
`
}

function noticeOf({ notice }: FormView): Html | false {
  return notice !== null && html`<div class="box late" role="alert"><p>${notice}</p></div>`
}

/** What is wrong, each a link to its field. */
function problemList({ view, problems }: FormView): Html | false {
  return problems.length > 0 && html`<div class="box late" role="alert" aria-labelledby="problems" tabindex="-1">
<h2 id="problems">${view.t('portal.problems', { count: problems.length })}</h2>
<ul>${problems.map(problemLink)}</ul>
</div>`
}

function problemLink({ field, message }: Problem): Html {
  return field === '' ? html`<li>${message}</li>` : html`<li><a href="#${field}">${message}</a></li>`
}
