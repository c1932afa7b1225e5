import cookie from '@fastify/cookie'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyBaseLogger, type FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { mayAnywhere, type Actor, type Permission } from '#kernel/actor.ts'
import type { AccountId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Http } from './http-type.ts'
import { answerError, answerNotFound, type SayRefusal } from './http-errors.ts'
import { describeApi } from './openapi.ts'
import { answerHealth } from './health.ts'
import { measureRequests } from './metrics.ts'
import { isFromOwnPage } from './same-origin.ts'
import { MAX_UPLOAD_BYTES } from './vet-file.ts'
import type { ScanFile } from './virus-scan.ts'
import { runWork, type Work, type WorkContext } from './work.ts'

/** Who may call a route at all; which records they may touch is the use case's to decide. */
export type Access = 'anyone' | 'signed in' | Permission

export type { Http }

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    /** A page for citizens: always answered as to nobody, whatever session the browser holds; its forms come as a browser sends them. */
    isForCitizens?: boolean
  }
  interface FastifyRequest {
    actor: Actor
    /** Asks the virus scanner about an uploaded file, where there is one. */
    scanFile: ScanFile | undefined
    /** Runs one use case as the request's actor, in one transaction. */
    work<Result>(useCase: (work: Work) => Promise<Result>): Promise<Result>
  }
}

export const NOBODY: Actor = { id: 'anonymous' as AccountId, name: 'Khách', unitId: null, grants: [] }

export interface HttpOptions {
  readonly context: WorkContext
  /** Finds who sends the request, with the rights they hold today; undefined when nobody is signed in. */
  readonly authenticate: (request: FastifyRequest) => Promise<Actor | undefined>
  readonly sayRefusal: SayRefusal
  readonly logger: FastifyBaseLogger | boolean
  /** Requests a minute from one session (or one address before sign-in). */
  readonly requestsPerMinute?: number
  /** Addresses of proxies whose word about the sender's address and protocol is taken; the machine itself where not told. */
  readonly trustedProxies?: string | undefined
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The server with everything every route shares; `registerRoutes` adds the modules' under /api. */
export async function createHttp(options: HttpOptions, registerRoutes: (http: Http) => void): Promise<Http> {
  const http: Http = fastify({
    ...(typeof options.logger === 'boolean' ? { logger: options.logger } : { loggerInstance: options.logger }),
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: options.trustedProxies ?? 'loopback',
    genReqId: () => crypto.randomUUID().slice(0, 13),
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypeProvider>()
  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler(serializerCompiler)
  http.setErrorHandler(answerError(options.sayRefusal))
  http.setNotFoundHandler(answerNotFound(options.sayRefusal))
  http.decorateRequest('actor', null as unknown as Actor)
  http.decorateRequest('scanFile', options.context.scanFile)
  http.decorateRequest('work', function work(this: FastifyRequest, useCase) {
    return runWork(options.context, { actor: this.actor, requestId: this.id }, useCase)
  })
  await http.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY, hsts: false, crossOriginEmbedderPolicy: false })
  await http.register(cookie)
  await http.register(compress, { threshold: 2048, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } } })
  await http.register(multipart, { limits: { fileSize: MAX_UPLOAD_BYTES, files: 20, fields: 50, fieldSize: 200_000 } })
  await http.register(rateLimit, {
    max: options.requestsPerMinute ?? 1200, timeWindow: '1 minute',
    keyGenerator: (request) => (isForCitizens(request) ? undefined : request.cookies['gandan_session']) ?? request.ip,
    errorResponseBuilder: (_request, { ttl }) => new Refusal('too_many', 'http.too_many_requests', { seconds: Math.ceil(ttl / 1000) }),
  })
  measureRequests(http)
  answerHealth(http, options.context.db)
  await describeApi(http)
  http.addHook('onRoute', (route) => {
    if (route.config?.access === undefined && route.url.startsWith('/api/') && route.schema?.hide !== true) {
      throw new Error(`${String(route.method)} ${route.url} does not declare its access`)
    }
  })
  http.addHook('onRequest', async (request) => {
    request.actor = NOBODY
    if (isForCitizens(request)) {
      if (!READING.has(request.method) && !isFromOwnPage(request.headers, request.host)) throw new Refusal('forbidden', 'http.other_site')
      return
    }
    if (!READING.has(request.method) && request.headers['x-gandan'] === undefined) {
      throw new Refusal('forbidden', 'http.missing_header') // a page of another site cannot send it: no forged requests
    }
    const { access } = request.routeOptions.config
    if (access === undefined || access === 'anyone') return
    const actor = await options.authenticate(request)
    if (actor === undefined) throw new Refusal('unauthenticated', 'http.not_signed_in')
    request.actor = actor
    if (access !== 'signed in' && !mayAnywhere(actor, access)) throw new Refusal('forbidden', 'http.not_allowed')
  })
  await http.register(async (api) => {
    registerRoutes(api)
  }, { prefix: '/api' })
  return http
}

function isForCitizens(request: FastifyRequest): boolean {
  return request.routeOptions.config.isForCitizens === true
}

const CONTENT_SECURITY = {
  directives: {
    defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'], objectSrc: ["'none'"], frameAncestors: ["'none'"], formAction: ["'self'"], upgradeInsecureRequests: null,
  },
}
