import { createHash } from 'node:crypto'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { newId } from '#platform/server/uuid.ts'
import type { z } from 'zod'
import type { Changes, OrderChange, Preview } from '../contract.ts'
import type { Change, NewUnit, Receiver } from '../domain/changes.ts'
import { receiverId } from '../domain/changes.ts'
import { directoryOf, type Directory } from '../domain/directory.ts'
import { canUndo, inverseOf, type UnitRefusal } from '../domain/effect.ts'
import { planChange, type PlannedChange } from '../domain/plan-change.ts'
import { mayChange, requireMayChange, unitsAffected, unitsTouched } from './change-access.ts'
import { organisationStore } from './organisation-store.ts'

type Planned = Extract<PlannedChange, { ok: true }>

/** What the operation would close, open and hand over; nothing is changed. The token stands for exactly this outcome. */
export async function previewChange(work: Work, order: OrderChange): Promise<z.infer<typeof Preview>> {
  const planned = await plan(work, order)
  return { token: tokenOf(planned), lines: [...planned.lines] }
}

/** Applies what was previewed: when units have changed since, the outcome differs and the officer looks again. */
export async function applyChange(work: Work, order: OrderChange, token: string): Promise<{ id: string }> {
  await organisationStore(work.db).lock()
  const planned = await plan(work, order)
  if (tokenOf(planned) !== token) throw new Refusal('conflict', 'organisations.changed_since_preview')
  const store = organisationStore(work.db)
  await store.apply(planned.effect)
  const id = newId<'change'>()
  await store.addChange({ id, kind: order.kind, on: order.on, actId: order.actId, lines: planned.lines, effect: planned.effect, by: work.actor.id })
  await work.announce('organisations.changed', { changeId: id })
  return { id }
}

/** Takes a change back as if it had not been, as long as nothing later builds on it. */
export async function undoChange(work: Work, id: string): Promise<void> {
  const store = organisationStore(work.db)
  await store.lock()
  const change = await store.findChange(id)
  if (change === undefined || change.undoneAt !== null) throw new Refusal('not_found', 'organisations.no_such_change')
  const records = { versions: await store.listVersions(), successions: await store.listSuccessions() }
  requireMayChange(work, directoryOf(records.versions, records.successions), unitsAffected(change.effect))
  const possible = canUndo(records, change.effect)
  if (!possible.ok) throw refusalOf(possible)
  await store.apply(inverseOf(change.effect))
  await store.markUndone(id, work.actor.id, work.now)
  await work.announce('organisations.changed', { changeId: id })
}

/** The changes made here (not those that came as seed data), the newest first. */
export async function listChanges(work: Work): Promise<z.infer<typeof Changes>> {
  const store = organisationStore(work.db)
  const records = { versions: await store.listVersions(), successions: await store.listSuccessions() }
  const directory = directoryOf(records.versions, records.successions)
  const changes = await store.listChanges()
  return {
    changes: changes.map(({ effect, ...change }) => {
      const possible = change.undoneAt === null ? canUndo(records, effect) : null
      return {
        ...change, mayUndo: possible?.ok === true && mayChange(work, directory, unitsAffected(effect)),
        cannotUndoBecause: possible !== null && !possible.ok ? possible.because : null,
      }
    }),
  }
}

async function plan(work: Work, order: OrderChange): Promise<Planned> {
  const store = organisationStore(work.db)
  const directory = directoryOf(await store.listVersions(), await store.listSuccessions())
  requireMayChange(work, directory, unitsTouched(order))
  const planned = planChange(directory, changeFrom(directory, order))
  if (!planned.ok) throw refusalOf(planned)
  return planned
}

/** Ids of new units follow from the order itself: preview and application name the same ones. */
function changeFrom(directory: Directory, order: OrderChange): Change {
  const enacted = { on: order.on, actId: order.actId, certainty: 'verified' as const }
  const seed = JSON.stringify(order)
  const made = (unit: Omit<NewUnit, 'unitId' | 'shortName' | 'sign'>, index: number): NewUnit => ({ ...unit, shortName: null, sign: null, unitId: derivedId(`${seed} ${index}`) })
  const receiver = (into: Extract<OrderChange, { kind: 'merge' }>['into'], index: number): Receiver => ('create' in into ? { create: made(into.create, index) } : into)
  switch (order.kind) {
    case 'create': return { ...enacted, kind: 'create', unit: made(order.unit, 0) }
    case 'rename': {
      const now = directory.unitOn(order.unitId, order.on)
      if (now === undefined) throw new Refusal('invalid', 'organisations.no_such_unit', { field: 'unitId' })
      return { ...enacted, kind: 'rename', unitId: order.unitId, designation: { code: order.code ?? now.code, name: order.name, shortName: null, sign: now.sign, kind: now.kind } }
    }
    case 'move': return { ...enacted, kind: 'move', unitId: order.unitId, parentId: order.parentId }
    case 'merge': return { ...enacted, kind: 'merge', unitIds: order.unitIds, into: receiver(order.into, 0) }
    case 'split': {
      const parts = order.parts.map((part, index) => ({ receiver: receiver(part, index), children: [] }))
      const principal = parts[order.principalPart]
      if (principal === undefined) throw new Refusal('invalid', 'organisations.no_principal', { field: 'principalPart' })
      return { ...enacted, kind: 'split', unitId: order.unitId, parts, principal: receiverId(principal.receiver) }
    }
    case 'abolish': return { ...enacted, kind: 'abolish', unitId: order.unitId, childrenTo: order.childrenTo }
  }
}

function derivedId(text: string): UnitId {
  return createHash('sha256').update(text).digest('hex').slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5') as UnitId
}

function tokenOf({ effect }: Planned): string {
  return createHash('sha256').update(JSON.stringify(effect)).digest('hex').slice(0, 32)
}

function refusalOf({ because, details }: UnitRefusal): Refusal {
  return new Refusal('conflict', because, details)
}
