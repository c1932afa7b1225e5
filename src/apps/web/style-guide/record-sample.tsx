import { Button } from '@mantine/core'
import { plainDate } from '#kernel/plain-date.ts'
import { DueDate } from '#platform/web/due-date.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { Section } from '#platform/web/page.tsx'
import { RecordPage } from '#platform/web/record-page.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import { SAMPLE_TODAY } from './samples.ts'

export function RecordSample() {
  return (
    <RecordPage
      title="Tổ chức đối thoại của người đứng đầu với Nhân dân"
      breadcrumbs={[{ label: 'Mẫu giao diện', to: '/mau-giao-dien' }, { label: 'Nhiệm vụ', to: '/mau-giao-dien/danh-sach' }]}
      state={
        <>
          <StateBadge tone="active">Đang làm</StateBadge> <DueDate today={SAMPLE_TODAY} dueOn={plainDate('2026-11-26')} workingDaysLeft={3} /> <span>Chờ cán bộ đầu mối báo cáo tiến độ</span>
        </>
      }
      primaryAction={<Button>Báo cáo tiến độ</Button>}
      otherActions={[{ label: 'Đề nghị gia hạn', onClick: () => undefined }, { label: 'Chuyển người phụ trách', onClick: () => undefined }]}
      facts={[
        { label: 'Đơn vị chủ trì', value: 'UBND xã Đơn Dương' },
        { label: 'Đơn vị phối hợp', value: 'Ủy ban Mặt trận Tổ quốc Việt Nam xã' },
        { label: 'Căn cứ', value: <PageLink to="/mau-giao-dien/doi-chieu">Mục II.4 của Kế hoạch</PageLink> },
        { label: 'Sản phẩm', value: 'Biên bản đối thoại, thông báo kết luận' },
        { label: 'Lãnh đạo phụ trách', value: undefined },
      ]}
      timeline={[
        { id: '3', at: '2026-11-20T08:15:00+07:00', title: 'Báo cáo tiến độ', by: 'Cán bộ đầu mối xã Đơn Dương', detail: 'Đã thống nhất nội dung và thời gian đối thoại.', tone: 'active' },
        { id: '2', at: '2026-11-03T14:00:00+07:00', title: 'Quán triệt tới các thôn', by: 'UBND xã Đơn Dương', tone: 'done' },
        { id: '1', at: '2026-10-26', title: 'Giao nhiệm vụ', by: 'Sở Nội vụ', tone: 'done' },
      ]}
      related={
        <Section title="Tệp kèm theo">
          <ul>
            <li>Kế hoạch đối thoại năm 2026.docx</li>
            <li>Thông báo mời dự.pdf</li>
          </ul>
        </Section>
      }
    >
      <Section title="Nội dung">
        <p>Người đứng đầu cấp ủy, chính quyền đối thoại trực tiếp với Nhân dân ít nhất một lần trong năm; ghi biên bản và thông báo kết luận tới các thôn.</p>
      </Section>
    </RecordPage>
  )
}
