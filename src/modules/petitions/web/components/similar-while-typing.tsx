import { Button, Group } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import type { z } from 'zod'
import type { SimilarQuestion } from '../../contract-cases.ts'
import { caseQueries } from '../queries.ts'
import { isFilled, type RegisterDraft } from './register-draft.ts'
import { FormPart } from './form-part.tsx'
import { SimilarLine } from './similar-cases.tsx'
import type { RegisterForm } from './use-register.ts'
import './case-parts.css'

type Asked = z.input<typeof SimilarQuestion>

/** Letters enough to compare a text by. */
const ENOUGH_TEXT = 30

/** What the register already has of the same person or the same text, while it is being typed; one may be named as the same matter. */
export function SimilarWhileTyping({ form }: { readonly form: RegisterForm }) {
  const t = usePhrase()
  const session = useSession()
  const [values] = useDebouncedValue(form.values, 800)
  const question = questionOf(values)
  const mayRead = holds(session, 'petitions.read', values.unitId)
  const found = useQuery({ ...caseQueries.similarTo(question), enabled: mayRead && isWorthAsking(question), placeholderData: keepPreviousData }).data?.cases ?? []
  const { repeatOf } = form.values
  if (!mayRead || (found.length === 0 && repeatOf === null)) return null
  return (
    <FormPart title={t('petitions.similar')}>
      <p className="gd-muted" style={{ margin: 0 }}>{t('petitions.similar_help')}</p>
      <ul className="gd-case-list" aria-label={t('petitions.similar')}>
        {found.map((line) => (
          <li key={line.id}>
            <SimilarLine line={line} />
            <Button
              variant="default" size="compact-md" aria-pressed={repeatOf?.value === line.id}
              onClick={() => { form.setFieldValue('repeatOf', repeatOf?.value === line.id ? null : { value: line.id, label: line.title }) }}
            >
              {t(repeatOf?.value === line.id ? 'petitions.similar_undo' : 'petitions.similar_use')}
            </Button>
          </li>
        ))}
      </ul>
      {repeatOf === null ? null : (
        <Group gap="xs" role="status">
          <span>{t('petitions.similar_used')}: <strong>{repeatOf.label}</strong></span>
          {found.some(({ id }) => id === repeatOf.value) ? null : <Button variant="subtle" size="compact-md" onClick={() => { form.setFieldValue('repeatOf', null) }}>{t('petitions.similar_undo')}</Button>}
        </Group>
      )}
    </FormPart>
  )
}

function questionOf({ unitId, title, content, channel, parties, isAnonymous }: RegisterDraft): Asked {
  const people = isAnonymous ? [] : parties.filter((party) => isFilled(party) && party.name.trim() !== '')
  return {
    unitId, title: title.slice(0, 200), content: content.slice(0, 20_000), channel,
    people: people.slice(0, 20).map(({ name, address, phone, identityNumber }) => ({ name: name.slice(0, 120), address: orNull(address, 300), phone: orNull(phone, 20), identityNumber: orNull(identityNumber, 20) })),
  }
}

function isWorthAsking({ title = '', content = '', people = [] }: Asked): boolean {
  return `${title} ${content}`.trim().length >= ENOUGH_TEXT || people.some(({ name = '' }) => name.trim().length >= 5)
}

function orNull(text: string, most: number): string | null {
  return text.trim() === '' ? null : text.trim().slice(0, most)
}
