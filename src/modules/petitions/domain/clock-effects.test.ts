import { describe, expect, test } from 'vitest'
import { clockEffects, clocksOnOtherCompetence, clocksOnReceipt, clocksOnSorting, type ClockEffects } from './clock-effects.ts'

const words = ({ stops, starts, changes, stopsAll }: ClockEffects) => [
  ...stops.map(({ procedure, step }) => `- ${procedure}/${step}`), ...starts.map(({ procedure, step, from }) => `+ ${procedure}/${step} from ${from}`),
  ...changes.map(({ procedure, step, how }) => `${how} ${procedure}/${step}`), ...(stopsAll ? ['- all'] : []),
]

describe('what runs', () => {
  test.each([
    ['complaint', '+ complaint/acceptance from receipt'], ['denunciation', '+ denunciation/intake from receipt'],
    ['recommendation', '+ feedback/reply from receipt'], ['feedback', '+ feedback/reply from receipt'],
  ] as const)('from the receipt of a %s: %s', (kind, clock) => expect(words(clocksOnReceipt(kind))).toEqual([clock]))

  test.each([
    ['accept', 'complaint', 1, ['- complaint/acceptance', '+ complaint/first-resolution from act']],
    ['accept', 'complaint', 2, ['- complaint/acceptance', '+ complaint/second-resolution from act']],
    ['accept', 'denunciation', 1, ['- denunciation/intake', '+ denunciation/resolution from act', '+ denunciation/notify-acceptance from act']],
    ['accept', 'feedback', 1, []],
    ['suspend', 'complaint', 2, ['suspend complaint/second-resolution']],
    ['resume', 'denunciation', 1, ['resume denunciation/resolution']],
    ['declare-complex', 'complaint', 1, ['complex complaint/first-resolution']],
    ['extend', 'denunciation', 1, ['extend denunciation/resolution']],
    ['conclude', 'complaint', 1, ['- complaint/first-resolution', '+ complaint/send-first-decision from act']],
    ['conclude', 'complaint', 2, ['- complaint/second-resolution', '+ complaint/send-second-decision from act']],
    ['conclude', 'denunciation', 1, ['- denunciation/resolution', '+ denunciation/send-conclusion from act', '+ denunciation/publish-conclusion from act']],
    ['conclude', 'recommendation', 1, ['- feedback/reply']],
    ['send-decision', 'complaint', 2, ['- complaint/send-second-decision']],
    ['publish-conclusion', 'denunciation', 1, ['- denunciation/publish-conclusion']],
    ['refuse', 'complaint', 1, ['- all']], ['transfer', 'feedback', 1, ['- all']], ['withdraw', 'denunciation', 1, ['- all']], ['terminate', 'complaint', 2, ['- all']],
    ['note', 'complaint', 1, []],
  ] as const)('%s of a %s, instance %i: %j', (action, kind, instance, clocks) => expect(words(clockEffects(action, kind, instance))).toEqual(clocks))

  test('sorted as another kind, the right term runs from the day of receipt', () => {
    expect(words(clocksOnSorting('feedback', 'complaint'))).toEqual(['- feedback/reply', '+ complaint/acceptance from receipt'])
    expect(words(clocksOnSorting('feedback', 'recommendation'))).toEqual([])
  })

  test('another body’s matter has to be passed on in time', () => {
    expect(words(clocksOnOtherCompetence('denunciation'))).toEqual(['+ denunciation/transfer from act'])
    expect(words(clocksOnOtherCompetence('feedback'))).toEqual(['+ feedback/transfer from act'])
    expect(words(clocksOnOtherCompetence('complaint'))).toEqual([])
  })
})
