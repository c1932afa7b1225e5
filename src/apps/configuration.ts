import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import type { Gateway } from '#platform/server/messages/gateway.ts'
import { clamdAddress, type ClamdAddress } from '#platform/server/virus-scan.ts'
import { gatewayFrom } from './gateway-settings.ts'

export interface Configuration {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly databaseDirectUrl: string | undefined
  /** GANDAN_SECRET: what all keys are derived from, instead of the data folder's own; the same on every machine. */
  readonly secret: string | undefined
  /** CLAMD: where ClamAV's daemon listens; without it uploaded files are not scanned. */
  readonly clamd: ClamdAddress | undefined
  /** TRUSTED_PROXIES: addresses of proxies before us, with commas, where they are not on this machine: `10.0.0.0/24`. */
  readonly trustedProxies: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** SMS_URL, ZALO_URL and what belongs to them: without them messages to citizens lie in the data folder. */
  readonly sms: Gateway | undefined
  readonly zalo: Gateway | undefined
  /** Where people open the desk, for links in letters: `https://gandan.lamdong.example`; empty when not told. */
  readonly publicUrl: string
  /** What a first start fills the database with. */
  readonly fill: 'demo' | 'empty' | null
  /** A day to pretend it is, for training; only with demonstration data. */
  readonly simulatedToday: PlainDate | null
  readonly dev: boolean
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host)
}

/** What one command understands besides the options of every command. `repeated` ones may come again; their values stand one after another, a space between. */
export interface OwnOptions { readonly valued: readonly string[]; readonly flags: readonly string[]; readonly repeated?: readonly string[] }

/** Reads the command line and the environment. Throws StartError for what cannot be meant. */
export function configurationFrom(args: readonly string[], env: NodeJS.ProcessEnv, own?: OwnOptions): Configuration {
  const options = optionsFrom(args, own)
  if (options.has('demo') && options.has('empty')) throw wrongOption('--demo --empty')
  return {
    port: portFrom(options.get('port') ?? env['PORT'] ?? '3000'),
    host: options.get('host') ?? '127.0.0.1',
    dataFolder: resolve(options.get('data') ?? env['GANDAN_DATA'] ?? './data'),
    databaseUrl: env['DATABASE_URL'],
    databaseDirectUrl: env['DATABASE_DIRECT_URL'],
    secret: env['GANDAN_SECRET'],
    trustedProxies: proxiesFrom(env['TRUSTED_PROXIES']),
    clamd: env['CLAMD'] === undefined || env['CLAMD'] === '' ? undefined : clamdAddress(env['CLAMD']),
    smtpUrl: env['SMTP_URL'],
    mailFrom: env['MAIL_FROM'] ?? 'Gần Dân <gandan@localhost>',
    sms: gatewayFrom(env, 'SMS'),
    zalo: gatewayFrom(env, 'ZALO'),
    publicUrl: (env['PUBLIC_URL'] ?? '').replace(/\/+$/, ''),
    fill: options.has('empty') ? 'empty' : options.has('demo') ? 'demo' : null,
    simulatedToday: dayFrom(options.get('today')),
    dev: options.has('dev'),
  }
}

const VALUED = new Set(['port', 'host', 'data', 'today'])
const FLAGS = new Set(['demo', 'empty', 'dev', 'nation'])

/** Every option by its name; a flag has no value. Throws StartError for one that neither every command nor this one knows. */
export function optionsFrom(args: readonly string[], { valued, flags, repeated = [] }: OwnOptions = { valued: [], flags: [] }): ReadonlyMap<string, string> {
  const options = new Map<string, string>()
  for (let index = 0; index < args.length; index += 1) {
    const [, name = '', joined] = /^--([a-z]+)(?:=(.*))?$/.exec(args[index] ?? '') ?? []
    if ((FLAGS.has(name) || flags.includes(name)) && joined === undefined) options.set(name, '')
    else if (VALUED.has(name) || valued.includes(name) || repeated.includes(name)) {
      const value = joined ?? args[(index += 1)]
      if (value === undefined || value === '') throw wrongOption(`--${name}`)
      const before = repeated.includes(name) ? options.get(name) : undefined
      options.set(name, before === undefined ? value : `${before} ${value}`)
    } else throw wrongOption(args[index] ?? '')
  }
  return options
}

function portFrom(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw wrongOption(`PORT=${text}`)
  return port
}

/** "10.0.0.5, 10.1.0.0/16": the machine itself is always among them. */
function proxiesFrom(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const proxies = text.split(',').map((address) => address.trim())
  const [wrong] = proxies.filter((address) => !/^[\da-f.:]+(\/\d{1,3})?$/i.test(address) || isIP(address.split('/')[0] ?? '') === 0)
  if (wrong !== undefined) throw wrongOption(`TRUSTED_PROXIES=${wrong}`)
  return ['loopback', ...proxies].join(', ')
}

function dayFrom(text: string | undefined): PlainDate | null {
  if (text === undefined) return null
  const day = findPlainDate(text)
  if (day === undefined) throw wrongOption(`--today ${text}`)
  return day
}

function wrongOption(text: string): StartError {
  return new StartError(`Không hiểu tùy chọn "${text}".`, `The option "${text}" is not understood.`)
}
