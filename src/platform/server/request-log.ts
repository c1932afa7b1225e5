import type { FastifyRequest } from 'fastify'

/**
 * What the log says of a request: which route, never its address. Addresses hold what only its owner may know: receipt codes, one-time
 * links, and in a search the name or identity number that was typed. Of a citizen's page not even where the request came from.
 */
export const REQUEST_LOG = {
  req({ method, ip, routeOptions }: FastifyRequest): { method: string; route: string; remoteAddress?: string } {
    const { url, config } = routeOptions
    return { method, route: url ?? '(unknown)', ...(config.isForCitizens === true ? {} : { remoteAddress: ip }) }
  },
}
