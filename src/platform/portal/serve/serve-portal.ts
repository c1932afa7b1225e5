import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import type { Http } from '#platform/server/http-type.ts'
import { STATUS_OF } from '#platform/server/http-errors.ts'
import { ASSETS } from '../assets.ts'
import { errorPage, troubleOf } from '../error-page.ts'
import { LANGUAGE_CODES, LANGUAGES } from '../languages.ts'
import type { FormRoute, PageRoute, Portal, PortalPart } from '../portal.ts'
import { frontPage } from '../front-page.ts'
import { serveSteps } from '../steps/serve-steps.ts'
import { readsPlainForms } from './read-form.ts'
import { showForm, takeForm, textValues } from './serve-form.ts'
import { send, viewOf, visitOf, type PortalSetting } from './visit.ts'

/** Of every page and form of the portal: open to everybody, and answered as to nobody. */
const FOR_CITIZENS = { access: 'anyone', isForCitizens: true } as const

/** Nothing from elsewhere, no script or style within a page. */
const CONTENT_SECURITY = [
  "default-src 'none'", "style-src 'self'", "font-src 'self'", "script-src 'self'", "img-src 'self' data:", "form-action 'self'", "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Refusals of what could not be read to its end. */
const TOO_LARGE: ReadonlySet<string> = new Set(['portal.form_too_large', 'http.file_too_large'])

/** The citizens' pages under the address of each language, beside the desk and its API. */
export async function servePortal(http: Http, setting: PortalSetting, parts: readonly PortalPart[]): Promise<void> {
  serveAssets(http)
  for (const language of LANGUAGE_CODES) {
    await http.register(async (scope: Http) => {
      scope.addHook('onSend', async (_request, reply) => {
        if (reply.getHeader('content-disposition') === undefined) void reply.header('content-security-policy', CONTENT_SECURITY)
        // Older browsers name where a form comes from only if we let them; to other sites nothing is told.
        void reply.header('referrer-policy', 'same-origin')
      })
      scope.setErrorHandler(answerError(setting))
      readsPlainForms(scope)
      const portal = portalOn(scope, setting)
      portal.page('/', { show: (visit) => frontPage(visit, parts.flatMap(({ doors }) => doors)) })
      for (const { routes } of parts) routes(portal)
      scope.all('/*', { config: FOR_CITIZENS, schema: { hide: true } }, async () => {
        throw new Refusal('not_found', 'http.no_such_route')
      })
    }, { prefix: LANGUAGES[language].root })
  }
}

function portalOn(scope: Http, setting: PortalSetting): Portal {
  const route = (method: 'GET' | 'POST', path: string, handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) => {
    scope.route({ method, url: path, config: FOR_CITIZENS, schema: { hide: true }, handler: (request, reply) => handler(request, reply) })
  }
  return {
    page: <Params extends z.ZodType, Query extends z.ZodType>(path: string, { params, query, show }: PageRoute<Params, Query>) => {
      route('GET', path, async (request, reply) => {
        const visit = { ...await visitOf(request, setting), params: fits(params, request.params), query: fits(query, request.query) }
        return send(reply, setting, visit, await show(visit))
      })
    },
    form: <Params extends z.ZodType>(path: string, form: FormRoute<Params>) => {
      route('GET', path, (request, reply) => showForm(request, reply, setting, form, fits(form.params, request.params)))
      route('POST', path, (request, reply) => takeForm(request, reply, setting, form, fits(form.params, request.params)))
    },
    steps: (path, form) => serveSteps(route, setting, path, form),
  }
}

/** What an address says, against its schema; one that does not fit is an address that does not exist. */
function fits<Schema extends z.ZodType>(schema: Schema | undefined, value: unknown): z.output<Schema> {
  const parsed = (schema ?? z.unknown()).safeParse(value)
  if (!parsed.success) throw new Refusal('not_found', 'http.no_such_route')
  return parsed.data as z.output<Schema>
}

/** Every error as a page that says what happened, what was kept and what to do. */
function answerError(setting: PortalSetting) {
  return async function answer(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const view = await viewOf(request, setting)
    if (error instanceof Refusal) {
      const status = TOO_LARGE.has(error.code) ? 413 : STATUS_OF[error.kind]
      const what = error.code === 'http.no_such_route' ? {} : { what: view.t(error.code, textValues(error.details)) }
      return send(reply, setting, view, errorPage(view, troubleOf(view, status, what)), status)
    }
    const status = error.statusCode ?? 500
    if (status < 500) return send(reply, setting, view, errorPage(view, troubleOf(view, status)), status)
    request.log.error({ err: error }, 'unexpected')
    return send(reply, setting, view, errorPage(view, troubleOf(view, 500, { number: request.id })), 500)
  }
}

/** Styles, script and face, each kept for good by whoever has it once. */
function serveAssets(http: Http): void {
  for (const { address, mediaType, bytes } of ASSETS) {
    http.get(address, { config: FOR_CITIZENS, schema: { hide: true } }, async (_request, reply) => reply
      .header('content-type', mediaType).header('cache-control', 'public, max-age=31536000, immutable').send(bytes))
  }
}
