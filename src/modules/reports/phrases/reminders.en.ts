import type { remindersVi } from './reminders.vi.ts'

export const remindersEn = {
  'reports.remind_due_soon': '{unit}: {days} working days left to send "{form}", {period}.',
  'reports.remind_due_now': '{unit}: "{form}", {period}, is to be sent today, {date}.',
  'reports.remind_overdue': '{unit}: "{form}", {period}, is overdue.',
} satisfies Record<keyof typeof remindersVi, string>
