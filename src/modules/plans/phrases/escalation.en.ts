import type { escalationVi } from './escalation.vi.ts'

export const escalationEn = {
  'plans.remind_due_now': '{unit}: "{duty}" is due, {date}.',
  'plans.reminders': 'Reminders',
  'plans.reminders_lead': 'Who is reminded, and when. No step is removed: to change one, end it from a day on and add another.',
  'plans.steps': 'Due dates of duties',
  'plans.steps_lead': 'Counted in working days to the due date of the leading unit; looked at every morning at 7.',
  'plans.step_before': '{days} working days before the due date: remind {who}',
  'plans.step_on': 'On the due date: remind {who}',
  'plans.step_after': '{days} working days overdue: remind {who}',
  'plans.step_when.before': 'Before the due date',
  'plans.step_when.on': 'On the due date',
  'plans.step_when.after': 'When overdue',
  'plans.by_step': 'By the step: {step}',
  'plans.by_step_from': 'By the step: {step}. Source: {source}',
  'plans.by_step_sample': 'By the step: {step} (sample for illustration)',
} satisfies Record<keyof typeof escalationVi, string>
