/** A citizen's browser without JavaScript, over HTTP: enough of one to fill in the portal's form step by step. */
export interface SentLetter { readonly code: string; /** Of the last step alone, which makes the case. */ readonly milliseconds: number }

const STEPS = (place: string): readonly (readonly [step: string, typed: Readonly<Record<string, string>>])[] => [
  ['loai', { kind: 'feedback' }], ['noi', { place, placeNote: 'Thôn 4', to: '' }],
  ['noi-dung', { topic: '', title: 'Đường vào thôn bị sạt', content: 'Đường vào thôn bị sạt hơn một tuần nay, xe không qua được. '.repeat(8) }],
  ['tep', {}], ['nguoi-gui', { name: 'Người phản ánh', address: '', phone: '', email: '', people: '' }], ['xem-lai', {}],
]

/** Sends one letter; throws where a step is not taken. */
export async function sendLetter(address: string, place: string): Promise<SentLetter> {
  const cookies = new Map<string, string>()
  const go = async (path: string, form?: FormData | URLSearchParams): Promise<{ html: string; path: string }> => {
    const response = await fetch(`${address}${path}`, {
      redirect: 'manual', method: form === undefined ? 'GET' : 'POST', ...(form === undefined ? {} : { body: form }),
      headers: { 'sec-fetch-site': 'same-origin', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    const html = await response.text()
    const location = response.headers.get('location')
    if (location !== null) return go(location)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${(/role="alert"[^>]*>([\s\S]{0,300})/.exec(html)?.[1] ?? '').replaceAll(/<[^>]+>/g, ' ')}`)
    return { html, path }
  }
  let page = await go('/cong-dan/gui')
  let took = 0
  for (const [step, typed] of STEPS(place)) {
    const files = page.html.includes('enctype="multipart/form-data"')
    const form = files ? new FormData() : new URLSearchParams()
    for (const [, name = '', value = ''] of page.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) form.set(name, value)
    for (const [name, value] of Object.entries(typed)) form.set(name, value)
    form.set('go', 'on')
    if (step === 'xem-lai') await new Promise((resolve) => setTimeout(resolve, 3100))
    const began = performance.now()
    page = await go(`/cong-dan/gui/${step}`, form)
    took = performance.now() - began
  }
  const code = /receipt-code">([^<]+)</.exec(page.html)?.[1]
  if (code === undefined) throw new Error(`no receipt on ${page.path}`)
  return { code, milliseconds: took }
}
