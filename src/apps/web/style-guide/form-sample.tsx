import { Button, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { FormPage } from '#platform/web/form-page.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'

interface Progress {
  kind: string
  note: string
  place: string
  heldOn: PlainDate | null
  people: number | null
}

export function FormSample() {
  const t = usePhrase()
  const [files, setFiles] = useState<File[]>([])
  const form = useForm<Progress>({
    initialValues: { kind: 'under-way', note: '', place: '', heldOn: null, people: null },
    validate: {
      note: (note) => (note.trim() === '' ? t('web.field_required') : null),
      heldOn: (day) => (day === null ? t('web.field_required') : null),
    },
  })
  const draft = useDraft('sample-progress', form)
  // There is no such route: pressing the button shows how a refusal looks.
  const send = useCommand({ run: (progress: Progress) => api.post('/api/sample', progress), form, onDone: () => draft.forget() })
  return (
    <FormPage
      title="Báo cáo tiến độ"
      breadcrumbs={[{ label: 'Mẫu giao diện', to: '/mau-giao-dien' }]}
      form={form}
      onSubmit={send.run}
      submitLabel="Gửi báo cáo"
      command={send}
      draft={draft}
      wouldLose={files.length > 0}
      cancelTo="/mau-giao-dien/ban-ghi"
      otherActions={<Button variant="default" size="md">Xem trước</Button>}
    >
      <Radio.Group label="Tình hình" {...form.getInputProps('kind')}>
        <Stack gap="xs" mt={4}>
          <Radio value="under-way" label="Đang thực hiện" />
          <Radio value="done" label="Đã hoàn thành" />
        </Stack>
      </Radio.Group>
      <Textarea label="Kết quả" description="Nêu việc đã làm, kết quả cụ thể, vướng mắc nếu có." autosize minRows={3} withAsterisk {...form.getInputProps('note')} />
      <TextInput label="Địa điểm" {...form.getInputProps('place')} />
      <DateField label="Ngày tổ chức" required {...form.getInputProps('heldOn')} />
      <NumberField label="Số người dự" unit="người" {...form.getInputProps('people')} />
      <FileDrop label="Tài liệu kèm theo" name="files" value={files} onChange={setFiles} accept={['.docx', '.pdf', '.jpg', '.png']} maxBytes={20 * 2 ** 20} multiple />
    </FormPage>
  )
}
