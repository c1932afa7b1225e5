export const vi = {
  'desk.my_work': 'Việc của tôi',
  'desk.documents': 'Văn bản',
  'desk.plans': 'Kế hoạch',
  'desk.organisations': 'Tổ chức',
  'desk.administration': 'Quản trị',
  'desk.style_guide': 'Mẫu giao diện',
} as const
