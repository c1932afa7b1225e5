import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconClipboardList } from '@tabler/icons-react'
import { useState } from 'react'
import { plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { ApiError, ConnectionLost } from '#platform/web/api-client.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { DueDate } from '#platform/web/due-date.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { Page, PageSkeleton, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Trouble } from '#platform/web/problem-note.tsx'
import { ProgressNote } from '#platform/web/progress-note.tsx'
import { optionsIn, SearchSelect, SearchSelectMany, type SearchOption } from '#platform/web/search-select.tsx'
import { StateBadge, type StateTone } from '#platform/web/state-badge.tsx'
import { WhySheet } from '#platform/web/why-sheet.tsx'
import { SAMPLE_TODAY, SAMPLE_UNITS } from './samples.ts'

const STATES: [StateTone, string][] = [
  ['neutral', 'Chưa bắt đầu'], ['draft', 'Nháp'], ['active', 'Đang làm'], ['soon', 'Sắp đến hạn'], ['late', 'Quá hạn'], ['done', 'Đã xong'],
]

const FAILED = new ApiError(500, { code: 'http.unexpected', message: undefined, details: {}, fields: [], requestId: '7f3a-21' })

/** The small parts, each in its states. */
export function PartsSample() {
  const t = usePhrase()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <Page title={t('desk.style_parts')} lead={<Text c="dimmed">Mỗi thành phần dùng chung, với nội dung như thật.</Text>} actions={<Button onClick={() => setIsAsking(true)}>Ban hành</Button>}>
      <Section title="Trạng thái và hạn">
        <Group mb="sm">
          {STATES.map(([tone, words]) => (
            <StateBadge key={tone} tone={tone}>
              {words}
            </StateBadge>
          ))}
        </Group>
        <Stack gap={6} align="flex-start">
          <DueDate today={SAMPLE_TODAY} dueOn={plainDate('2026-12-15')} workingDaysLeft={16} />
          <DueDate today={SAMPLE_TODAY} dueOn={plainDate('2026-11-26')} workingDaysLeft={3} />
          <DueDate today={SAMPLE_TODAY} dueOn={SAMPLE_TODAY} />
          <DueDate today={SAMPLE_TODAY} dueOn={plainDate('2026-11-21')} />
          <DueDate today={SAMPLE_TODAY} dueOn={plainDate('2026-11-14')} doneOn={plainDate('2026-11-18')} />
        </Stack>
      </Section>
      <Section title="Giải thích">
        <Group gap="xs">
          <Text>Hạn gửi báo cáo: 15/12/2026</Text>
          <WhySheet
            subject="hạn gửi báo cáo"
            reasons={{
              result: 'Hạn gửi báo cáo: 15/12/2026',
              rules: [{ name: 'Kế hoạch công tác dân vận', article: 'Mục III, điểm 2', certainty: 'illustrative' }],
              steps: ['Kỳ báo cáo năm chốt số liệu ngày 14/12/2026.', 'Đơn vị gửi trong ngày làm việc kế tiếp.', '15/12/2026 là thứ Ba, không phải ngày nghỉ.'],
              records: [{ label: 'Lịch làm việc năm 2026' }, { label: 'Nhiệm vụ: Báo cáo năm', path: '/mau-giao-dien/ban-ghi' }],
              history: [{ on: plainDate('2026-10-02'), text: 'Hạn được dời từ 10/12 sang 15/12/2026.' }],
            }}
          />
        </Group>
      </Section>
      <Section title="Ô nhập">
        <Fields />
      </Section>
      <Section title="Chưa có gì, đang tải, trục trặc, việc lâu">
        <Stack>
          <EmptyState title="Chưa có kế hoạch nào" icon={IconClipboardList} action={<Button variant="default">Lập kế hoạch</Button>}>
            Kế hoạch của đơn vị sẽ đứng ở đây sau khi cán bộ đầu mối lập từ các nhiệm vụ được giao.
          </EmptyState>
          <PageSkeleton />
          <Trouble error={new ConnectionLost('sample')} onRetry={() => undefined} />
          <Trouble error={FAILED} onRetry={() => undefined} />
          <ProgressNote label="Đang đọc tài liệu" done={12} total={40} mayLeave />
        </Stack>
      </Section>
      <ConfirmDialog opened={isAsking} onClose={() => setIsAsking(false)} title="Ban hành kế hoạch?" confirmLabel="Ban hành" onConfirm={() => setIsAsking(false)}>
        124 đơn vị sẽ nhận được nhiệm vụ và thông báo ngay. Sau khi ban hành chỉ sửa được bằng văn bản sửa đổi.
      </ConfirmDialog>
    </Page>
  )
}

const UNIT_OPTIONS: readonly SearchOption[] = SAMPLE_UNITS.map((label) => ({ value: label, label, detail: label.startsWith('Sở') ? 'cơ quan chuyên môn' : 'chính quyền cấp xã' }))
const findUnits = optionsIn(UNIT_OPTIONS)

function Fields() {
  const [date, setDate] = useState<PlainDate | null>(plainDate('2026-01-05'))
  const [people, setPeople] = useState<number | null>(1234.5)
  const [lead, setLead] = useState<SearchOption | null>(null)
  const [others, setOthers] = useState<SearchOption[]>(UNIT_OPTIONS.slice(1, 3))
  return (
    <Stack maw="36rem">
      <TextInput label="Trích yếu" description="Viết như trên văn bản." placeholder="Về việc…" required />
      <TextInput label="Số và ký hiệu" defaultValue="456" error="Thiếu ký hiệu, ví dụ 456-QĐ/TU." />
      <TextInput label="Mã định danh" defaultValue="NV-2026-0042" disabled />
      <DateField label="Ngày ban hành" value={date} onChange={setDate} required />
      <NumberField label="Số người được phổ biến" value={people} onChange={setPeople} unit="người" />
      <SearchSelect label="Đơn vị chủ trì" find={findUnits} findKey={['sample-units']} value={lead} onChange={setLead} required />
      <SearchSelectMany label="Đơn vị phối hợp" description="Chọn được nhiều đơn vị." find={findUnits} findKey={['sample-units']} value={others} onChange={setOthers} />
    </Stack>
  )
}
