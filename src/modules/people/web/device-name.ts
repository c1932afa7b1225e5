const BROWSERS: readonly [name: string, mark: RegExp][] = [
  ['Cốc Cốc', /coc_coc_browser/], ['Edge', /Edg(A|iOS)?\//], ['Opera', /OPR\//], ['Samsung Internet', /SamsungBrowser\//], ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS)\//], ['Safari', /Safari\//],
]
const SYSTEMS: readonly [name: string, mark: RegExp][] = [
  ['Android', /Android/], ['iPhone', /iPhone/], ['iPad', /iPad/], ['Windows', /Windows/], ['macOS', /Mac OS X/], ['Linux', /Linux/],
]

/** "Chrome, Windows" of what a browser says of itself; undefined when it says nothing known. */
export function browserOf(device: string): string | undefined {
  const named = [BROWSERS, SYSTEMS].flatMap((list) => list.find(([, mark]) => mark.test(device))?.[0] ?? [])
  return named.length === 0 ? undefined : named.join(', ')
}
