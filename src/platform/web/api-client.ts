import { z } from 'zod'

/** A field the server would not take; `path` is the field's name in the body, dotted for nested ones ("items.0.text"). */
export interface FieldFault {
  readonly path: string
  readonly code: string
  readonly message?: string | undefined
}

const ErrorBody = z.object({
  code: z.string(),
  message: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string().optional() })).default([]),
  requestId: z.string().default(''),
})
type ErrorBody = z.infer<typeof ErrorBody>

/** The server answered, with a no or with a bug of its own. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly details: ErrorBody['details']
  readonly fields: readonly FieldFault[]
  readonly requestId: string
  /** The server's own sentence for the code, where the desk has no phrase for it. */
  readonly sentence: string | undefined

  constructor(status: number, body: ErrorBody) {
    super(`${String(status)} ${body.code}`)
    this.status = status
    this.code = body.code
    this.details = body.details
    this.fields = body.fields
    this.requestId = body.requestId
    this.sentence = body.message
  }
}

/** Nobody answered: the network, or the server, is away. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

export type QueryValue = string | number | boolean | null | undefined | readonly string[]
export type Query = Readonly<Record<string, QueryValue>>

interface GetOptions {
  readonly query?: Query
  readonly signal?: AbortSignal
}

interface UploadOptions {
  /** Share sent so far, from 0 to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/**
 * The one way to the server. Paths are whole (`/api/plans/…`); answers are read by the module's contract:
 * `api.get('/api/plans', PlanList, { query: { page: 2 }, signal })`, `api.post('/api/plans', body, Created)`.
 */
export const api = {
  get<Schema extends z.ZodType>(path: string, schema: Schema, { query, signal }: GetOptions = {}): Promise<z.output<Schema>> {
    return send('GET', withQuery(path, query), undefined, schema, signal)
  },
  post<Schema extends z.ZodType = z.ZodVoid>(path: string, body?: unknown, schema?: Schema): Promise<z.output<Schema>> {
    return send('POST', path, body, schema)
  },
  put<Schema extends z.ZodType = z.ZodVoid>(path: string, body?: unknown, schema?: Schema): Promise<z.output<Schema>> {
    return send('PUT', path, body, schema)
  },
  delete<Schema extends z.ZodType = z.ZodVoid>(path: string, body?: unknown, schema?: Schema): Promise<z.output<Schema>> {
    return send('DELETE', path, body, schema)
  },
  /** Files with their fields, telling how far it is: fetch cannot, XMLHttpRequest can. */
  upload<Schema extends z.ZodType = z.ZodVoid>(path: string, form: FormData, schema?: Schema, options: UploadOptions = {}): Promise<z.output<Schema>> {
    return sendForm(path, form, schema, options)
  },
}

/** `/api/x?unit=a&unit=b`: empty values are left out, lists repeat their name. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** A page of another site cannot set this header, so a request that carries it came from the desk. */
const MUTATION_HEADERS = { 'x-gandan': '1' }

async function send<Schema extends z.ZodType>(
  method: string, path: string, body: unknown, schema: Schema | undefined, signal?: AbortSignal,
): Promise<z.output<Schema>> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': document.documentElement.lang || 'vi' }
  if (method !== 'GET') Object.assign(headers, MUTATION_HEADERS)
  if (body !== undefined) headers['content-type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(path, {
      method, headers, credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (cause) {
    if (signal?.aborted === true) throw cause
    throw new ConnectionLost('No answer from the server', { cause })
  }
  return readAnswer(response.status, await response.text(), schema)
}

function sendForm<Schema extends z.ZodType>(
  path: string, form: FormData, schema: Schema | undefined, { onProgress, signal }: UploadOptions,
): Promise<z.output<Schema>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('accept-language', document.documentElement.lang || 'vi')
    for (const [name, value] of Object.entries(MUTATION_HEADERS)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    }
    request.onerror = () => reject(new ConnectionLost('No answer from the server'))
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'))
    request.onload = () => {
      try {
        resolve(readAnswer(request.status, request.responseText, schema))
      } catch (error) {
        reject(error instanceof Error ? error : new Error('The answer could not be read', { cause: error }))
      }
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}

function readAnswer<Schema extends z.ZodType>(status: number, text: string, schema: Schema | undefined): z.output<Schema> {
  if (status >= 200 && status < 300) {
    if (schema === undefined) return undefined as z.output<Schema>
    return schema.parse(text === '' ? undefined : JSON.parse(text))
  }
  // A proxy in front of a server that is down answers for it, in HTML.
  if (status === 502 || status === 503 || status === 504) throw new ConnectionLost(`The server is away (${String(status)})`)
  throw new ApiError(status, errorBodyOf(status, text))
}

function errorBodyOf(status: number, text: string): ErrorBody {
  try {
    return ErrorBody.parse(JSON.parse(text))
  } catch {
    return { code: `http.status_${String(status)}`, message: undefined, details: {}, fields: [], requestId: '' }
  }
}
