/** Syllables that letters of citizens are full of: enough of them that no word stands in most letters, and some stand in many. */
export const WORDS: readonly string[] = `
đất đai thu hồi bồi thường hỗ trợ tái định cư giải phóng mặt bằng giấy chứng nhận quyền sử dụng ranh giới thửa tranh chấp hàng rào lối đi mương nước suối đập hồ thủy lợi tưới cà phê chè dâu tằm rừng thông vườn nhà kính
đường điện nước sạch rác thải mùi hôi khói bụi tiếng ồn xe tải bến cầu cống ngập lụt sạt lở đèn chiếu sáng vỉa hè chợ trường học lớp mầm non tiểu trung học phí y tế trạm xá bệnh viện bảo hiểm xã hội hưu trí thai sản người có công thương binh liệt sĩ
mẹ già neo đơn khuyết tật trợ cấp hộ nghèo cận nghèo vay vốn ngân hàng chính sách lãi suất nợ thuế lệ phí hóa đơn hồ sơ một cửa hẹn trả chậm trễ cán bộ thái độ hướng dẫn không rõ nhiều lần đi lại mất thời gian xác minh biên bản quyết định số ngày tháng năm
khu phố thôn buôn tổ dân phố trưởng thôn họp bầu cử đóng góp quỹ vận động xây dựng nông thôn mới nhà văn hóa sân bóng công viên cây xanh quy hoạch treo dự án chủ đầu tư kiểm đếm đo đạc áp giá chênh lệch vị trí mặt tiền hẻm diện tích khai hoang canh tác
ổn định lâu năm con cháu thừa kế chuyển nhượng tặng cho đặt cọc hợp đồng chữ ký giả mạo làm sai lệch bao che kéo dài chưa giải quyết trả lời thỏa đáng yêu cầu xem xét kiểm tra xử lý nghiêm minh công khai minh bạch đối thoại tiếp công dân khiếu nại kiến nghị phản ánh
chó thả rông karaoke đêm khuya quán nhậu vệ sinh thực phẩm phân bón thuốc trừ sâu giả hàng kém chất lượng giống cây chết sương muối hạn hán mưa đá tốc mái cột viễn thông sóng yếu mạng chậm định danh căn cước hộ khẩu tạm trú khai sinh kết hôn trích lục
`.trim().split(/\s+/)
