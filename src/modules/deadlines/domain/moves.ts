import type { PlainDate } from '#kernel/plain-date.ts'
import { daysMoved, type ClockMove, type OpenClock } from './clock.ts'

/** One term of which the last day becomes another. */
export interface MovedClock { readonly clock: OpenClock; readonly to: PlainDate | null; readonly days: number | null }

export interface StepMoves { readonly procedure: string; readonly step: string; readonly moved: number; readonly later: number; readonly earlier: number }

/** What a change of law or calendar does to all open terms: counted while they stream by, of which only those that move most are kept. */
export class Moves {
  open = 0
  impossible = 0
  private readonly steps = new Map<string, StepMoves>()
  private furthest: MovedClock[] = []
  private readonly keep: number

  constructor(keep: number) {
    this.keep = keep
  }

  add(clock: OpenClock, result: ClockMove | 'same' | 'impossible'): void {
    this.open += 1
    if (result === 'impossible') this.impossible += 1
    if (typeof result === 'string') return
    const days = daysMoved(clock.dueOn, result.dueOn)
    if (days === 0) return
    const key = `${clock.procedure} ${clock.step}`
    const known = this.steps.get(key) ?? { procedure: clock.procedure, step: clock.step, moved: 0, later: 0, earlier: 0 }
    this.steps.set(key, { ...known, moved: known.moved + 1, later: Math.max(known.later, days ?? 0), earlier: Math.max(known.earlier, -(days ?? 0)) })
    this.furthest.push({ clock, to: result.dueOn, days })
    if (this.furthest.length >= this.keep * 4) this.furthest = this.mostMoved
  }

  get moved(): number {
    return [...this.steps.values()].reduce((sum, { moved }) => sum + moved, 0)
  }

  /** By procedure and step, those with most terms first. */
  get byStep(): readonly StepMoves[] {
    return [...this.steps.values()].toSorted((one, other) => other.moved - one.moved || (one.procedure + one.step < other.procedure + other.step ? -1 : 1))
  }

  /** Those that move furthest, first those that begin or cease to have a last day. */
  get mostMoved(): MovedClock[] {
    const far = ({ days }: MovedClock) => (days === null ? Infinity : Math.abs(days))
    return this.furthest.toSorted((one, other) => (far(one) === far(other) ? (one.clock.id < other.clock.id ? -1 : 1) : far(other) - far(one))).slice(0, this.keep)
  }
}
