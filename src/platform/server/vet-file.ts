import { cleanFileName } from './file-kinds/clean-name.ts'
import { kindOfFile } from './file-kinds/kind-of-file.ts'
import { refusedFile } from './file-kinds/refuse-file.ts'
import { stripPhoto } from './file-kinds/strip-photo.ts'
import type { ScanFile } from './virus-scan.ts'

/** A file that may be kept: its bytes (a photo's without the place it was taken at), its clean name, and what it is by its bytes. */
export interface VettedFile { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string }

export interface Vetting {
  /** The field of the form that a refusal belongs to. */
  readonly field?: string
  /** Photos keep what the camera wrote: where the sender asks for it. */
  readonly keepsPlace?: boolean
  readonly mostBytes?: number
  readonly scan?: ScanFile | undefined
}

export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024
const MEGABYTE = 1024 * 1024
const vetted = new WeakMap<Uint8Array, VettedFile>()

/** Refuses what nobody should have to open, one clear sentence each; what was vetted once is not vetted again. */
export async function vetFile(bytes: Uint8Array, name: string, { field = 'file', keepsPlace = false, mostBytes = MAX_UPLOAD_BYTES, scan }: Vetting = {}): Promise<VettedFile> {
  const place = { field, name: cleanFileName(name), isInside: false }
  const known = vetted.get(bytes)
  if (known?.name === place.name) return known
  if (bytes.length > mostBytes) throw refusedFile(place, 'files.too_large', { megabytes: Math.floor(mostBytes / MEGABYTE) })
  const mediaType = await kindOfFile(bytes, place)
  if (scan !== undefined) {
    const found = await scan(bytes)
    if (found.verdict === 'infected') throw refusedFile(place, 'files.virus_found', { virus: found.virus })
    if (found.verdict === 'unknown') throw refusedFile(place, 'files.scan_unavailable')
  }
  const kept = keepsPlace ? bytes : stripPhoto(bytes, mediaType)
  if (kept === null) throw refusedFile(place, 'files.damaged')
  const file = { bytes: kept, name: place.name, mediaType }
  vetted.set(kept, file)
  return file
}

/** A file that was vetted before and has lain where nobody could change it since: not to be vetted again. */
export function vettedBefore(file: VettedFile): void {
  vetted.set(file.bytes, file)
}
