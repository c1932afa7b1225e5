import { Anchor, Group, Text } from '@mantine/core'
import { formatDate } from '#kernel/plain-date.ts'
import { formatDateTime } from '#platform/web/format.ts'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { CaseRecord } from '../../contract.ts'
import { caseUrl } from '../queries.ts'
import './case-parts.css'

/** Dialogues: when, who chairs, whether the parties were told in time, and what came of it. */
export function CaseDialogues({ record: { id: caseId, dialogues } }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  if (dialogues.length === 0) return null
  return (
    <Section title={t('petitions.dialogues')}>
      <ul className="gd-case-list" aria-label={t('petitions.dialogues')}>
        {dialogues.map(({ id, on, at, place, notifiedOn, lastDayToNotify, inTime, chairedBy, held, attended, minutes }) => (
          <li key={id}>
            <div>
              <strong>{t('petitions.dialogue_when', { date: formatDate(on), at: at.slice(0, 5), place })}</strong>
              <div>{t('petitions.dialogue_chair', { name: chairedBy })}</div>
              <div>
                {t('petitions.dialogue_told', { date: formatDate(notifiedOn) })}{' '}
                {lastDayToNotify === null || inTime === null ? null : <><StateBadge tone={inTime ? 'done' : 'late'}>{t(inTime ? 'petitions.dialogue_told_in_time' : 'petitions.dialogue_told_late')}</StateBadge> {t('petitions.dialogue_told_by', { date: formatDate(lastDayToNotify) })}</>}
              </div>
              <div>{held === null ? t('petitions.dialogue_waiting') : held ? t('petitions.dialogue_was_held', { count: attended ?? 0 }) : t('petitions.dialogue_not_held')}</div>
              {minutes === null ? null : <Text className="gd-case-text">{minutes}</Text>}
            </div>
            <Group gap="sm" className="gd-no-print"><Anchor href={`${caseUrl(caseId)}/dialogues/${id}/${held === null ? 'invitation' : 'minutes'}.docx`} download>{t(held === null ? 'petitions.dialogue_invitation' : 'petitions.dialogue_minutes_form')}</Anchor></Group>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the sender was asked, and answered. */
export function CaseQuestions({ record: { questions } }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  if (questions.length === 0) return null
  return (
    <Section title={t('petitions.questions')}>
      <ul className="gd-case-list" aria-label={t('petitions.questions')}>
        {questions.map(({ id, askedOn, question, answer, answeredAt }) => (
          <li key={id}>
            <div>
              <div className="gd-muted">{t('petitions.question_asked', { date: formatDate(askedOn) })}</div>
              <Text className="gd-case-text" fw={600}>{question}</Text>
              {answer === null || answeredAt === null ? <div className="gd-muted">{t('petitions.question_waiting')}</div> : (
                <>
                  <div className="gd-muted">{t('petitions.question_answered_at', { at: formatDateTime(answeredAt) })}</div>
                  <Text className="gd-case-text">{answer}</Text>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the body that got the case told of it. */
export function CaseReplies({ record: { replies } }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  if (replies.length === 0) return null
  return (
    <Section title={t('petitions.replies')}>
      <ul className="gd-case-list" aria-label={t('petitions.replies')}>
        {replies.map(({ id, on, number, fromBody, summary }) => (
          <li key={id}><div><strong>{t('petitions.reply_line', { body: fromBody, number, date: formatDate(on) })}</strong><Text className="gd-case-text">{summary}</Text></div></li>
        ))}
      </ul>
    </Section>
  )
}

/** How the sender rated the outcome; low marks may ask to open it again. */
export function CaseRating({ record: { rating } }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  if (rating === null) return null
  return (
    <Section title={t('petitions.rating')}>
      {rating.score === null ? <Text className="gd-muted">{t('petitions.rating_waiting', { date: formatDate(rating.offeredOn) })}</Text> : (
        <>
          <Text fw={600}>{t('petitions.rating_score', { score: rating.score })}</Text>
          {rating.comment === null ? null : <Text className="gd-case-text">{rating.comment}</Text>}
          {rating.wantsReopening ? <StateBadge tone="soon">{t('petitions.rating_wants_reopening')}</StateBadge> : null}
        </>
      )}
    </Section>
  )
}
