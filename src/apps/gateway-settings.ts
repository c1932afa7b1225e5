import { StartError } from '#platform/server/database/start-error.ts'
import type { Gateway } from '#platform/server/messages/gateway.ts'

const PLAIN_BODY = '{"to":"{to}","text":"{text}"}'

/** Reads SMS_URL, SMS_BODY, SMS_TOKEN … (or ZALO_…); undefined where no gateway is named. Throws StartError for what cannot be meant. */
export function gatewayFrom(env: NodeJS.ProcessEnv, name: 'SMS' | 'ZALO'): Gateway | undefined {
  const url = env[`${name}_URL`]
  if (url === undefined || url === '') return undefined
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw misread(`${name}_URL`, 'phải là địa chỉ https://…', 'must be an address, https://…')
  const body = env[`${name}_BODY`] ?? PLAIN_BODY
  if (!/\{to(?:84)?\}/.test(body)) throw misread(`${name}_BODY`, 'phải có {to} hoặc {to84}', 'must hold {to} or {to84}')
  if (/^\s*[[{]/.test(body) && !isJson(body)) throw misread(`${name}_BODY`, 'không phải JSON', 'is no JSON')
  return {
    url, body, token: env[`${name}_TOKEN`], tokenHeader: (env[`${name}_TOKEN_HEADER`] ?? 'authorization').toLowerCase(), success: env[`${name}_SUCCESS`],
    templateIds: templateIdsFrom(env[`${name}_TEMPLATES`] ?? '', name),
  }
}

/** `received=301234,news=301235` */
function templateIdsFrom(text: string, name: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').map((pair) => pair.trim()).filter((pair) => pair !== '').map((pair) => /^(\w+)=([\w-]+)$/.exec(pair))
  return Object.fromEntries(pairs.map((pair): [string, string] => {
    if (pair === null) throw misread(`${name}_TEMPLATES`, 'phải viết như received=301234,news=301235', 'is written like received=301234,news=301235')
    return [pair[1] ?? '', pair[2] ?? '']
  }))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function misread(name: string, vietnamese: string, english: string): StartError {
  return new StartError(`${name} ${vietnamese}.`, `${name} ${english}.`)
}
