type XmlToken =
  | { readonly type: 'open'; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string }

// Every alternative stops at the next "<", so that no input makes it go back over what it has read.
const TOKEN = /<!--|<!\[CDATA\[([^\]]*)\]\]>|<[?!][^<>]*>|<(\/?)([\w.:-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|([^<]+)/g

/** Tags and text of a well-formed XML part, in order. No entities but the five of XML and numbers: nothing is ever fetched or expanded. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  for (const match of xml.matchAll(TOKEN)) {
    const [, cdata, slash, name, attributes = '', text] = match as (string | undefined)[]
    if (name !== undefined) {
      if (slash === '/') yield { type: 'close', name }
      else yield { type: 'open', name, attributes, isEmpty: attributes.endsWith('/') }
    } else if (cdata !== undefined) yield { type: 'text', text: cdata }
    else if (text !== undefined) yield { type: 'text', text: unescaped(text) }
  }
}

/** The value of `name="…"` among the attributes of a tag. */
export function attributeIn(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : unescaped(value)
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (_entity, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? ''
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
