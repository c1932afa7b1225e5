import { expect, test } from 'vitest'
import { checkIdentityNumber } from '#kernel/identity-number.ts'
import { checkPersonName } from '#kernel/person-name.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { vietnamesePhone } from '#kernel/vietnamese-phone.ts'
import { vetFile } from '#platform/server/vet-file.ts'
import { workingCalendar } from '#kernel/working-calendar.ts'
import { seedCalendar } from '../seed.ts'
import { demonstrationLogins } from '../demonstration-logins.ts'
import { openCast } from './cast.ts'
import { DESKS } from './desks.ts'
import { tellOrdinaryLetters } from './ordinary.ts'
import { citizens, ordinal } from './people.ts'
import { photoOf, scanOf } from './picture.ts'
import { PLACES } from './places.ts'

const today = plainDate('2026-11-24')

test.each([[1, 'thứ nhất'], [2, 'thứ hai'], [4, 'thứ tư'], [5, 'thứ năm'], [10, 'thứ mười'], [15, 'thứ mười lăm'], [21, 'thứ hai mươi mốt'], [24, 'thứ hai mươi bốn'], [55, 'thứ năm mươi lăm'], [100, 'thứ một trăm'], [105, 'thứ một trăm lẻ năm'], [111, 'thứ một trăm mười một']])('%i is spelled %s', (number, words) => {
  expect(ordinal(number)).toBe(words)
})

test('two hundred citizens have names, telephone and identity numbers that forms take, no two the same', () => {
  const citizen = citizens()
  const people = Array.from({ length: 200 }, (_, index) => citizen(index % 3 === 0 ? 'complaint' : 'feedback', PLACES.xuanHuong))
  for (const { name, phone, identity } of people) {
    expect(checkPersonName(name)).toMatchObject({ ok: true })
    expect(vietnamesePhone(phone)).toMatchObject({ ok: true, kind: 'mobile' })
    expect(checkIdentityNumber(identity.number, identity.kind, today)).toMatchObject({ ok: true })
  }
  for (const part of [people.map(({ name }) => name), people.map(({ phone }) => phone), people.map(({ identity }) => identity.number)]) expect(new Set(part).size).toBe(200)
})

test('photos and scans are small pictures that are taken in', async () => {
  for (const [bytes, name] of [[photoOf(0.3), 'anh.png'], [scanOf(0.7), 'don.png']] as const) {
    expect(await vetFile(bytes, name)).toMatchObject({ mediaType: 'image/png' })
    expect(bytes.length).toBeLessThan(2000)
  }
})

test('the story is the same each time', () => {
  const told = () => {
    const cast = openCast(today, workingCalendar(seedCalendar()))
    tellOrdinaryLetters(cast)
    return cast.steps.map(({ on, by }) => `${on} ${by ?? 'citizen'}`)
  }
  expect(told()).toEqual(told())
  expect(told().length).toBeGreaterThan(400)
})

test('everybody at the desks can sign in', () => {
  const logins = new Set(demonstrationLogins.map(({ login }) => login))
  for (const { receives, sorts, resolves, denunciations, signs } of Object.values(DESKS)) expect([receives, sorts, resolves, denunciations, signs].filter((login) => !logins.has(login))).toEqual([])
})
