/** What a browser says about where a request comes from. */
export interface OriginHeaders {
  readonly 'sec-fetch-site'?: string | undefined
  readonly origin?: string | undefined
  readonly referer?: string | undefined
}

/**
 * Whether a plain form was sent from one of our own pages. Browsers of today say so themselves; older ones name the page's origin or the
 * page. Who says nothing at all is no browser that a foreign page could lead: such a request has only what it brings along.
 */
export function isFromOwnPage(headers: OriginHeaders, host: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (headers.origin !== undefined) return hostOf(headers.origin) === host.toLowerCase()
  return headers.referer === undefined || hostOf(headers.referer) === host.toLowerCase()
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined
}
