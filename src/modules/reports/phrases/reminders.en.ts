import type { remindersVi } from './reminders.vi.ts'

export const remindersEn = {
  'reports.remind_due_soon': '{unit}: {days} working days left to send "{form}", {period}.',
  'reports.remind_due_now': '{unit}: "{form}", {period}, is to be sent today, {date}.',
  'reports.remind_overdue': '{unit}: "{form}", {period}, is overdue.',
  'reports.remind_above': '{count} units have not sent "{form}", {period}: {units}.',
  'reports.remind_above_many': '{count} units have not sent "{form}", {period}: {units} and {others} more.',
} satisfies Record<keyof typeof remindersVi, string>
