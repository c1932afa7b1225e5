import { choices, tick } from '#platform/portal/parts/choices.ts'
import { dateField, longText, selectField, textField } from '#platform/portal/parts/fields.ts'
import { fileField } from '#platform/portal/parts/file-field.ts'
import { factList, noticeBox, type Fact } from '#platform/portal/parts/notes.ts'
import { valueOf, type FormView, type Values } from '#platform/portal/form-view.ts'
import { html, type Child } from '#platform/portal/html.ts'
import type { Visit } from '#platform/portal/portal.ts'
import type { Step } from '#platform/portal/steps/steps-route.ts'
import { isValidOn } from '#kernel/validity.ts'
import { LIMITS } from '../../contract.ts'
import { topicStore } from '../../server/topic-store.ts'
import { placesOn } from '../../server/citizen/places.ts'
import { checkContent, checkKind, checkSender, isComplaint, kindOf, SENDABLE } from './answers.ts'

const kindStep: Step = {
  name: 'loai', title: 'petitions.portal_kind',
  show: ({ t }, form) => html`${choices(form, {
    name: 'kind', label: t('petitions.portal_kind_label'),
    options: SENDABLE.map((kind) => ({ value: kind, label: t(`petitions.portal_kind.${kind}`), help: t(`petitions.portal_kind_help.${kind}`) })),
  })}${noticeBox(html`<p>${t('petitions.portal_denunciation')}</p>`, { title: t('petitions.portal_denunciation_title') })}`,
  check: (visit, values) => checkKind(visit, values, visit.today),
}

const placeStep: Step = {
  name: 'noi', title: 'petitions.portal_place',
  async show(visit, form) {
    const { t, today } = visit
    const { communes, bodies } = await visit.work((work) => placesOn(work, today))
    return html`${selectField(form, {
      name: 'place', label: t('petitions.portal_place_label'), help: t('petitions.portal_place_help'), nothingChosen: t('petitions.portal_choose'),
      options: communes.map(({ id, name }) => ({ value: id, label: name })),
    })}${textField(form, { name: 'placeNote', label: t('petitions.portal_place_note'), help: t('petitions.portal_place_note_help'), isOptional: true })}${selectField(form, {
      name: 'to', label: t(isComplaint(form.values) ? 'petitions.portal_to_complaint' : 'petitions.portal_to'), help: t(isComplaint(form.values) ? 'petitions.portal_to_complaint_help' : 'petitions.portal_to_help'),
      nothingChosen: t('petitions.portal_to_commune'), options: bodies.map(({ id, name }) => ({ value: id, label: name })),
    })}`
  },
  async check(visit, values) {
    const { communes, bodies } = await visit.work((work) => placesOn(work, visit.today))
    const [place, to] = [valueOf(values, 'place'), valueOf(values, 'to')]
    return [
      ...(communes.some(({ id }) => id === place) ? [] : [{ field: 'place', message: visit.t('petitions.portal_place_missing') }]),
      ...(to === '' || bodies.some(({ id }) => id === to) ? [] : [{ field: 'to', message: visit.t('petitions.portal_place_missing') }]),
      ...(valueOf(values, 'placeNote').length > 300 ? [{ field: 'placeNote', message: visit.t('input.text_too_long', { length: valueOf(values, 'placeNote').length, most: 300, over: valueOf(values, 'placeNote').length - 300 }) }] : []),
    ]
  },
}

const contentStep: Step = {
  name: 'noi-dung', title: 'petitions.portal_content',
  async show(visit, form) {
    const { t, language, today } = visit
    const topics = (await visit.work((work) => topicStore(work.db).list())).filter((topic) => topic.shownToCitizens && isValidOn(topic, today))
    const seenBy = t('petitions.portal_seen_content')
    return html`${selectField(form, {
      name: 'topic', label: t('petitions.portal_topic'), isOptional: true, nothingChosen: t('petitions.portal_topic_unknown'),
      options: topics.map(({ code, name, nameEn }) => ({ value: code, label: language === 'en' ? nameEn : name })),
    })}${textField(form, { name: 'title', label: t('petitions.portal_title'), help: t('petitions.portal_title_help', { most: LIMITS.title }) })}${
      longText(form, { name: 'content', label: t('petitions.portal_text'), help: t('petitions.portal_text_help'), seenBy, rows: 10 })}${isComplaint(form.values) && html`${
      textField(form, { name: 'decision', label: t('petitions.portal_decision'), help: t('petitions.portal_decision_help') })}${
      dateField(form, { name: 'knownOn', label: t('petitions.portal_known_on'), help: t('petitions.portal_known_on_help'), isOptional: true })}`}`
  },
  check: (visit, values) => checkContent(visit, values, visit.today),
}

