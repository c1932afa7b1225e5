import type { Permission } from '#kernel/actor.ts'

/** `own`: the unit of the assignment only. `scope`: what lies below it as well, when the assignment says so. */
export interface RoleRight { readonly permission: Permission; readonly over: 'own' | 'scope' }

function scope(...permissions: Permission[]): RoleRight[] {
  return permissions.map((permission) => ({ permission, over: 'scope' }))
}

function own(...permissions: Permission[]): RoleRight[] {
  return permissions.map((permission) => ({ permission, over: 'own' }))
}

/** Who may do what; the only place that says so. Reading never reaches further than the unit and what lies below it. */
export const ROLES = {
  administrator: scope(
    'people.manage-accounts', 'people.read-accounts', 'platform.read-audit', 'platform.manage-calendar', 'organisations.change-units',
    'plans.manage-escalation', 'documents.manage-reminders', 'deadlines.manage', 'petitions.manage',
  ),
  coordinator: [...scope(
    'documents.register', 'documents.read', 'plans.prepare-directive', 'plans.issue-directive', 'plans.read-progress', 'plans.remind',
    'plans.write-report', 'organisations.change-units', 'people.record-appointments', 'plans.manage-escalation', 'documents.manage-reminders',
    'reports.read', 'reports.manage', 'deadlines.manage', 'petitions.manage', 'petitions.read-statistics',
  ), ...own('reports.prepare', 'reports.receive')],
  leader: [
    ...scope('documents.read', 'plans.read-progress', 'plans.write-report', 'reports.read', 'petitions.read-statistics'),
    ...own('reports.approve', 'petitions.read', 'petitions.decide', 'petitions.handle-denunciations', 'reception.read'),
  ],
  'unit-head': [
    ...scope('documents.read', 'plans.read-progress', 'plans.remind', 'reports.read', 'petitions.read-statistics'),
    ...own(
      'petitions.receive', 'petitions.read', 'petitions.triage', 'petitions.decide', 'petitions.resolve', 'petitions.handle-denunciations',
      'reception.receive', 'reception.read', 'reception.schedule',
      'reports.prepare', 'reports.approve', 'reports.receive', 'documents.acknowledge', 'documents.record-briefing', 'plans.prepare-unit-plan', 'plans.approve-unit-plan', 'plans.report-progress',
      'people.record-appointments', 'people.delegate',
    ),
  ],
  'focal-officer': [
    ...scope('documents.read', 'plans.read-progress', 'reports.read', 'petitions.read-statistics'),
    ...own('documents.acknowledge', 'documents.record-briefing', 'plans.prepare-unit-plan', 'plans.report-progress', 'reports.prepare', 'reports.receive'),
  ],
  'reception-officer': own('petitions.receive', 'reception.receive', 'reception.read', 'reception.schedule'),
  'petition-officer': own('petitions.receive', 'petitions.read', 'petitions.triage', 'petitions.read-statistics', 'reception.read'),
  resolver: own('petitions.read', 'petitions.resolve', 'petitions.read-statistics'),
  'denunciation-officer': own('petitions.receive', 'petitions.read', 'petitions.triage', 'petitions.resolve', 'petitions.handle-denunciations'),
  inspector: scope('documents.read', 'plans.read-progress', 'reports.read', 'petitions.read-statistics'),
  observer: scope('documents.read', 'plans.read-progress'),
} as const satisfies Record<string, readonly RoleRight[]>

export type Role = keyof typeof ROLES

export const ROLE_NAMES = Object.keys(ROLES).filter(isRole)

/** A head's right belongs to the unit it was given for: it ends with the unit, and the successor needs a new appointment. */
export const ENDS_WITH_UNIT: ReadonlySet<Role> = new Set(['unit-head'])

export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text)
}
