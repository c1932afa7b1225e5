/** What letters on a topic say, and what is answered; "{place}", "{plot}" (thửa đất …), "{area}", "{decision}" are filled in. Written for demonstration. */
export interface TopicTexts {
  readonly topic: string
  /** The first title goes with the first tale, request and answer. */
  readonly titles: readonly string[]
  readonly tells: readonly string[]
  readonly asks: readonly string[]
  readonly answers: readonly string[]
}

export interface ComplaintTexts extends TopicTexts { readonly outcomes: readonly ('right' | 'partly' | 'wrong')[] }

/** Complaints: against a decision or an act. */
export const COMPLAINTS: readonly ComplaintTexts[] = [
  {
    topic: 'thu-hoi-dat', outcomes: ['partly', 'wrong'], titles: ['Khiếu nại quyết định thu hồi đất tại {place}', 'Không đồng ý diện tích đất bị thu hồi tại {place}'],
    tells: [
      'Gia đình tôi sử dụng {plot} tại {place} từ trước năm 1993, trồng cây lâu năm ổn định, không tranh chấp. Ngày nhận {decision}, chúng tôi mới biết diện tích thu hồi ghi nhiều hơn thực tế đo đạc {area}.',
      'Theo {decision}, phần đất nằm ngoài mốc giải tỏa của gia đình tôi tại {place} cũng bị thu hồi. Khi cắm mốc không có ai trong gia đình được mời chứng kiến, biên bản kiểm đếm để trống chữ ký.',
    ],
    asks: ['Đề nghị đo đạc lại có mặt gia đình và điều chỉnh quyết định cho đúng diện tích thực tế.', 'Đề nghị hủy phần thu hồi ngoài mốc và trả lại phần đất không nằm trong dự án.'],
    answers: [
      'Đoàn xác minh đã đo đạc lại cùng hộ dân. Diện tích chênh lệch do sai sót khi lập trích đo; giao điều chỉnh quyết định thu hồi theo diện tích đo lại.',
      'Kết quả xác minh: mốc giải tỏa cắm đúng ranh dự án đã phê duyệt; diện tích thu hồi khớp với trích đo. Giữ nguyên quyết định thu hồi đất.',
    ],
  },
  {
    topic: 'boi-thuong', outcomes: ['right', 'wrong'], titles: ['Khiếu nại phương án bồi thường, hỗ trợ tại {place}', 'Khiếu nại việc không được xét tái định cư tại {place}'],
    tells: [
      'Nhà tôi tại {place} bị giải tỏa một phần theo {decision}. Phương án chỉ tính phần móng và nền, không tính giếng khoan, mái che và cây ăn trái đã kiểm đếm trong biên bản.',
      'Gia đình tôi có ba thế hệ cùng hộ khẩu, sau giải tỏa còn lại {area} không đủ xây nhà nhưng {decision} không xét suất tái định cư, trong khi hộ liền kề cùng điều kiện được xét.',
    ],
    asks: ['Đề nghị tính bổ sung tài sản đã kiểm đếm và chi trả phần còn thiếu.', 'Đề nghị xét giao đất tái định cư theo đúng số hộ phát sinh.'],
    answers: [
      'Phương án bỏ sót giếng khoan và 14 cây ăn trái có trong biên bản kiểm đếm. Yêu cầu lập phương án bổ sung và chi trả cho hộ dân.',
      'Phần đất còn lại lớn hơn diện tích tối thiểu được tách thửa, hộ không thuộc trường hợp giao đất tái định cư. Bác yêu cầu; phần hỗ trợ thuê nhà được chi trả theo quy định.',
    ],
  },
  {
    topic: 'giai-phong-mat-bang', outcomes: ['right', 'partly'], titles: ['Khiếu nại việc cưỡng chế giải phóng mặt bằng tại {place}', 'Khiếu nại thông báo bàn giao mặt bằng tại {place}'],
    tells: ['Tôi nhận thông báo phải bàn giao mặt bằng {plot} tại {place} trong mười ngày, trong khi tiền bồi thường theo {decision} chưa được chi trả và chưa có nơi ở tạm.', 'Đơn vị thi công đã múc đất sát móng nhà tôi tại {place} khi gia đình chưa ký biên bản bàn giao, làm nứt tường phía sau.'],
    asks: ['Đề nghị dừng bàn giao cho đến khi chi trả xong và bố trí chỗ ở tạm.', 'Đề nghị kiểm tra hiện trạng, yêu cầu bồi thường thiệt hại do thi công.'],
    answers: ['Thông báo bàn giao ban hành trước khi chi trả là chưa đúng trình tự. Thu hồi thông báo; việc bàn giao thực hiện sau khi hộ dân nhận tiền.', 'Đã kiểm định: vết nứt do thi công. Chủ đầu tư sửa chữa và bồi thường theo biên bản thỏa thuận.'],
  },
  {
    topic: 'cap-giay-chung-nhan', outcomes: ['partly', 'wrong'], titles: ['Khiếu nại việc từ chối cấp giấy chứng nhận quyền sử dụng đất tại {place}', 'Khiếu nại chậm cấp giấy chứng nhận tại {place}'],
    tells: ['Tôi nộp hồ sơ cấp giấy chứng nhận cho {plot} tại {place} đã quá bảy tháng, ba lần bị yêu cầu bổ sung giấy tờ khác nhau, lần cuối bị trả hồ sơ bằng {decision}.', 'Hồ sơ của tôi có giấy mua bán viết tay năm 1990 và xác nhận của tổ dân phố nhưng vẫn bị kết luận là đất lấn chiếm theo {decision}.'],
    asks: ['Đề nghị xem xét lại hồ sơ và trả lời một lần bằng văn bản những giấy tờ còn thiếu.', 'Đề nghị công nhận quá trình sử dụng đất và cấp giấy chứng nhận.'],
    answers: ['Hồ sơ đủ điều kiện cấp giấy đối với {area}; phần còn lại thuộc hành lang đường. Yêu cầu chi nhánh văn phòng đăng ký đất đai cấp giấy phần đủ điều kiện.', 'Thửa đất nằm trong quy hoạch đất lâm nghiệp, việc từ chối là đúng. Hướng dẫn hộ dân thủ tục khi có điều chỉnh quy hoạch.'],
  },
  {
    topic: 'gia-dat-tai-chinh-dat', outcomes: ['right'], titles: ['Khiếu nại thông báo tiền sử dụng đất tại {place}'],
    tells: ['Thông báo tính tiền sử dụng đất đối với {plot} tại {place} áp theo vị trí mặt tiền, trong khi đất nhà tôi nằm trong hẻm rộng hai mét, phải đi qua đất người khác.'],
    asks: ['Đề nghị xác định lại vị trí thửa đất và tính lại nghĩa vụ tài chính.'],
    answers: ['Thửa đất thuộc vị trí hẻm cấp hai. Đã chuyển lại phiếu thông tin để cơ quan thuế tính lại tiền sử dụng đất.'],
  },
  {
    topic: 'nguoi-co-cong', outcomes: ['right', 'wrong'], titles: ['Khiếu nại việc dừng trợ cấp ưu đãi người có công', 'Khiếu nại kết luận hồ sơ hưởng chế độ con liệt sĩ'],
    tells: ['Tôi đang hưởng trợ cấp thì nhận {decision} dừng chi trả vì hồ sơ gốc thiếu giấy xác nhận. Giấy này gia đình đã nộp và có biên nhận.', 'Hồ sơ của tôi bị kết luận không đủ điều kiện theo {decision} với lý do khai khác năm sinh, trong khi giấy khai sinh gốc và lý lịch của cha tôi khớp nhau.'],
    asks: ['Đề nghị phục hồi trợ cấp và truy trả thời gian bị dừng.', 'Đề nghị thẩm định lại hồ sơ trên giấy tờ gốc.'],
    answers: ['Biên nhận hồ sơ là thật, giấy xác nhận bị thất lạc khi bàn giao. Phục hồi trợ cấp, truy lĩnh từ tháng bị dừng.', 'Giấy tờ gốc có chỗ tẩy sửa năm sinh, chưa đủ căn cứ. Giữ nguyên kết luận; hướng dẫn bổ sung trích lục từ nơi lưu trữ.'],
  },
  {
    topic: 'lao-dong-tien-luong', outcomes: ['right', 'partly'], titles: ['Khiếu nại quyết định xếp lương sau chuyển ngạch', 'Khiếu nại việc không giải quyết chế độ thôi việc'],
    tells: ['Sau khi chuyển ngạch, {decision} xếp tôi vào bậc lương thấp hơn bậc đang hưởng mà không bảo lưu phần chênh lệch.', 'Tôi có mười bốn năm công tác, nghỉ theo diện tinh giản nhưng {decision} chỉ tính sáu năm do thiếu sổ của cơ quan cũ đã giải thể.'],
    asks: ['Đề nghị xếp lại lương đúng quy định và truy trả.', 'Đề nghị tính đủ thời gian công tác theo hồ sơ lưu trữ.'],
    answers: ['Việc xếp lương chưa tính phần bảo lưu. Điều chỉnh quyết định và truy lĩnh cho người khiếu nại.', 'Hồ sơ lưu trữ xác nhận thêm năm năm công tác; phần còn lại chưa có căn cứ. Công nhận một phần.'],
  },
]

