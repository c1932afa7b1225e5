import { z } from 'zod'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import type { AccountId, Id, UnitId } from '#kernel/ids.ts'
import { POSTS } from './domain/appointment.ts'
import { ROLE_NAMES } from './domain/roles.ts'

const Day = z.string().refine((text) => findPlainDate(text) !== undefined, 'http.not_a_date').transform((text) => text as PlainDate)
const anAccountId = z.uuid().transform((text) => text as AccountId)
const aUnitId = z.uuid().transform((text) => text as UnitId)
const Name = z.string().trim().min(2).max(120)
const Login = z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, 'people.login_form')
const Password = z.string().max(400)

export const SignIn = z.object({ login: z.string().min(1).max(100), password: Password.min(1) })
  .meta({ example: { login: 'dau-moi.stp', password: '…' } })
export const SecondStep = z.object({ code: z.string().trim().min(6).max(20) }).meta({ example: { code: '123456' } })
export const SignedIn = z.object({ awaitsSecondStep: z.boolean() })

export const RoleHeld = z.object({ role: z.enum(ROLE_NAMES), unitId: z.string(), unitName: z.string(), onBehalfOf: z.string().nullable() })
export type RoleHeld = z.infer<typeof RoleHeld>
export const Session = z.object({
  demonstration: z.boolean(), today: z.string(), simulatedToday: z.boolean(),
  actor: z.object({
    id: z.string(), name: z.string(), unit: z.object({ id: z.string(), name: z.string() }).nullable(), language: z.enum(['vi', 'en']),
    /** Their role needs a second step, which is not on yet: until then they hold no right. */
    mustTurnOnSecondStep: z.boolean(),
    roles: z.array(RoleHeld),
    /** Each permission with the units over which it is held; `many` stands for more than twenty. */
    permissions: z.record(z.string(), z.union([z.array(z.string()), z.literal('many')])),
  }).nullable(),
})
export type Session = z.infer<typeof Session>

export const Invitation = z.object({ login: z.string().nullable(), name: z.string().nullable() })
export const ByToken = z.object({ token: z.string().min(20).max(100) })
export const AcceptInvitation = z.object({ password: Password, login: Login.optional(), name: Name.optional() })
  .meta({ example: { password: 'một câu dài dễ nhớ', login: 'quan-tri', name: 'Quản trị hệ thống' } })

export const MySession = z.object({ id: z.string(), device: z.string(), address: z.string(), startedAt: z.string(), lastUsedAt: z.string(), isThis: z.boolean() })
export const ChangePassword = z.object({ current: Password, password: Password })
export const TotpSetup = z.object({ secret: z.string(), address: z.string(), picture: z.string() })
export const RecoveryCodes = z.object({ codes: z.array(z.string()) })

export const Language = z.object({ language: z.enum(['vi', 'en']) }).meta({ example: { language: 'vi' } })

export const Notice = z.object({
  id: z.string(), subject: z.string(), details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  link: z.string(), createdAt: z.string(), readAt: z.string().nullable(),
})
export const Notices = z.object({ unread: z.number(), notices: z.array(Notice) })

export const ById = z.object({ id: anAccountId })
export const Account = z.object({
  id: z.string(), login: z.string(), name: z.string(), email: z.string().nullable(), language: z.enum(['vi', 'en']),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(), isBlocked: z.boolean(), roles: z.array(RoleHeld),
})
export type Account = z.infer<typeof Account>
export const AccountQuery = z.object({
  text: z.string().max(100).optional(), unitId: aUnitId.optional(), state: z.enum(['active', 'blocked']).optional(),
  sort: z.enum(['name', '-name', 'login', '-login']).or(z.literal('').transform(() => 'name' as const)).default('name'),
  page: z.coerce.number().int().min(1).max(10_000).default(1), size: z.coerce.number().int().min(5).max(100).default(20),
})
export const AccountPage = z.object({ total: z.number(), accounts: z.array(Account) })
export const SaveAccount = z.object({
  login: Login, name: Name, email: z.email().nullable().default(null), unitId: aUnitId.nullable().default(null), language: z.enum(['vi', 'en']).default('vi'),
}).meta({ example: { login: 'dau-moi.stp', name: 'Cán bộ đầu mối Sở Tư pháp', email: null, unitId: null, language: 'vi' } })
export type SaveAccount = z.infer<typeof SaveAccount>
export const NewAccount = z.object({ id: z.string(), link: z.string() })
export const Link = z.object({ link: z.string() })

