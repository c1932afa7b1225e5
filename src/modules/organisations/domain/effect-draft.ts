import type { UnitId } from '#kernel/ids.ts'
import type { Change, NewUnit, Receiver } from './changes.ts'
import { receiverId } from './changes.ts'
import type { Directory } from './directory.ts'
import type { Effect } from './effect.ts'
import type { Succession, UnitVersion } from './unit.ts'

/** One sentence of a preview; `says` is a phrase, the details fill its placeholders. */
export interface ChangeLine {
  readonly says:
    | 'organisations.preview_begins'
    | 'organisations.preview_ends'
    | 'organisations.preview_renamed'
    | 'organisations.preview_moves'
    | 'organisations.preview_passes'
    | 'organisations.preview_passes_partly'
    | 'organisations.preview_falls_to'
  readonly details: Readonly<Record<string, string>>
}

/** Writes down, step by step, what a change does; it asks no questions, `planChange` has asked them. */
export interface EffectDraft {
  begin(unit: NewUnit): void
  end(unit: UnitVersion): void
  rename(unit: UnitVersion, changed: Partial<UnitVersion>): void
  move(unit: UnitVersion, parentId: UnitId): void
  pass(unit: UnitVersion, to: Receiver, how: { readonly extent: Succession['extent']; readonly principal: boolean }): void
  fallTo(unit: UnitVersion, parentId: UnitId): void
  readonly effect: Effect
  readonly lines: readonly ChangeLine[]
}

export function effectDraft(directory: Directory, { on, actId, certainty }: Change): EffectDraft {
  const removed: UnitVersion[] = []
  const added: UnitVersion[] = []
  const successions: Succession[] = []
  const lines: ChangeLine[] = []

  function say(says: ChangeLine['says'], details: ChangeLine['details']): void {
    lines.push({ says, details })
  }
  function nameOf(id: UnitId): string {
    return added.find(({ unitId, validFrom }) => unitId === id && validFrom === on)?.name ?? directory.nameOn(id, on) ?? id
  }
  /** A version that began this very day is taken out: it would have no day of its own. */
  function close(unit: UnitVersion): void {
    removed.push(unit)
    if (unit.validFrom < on) added.push({ ...unit, validUntil: on })
  }
  function goOn(unit: UnitVersion, changed: Partial<UnitVersion>): void {
    close(unit)
    added.push({ ...unit, ...changed, validFrom: on, validUntil: null, actId, certainty })
  }
  return {
    begin(unit) {
      added.push({ ...unit, validFrom: on, validUntil: null, actId, certainty })
      say('organisations.preview_begins', { unit: unit.name })
    },
    end(unit) {
      close(unit)
      say('organisations.preview_ends', { unit: unit.name })
    },
    rename(unit, changed) {
      goOn(unit, changed)
      say('organisations.preview_renamed', { unit: unit.name, name: changed.name ?? unit.name })
    },
    move(unit, parentId) {
      goOn(unit, { parentId })
      say('organisations.preview_moves', { unit: unit.name, parent: nameOf(parentId) })
    },
    pass(unit, to, how) {
      const toId = receiverId(to)
      successions.push({ fromId: unit.unitId, toId, on, ...how, actId, certainty })
      const says = how.extent === 'full' ? 'organisations.preview_passes' : 'organisations.preview_passes_partly'
      say(says, { unit: unit.name, to: nameOf(toId) })
    },
    fallTo(unit, parentId) {
      say('organisations.preview_falls_to', { unit: unit.name, parent: nameOf(parentId) })
    },
    effect: { remove: { versions: removed, successions: [] }, add: { versions: added, successions } },
    lines,
  }
}