const filesStep: Step = {
  name: 'tep', title: 'petitions.portal_files',
  files: { field: 'files', mostFiles: 20, mostBytesTogether: 60 * 1024 * 1024, keepsPlace: (values) => valueOf(values, 'keepsPlace') === 'yes' },
  show: ({ t }, form) => html`${fileField(form, {
    name: 'files', label: t('petitions.portal_files_label'), help: t('petitions.portal_files_help'), isOptional: true, accept: 'image/*,.pdf,.doc,.docx,.mp4,.mp3', seenBy: t('petitions.portal_seen_content'),
  })}${tick(form, { name: 'keepsPlace', label: t('petitions.portal_keeps_place'), help: t('petitions.portal_keeps_place_help') })}`,
  check: () => [],
}

const senderStep: Step = {
  name: 'nguoi-gui', title: 'petitions.portal_sender',
  show: ({ t }, form) => html`${textField(form, { name: 'name', label: t('petitions.portal_name'), autocomplete: 'name', seenBy: t('petitions.portal_seen_name') })}${
    textField(form, { name: 'address', label: t('petitions.portal_address'), autocomplete: 'street-address', isOptional: !isComplaint(form.values) })}${
    isComplaint(form.values) && textField(form, { name: 'identity', label: t('petitions.portal_identity'), help: t('petitions.portal_identity_help'), inputMode: 'text', isShort: true, seenBy: t('petitions.portal_seen_identity') })}${
    textField(form, { name: 'phone', type: 'tel', label: t('petitions.portal_phone'), autocomplete: 'tel', isOptional: true, isShort: true, inputMode: 'numeric' })}${
    textField(form, { name: 'email', type: 'email', label: t('petitions.portal_email'), autocomplete: 'email', isOptional: true })}${
    tick(form, { name: 'wants', label: t('petitions.portal_wants'), help: t('petitions.portal_wants_help') })}${
    textField(form, { name: 'people', label: t('petitions.portal_people'), help: t('petitions.portal_people_help'), isOptional: true, isShort: true, inputMode: 'numeric' })}`,
  check: (visit, values) => checkSender(visit, values, visit.today),
}

const reviewStep: Step = {
  name: 'xem-lai', title: 'petitions.portal_review',
  async show(visit, form) {
    const { t } = visit
    return html`<p>${t('petitions.portal_review_lead')}</p>${factList(await factsOf(visit, form))}<p class="muted">${t('petitions.portal_review_note')}</p>`
  },
  check: () => [],
}

export const STEPS: readonly [Step, ...Step[]] = [kindStep, placeStep, contentStep, filesStep, senderStep, reviewStep]

async function factsOf(visit: Visit, { values, files }: FormView): Promise<Fact[]> {
  const { t, language, today, to } = visit
  const [places, topics] = await visit.work(async (work) => [await placesOn(work, today), await topicStore(work.db).list()] as const)
  const topic = topics.find(({ code }) => code === valueOf(values, 'topic'))
  const place = places.communes.find(({ id }) => id === valueOf(values, 'place'))
  const kind = kindOf(values)
  const told = (name: string, field: string, step: string): Fact[] => (valueOf(values, field).trim() === '' ? [] : [{ name: t(name), value: withChange(valueOf(values, field), step) }])
  const withChange = (value: Child, step: string) => html`<span class="said">${value}</span> <a href="${to(`/gui/${step}`)}">${t('petitions.portal_change')}</a>`
  return [
    { name: t('petitions.portal_kind'), value: withChange(kind === undefined ? '' : t(`petitions.portal_kind.${kind}`), 'loai') },
    { name: t('petitions.portal_goes_to'), value: withChange(receiverName(values, places), 'noi') },
    { name: t('petitions.portal_place_label'), value: withChange([place?.name ?? '', valueOf(values, 'placeNote')].filter((text) => text !== '').join(', '), 'noi') },
    ...(topic === undefined ? [] : [{ name: t('petitions.portal_topic'), value: withChange(language === 'en' ? topic.nameEn : topic.name, 'noi-dung') }]),
    ...told('petitions.portal_title', 'title', 'noi-dung'), ...told('petitions.portal_text', 'content', 'noi-dung'), ...(kind === 'complaint' ? told('petitions.portal_decision', 'decision', 'noi-dung') : []),
    { name: t('petitions.portal_files'), value: withChange(files.length === 0 ? t('petitions.portal_no_files') : files.map(({ name }) => name).join(', '), 'tep') },
    ...told('petitions.portal_name', 'name', 'nguoi-gui'), ...told('petitions.portal_address', 'address', 'nguoi-gui'), ...told('petitions.portal_phone', 'phone', 'nguoi-gui'), ...told('petitions.portal_email', 'email', 'nguoi-gui'),
  ]
}

/** The body chosen, else the People's Committee of where it happened. */
export function receiverName(values: Values, { bodies, committeeOf }: Awaited<ReturnType<typeof placesOn>>): string {
  const to = valueOf(values, 'to')
  return to === '' ? committeeOf.get(valueOf(values, 'place')) ?? '' : bodies.find(({ id }) => id === to)?.name ?? ''
}
