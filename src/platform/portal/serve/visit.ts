import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendFile } from '#platform/server/files.ts'
import type { WorkContext } from '#platform/server/work.ts'
import { countTry } from '../guard/try-store.ts'
import { addressIn, LANGUAGES, languageOf, type Language } from '../languages.ts'
import type { Answer, Visit } from '../portal.ts'
import type { SayText, Site, View } from '../view.ts'

/** What every page of the portal is served with. */
export interface PortalSetting {
  readonly context: WorkContext
  readonly say: SayText
  readonly site: () => Promise<Site>
  /** PUBLIC_URL; empty where it is not told. */
  readonly publicUrl: string
}

export async function viewOf(request: FastifyRequest, { say, site }: PortalSetting): Promise<View> {
  const language = languageOf(request.url)
  const [address = '', search] = request.url.split('?', 2)
  return {
    language,
    path: address.slice(LANGUAGES[language].root.length).replace(/\/$/, '') || '/',
    search: search === undefined || search === '' ? '' : `?${search}`,
    site: await site(),
    ...wordsOf(say, language),
  }
}

export function wordsOf(say: SayText, language: Language): Pick<View, 't' | 'to'> {
  return { t: (key, values) => say(language, key, values), to: (path) => addressIn(language, path) }
}

export async function visitOf(request: FastifyRequest, setting: PortalSetting): Promise<Visit> {
  const { context, publicUrl } = setting
  return {
    ...await viewOf(request, setting),
    today: context.today(),
    origin: publicUrl === '' ? `${request.protocol}://${request.host}` : publicUrl,
    work: (useCase) => request.work(useCase),
    countTry: (limit, { isProved } = { isProved: false }) => countTry(context, limit, { address: request.ip, isProved, now: Date.now() }),
  }
}

/** Nothing of what stands on a person's page stays in a telephone that others use. */
export async function send(reply: FastifyReply, { context }: PortalSetting, view: View, answer: Answer, status = 200): Promise<FastifyReply> {
  if (!('is' in answer)) return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(String(answer))
  if (answer.is === 'file') return sendFile(reply, context.fileFolder, answer.file)
  return reply.header('cache-control', 'no-store').redirect(view.to(answer.path), 303)
}
