import type { Db } from '#platform/server/database/connection.ts'
import type { FrozenForm } from '../domain/form.ts'
import type { FormVersionId, ReportTables } from './tables.ts'

/** A published version; it never changes again, so that it is read and parsed once a process, not with every save. */
interface KeptForm extends FrozenForm { readonly number: number }

const MOST_KEPT = 200
const kept = new Map<FormVersionId, KeptForm>()

/** The form of a version. A draft is read anew each time. */
export async function frozenForm(database: Db, id: FormVersionId): Promise<KeptForm> {
  const known = kept.get(id)
  if (known !== undefined) return known
  const { definition, figures, number } = await database.$extendTables<ReportTables>().selectFrom('reports.form_version').where('id', '=', id)
    .select(['definition', 'figures', 'number']).executeTakeFirstOrThrow()
  const form = { definition, figures: figures ?? [], number }
  if (figures === null) return form
  if (kept.size >= MOST_KEPT) for (const oldest of kept.keys()) { kept.delete(oldest); break }
  kept.set(id, form)
  return form
}
