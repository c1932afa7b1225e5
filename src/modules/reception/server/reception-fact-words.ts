const ALL = 'Lượt đã tiếp trong kỳ, theo ngày tiếp; không tính lượt bị từ chối tiếp.'
const MATTERS = 'Mỗi nội dung ghi trong lượt tiếp là một vụ việc; lần đầu hay nhiều lần theo ghi nhận khi tiếp.'
const GROUPS = 'Chỉ tính đoàn từ 5 người trở lên.'
const HEADS = 'Tiếp công dân định kỳ và đột xuất của Thủ trưởng – Thủ trưởng tiếp'
const AUTHORISED = 'Tiếp công dân định kỳ và đột xuất của Thủ trưởng – Ủy quyền tiếp'

type Words = readonly [name: string, measure: string, meaning: string]

/** Name, measure and what counts, column by column, as the form names them (Thông tư 01/2024/TT-TTCP, biểu 01/TCD). */
export const COLUMN_WORDS: readonly Words[] = [
  ['Tổng số lượt tiếp', 'lượt', ALL], ['Tổng số người được tiếp', 'người', ALL], ['Tổng số vụ việc', 'vụ việc', MATTERS],
  ...perReceiver('Tiếp công dân thường xuyên'),
  [`${HEADS} – Số kỳ tiếp`, 'kỳ', 'Buổi Thủ trưởng đã trực tiếp tiếp trong kỳ, định kỳ và đột xuất, kể cả buổi không có công dân đến.'], ...perReceiver(HEADS),
  [`${AUTHORISED} – Số kỳ tiếp`, 'kỳ', 'Buổi tiếp trong kỳ do người được Thủ trưởng ủy quyền bằng văn bản chủ trì, kể cả buổi không có công dân đến.'], ...perReceiver(AUTHORISED),
]

function perReceiver(who: string): Words[] {
  const groups = `${who} – Trong đó: đoàn đông người`
  return [
    [`${who} – Số lượt tiếp`, 'lượt', ALL], [`${who} – Số người được tiếp`, 'người', ALL], [`${who} – Số vụ việc – Tiếp lần đầu`, 'vụ việc', MATTERS],
    [`${who} – Số vụ việc – Tiếp nhiều lần`, 'vụ việc', MATTERS], [`${groups} – Số đoàn được tiếp`, 'đoàn', `${GROUPS} ${ALL}`], [`${groups} – Số người được tiếp`, 'người', `${GROUPS} ${ALL}`],
    [`${groups} – Số vụ việc – Tiếp lần đầu`, 'vụ việc', `${GROUPS} ${MATTERS}`], [`${groups} – Số vụ việc – Tiếp nhiều lần`, 'vụ việc', `${GROUPS} ${MATTERS}`],
  ]
}
