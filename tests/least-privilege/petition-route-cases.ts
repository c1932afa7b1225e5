import { PLACES, type Model, type Place } from './rights-model.ts'
import type { RouteCase, RouteCases, Subject } from './route-case.ts'
import { aLetter, scanOf, senderOf, STORY, summaryOf, type Letter } from './petition-world.ts'
import { placeOf } from './world.ts'

type Rule = (model: Model, place: Place) => boolean
const reads: Rule = (model, place) => model.over('petitions.read', place)
const receives: Rule = (model, place) => model.over('petitions.receive', place)
const triages: Rule = (model, place) => model.over('petitions.triage', place)
const decides: Rule = (model, place) => model.over('petitions.decide', place)
const corrects: Rule = (model, place) => reads(model, place) && (receives(model, place) || triages(model, place))
const holds: Rule = (model, place) => reads(model, place) && (decides(model, place) || model.over('petitions.manage', place))
const attaches: Rule = (model, place) => reads(model, place) || receives(model, place)
const handling = (rule: Rule): Rule => (model, place) => rule(model, place) && model.over('petitions.handle-denunciations', place)
const of = (letter: Letter, rule: Rule): Rule => (letter === 'denunciation' ? handling(rule) : rule)
const itself = (rule: Rule) => (model: Model, place: Place, asked: Place) => place === asked && rule(model, place)
const anywhere = (permission: string) => (model: Model) => model.anywhere(permission)
/** Who has the door's right nowhere is turned away there, whatever they ask for; everybody else is told that there is no such case. */
const behind = (permission: string, rule: Rule): Rule => (model, place) => rule(model, place) || !model.anywhere(permission)

const says = (wordOf: (place: Place) => string) => (body: string) => PLACES.filter((place) => body.includes(wordOf(place)))
const listed = (body: string) => [...body.matchAll(/"unitId":"([0-9a-f-]{36})"/g)].map(([, id]) => placeOf(id ?? ''))
const total = (body: string) => (JSON.parse(body) as { total: number }).total
const known = (letter: Letter) => ({ world, place }: Subject) => world.petitions.of[place][letter]
const VERSION = { version: 1 }
const ALL = '?tab=all&size=100&q='

/** About one letter of a place. */
function about(letter: Letter, may: Rule, more: Partial<RouteCase> = {}): RouteCase {
  return { may: of(letter, may), knows: behind('petitions.read', of(letter, reads)), of: (subject) => [known(letter)(subject).id], ...more }
}
const both = (may: Rule, more: Partial<RouteCase> = {}): RouteCase[] => (['letter', 'denunciation'] as const).map((letter) => about(letter, may, more))
const ofParty = (letter: Letter): Partial<RouteCase> => ({ of: (subject) => [known(letter)(subject).id, known(letter)(subject).party] })
const ofScan = (letter: Letter): Partial<RouteCase> => ({ of: (subject) => [known(letter)(subject).id, known(letter)(subject).scan] })
/** Found by a word that stands in the letters of one kind of all places: as many as it shows, and no other. */
const found = (letter: Letter, q: (subject: Subject) => string, shows: RouteCase['shows'] = of(letter, reads)): RouteCase => ({
  may: anywhere('petitions.read'), query: (subject) => ALL + encodeURIComponent(q(subject)), shows, seen: listed, counted: total,
})
/** The letter as it is corrected: all but what never is. */
const ENTERED = Object.fromEntries(Object.entries(aLetter('')).filter(([name]) => !['parties', 'unitId', 'kind', 'once'].includes(name)))
const TYPED = { content: STORY, people: [] }

const CASES: Readonly<Record<string, RouteCases>> = {
  'GET /petitions': [
    found('letter', () => `tomletter`), found('denunciation', () => 'tomdenunciation'), found('letter', () => 'Nguoigui letter'), found('denunciation', () => 'nguoigui denunciation'),
    found('letter', (subject) => known('letter')(subject).code, itself(reads)), found('denunciation', (subject) => known('denunciation')(subject).code, itself(handling(reads))),
    { may: anywhere('petitions.read'), query: () => '?tab=to-sort&size=100', shows: reads, seen: listed },
    { may: anywhere('petitions.read'), query: ({ unitId }) => `?tab=all&size=100&q=tomletter&unitId=${unitId}`, shows: itself(reads), seen: listed, counted: total },
  ],
  'GET /petitions.xlsx': { may: anywhere('petitions.read'), query: () => '?tab=all' },
  'POST /petitions': [
    { may: receives, body: ({ unitId }) => aLetter(unitId) }, { may: handling(receives), body: ({ unitId }) => aLetter(unitId, { kind: 'denunciation' }) },
    { may: receives, body: ({ unitId, world, place }) => aLetter(unitId, { repeatOf: world.petitions.of[place].letter.id }) },
  ],
  'POST /petitions/similar': { may: anywhere('petitions.receive'), body: ({ unitId }) => ({ unitId, ...TYPED }), shows: itself(reads), seen: says((place) => summaryOf('letter', place)) },
  'GET /petitions/assignees': { may: (model, place) => triages(model, place) || decides(model, place), query: ({ unitId }) => `?unitId=${unitId}` },
  'GET /petitions/matters/{id}': [
    about('letter', reads, { shows: itself(reads), seen: says((place) => summaryOf('letter', place)) }), about('denunciation', reads, { shows: itself(handling(reads)), seen: says((place) => summaryOf('denunciation', place)) }),
  ],
  'GET /petitions/{id}': [
    about('letter', reads, { shows: itself(reads), seen: says((place) => senderOf('letter', place)) }), about('denunciation', reads, { shows: itself(handling(reads)), seen: says((place) => senderOf('denunciation', place)) }),
  ],
  'GET /petitions/{id}/receipt': (['letter', 'denunciation'] as const).map((letter) => ({ may: of(letter, attaches), knows: of(letter, attaches), of: (subject: Subject) => [known(letter)(subject).id] })),
  'PUT /petitions/{id}': both(corrects, { body: () => ({ ...ENTERED, ...VERSION }) }),
  'PUT /petitions/{id}/hold': both(holds, { body: () => ({ ...VERSION, because: 'Đang có vụ án' }) }),
  'GET /petitions/{id}/similar': [
    about('letter', reads, { shows: itself(reads), seen: says((place) => summaryOf('copy', place)) }), about('letter', reads, { shows: itself(handling(reads)), seen: says((place) => summaryOf('denunciation', place)) }),
  ],
}

