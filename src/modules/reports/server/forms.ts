import { mayAnywhere } from '#kernel/actor.ts'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { namesOf, requireWholeProvince } from '#modules/people/server/index.ts'
import type { AddForm, FormList, FormRecord, PublishForm, SaveForm } from '../contract-forms.ts'
import type { Figure } from '../domain/figure.ts'
import { faultsOfForm, figureCodesOf, type FormDefinition } from '../domain/form.ts'
import { figureStore } from './figure-store.ts'
import { formStore, type FormVersion, type VersionRow } from './form-store.ts'

const MANAGE = 'reports.manage'

/** Every form as its newest version has it; drafts are for those who make forms. */
export async function listForms(work: Work): Promise<FormList> {
  const store = formStore(work.db)
  const [forms, newest] = [await store.list(), new Map((await store.listNewest(shownTo(work))).map((version) => [version.formCode, version]))]
  const names = await publishers(work, forms.flatMap(({ versions }) => versions))
  return {
    forms: forms.flatMap(({ code, versions }) => {
      const definition = newest.get(code)?.definition
      if (definition === undefined) return []
      const { title, spans, certainty, source, sections } = definition
      return [{ code, title, spans: [...spans], certainty, source, versions: shown(work, versions).map(summaryWith(names)), figures: figureCodesOf(definition).length, sections: sections.length }]
    }),
  }
}

/** One version, the newest unless asked for. Of a draft: what keeps it from being published. */
export async function readForm(work: Work, code: string, number?: number): Promise<FormRecord> {
  const store = formStore(work.db)
  const versions = shown(work, (await store.find(code))?.versions ?? [])
  const wanted = number === undefined ? versions[0] : versions.find((version) => version.number === number)
  const version = wanted && await store.findVersion(code, wanted.number)
  if (version === undefined) throw new Refusal('not_found', 'reports.no_such_form')
  const { definition, edits, validFrom } = version
  const declared = version.figures === null ? await figureStore(work.db).list() : []
  return {
    code, number: version.number, isDraft: version.publishedAt === null, edits, validFrom, definition,
    figures: [...version.figures ?? figuresOf(definition, declared)], faults: version.figures === null ? faultsOfForm(definition, declared) : [],
    versions: versions.map(summaryWith(await publishers(work, versions))),
    periods: (await store.listPeriods(code)).filter(({ versionId }) => versionId === version.id).map(({ id, name }) => ({ id, name })),
  }
}

/** A new form, as a draft of its first version. */
export async function addForm(work: Work, { code, definition }: AddForm): Promise<void> {
  await requireWholeProvince(work, MANAGE)
  const store = formStore(work.db)
  if (!(await store.add({ code, title: definition.title, by: work.actor.id }))) throw new Refusal('conflict', 'reports.form_exists', { field: 'code' })
  await store.addVersion(code, 1, definition)
}

/** The next version begins as a copy of the newest; while it is a draft, reports go on by the published one. */
export async function beginVersion(work: Work, code: string): Promise<void> {
  await requireWholeProvince(work, MANAGE)
  const store = formStore(work.db)
  const newest = (await store.find(code))?.versions[0]
  const version = newest && await store.findVersion(code, newest.number)
  if (version === undefined) throw new Refusal('not_found', 'reports.no_such_form')
  await store.addVersion(code, version.number + 1, version.definition)
}

/** As far as it has come: only publishing asks that it is whole. Answers which save this is. */
export async function saveForm(work: Work, code: string, { edits, definition }: SaveForm): Promise<number> {
  await requireWholeProvince(work, MANAGE)
  await getDraft(work, code)
  if (!(await formStore(work.db).saveDraft(code, edits, definition))) throw new Refusal('conflict', 'reports.form_saved_meanwhile')
  return edits + 1
}

/**
 * From then on it never changes, and keeps the figures as they are declared today. It may hold for days already past only while no period was
 * opened with the form: what units have been asked in a period stays what they were asked.
 */
export async function publishForm(work: Work, code: string, { edits, validFrom }: PublishForm): Promise<void> {
  await requireWholeProvince(work, MANAGE)
  const store = formStore(work.db)
  const { id, definition, edits: saved } = await getDraft(work, code)
  if (saved !== edits) throw new Refusal('conflict', 'reports.form_saved_meanwhile')
  const declared = await figureStore(work.db).list()
  const faults = faultsOfForm(definition, declared)
  if (faults.length > 0) throw new Refusal('conflict', 'reports.form_has_faults', { count: faults.length })
  await requireDay(work, code, validFrom)
  await store.publish(id, { figures: figuresOf(definition, declared), validFrom, by: work.actor.id, at: work.now })
}

async function requireDay({ db, today }: Work, code: string, validFrom: PlainDate): Promise<void> {
  const store = formStore(db)
  const latest = (await store.find(code))?.versions.flatMap((version) => version.validFrom ?? []).sort().at(-1)
  if (latest !== undefined && validFrom < latest) throw new Refusal('invalid', 'reports.form_before_last', { field: 'validFrom', date: formatDate(latest) })
  if (validFrom < today && (await store.listPeriods(code)).length > 0) throw new Refusal('invalid', 'reports.form_in_the_past', { field: 'validFrom' })
}

/** Held until the transaction ends, so that nobody saves or publishes something else meanwhile. */
async function getDraft({ db }: Work, code: string): Promise<FormVersion> {
  const store = formStore(db)
  const draft = await store.findDraft(code)
  if (draft !== undefined) return draft
  if ((await store.find(code)) === undefined) throw new Refusal('not_found', 'reports.no_such_form')
  throw new Refusal('conflict', 'reports.form_no_draft')
}

function figuresOf(definition: FormDefinition, declared: readonly Figure[]): Figure[] {
  return figureCodesOf(definition).flatMap((code) => declared.find((figure) => figure.code === code) ?? [])
}

function shownTo({ actor }: Work): 'all' | 'published' {
  return mayAnywhere(actor, MANAGE) ? 'all' : 'published'
}

function shown(work: Work, versions: readonly VersionRow[]): readonly VersionRow[] {
  return shownTo(work) === 'all' ? versions : versions.filter(({ publishedAt }) => publishedAt !== null)
}

function publishers(work: Work, versions: readonly VersionRow[]) {
  return namesOf(work, versions.flatMap(({ publishedBy }) => publishedBy ?? []))
}

function summaryWith(names: ReadonlyMap<string, string>) {
  return ({ number, validFrom, publishedBy, publishedAt }: VersionRow) => ({ number, validFrom, publishedByName: names.get(publishedBy ?? '') ?? null, isDraft: publishedAt === null })
}