/** Recommendations and feedback. */
export const WISHES: readonly TopicTexts[] = [
  {
    topic: 'moi-truong', titles: ['Mùi hôi từ điểm tập kết rác tại {place}', 'Nước thải chảy ra suối tại {place}', 'Đốt rác thải nông nghiệp tại {place}'],
    tells: ['Điểm tập kết rác đầu hẻm tại {place} ba ngày mới có xe lấy một lần, nước rỉ rác chảy ra đường, trời nắng mùi hôi vào tận nhà.', 'Từ đầu tháng, nước suối phía sau khu dân cư tại {place} đổi màu và có bọt trắng vào buổi tối, nghi có cơ sở xả thải chưa xử lý.', 'Nhà kính bên cạnh đốt ni lông và vỏ chai thuốc vào sáng sớm, khói bay vào trường học tại {place}.'],
    asks: ['Mong cơ quan chức năng tăng chuyến thu gom và dời điểm tập kết.', 'Đề nghị kiểm tra nguồn xả, lấy mẫu nước và thông báo kết quả cho dân.', 'Đề nghị nhắc nhở, xử lý và bố trí thùng thu gom bao bì thuốc.'],
    answers: ['Đã làm việc với đơn vị thu gom: tăng lên mỗi ngày một chuyến, rửa nền và phun khử mùi. Điểm tập kết mới sẽ lấy ý kiến tổ dân phố.', 'Đã lấy mẫu và kiểm tra ba cơ sở; một cơ sở xả nước chưa qua xử lý, bị lập biên bản và buộc khắc phục. Kết quả quan trắc niêm yết tại nhà văn hóa tổ dân phố.', 'Đã kiểm tra, hộ vi phạm cam kết không đốt; đặt thêm hai bể thu gom bao bì thuốc bảo vệ thực vật.'],
  },
  {
    topic: 'giao-thong', titles: ['Ổ gà nguy hiểm trước cổng trường tại {place}', 'Lấn chiếm vỉa hè tại {place}', 'Đèn đường hỏng nhiều ngày tại {place}'],
    tells: ['Mặt đường trước cổng trường tại {place} có hố sâu đọng nước, đã có hai người đi xe máy bị ngã.', 'Các quán ăn tại {place} kê bàn ghế hết vỉa hè từ chiều đến khuya, người đi bộ phải xuống lòng đường.', 'Dãy đèn đường dài khoảng hai trăm mét tại {place} không sáng hơn mười ngày nay.'],
    asks: ['Mong được vá đường sớm và đặt biển báo tạm.', 'Đề nghị kiểm tra, trả lại vỉa hè cho người đi bộ.', 'Đề nghị sửa đèn để bảo đảm an toàn.'],
    answers: ['Đã dặm vá mặt đường ngày hôm qua và đặt biển báo; đoạn này đưa vào kế hoạch sửa chữa quý tới.', 'Tổ trật tự đô thị đã nhắc nhở sáu hộ, lập biên bản hai hộ; kẻ vạch giới hạn trong tuần này.', 'Đã thay bộ điều khiển và tám bóng đèn; đường đã sáng lại.'],
  },
  {
    topic: 'thu-tuc-hanh-chinh', titles: ['Phải đi lại nhiều lần để làm thủ tục tại {place}', 'Kiến nghị giải quyết hồ sơ chứng thực vào thứ Bảy tại {place}'],
    tells: ['Tôi nộp hồ sơ tại bộ phận một cửa ở {place}, phải đi lại bốn lần vì mỗi lần được hướng dẫn một khác, không có phiếu hướng dẫn bằng văn bản.', 'Người đi làm trong tuần ở {place} không thể nghỉ để chứng thực giấy tờ, buổi trưa bộ phận một cửa lại không nhận hồ sơ.'],
    asks: ['Đề nghị hướng dẫn một lần bằng phiếu và niêm yết rõ thành phần hồ sơ.', 'Kiến nghị bố trí trực sáng thứ Bảy hoặc nhận hồ sơ trực tuyến.'],
    answers: ['Đã rút kinh nghiệm với bộ phận một cửa, xin lỗi người dân; từ tuần này mỗi hồ sơ thiếu đều có phiếu hướng dẫn ghi đủ một lần.', 'Thí điểm nhận hồ sơ chứng thực sáng thứ Bảy hằng tuần từ tháng tới; đã niêm yết lịch trực.'],
  },
  {
    topic: 'dien-nuoc', titles: ['Nước sinh hoạt yếu và đục tại {place}'],
    tells: ['Khu vực cuối tuyến ống tại {place} nước rất yếu từ 17 giờ đến 21 giờ, nhiều hôm nước đục phải để lắng mới dùng được.'],
    asks: ['Mong kiểm tra áp lực và súc xả đường ống.'],
    answers: ['Đơn vị cấp nước đã súc xả tuyến ống, thay van điều áp; người dân tổ liên quan đã xác nhận nước trong và mạnh hơn.'],
  },
  {
    topic: 'chinh-sach-xa-hoi', titles: ['Kiến nghị xét hộ cận nghèo tại {place}', 'Chậm chi trả trợ cấp xã hội tại {place}'],
    tells: ['Gia đình tôi có người bệnh nặng dài ngày nhưng đợt rà soát vừa qua tại {place} không được đưa vào danh sách bình xét, cuộc họp tổ không thông báo trước.', 'Trợ cấp của mẹ tôi tại {place} hai tháng nay chưa nhận được, hỏi thì được trả lời chờ cập nhật dữ liệu.'],
    asks: ['Kiến nghị cho rà soát bổ sung và công khai kết quả.', 'Mong được chi trả đủ và báo ngày nhận.'],
    answers: ['Đã rà soát bổ sung tại hộ, đủ điểm công nhận hộ cận nghèo; kết quả niêm yết tại nhà sinh hoạt.', 'Dữ liệu tài khoản bị sai một chữ số; đã sửa và chi trả đủ hai tháng còn thiếu.'],
  },
  {
    topic: 'nong-nghiep', titles: ['Kiến nghị nạo vét kênh tưới tại {place}'],
    tells: ['Kênh tưới nội đồng tại {place} bị bồi lấp, mùa khô vừa qua nước không tới được khoảng mười hai héc-ta rau cuối kênh.'],
    asks: ['Kiến nghị nạo vét trước vụ tới và sửa cống lấy nước.'],
    answers: ['Đã khảo sát cùng ban quản lý kênh, bố trí kinh phí nạo vét 1,8 km và thay cửa cống, hoàn thành trước vụ.'],
  },
  {
    topic: 'can-bo-cong-chuc', titles: ['Thái độ tiếp dân chưa đúng mực tại {place}'],
    tells: ['Khi tôi đến hỏi kết quả hồ sơ tại {place}, người trực trả lời cộc lốc, không nhìn giấy hẹn và bảo về chờ.'],
    asks: ['Mong lãnh đạo nhắc nhở để người dân được phục vụ tốt hơn.'],
    answers: ['Lãnh đạo đơn vị đã làm việc với người trực, xin lỗi người dân; bố trí người khác trực quầy và lắp thiết bị đánh giá.'],
  },
  {
    topic: 'khoang-san-lam-nghiep', titles: ['Xe chở cát chạy ban đêm tại {place}'],
    tells: ['Đêm nào cũng có xe tải chở cát từ bến sông đi qua đường thôn tại {place}, làm hỏng đường và mất ngủ.'],
    asks: ['Đề nghị kiểm tra giấy phép khai thác và giờ chạy xe.'],
    answers: ['Đoàn kiểm tra xác định bến hoạt động quá giờ được phép; đã xử phạt và cắm biển hạn chế tải trọng.'],
  },
]