export const GivenRole = z.object({
  id: z.string(), role: z.enum(ROLE_NAMES), unitId: z.string(), unitName: z.string(), withSubordinates: z.boolean(), decision: z.string().nullable(),
  validFrom: z.string(), validUntil: z.string().nullable(),
})
export const Delegation = z.object({
  id: z.string(), kind: z.enum(['delegation', 'acting']), fromName: z.string(), toName: z.string(), role: z.enum(ROLE_NAMES), unitName: z.string(),
  decision: z.string(), validFrom: z.string(), validUntil: z.string().nullable(), revokedOn: z.string().nullable(), isMine: z.boolean(),
})
export const AccountRecord = Account.extend({ givenRoles: z.array(GivenRole), delegations: z.array(Delegation) })
export const GiveRole = z.object({
  role: z.enum(ROLE_NAMES), unitId: aUnitId, withSubordinates: z.boolean().default(false), decision: z.string().trim().max(300).nullable().default(null),
  validFrom: Day, validUntil: Day.nullable().default(null),
}).meta({ example: { role: 'focal-officer', unitId: '00000000-0000-4000-8000-000000000000', validFrom: '2026-01-05' } })
export type GiveRole = z.infer<typeof GiveRole>
export const ByRole = z.object({ id: anAccountId, roleId: z.uuid().transform((text) => text as Id<'role-assignment'>) })

export const RoleRule = z.object({ role: z.enum(ROLE_NAMES), needsSecondStep: z.boolean() })
export const ByRoleName = z.object({ role: z.enum(ROLE_NAMES) })
export const SetRoleRule = z.object({ needsSecondStep: z.boolean() }).meta({ example: { needsSecondStep: true } })

export const Delegate = z.object({
  toAccountId: anAccountId, role: z.enum(ROLE_NAMES), unitId: aUnitId, kind: z.enum(['delegation', 'acting']).default('delegation'),
  decision: z.string().trim().min(3).max(300), validFrom: Day, validUntil: Day,
}).meta({ example: { toAccountId: '00000000-0000-4000-8000-000000000000', role: 'unit-head', unitId: '00000000-0000-4000-8000-000000000000', decision: '12/QĐ-STP', validFrom: '2026-06-01', validUntil: '2026-06-15' } })
export type Delegate = z.infer<typeof Delegate>
export const ByDelegation = z.object({ id: z.uuid().transform((text) => text as Id<'delegation'>) })
export const Colleague = z.object({ id: z.string(), name: z.string() })

export const Appointment = z.object({
  id: z.string(), unitId: z.string(), post: z.enum(POSTS), name: z.string(), position: z.string(), decisionNumber: z.string().nullable(),
  decisionOn: z.string().nullable(), validFrom: z.string(), validUntil: z.string().nullable(),
})
export type Appointment = z.infer<typeof Appointment>
export const Appointments = z.object({ appointments: z.array(Appointment) })
export const ByUnit = z.object({ unitId: aUnitId })
export const Appoint = z.object({
  post: z.enum(POSTS), name: Name, position: z.string().trim().min(2).max(120), accountId: anAccountId.nullable().default(null),
  decisionNumber: z.string().trim().min(3).max(60), decisionOn: Day, validFrom: Day, validUntil: Day.nullable().default(null),
}).meta({ example: { post: 'focal-officer', name: 'Cán bộ đầu mối Sở Tư pháp', position: 'Chuyên viên', decisionNumber: '12/QĐ-STP', decisionOn: '2026-01-05', validFrom: '2026-01-05' } })
export type Appoint = z.infer<typeof Appoint>
export const Holders = z.object({ holders: z.array(z.object({ accountId: z.string(), name: z.string(), role: z.enum(ROLE_NAMES), onBehalfOf: z.string().nullable() })) })
export const ByAppointment = z.object({ unitId: aUnitId, id: z.uuid().transform((text) => text as Id<'appointment'>) })

export const AuditQuery = z.object({
  actor: z.string().max(100).optional(), subject: z.string().max(100).optional(), subjectId: z.string().max(100).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1), size: z.coerce.number().int().min(5).max(100).default(20),
})
export const AuditEntry = z.object({
  id: z.number(), position: z.number().nullable(), at: z.string(), actorName: z.string(), onBehalfOf: z.string().nullable(), action: z.string(),
  subject: z.string(), subjectId: z.string(), changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
export const AuditPage = z.object({ total: z.number(), entries: z.array(AuditEntry) })
