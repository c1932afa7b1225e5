import type { ColumnType, Generated } from 'kysely'
import type { RefusalDetails } from '#kernel/refusal.ts'
import type { AccountId, Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Post } from '../domain/appointment.ts'
import type { Role } from '../domain/roles.ts'

/** Rows of the schema `people`. Instants are ISO strings. */
export type PeopleTables = {
  'people.account': {
    id: AccountId
    login: string
    name: string
    email: string | null
    unit_id: UnitId | null
    language: Generated<'vi' | 'en'>
    blocked_at: string | null
    created_at: Generated<string>
  }
  'people.credential': {
    id: AccountId
    password_hash: string | null
    password_changed_at: string | null
    failures: Generated<number>
    locked_until: string | null
    totp_secret: string | null
    totp_confirmed_at: string | null
    totp_last_step: number | null
  }
  'people.recovery_code': { account_id: AccountId; hash: string; used_at: string | null }
  'people.session': {
    id: Id<'session'>
    token_hash: string
    account_id: AccountId
    device: string
    address: string
    started_at: Generated<string>
    last_used_at: Generated<string>
    expires_at: string
    awaits_second_step: Generated<boolean>
    ended_at: string | null
  }
  'people.invitation': { id: Id<'invitation'>; token_hash: string; account_id: AccountId | null; expires_at: string; used_at: string | null }
  'people.role_assignment': {
    id: Id<'role-assignment'>
    account_id: AccountId
    role: Role
    unit_id: UnitId
    with_subordinates: boolean
    decision: string | null
    valid_from: PlainDate
    valid_until: PlainDate | null
  }
  'people.second_step_role': { id: Role }
  'people.delegation': {
    id: Id<'delegation'>
    kind: 'delegation' | 'acting'
    from_account_id: AccountId
    to_account_id: AccountId
    role: Role
    unit_id: UnitId
    decision: string
    revoked_on: PlainDate | null
    valid_from: PlainDate
    valid_until: PlainDate | null
  }
  'people.appointment': {
    id: Id<'appointment'>
    unit_id: UnitId
    post: Post
    account_id: AccountId | null
    name: string
    position: string
    decision_number: string | null
    decision_on: PlainDate | null
    valid_from: PlainDate
    valid_until: PlainDate | null
  }
  'people.notice': {
    id: Id<'notice'>
    account_id: AccountId
    subject: string
    details: ColumnType<RefusalDetails, string>
    link: string
    dedupe_key: string
    created_at: Generated<string>
    read_at: string | null
    mailed_at: string | null
    mail_failures: Generated<number>
    mail_again_at: string | null
  }
}
