import { expect, test } from 'vitest'
import { StartError } from '#platform/server/database/start-error.ts'
import { configurationFrom } from './configuration.ts'

test('a start needs nothing; the environment and then the command line change it', () => {
  expect(configurationFrom([], {})).toMatchObject({ port: 3000, host: '127.0.0.1', fill: null, simulatedToday: null, publicUrl: '' })
  expect(configurationFrom(['--port', '8081', '--empty'], { PORT: '8080', GANDAN_DATA: '/srv/gandan', PUBLIC_URL: 'https://gandan.example/' }))
    .toMatchObject({ port: 8081, dataFolder: '/srv/gandan', fill: 'empty', publicUrl: 'https://gandan.example' })
  expect(configurationFrom(['--today=2021-12-01', '--host=0.0.0.0'], {})).toMatchObject({ simulatedToday: '2021-12-01', host: '0.0.0.0' })
})

test('a virus scanner is asked where one is named, and nowhere else', () => {
  expect(configurationFrom([], {}).clamd).toBeUndefined()
  expect(configurationFrom([], { CLAMD: '' }).clamd).toBeUndefined()
  expect(configurationFrom([], { CLAMD: '/run/clamav/clamd.ctl' }).clamd).toEqual({ path: '/run/clamav/clamd.ctl' })
})

test('a proxy on another machine is believed where it is named; this machine always', () => {
  expect(configurationFrom([], {}).trustedProxies).toBeUndefined()
  expect(configurationFrom([], { TRUSTED_PROXIES: '10.0.0.5, fd00::/8' }).trustedProxies).toBe('loopback, 10.0.0.5, fd00::/8')
})

test('gateways for SMS and Zalo are asked where they are named', () => {
  expect(configurationFrom([], {})).toMatchObject({ sms: undefined, zalo: undefined })
  expect(configurationFrom([], { SMS_URL: 'https://sms.example/send', ZALO_URL: 'https://zalo.example', ZALO_TOKEN_HEADER: 'Access_Token', ZALO_SUCCESS: '"error":0', ZALO_TEMPLATES: 'received=301234, news=301235' })).toMatchObject({
    sms: { url: 'https://sms.example/send', body: '{"to":"{to}","text":"{text}"}', token: undefined, tokenHeader: 'authorization', templateIds: {} },
    zalo: { tokenHeader: 'access_token', success: '"error":0', templateIds: { received: '301234', news: '301235' } },
  })
})

test.each([
  [['--port', 'nhiều'], {}], [['--port', '70000'], {}], [[], { PORT: '-1' }], [[], { TRUSTED_PROXIES: 'proxy' }], [[], { TRUSTED_PROXIES: '10.0.0.5,' }], [[], { CLAMD: 'có chứ' }], [[], { SMS_URL: 'sms' }], [[], { ZALO_URL: 'https://zalo.example', ZALO_BODY: '{"text":"{text}"}' }],
  [[], { SMS_URL: 'https://sms.example', SMS_BODY: '{"to":"{to}"' }], [[], { SMS_URL: 'https://sms.example', SMS_TEMPLATES: 'received' }], [['--today', '2021-02-30'], {}], [['--demo', '--empty'], {}], [['--khong-co'], {}], [['--port'], {}],
])('%j with %j cannot be meant', (args, env) => {
  expect(() => configurationFrom(args, env)).toThrow(StartError)
})
