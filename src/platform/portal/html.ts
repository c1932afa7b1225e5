import { html as template, raw } from 'hono/html'

/** A piece of a page: everything put into it has been escaped. */
export type Html = ReturnType<typeof raw>

/** What may stand in a template. Text is escaped, also within a quoted attribute; `false`, `null` and `undefined` leave nothing. */
export type Child = string | number | false | null | undefined | Html | readonly Child[]

/** `` html`<p title="${title}">${text}</p>` `` – attributes always within quotes. */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Html {
  const made = template(strings, ...children)
  if (made instanceof Promise) throw new Error('a page is made of what is known, never of a promise')
  return made
}

/** HTML of our own making, put in as it is: never anything that somebody typed. */
export function trusted(markup: string): Html {
  return raw(markup)
}

/** An attribute that is there or is not: `` html`<input${flag('required', isRequired)}>` ``. */
export function flag(name: string, isSet: boolean): Html | false {
  return isSet && raw(` ${name}`)
}

/** An attribute with a value, or none where there is no value. */
export function attribute(name: string, value: string | number | null | undefined): Html | false {
  return value !== null && value !== undefined && html`${raw(` ${name}`)}="${value}"`
}
