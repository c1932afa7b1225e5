import type { Certainty } from '#kernel/certainty.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { ColumnType } from 'kysely'
import type { Effect } from '../domain/effect.ts'
import type { ChangeLine } from '../domain/effect-draft.ts'
import type { LegalActId } from '../domain/unit.ts'
import type { UnitKind } from '../domain/unit-kind.ts'

/** Rows of the schema `organisations`; a `type`, as Kysely's `$extendTables` asks. */
export type OrganisationTables = {
  'organisations.legal_act': {
    id: LegalActId
    kind: string
    number: string
    issued_on: PlainDate | null
    issuer: string
    subject: string
    certainty: Certainty
  }
  'organisations.unit': { id: UnitId }
  'organisations.unit_version': {
    unit_id: UnitId
    code: string | null
    name: string
    short_name: string | null
    sign: string | null
    kind: UnitKind
    parent_id: UnitId | null
    valid_from: PlainDate
    valid_until: PlainDate | null
    act_id: LegalActId | null
    certainty: Certainty
  }
  'organisations.succession': {
    from_id: UnitId
    to_id: UnitId
    on_date: PlainDate
    extent: 'full' | 'partial'
    principal: boolean
    act_id: LegalActId | null
    certainty: Certainty
  }
  'organisations.change': {
    id: string
    kind: string
    on_date: PlainDate
    act_id: LegalActId | null
    summary: ColumnType<ChangeLine[], string>
    effect: ColumnType<Effect, string>
    made_by: string
    made_at: ColumnType<string, string | undefined>
    undone_by: string | null
    undone_at: string | null
  }
}
