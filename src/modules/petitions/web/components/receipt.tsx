import { Button, Group, Skeleton, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { toString as qrPicture } from 'qrcode'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { Facts } from '#platform/web/facts.tsx'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { ReactNode } from 'react'
import type { CaseRecord } from '../../contract.ts'
import type { Channel } from '../../domain/case.ts'
import { caseQueries } from '../queries.ts'
import { proofAddress, trackingAddress } from '../receipt-address.ts'
import './register.css'

export interface ReceiptOf {
  readonly id: string
  readonly code: string
  readonly number: number
  readonly year: number
  readonly unitName: string
  readonly receivedOn: PlainDate
  readonly channel: Channel
  readonly senderName: string | null
  /** The nearest term, for who may read the case: by then something has to happen. */
  readonly due?: { readonly name: string; readonly on: PlainDate } | null
}

/** By when something has to happen next. */
export function nearestTerm({ terms, dueOn, dueStep }: Pick<CaseRecord, 'terms' | 'dueOn' | 'dueStep'>): { readonly name: string; readonly on: PlainDate } | null {
  const term = terms.find(({ procedure, step, stoppedOn }) => stoppedOn === null && `${procedure}.${step}` === dueStep)
  return term === undefined || dueOn === null ? null : { name: term.name, on: dueOn }
}

/** What the sender takes along: the code, large enough to read out, and its QR; never the content. */
export function Receipt({ receipt, actions, notes }: { readonly receipt: ReceiptOf; readonly actions: ReactNode; readonly notes?: ReactNode }) {
  const t = usePhrase()
  const { id, code, number, year, unitName, receivedOn, channel, senderName, due = null } = receipt
  return (
    <Page
      title={t('petitions.slip_title')} width="narrow" breadcrumbs={[{ label: t('petitions.cases'), to: '/don-thu' }]} lead={t('petitions.slip_of', { number, year })}
      actions={<Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => { window.print() }}>{t('petitions.slip_print')}</Button>}
    >
      {notes}
      <section className="gd-section gd-receipt">
        <div className="gd-receipt-body">
          <Qr caseId={id} code={code} />
          <div>
            <Text component="p" m={0} className="gd-muted">{t('petitions.code')}</Text>
            <p className="gd-receipt-code" style={{ margin: 0 }}>{code}</p>
            <Text component="p" mt={4} mb={0}>{t('petitions.slip_where')} <strong>{trackingAddress(null)}</strong></Text>
            <Text component="p" mt="xs" mb={0} className="gd-no-print">{t('petitions.slip_code_help')}</Text>
          </div>
        </div>
        <Facts
          facts={[
            { label: t('petitions.unit'), value: unitName }, { label: t('petitions.received_on'), value: formatDate(receivedOn) }, { label: t('petitions.channel'), value: t(`petitions.channel.${channel}`) },
            { label: t('petitions.sender'), value: senderName ?? t('petitions.anonymous') },
            ...(due === null ? [] : [{ label: due.name, value: t('petitions.slip_due', { date: formatDate(due.on) }) }]),
          ]}
        />
        <Text component="p" m={0} className="gd-muted">{t('petitions.slip_no_content')}</Text>
      </section>
      <Group mt="md" className="gd-no-print">{actions}</Group>
    </Page>
  )
}

/** The proof as the portal signs it; until it has come, or where there is none, the way to the tracking page. */
function Qr({ caseId, code }: { readonly caseId: string; readonly code: string }) {
  const t = usePhrase()
  const receipt = useQuery(caseQueries.receipt(caseId))
  const proof = receipt.data?.proof ?? null
  const address = proof === null ? trackingAddress(code) : proofAddress(proof)
  const picture = useQuery({ queryKey: ['petitions', 'qr', address], queryFn: () => qrPicture(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'L' }), staleTime: Infinity, enabled: !receipt.isPending })
  if (picture.data === undefined) return <Skeleton className="gd-receipt-qr" />
  return <img className="gd-receipt-qr" alt={t(proof === null ? 'petitions.slip_qr' : 'petitions.slip_qr_proof')} src={`data:image/svg+xml;utf8,${encodeURIComponent(picture.data)}`} />
}
