import { readSetting, writeSetting } from '#platform/web/browser-settings.ts'

/** What a person typed into a report and the server does not have yet, kept on this device under their name. */
export interface Kept {
  /** The save they last saw: others' changes since then are clashes. */
  readonly version: number
  readonly at: string
  readonly changes: Readonly<Record<string, unknown>>
  /** What stands in number fields and is no number. */
  readonly raws: Readonly<Record<string, string>>
}

export interface Keeper {
  readonly read: () => Kept | undefined
  /** False when the browser keeps nothing. Null forgets. */
  readonly write: (kept: Kept | null) => boolean
}

export function keeperOf(personId: string, reportId: string): Keeper {
  const setting = `draft.${personId}.report.${reportId}`
  return {
    read: () => readKept(readSetting(setting)),
    write: (kept) => writeSetting(setting, kept === null ? null : JSON.stringify(kept)),
  }
}

/** What cannot be read any more is nothing. */
function readKept(text: string | null): Kept | undefined {
  if (text === null) return undefined
  try {
    const kept = JSON.parse(text) as Partial<Kept>
    if (typeof kept.version !== 'number' || typeof kept.at !== 'string' || typeof kept.changes !== 'object' || typeof kept.raws !== 'object') return undefined
    return { version: kept.version, at: kept.at, changes: kept.changes, raws: kept.raws }
  } catch {
    return undefined
  }
}
