import { sql } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { Figure } from '../domain/figure.ts'
import type { FormDefinition, FrozenForm } from '../domain/form.ts'
import type { PeriodSpan } from '../domain/period.ts'
import type { FormVersionId, PeriodId, ReportTables } from './tables.ts'

export interface VersionRow {
  readonly id: FormVersionId
  readonly formCode: string
  readonly number: number
  readonly edits: number
  /** The first day of periods that may be opened with it; null for a draft. */
  readonly validFrom: PlainDate | null
  readonly publishedBy: string | null
  readonly publishedAt: string | null
}
export interface FormRow { readonly code: string; readonly title: string; readonly versions: readonly VersionRow[] }
/** A version with what it asks; `figures` are null while it is a draft. */
export interface FormVersion extends VersionRow { readonly definition: FormDefinition; readonly figures: readonly Figure[] | null }
/** What a period is opened with: it never changes again. */
export interface PublishedVersion extends FrozenForm { readonly id: FormVersionId; readonly formCode: string; readonly number: number }

const COLUMNS = [
  'id', 'form_code as formCode', 'number', 'edits', 'valid_from as validFrom', 'published_by as publishedBy', 'published_at as publishedAt',
] as const
const WHOLE = [...COLUMNS, 'definition', 'figures'] as const

export function formStore(database: Db) {
  const db = database.$extendTables<ReportTables>()
  const versions = () => db.selectFrom('reports.form_version')
  return {
    /** With their versions, the newest first; what each asks is read by `findVersion`. */
    async list(): Promise<FormRow[]> {
      const forms = await db.selectFrom('reports.form').select(['code', 'title']).orderBy('code').execute()
      const rows = await versions().select(COLUMNS).orderBy('number', 'desc').execute()
      return forms.map((form) => ({ ...form, versions: rows.filter(({ formCode }) => formCode === form.code) }))
    },
    async find(code: string): Promise<FormRow | undefined> {
      const form = await db.selectFrom('reports.form').select(['code', 'title']).where('code', '=', code).executeTakeFirst()
      return form && { ...form, versions: await versions().select(COLUMNS).where('form_code', '=', code).orderBy('number', 'desc').execute() }
    },
    findVersion: (code: string, number: number): Promise<FormVersion | undefined> =>
      versions().select(WHOLE).where('form_code', '=', code).where('number', '=', number).executeTakeFirst(),
    /** The newest version of each form, drafts among them or not. */
    listNewest: (of: 'all' | 'published'): Promise<FormVersion[]> =>
      versions().select(WHOLE).where(sql<boolean>`${of === 'all'} or published_at is not null`).distinctOn('form_code').orderBy('form_code').orderBy('number', 'desc').execute(),
    /** A published one. Refuses `reports.no_such_form` for a draft and for what is no version. */
    async getVersion(id: FormVersionId): Promise<PublishedVersion> {
      const version = await versions().select(WHOLE).where('id', '=', id).executeTakeFirst()
      if (version === undefined || version.figures === null) throw new Refusal('not_found', 'reports.no_such_form')
      return published(version, version.figures)
    },
    /** The one to open a period with whose last day is `on`: the latest to come into force, of two on one day the newer; undefined while there is none. */
    async versionInForce(code: string, on: PlainDate): Promise<PublishedVersion | undefined> {
      const version = await versions().select(WHOLE).where('form_code', '=', code).where('valid_from', '<=', on)
        .orderBy('valid_from', 'desc').orderBy('number', 'desc').limit(1).executeTakeFirst()
      return version === undefined || version.figures === null ? undefined : published(version, version.figures)
    },
    /** False when there is one of that code. */
    async add(form: { code: string; title: string; by: string }): Promise<boolean> {
      const added = await db.insertInto('reports.form').values({ code: form.code, title: form.title, made_by: form.by }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    },
    /** A new draft. Refuses `reports.form_has_draft` where there is one. */
    async addVersion(formCode: string, number: number, definition: FormDefinition): Promise<FormVersionId> {
      const id = newId<'form-version'>()
      const added = await db.insertInto('reports.form_version')
        .values({ id, form_code: formCode, number, definition: JSON.stringify(definition), figures: null, valid_from: null, published_by: null, published_at: null })
        .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
      if (added.numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict', 'reports.form_has_draft')
      return id
    },
    /** False when somebody saved or published it since `edits` was read. */
    async saveDraft(code: string, edits: number, definition: FormDefinition): Promise<boolean> {
      const result = await db.updateTable('reports.form_version').set({ definition: JSON.stringify(definition), edits: edits + 1 })
        .where('form_code', '=', code).where('published_at', 'is', null).where('edits', '=', edits).executeTakeFirst()
      return result.numUpdatedRows > 0n
    },
    /** Freezes a draft. The form has the title of what was published last. */
    async publish(id: FormVersionId, facts: { figures: readonly Figure[]; validFrom: PlainDate; by: string; at: string }): Promise<void> {
      await db.updateTable('reports.form_version')
        .set({ figures: JSON.stringify(facts.figures), valid_from: facts.validFrom, published_by: facts.by, published_at: facts.at })
        .where('id', '=', id).where('published_at', 'is', null).execute()
      await sql`update reports.form f set title = v.definition ->> 'title' from reports.form_version v where v.id = ${id} and f.code = v.form_code`.execute(db)
    },
    /** Held until the transaction ends: nobody saves or publishes it at the same time. */
    findDraft: (code: string): Promise<FormVersion | undefined> =>
      versions().select(WHOLE).where('form_code', '=', code).where('published_at', 'is', null).forUpdate().executeTakeFirst(),
    /** Forms by the figures that their published versions ask for. */
    async formsByFigure(): Promise<ReadonlyMap<string, readonly string[]>> {
      const { rows } = await sql<{ figure: string; forms: string[] }>`
        select figure ->> 'code' as figure, array_agg(distinct form_code order by form_code) as forms
        from reports.form_version, jsonb_array_elements(figures) as figure where published_at is not null group by 1`.execute(db)
      return new Map(rows.map(({ figure, forms }) => [figure, forms]))
    },
    /** Periods opened with a form, with the version of each, the newest first. */
    listPeriods: (code: string): Promise<{ id: PeriodId; name: string; span: PeriodSpan; versionId: FormVersionId; to: PlainDate }[]> =>
      db.selectFrom('reports.period').where('form_code', '=', code).orderBy('to_on', 'desc')
        .select(['id', 'name', 'span', 'form_version_id as versionId', 'to_on as to']).execute(),
  }
}

function published({ id, formCode, number, definition }: FormVersion, figures: readonly Figure[]): PublishedVersion {
  return { id, formCode, number, definition, figures }
}
