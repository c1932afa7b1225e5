import { Alert, Button, Group, Image, Stack, Text, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { z } from 'zod'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import { RecoveryCodes, TotpSetup, type SecondStep } from '../../contract.ts'
import { mySessionsQuery } from '../queries.ts'
import { SmallForm } from '#platform/web/small-form.tsx'
import './plain-list.css'

type Setup = z.output<typeof TotpSetup>

/** A code of the telephone after the password. It is turned off only by a new one-time link. */
export function SecondStepSection({ isOn }: { readonly isOn: boolean }) {
  const t = usePhrase()
  const [setup, setSetup] = useState<Setup | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const begin = useCommand({ run: () => api.post('/api/people/me/totp', undefined, TotpSetup), refresh: [], onDone: setSetup })
  return (
    <Section title={t('people.second_step_title')} actions={<StateBadge tone={isOn ? 'done' : 'neutral'}>{isOn ? t('people.second_step_on') : t('people.second_step_off')}</StateBadge>}>
      {codes !== null ? (
        <CodesOnce codes={codes} onSeen={() => setCodes(null)} />
      ) : isOn ? (
        <Text>{t('people.second_step_is_on')}</Text>
      ) : setup !== null ? (
        <ConfirmSetup
          setup={setup}
          onDone={(shown) => {
            setCodes(shown)
            setSetup(null)
          }}
        />
      ) : (
        <Stack align="flex-start">
          <Text>{t('people.second_step_why')}</Text>
          <ProblemNote problem={begin.problem} />
          <Button variant="default" loading={begin.running} onClick={() => begin.run()}>
            {t('people.second_step_begin')}
          </Button>
        </Stack>
      )}
    </Section>
  )
}

function ConfirmSetup({ setup, onDone }: { readonly setup: Setup; readonly onDone: (codes: readonly string[]) => void }) {
  const t = usePhrase()
  const form = useForm<z.input<typeof SecondStep>>({
    initialValues: { code: '' },
    validate: { code: (code) => (/^\d{6}$/.test(code.trim()) ? null : t('people.code_six_digits')) },
  })
  const confirm = useCommand({
    run: ({ code }: z.input<typeof SecondStep>) => api.put('/api/people/me/totp', { code: code.trim() }, RecoveryCodes),
    form,
    refresh: [mySessionsQuery.queryKey],
    onDone: ({ codes }) => onDone(codes),
  })
  return (
    <SmallForm form={form} onSubmit={confirm.run} submitLabel={t('people.second_step_confirm')} command={confirm}>
      <Text>{t('people.second_step_scan')}</Text>
      <Image src={setup.picture} alt={t('people.second_step_picture')} w={240} h={240} />
      <Text>
        {t('people.second_step_secret')} <Text span ff="monospace" style={{ overflowWrap: 'anywhere' }}>{setup.secret}</Text>
      </Text>
      <TextInput label={t('people.code')} inputMode="numeric" autoComplete="one-time-code" withAsterisk {...form.getInputProps('code')} />
    </SmallForm>
  )
}

function CodesOnce({ codes, onSeen }: { readonly codes: readonly string[]; readonly onSeen: () => void }) {
  const t = usePhrase()
  return (
    <Stack>
      <Alert role="status" color="amber" title={t('people.recovery_title')}>{t('people.recovery_help')}</Alert>
      <ol className="gd-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Group className="gd-no-print">
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t('people.recovery_print')}
        </Button>
        <Button onClick={onSeen}>{t('people.recovery_kept')}</Button>
      </Group>
    </Stack>
  )
}
