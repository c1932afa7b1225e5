export const remindersVi = {
  'reports.remind_due_soon': '{unit}: còn {days} ngày làm việc để gửi "{form}", {period}.',
  'reports.remind_due_now': '{unit}: đến hạn gửi "{form}", {period}, ngày {date}.',
  'reports.remind_overdue': '{unit}: đã quá hạn gửi "{form}", {period}.',
  'reports.remind_above': '{count} đơn vị chưa gửi "{form}", {period}: {units}.',
  'reports.remind_above_many': '{count} đơn vị chưa gửi "{form}", {period}: {units} và {others} đơn vị khác.',
} as const
