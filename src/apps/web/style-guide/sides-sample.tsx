import { Page, Section } from '#platform/web/page.tsx'
import { Comparison, SideBySide } from '#platform/web/side-by-side.tsx'

export function SidesSample() {
  return (
    <Page title="Đối chiếu kế hoạch">
      <SideBySide
        left={{
          title: 'Văn bản gốc',
          children: (
            <>
              <p>II. NHIỆM VỤ</p>
              <p>4. Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các huyện, thành phố tăng cường đối thoại trực tiếp với Nhân dân.</p>
              <p>a) Mỗi năm tổ chức ít nhất một cuộc đối thoại;</p>
              <p>b) Thông báo kết luận đối thoại tới Nhân dân.</p>
            </>
          ),
        }}
        right={{
          title: 'Cấu trúc đọc được',
          children: (
            <ol>
              <li>
                Phần II, mục 4: đối thoại với Nhân dân
                <ul>
                  <li>Điểm a: mỗi năm ít nhất một cuộc</li>
                  <li>Điểm b: thông báo kết luận</li>
                </ul>
              </li>
            </ol>
          ),
        }}
      />
      <div style={{ marginTop: '1rem' }}>
        <Section title="Bản 1 và bản 2">
          <Comparison
            caption="Khác nhau giữa bản 1 và bản 2"
            beforeTitle="Bản 1, 02/10/2026"
            afterTitle="Bản 2, 15/11/2026"
            rows={[
              { id: '1', label: 'II.4', before: 'Báo cáo kết quả trước ngày 10 tháng cuối quý', after: 'Báo cáo kết quả trước ngày 15 tháng cuối quý' },
              { id: '2', label: 'II.5', before: 'Rà soát thủ tục hành chính', after: 'Rà soát thủ tục hành chính' },
              { id: '3', label: 'II.6', before: null, after: 'Công khai kết quả giải quyết kiến nghị' },
              { id: '4', label: 'II.7', before: 'Tổ chức hội thi', after: null },
            ]}
          />
        </Section>
      </div>
    </Page>
  )
}
