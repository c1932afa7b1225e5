/** What the platform itself refuses, in the words of the person at the screen. */
export const vi = {
  'http.invalid_request': 'Dữ liệu gửi lên chưa đúng khuôn dạng; hãy xem các ô được đánh dấu.',
  'http.missing_header': 'Yêu cầu ghi phải được gửi từ bàn làm việc (thiếu tiêu đề x-gandan).',
  'http.not_signed_in': 'Phiên làm việc đã hết hoặc chưa đăng nhập.',
  'http.not_allowed': 'Bạn không có quyền làm việc này.',
  'http.no_such_route': 'Không có địa chỉ này.',
  'http.too_many_requests': 'Quá nhiều yêu cầu; hãy thử lại sau {seconds} giây.',
  'http.file_too_large': 'Tệp quá lớn: tối đa {megabytes} MB.',
  'http.unexpected': 'Có lỗi ngoài dự kiến, mã số {requestId}. Điều đã lưu vẫn còn; hãy thử lại hoặc báo mã số này cho quản trị.',
  'files.empty': 'Tệp rỗng, không có nội dung.',
  'files.type_refused': 'Không nhận loại tệp của "{name}": hãy dùng PDF, ảnh, Word, Excel, PowerPoint, TXT hoặc ZIP.',
  'files.not_found': 'Không có tệp này.',
  'http.invalid_field': 'Giá trị chưa đúng: {message}',
  'http.form_expected': 'Hãy gửi dưới dạng biểu mẫu có tệp (multipart).',
  'http.not_a_date': 'Không phải ngày có thật.',
} as const
