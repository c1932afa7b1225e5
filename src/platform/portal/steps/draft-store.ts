import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '#platform/server/database/connection.ts'
import { openBytes, openField, sealBytes, sealField, type SealPurpose } from '#platform/server/sealed-field.ts'
import { secretsFrom, type Secrets } from '#platform/server/secrets.ts'
import { vettedBefore, type VettedFile } from '#platform/server/vet-file.ts'
import type { WorkContext } from '#platform/server/work.ts'
import type { DraftFile } from '../form-view.ts'
import { readDraft, type Draft } from './draft.ts'

type DraftTables = { 'platform.portal_draft': { id: string; purpose: string; sealed: Buffer; touched_at: string } }

/** In days. What is not sent by then is forgotten with its files. */
const KEPT = 1
const DAY = 86_400_000

/** Who holds the number holds the draft; the database and the folder, which know only its hash, cannot open it. */
export function newDraftId(): string {
  return randomBytes(32).toString('base64url')
}

export function isDraftId(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

type Kept = Pick<WorkContext, 'db' | 'secrets' | 'fileFolder'>
export interface DraftKey { readonly id: string; readonly purpose: SealPurpose }

export async function findDraft(kept: Kept, key: DraftKey): Promise<Draft | undefined> {
  const row = await kept.db.$extendTables<DraftTables>().selectFrom('platform.portal_draft').select('sealed')
    .where('id', '=', hashOf(key)).where('touched_at', '>', sql<string>`now() - make_interval(days => ${KEPT})`).executeTakeFirst()
  return row && readDraft(openField(secretsOf(kept, key), key.purpose, row.sealed))
}

export async function saveDraft(kept: Kept, key: DraftKey, draft: Draft): Promise<void> {
  const sealed = sealField(secretsOf(kept, key), key.purpose, JSON.stringify(draft))
  await kept.db.$extendTables<DraftTables>().insertInto('platform.portal_draft')
    .values({ id: hashOf(key), purpose: key.purpose, sealed, touched_at: sql`now()` })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ sealed, touched_at: sql`now()` })).execute()
}

export async function dropDraft(kept: Kept, key: DraftKey): Promise<void> {
  await kept.db.$extendTables<DraftTables>().deleteFrom('platform.portal_draft').where('id', '=', hashOf(key)).execute()
  await dropDraftFiles(kept, key)
}

/** Writes the file beside the draft; the draft names it once it is saved. */
export async function keepDraftFile(kept: Kept, key: DraftKey, { bytes, name, mediaType }: VettedFile, field: string): Promise<DraftFile> {
  const file = { id: randomBytes(9).toString('base64url'), field, name, mediaType, size: bytes.length }
  await mkdir(folderOf(kept, key), { recursive: true, mode: 0o700 })
  await writeFile(join(folderOf(kept, key), file.id), sealBytes(secretsOf(kept, key), key.purpose, bytes), { mode: 0o600 })
  return file
}

export async function readDraftFile(kept: Kept, key: DraftKey, { id, name, mediaType }: DraftFile): Promise<Uint8Array> {
  const bytes = openBytes(secretsOf(kept, key), key.purpose, await readFile(join(folderOf(kept, key), id)))
  vettedBefore({ bytes, name, mediaType })
  return bytes
}

export async function dropDraftFile(kept: Kept, key: DraftKey, { id }: DraftFile): Promise<void> {
  await rm(join(folderOf(kept, key), id), { force: true })
}

export async function dropDraftFiles(kept: Pick<Kept, 'fileFolder'>, key: DraftKey): Promise<void> {
  await rm(folderOf(kept, key), { recursive: true, force: true })
}

/** Drafts that nobody touched for a day go, and then every folder that no draft stands for. */
export async function forgetDrafts(db: Db, fileFolder: string, now: number): Promise<void> {
  const drafts = db.$extendTables<DraftTables>()
  await drafts.deleteFrom('platform.portal_draft').where('touched_at', '<', new Date(now - KEPT * DAY).toISOString()).execute()
  const root = draftsFolder(fileFolder)
  for (const name of await readdir(root).catch(() => [])) {
    const path = join(root, name)
    if ((await stat(path)).mtimeMs > now - DAY) continue
    const standing = name === INCOMING ? true : await drafts.selectFrom('platform.portal_draft').select('id').where('id', '=', name).executeTakeFirst()
    if (standing === undefined) await rm(path, { recursive: true, force: true })
  }
}

const INCOMING = 'incoming'

/** Where a file lies until it has been looked at. */
export function incomingFolder(fileFolder: string): string {
  return join(draftsFolder(fileFolder), INCOMING)
}

function draftsFolder(fileFolder: string): string {
  return join(fileFolder, 'drafts')
}

function folderOf({ fileFolder }: Pick<Kept, 'fileFolder'>, key: DraftKey): string {
  return join(draftsFolder(fileFolder), hashOf(key))
}

function hashOf({ id, purpose }: DraftKey): string {
  return createHash('sha256').update(JSON.stringify([purpose, id])).digest('base64url')
}

/** What seals a draft: the number in the citizen's browser together with this installation's secret. */
function secretsOf({ secrets }: Pick<Kept, 'secrets'>, { id }: DraftKey): Secrets {
  return secretsFrom(secrets.keys('portal.draft').map((key) => `${key.toString('base64')}${id}`))
}
