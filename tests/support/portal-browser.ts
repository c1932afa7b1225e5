import { JSDOM } from 'jsdom'
import type { Http } from '#platform/server/http.ts'

export interface TypedFile { readonly name: string; readonly content: string | Buffer }
type Typed = string | readonly string[] | readonly TypedFile[]

interface Sent {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly payload?: string | FormData
  readonly headers: Record<string, string>
}

/** A telephone's browser without JavaScript: keeps cookies (or none), follows redirects, fills in forms as they stand and presses their buttons. */
export class PortalBrowser {
  readonly #http: Http
  readonly #cookies = new Map<string, string>()
  readonly #keepsCookies: boolean
  readonly #address: string
  #document: Document | undefined
  status = 0
  url = ''
  body = ''

  constructor(http: Http, { keepsCookies = true, address = '203.0.113.9' }: { keepsCookies?: boolean; address?: string } = {}) {
    this.#http = http
    this.#keepsCookies = keepsCookies
    this.#address = address
  }

  get document(): Document {
    return (this.#document ??= new JSDOM(this.body, { contentType: 'text/html' }).window.document)
  }

  get title(): string {
    return this.document.querySelector('h1')?.textContent ?? ''
  }

  /** The sentences of the list on top, or of the notice above the form. */
  get alerts(): string[] {
    return [...this.document.querySelectorAll('[role=alert] li, [role=alert] > p')].map((line) => line.textContent)
  }

  /** What stands in a field. */
  value(name: string): string {
    const field = this.document.querySelector(`[name="${name}"]:not([type=radio]):not([type=checkbox]), [name="${name}"][checked]`)
    if (field?.tagName === 'SELECT') return field.querySelector('option[selected]')?.getAttribute('value') ?? ''
    return field?.tagName === 'TEXTAREA' ? field.textContent : field?.getAttribute('value') ?? ''
  }

  async open(url: string): Promise<void> {
    await this.#go({ method: 'GET', url, headers: {} })
  }

  /** Types into the form of the page and presses the button with these words. */
  async press(button: string, typed: Readonly<Record<string, Typed>> = {}): Promise<void> {
    await this.#go(this.fill(button, typed))
  }

  /** What pressing the button would send. */
  fill(button: string, typed: Readonly<Record<string, Typed>> = {}): Sent {
    const { document } = this
    const form = document.querySelector('form')
    const pressed = [...document.querySelectorAll('form button:not(.more)')].find((each) => each.textContent === button || each.getAttribute('aria-label') === button)
    if (form === null || pressed === undefined) throw new Error(`no button "${button}" on ${this.url}: ${document.body.textContent}`)
    const pairs: [string, string | TypedFile][] = [...form.querySelectorAll('input, textarea, select')].flatMap((field): [string, string][] => {
      const name = field.getAttribute('name') ?? ''
      const type = field.getAttribute('type')
      if (name in typed || type === 'file' || ((type === 'radio' || type === 'checkbox') && !field.hasAttribute('checked'))) return []
      return [[name, this.value(name)]]
    })
    for (const [name, values] of Object.entries(typed)) for (const value of typeof values === 'string' ? [values] : values) pairs.push([name, value])
    pairs.push([pressed.getAttribute('name') ?? '', pressed.getAttribute('value') ?? ''])
    const url = form.getAttribute('action') ?? this.url
    if (form.getAttribute('enctype') === null) {
      const plain = pairs.map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : value.name])
      return { method: 'POST', url, payload: new URLSearchParams(plain).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    }
    const data = new FormData()
    for (const [name, value] of pairs) {
      if (typeof value === 'string') data.append(name, value)
      else data.append(name, new Blob([typeof value.content === 'string' ? value.content : new Uint8Array(value.content)]), value.name)
    }
    return { method: 'POST', url, payload: data, headers: {} }
  }

  /** Sends what `fill` gave, as often as one likes. */
  async send(sent: Sent): Promise<void> {
    await this.#go(sent)
  }

  async #go({ method, url, payload, headers }: Sent): Promise<void> {
    const response = await this.#http.inject({
      method, url, remoteAddress: this.#address, ...(payload === undefined ? {} : { payload }),
      headers: { 'sec-fetch-site': 'same-origin', ...headers, ...(this.#cookies.size === 0 ? {} : { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') }) },
    })
    if (this.#keepsCookies) for (const { name, value } of response.cookies) this.#cookies.set(name, value)
    const { location } = response.headers
    if (typeof location === 'string') return this.#go({ method: 'GET', url: location, headers: {} })
    this.status = response.statusCode
    this.url = url
    this.body = response.body
    this.#document = undefined
  }
}
