import type { Actor } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { WorkContext } from '#platform/server/work.ts'
import { isLive } from '../domain/session.ts'
import { accountStore } from './account-store.ts'
import { credentialStore } from './credential-store.ts'
import { actorOf } from './rights-store.ts'
import { loadSecondStepRoles } from './second-step-roles.ts'
import { sessionStore } from './session-store.ts'
import { hashOf } from './tokens.ts'

/** What of a request tells whose it is. */
export interface Bearer { readonly cookies: Readonly<Record<string, string | undefined>> }

export const SESSION_COOKIE = 'gandan_session'
const TOUCH_EVERY_MS = 60_000

/** Whose request it is, with the rights of this very moment; undefined without a live session past its second step. */
export async function authenticate(context: WorkContext, request: Bearer): Promise<Actor | undefined> {
  return (await whoAsks(context, request))?.actor
}

/** Whose role needs a second step holds no right before it is turned on: the own account is all that is left to do. */
export async function whoAsks(context: WorkContext, request: Bearer): Promise<{ actor: Actor; mustTurnOnSecondStep: boolean } | undefined> {
  const session = await findSession(context, request)
  if (session === undefined || session.awaitsSecondStep) return undefined
  return underSecondStep(context.db, await actorOf(context.db, session, context.today()), session.secondStepSince !== null)
}

/**
 * Who acts at the command line, with the rights they hold today: the person at the shell has the whole database already, so no password is
 * asked. Refuses an unknown and a blocked account.
 */
export async function actorByLogin({ db, today }: Pick<WorkContext, 'db' | 'today'>, login: string): Promise<Actor> {
  const account = await accountStore(db).findByLogin(login.trim())
  if (account === undefined) throw new Refusal('invalid', 'people.no_such_login', { login })
  if (account.blockedAt !== null) throw new Refusal('forbidden', 'people.login_blocked', { login })
  const credential = await credentialStore(db).find(account.id)
  return (await underSecondStep(db, await actorOf(db, account, today()), (credential?.totpConfirmedAt ?? null) !== null)).actor
}

async function underSecondStep(db: Db, actor: Actor, hasSecondStep: boolean): Promise<{ actor: Actor; mustTurnOnSecondStep: boolean }> {
  if (hasSecondStep) return { actor, mustTurnOnSecondStep: false }
  const needing = await loadSecondStepRoles(db)
  return actor.grants.some(({ role }) => needing.has(role))
    ? { actor: { ...actor, grants: [] }, mustTurnOnSecondStep: true }
    : { actor, mustTurnOnSecondStep: false }
}

/** The live session the cookie names, also one that still awaits its second step. */
export async function findSession(context: WorkContext, request: Bearer) {
  const token = request.cookies[SESSION_COOKIE]
  if (token === undefined || token.length > 200) return undefined
  const sessions = sessionStore(context.db)
  const session = await sessions.find(hashOf(token))
  const now = new Date()
  if (session === undefined || !isLive(session, now.toISOString())) return undefined
  if (now.getTime() - Date.parse(session.lastUsedAt) > TOUCH_EVERY_MS) await sessions.touch(session.sessionId, now.toISOString())
  return session
}
