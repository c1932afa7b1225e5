import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifySchema } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Http } from './http-type.ts'

/** What every refused request answers; documented once for all routes. */
export const Problem = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  requestId: z.string(),
}).meta({
  description: 'Từ chối hoặc lỗi, kèm câu giải thích',
  example: { code: 'http.not_allowed', message: 'Bạn không có quyền làm việc này.', details: {}, requestId: '0a1b2c3d-4e5f' },
})

const ERRORS = {
  400: 'Dữ liệu gửi lên sai khuôn dạng', 401: 'Chưa đăng nhập', 403: 'Không có quyền', 404: 'Không có', 409: 'Trái với trạng thái hiện tại',
  422: 'Dữ liệu không được chấp nhận', 429: 'Quá nhiều yêu cầu', 500: 'Lỗi ngoài dự kiến',
}

/** OpenAPI 3.1 at /api/openapi.json, readable at /api. Each operation says who may call it. */
export async function describeApi(http: Http): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Gần Dân', version: '1', description: 'API của bàn làm việc và của các hệ thống khác. Yêu cầu ghi phải kèm tiêu đề `x-gandan: 1`.' },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'gandan_session' } },
        schemas: { Problem: z.toJSONSchema(Problem) as object },
      },
    },
    transform(route) {
      const { schema: described, url } = jsonSchemaTransform(route)
      const schema = described as FastifySchema | undefined // a route without a schema has none
      const { access = 'anyone' } = route.route.config ?? {}
      return {
        url,
        schema: {
          ...schema,
          tags: schema?.tags ?? [url.split('/')[2] ?? 'platform'],
          description: [schema?.description, `Quyền: ${access}`].filter(Boolean).join('\n\n'),
          security: access === 'anyone' ? [] : [{ session: [] }],
        },
      }
    },
  })
  await http.register(swaggerUi, { routePrefix: '/api', staticCSP: true, uiConfig: { docExpansion: 'none', tryItOutEnabled: false } })
  http.get('/api/openapi.json', { config: { access: 'anyone' }, schema: { hide: true } }, () => withProblems(http.swagger()))
}

interface Described { paths?: Record<string, Record<string, { responses?: Record<string, unknown> }>> }

/** The same refusals on every operation, each with the shape of `Problem`. */
function withProblems<Api extends object>(api: Api): Api {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } }
  const problems = Object.fromEntries(Object.entries(ERRORS).map(([status, description]) => [status, { description, content }]))
  const operations = Object.values((api as Described).paths ?? {}).flatMap((path) => Object.values(path))
  for (const operation of operations) operation.responses = { ...problems, ...operation.responses }
  return api
}
