/** What the trail may be narrowed to, in the order people ask for it; others are still listed, under their own name. */
export const AUDITED_RECORDS = [
  'people.account', 'people.role_assignment', 'people.delegation', 'people.appointment', 'people.credential', 'people.invitation', 'people.second_step_role',
  'plans.directive', 'plans.duty', 'plans.duty_addressee', 'plans.obligation', 'plans.progress', 'plans.unit_plan', 'plans.measure', 'plans.escalation_step',
  'documents.document', 'documents.document_relation', 'documents.delivery', 'documents.briefing', 'documents.acknowledgement_step',
  'organisations.unit', 'organisations.unit_version', 'organisations.succession', 'organisations.change', 'organisations.legal_act',
  'deadlines.rule', 'deadlines.reception_duty',
  'platform.calendar_day', 'platform.setting', 'platform.audit_entry',
] as const