const PEOPLE: Readonly<Record<string, RouteCases>> = {
  'POST /petitions/{id}/parties': both(corrects, { body: () => ({ ...VERSION, party: { name: 'Người cùng ký' } }) }),
  'PUT /petitions/{id}/parties/{partyId}': [about('letter', corrects, { ...ofParty('letter'), body: () => ({ ...VERSION, party: { name: 'Người gửi' } }) }), about('denunciation', corrects, { ...ofParty('denunciation'), body: () => ({ ...VERSION, party: { name: 'Người gửi' } }) })],
  // There is one sender only, who is not removed: a conflict is told to whom it may concern.
  'DELETE /petitions/{id}/parties/{partyId}': [about('letter', corrects, { ...ofParty('letter'), query: () => '?version=1' }), about('denunciation', corrects, { ...ofParty('denunciation'), query: () => '?version=1' })],
  'GET /petitions/{id}/parties/{partyId}/identity': (['letter', 'denunciation'] as const).map((letter) => about(letter, reads, {
    ...ofParty(letter), shows: itself(of(letter, reads)), seen: (body, { place }) => (body.includes('250123456') ? [place] : []),
  })),
  'GET /petitions/known-people': (['letter', 'denunciation'] as const).map((letter) => ({
    may: receives, query: ({ unitId, place }) => `?unitId=${unitId}&q=${encodeURIComponent(senderOf(letter, place))}`, shows: itself(of(letter, receives)), seen: says((place) => senderOf(letter, place)),
  })),
  'GET /petitions/known-people/{partyId}': (['letter', 'denunciation'] as const).map((letter) => ({
    may: of(letter, receives), knows: behind('petitions.receive', of(letter, receives)), of: (subject) => [known(letter)(subject).party], shows: itself(of(letter, receives)), seen: says((place) => senderOf(letter, place)),
  })),
}

const PAPERS: Readonly<Record<string, RouteCases>> = {
  'POST /petitions/{id}/attachments': (['letter', 'denunciation'] as const).map((letter) => ({
    may: of(letter, attaches), knows: of(letter, attaches), of: (subject) => [known(letter)(subject).id], form: () => ({ fields: {}, file: new File(['Đơn'], 'don.txt') }),
  })),
  'GET /petitions/{id}/attachments/{attachmentId}': (['letter', 'denunciation'] as const).map((letter) => about(letter, reads, { ...ofScan(letter), shows: itself(of(letter, reads)), seen: says((place) => scanOf(letter, place)) })),
  'PUT /petitions/{id}/attachments/{attachmentId}': (['letter', 'denunciation'] as const).map((letter) => about(letter, reads, { ...ofScan(letter), body: () => ({ shownToCitizen: true, note: null }) })),
  'GET /petitions/topics': { may: () => true },
  'GET /petitions/retention': { may: anywhere('petitions.manage') },
  'PUT /petitions/retention/{class}': {
    may: (model) => model.everywhere('petitions.manage'), of: () => ['filed'], body: () => ({ name: 'Đơn xếp lưu', years: 2, source: 'Quyết định của tỉnh', certainty: 'verified' }),
  },
  'PUT /petitions/topics/{code}': {
    may: (model) => model.everywhere('petitions.manage'), of: () => ['moi-truong'], body: () => ({ name: 'Môi trường', nameEn: 'Environment', field: 'other-administrative', shownToCitizens: true, validFrom: '2021-01-01' }),
  },
}

export const PETITION_ROUTE_CASES: Readonly<Record<string, RouteCases>> = { ...CASES, ...PEOPLE, ...PAPERS }

const opens = (letter: Letter) => (body: string, { world }: Subject) => PLACES.filter((place) => body.includes(`/don-thu/${world.petitions.of[place][letter].id}`))

/** What petitions add to the search and to "Việc của tôi". */
export const PETITIONS_ELSEWHERE: readonly (readonly [string, RouteCase])[] = [
  ...(['letter', 'denunciation'] as const).flatMap((letter): (readonly [string, RouteCase])[] => [
    ['GET /search', { may: () => true, query: ({ place }) => `?q=${summaryOf(letter, place)}`, shows: itself(of(letter, reads)), seen: opens(letter) }],
    ['GET /search', { may: () => true, query: (subject) => `?q=${known(letter)(subject).code}`, shows: itself(of(letter, reads)), seen: opens(letter) }],
  ]),
  ['GET /plans/my-work', {
    may: () => true, shows: (model, place) => reads(model, place) && triages(model, place),
    seen: (body) => [...body.matchAll(/\/don-thu\?tab=to-sort&unitId=([0-9a-f-]{36})/g)].map(([, id]) => placeOf(id ?? '')),
  }],
  ['GET /plans/my-work', { may: () => true, shows: (model, place) => reads(model, place) && decides(model, place), seen: (body, { world }) => PLACES.filter((place) => body.includes(`/don-thu/${world.petitionActs.of[place].waiting.id}`)) }],
]
