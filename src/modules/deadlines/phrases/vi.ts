export const vi = {
  'deadlines.extension_not_in_law': 'Quy định cho gia hạn {allowed} lần, không phải {asked} lần.',
  'deadlines.suspension_backwards': 'Ngày tiếp tục ({until}) phải sau ngày tạm đình chỉ ({from}).',
  'deadlines.rule_overlaps': 'Bước này đã có quy định cho một trong những ngày đó.',
} as const
