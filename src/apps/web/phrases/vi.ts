export const vi = {
  'desk.my_work': 'Việc của tôi',
  'desk.documents': 'Văn bản',
  'desk.plans': 'Kế hoạch',
  'desk.organisations': 'Tổ chức',
  'desk.administration': 'Quản trị',
  'desk.style_guide': 'Mẫu giao diện',
  'desk.style_parts': 'Thành phần dùng chung',
  'desk.style_list': 'Danh sách',
  'desk.style_record': 'Bản ghi',
  'desk.style_form': 'Biểu mẫu',
  'desk.style_board': 'Bảng theo dõi',
  'desk.style_sides': 'Đối chiếu',
} as const
