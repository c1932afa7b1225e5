import { asSorted } from '#tests/support/petition-acts.ts'
import { aboveOf, type Model, type Place } from './rights-model.ts'
import type { RouteCase, RouteCases, Subject } from './route-case.ts'
import { firstDecisionOf, type CaseStage } from './petition-act-world.ts'
import { UNIT_IDS } from './world.ts'

type Rule = (model: Model, place: Place) => boolean
const reads: Rule = (model, place) => model.over('petitions.read', place)
const decides: Rule = (model, place) => reads(model, place) && model.over('petitions.decide', place)
const triages: Rule = (model, place) => reads(model, place) && (model.over('petitions.triage', place) || model.over('petitions.decide', place))
/** Nothing is assigned to the asker: they resolve what they sort as well, or what they decide. */
const resolves: Rule = (model, place) => decides(model, place) || (reads(model, place) && model.over('petitions.resolve', place) && model.over('petitions.triage', place))
const handling = (rule: Rule): Rule => (model, place) => rule(model, place) && model.over('petitions.handle-denunciations', place)
/** Who reads no petitions anywhere is turned away at the door, whatever they ask for; everybody else is told that there is no such case. */
const knowing = (rule: Rule): Rule => (model, place) => rule(model, place) || !model.anywhere('petitions.read')
const itself = (rule: Rule) => (model: Model, place: Place, asked: Place) => place === asked && rule(model, place)

const at = (stage: CaseStage) => ({ world, place }: Subject) => world.petitionActs.of[place][stage]
const TODAY = '2022-03-15'

function about(stage: CaseStage, may: Rule, said: object | ((subject: Subject) => object) = {}, more: Partial<RouteCase> = {}): RouteCase {
  const isSealed = stage === 'denounced'
  return {
    may: isSealed ? handling(may) : may, knows: knowing(isSealed ? handling(reads) : reads), of: (subject) => [at(stage)(subject).id],
    body: (subject) => ({ version: at(stage)(subject).version, ...(typeof said === 'function' ? said(subject) : said) }), ...more,
  }
}
/** About a decision or a dialogue of the case. */
const part = (stage: CaseStage, rest: readonly string[] = []): Partial<RouteCase> => ({ of: (subject) => [at(stage)(subject).id, at(stage)(subject).part, ...rest] })
/** A file, and not a refusal. */
const isFile = (body: string, { place }: Subject) => (body.startsWith('PK') ? [place] : [])
const paper = (stage: CaseStage, rest: readonly string[] = ['docx']): RouteCase => about(stage, reads, {}, { ...part(stage, rest), shows: itself(reads), seen: isFile })

const SENT = { on: TODAY, how: 'Bưu chính' }
const DIALOGUE = { on: '2022-03-31', at: '08:00', place: 'Trụ sở', notifiedOn: TODAY, chairedBy: 'Người đứng đầu', chairedByHead: true }
const above = (place: Place) => UNIT_IDS[aboveOf(place) ?? 'justice']

const ACTS: Readonly<Record<string, RouteCases>> = {
  'POST /petitions/{id}/sort': about('sorted', triages, asSorted({ topicCode: 'thu-hoi-dat' })),
  'POST /petitions/{id}/split': about('sorted', triages, { parts: [{ title: 'Một', kind: 'feedback' }, { title: 'Hai', kind: 'feedback' }] }),
  'POST /petitions/{id}/assign': about('sorted', triages, ({ world, place }) => ({ assigneeId: world.of[place].head })),
  'POST /petitions/{id}/withdraw': [about('sorted', triages, { on: TODAY, afterExplanation: false }), about('denounced', triages, { on: TODAY, afterExplanation: false })],
  'POST /petitions/{id}/dialogues': about('accepted', resolves, DIALOGUE),
  'POST /petitions/{id}/dialogues/{dialogueId}': about('called', resolves, { held: false, attended: null, minutes: null }, part('called')),
  'POST /petitions/{id}/notify-acceptance': about('denounced', resolves, SENT),
  'POST /petitions/{id}/send-decision': about('settled', resolves, SENT),
  'POST /petitions/{id}/publish-conclusion': about('settled', resolves, SENT),
  'POST /petitions/{id}/enforcement': about('settled', resolves, { on: TODAY, note: 'Đã làm', amounts: {}, isComplete: false }),
  'POST /petitions/{id}/appeal': about('settled', triages, ({ place }) => ({ unitId: above(place), receivedOn: TODAY, content: '' })),
  'POST /petitions/{id}/reopen': about('answered', triages, { because: 'Chưa xong' }),
  'POST /petitions/{id}/questions': about('accepted', triages, { question: 'Ở đâu?' }),
  'POST /petitions/{id}/notes': [about('accepted', reads, { note: 'Ghi' }), about('denounced', reads, { note: 'Ghi' })],
  'POST /petitions/{id}/replies': about('transferred', triages, { on: TODAY, number: '1/TA', fromBody: 'Tòa án', summary: 'Đã nhận' }),
  'GET /petitions/{id}/advice': [about('sorted', reads), about('denounced', reads)],
  'GET /petitions/{id}/first-decision': about('second', reads, {}, { shows: itself(reads), seen: (body, { place }) => (body.includes(firstDecisionOf(place)) ? [place] : []) }),
}

const DECISIONS: Readonly<Record<string, RouteCases>> = {
  'POST /petitions/{id}/decisions': [
    about('sorted', triages, { decision: { action: 'accept', fields: {} } }), about('elsewhere', triages, { decision: { action: 'transfer', fields: { toBody: 'Tòa án', because: 'Thuộc thẩm quyền của Tòa án' } } }),
    about('accepted', resolves, { decision: { action: 'suspend', fields: { because: 'Chờ giám định' } } }), about('denounced', resolves, { decision: { action: 'suspend', fields: { because: 'Chờ giám định' } } }),
    about('transferred', triages, { decision: { action: 'urge', fields: { because: 'Quá hạn', answerBy: '2022-04-01' } } }),
  ],
  'POST /petitions/{id}/decisions/{decisionId}/sign': about('waiting', decides, { number: '900', signedOn: TODAY }, part('waiting')),
  'POST /petitions/{id}/decisions/{decisionId}/return': about('waiting', decides, { because: 'Thiếu căn cứ' }, part('waiting')),
  'DELETE /petitions/{id}/decisions/{decisionId}': { ...about('waiting', triages, {}, part('waiting')), query: (subject) => `?version=${at('waiting')(subject).version}` },
  'GET /petitions/{id}/decisions/{decisionId}.{format}': [paper('waiting'), { ...paper('waiting'), query: () => '?paper=proposal' }, paper('settled')],
  'GET /petitions/{id}/receipt.{format}': { ...paper('sorted'), of: (subject) => [at('sorted')(subject).id, 'docx'] },
  'GET /petitions/{id}/dialogues/{dialogueId}/invitation.{format}': paper('called'),
  'GET /petitions/{id}/dialogues/{dialogueId}/minutes.{format}': paper('called'),
}

export const PETITION_ACT_ROUTE_CASES: Readonly<Record<string, RouteCases>> = { ...ACTS, ...DECISIONS }
