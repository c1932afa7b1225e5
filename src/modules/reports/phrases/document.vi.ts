/** Why the official document of a report cannot be made or changed. */
export const documentVi = {
  'reports.nothing_sent_yet': 'Đơn vị chưa gửi báo cáo này nên chưa có gì để đọc.',
  'reports.document_position_missing': 'Hãy ghi chức vụ của người ký.',
  'reports.document_day_missing': 'Có số thì phải có ngày ban hành.',
  'reports.document_not_approved': 'Báo cáo chưa được duyệt nên chưa cho số, ngày ban hành được.',
  'reports.document_day_to_come': 'Ngày ban hành không thể sau hôm nay ({today}).',
  'reports.document_day_before_approval': 'Ngày ban hành không thể trước ngày duyệt ({approved}).',
} as const
