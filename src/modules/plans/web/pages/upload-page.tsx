import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { FormPage } from '#platform/web/form-page.tsx'
import { linkTo } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Made } from '../../contract.ts'
import { PLANS_CHANGED } from '../queries.ts'

interface Upload { file: File[] }

export function UploadPage() {
  const t = usePhrase()
  const navigate = useNavigate()
  const form = useForm<Upload>({ initialValues: { file: [] }, validate: { file: (files) => (files.length === 0 ? t('plans.file_missing') : null) } })
  const upload = useCommand({
    run: ({ file: [file] }: Upload) => {
      const body = new FormData()
      if (file !== undefined) body.append('file', file)
      return api.upload('/api/plans/directives', body, Made)
    },
    form, refresh: PLANS_CHANGED,
    onDone: ({ id }) => void navigate(linkTo(`/ke-hoach/${id}/ban-doc`)),
  })
  return (
    <FormPage
      title={t('plans.upload')} breadcrumbs={[{ label: t('plans.title'), to: '/ke-hoach' }]} form={form} onSubmit={upload.run} submitLabel={t('plans.upload_submit')} command={upload}
      wouldLose={false} cancelTo="/ke-hoach"
    >
      <FileDrop
        label={t('plans.file')} name="file" description={t('plans.upload_help')} accept={['.docx', '.pdf', '.txt', '.md']} maxBytes={20 * 2 ** 20} required
        value={form.values.file} onChange={(files) => { form.setFieldValue('file', files) }} error={form.errors['file']}
      />
    </FormPage>
  )
}
