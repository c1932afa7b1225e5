import { Group, Radio, Switch, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { findPlainDate, formatDate } from '#kernel/plain-date.ts'
import { withQuery } from '#platform/web/api-client.ts'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { usePathParam, useUrlState } from '#platform/web/url-state.ts'
import { useViewDate } from '#platform/web/view-date.ts'
import { RollUpTable } from '../components/roll-up-table.tsx'
import { planQueries } from '../queries.ts'

/** One directive's obligations summed up the tree: of the units of the day it was issued, or of today's. */
export function RollUpPage() {
  const t = usePhrase()
  const { today } = useSession()
  const { on } = useViewDate()
  const url = useUrlState()
  const directiveId = usePathParam('directiveId')
  const directive = useQuery(planQueries.directive(directiveId))
  const issuedOn = findPlainDate(directive.data?.issuedOn ?? '')
  const isThen = url.get('tree') !== 'now'
  const isDeep = url.get('deep') === '1'
  const treeOn = isThen ? issuedOn ?? today : today
  const rollUp = useQuery({ ...planQueries.rollUp({ directiveId, on, treeOn }), enabled: directive.isSuccess })
  return (
    <Page
      title={t('plans.roll_up')} lead={t('plans.roll_up_lead')}
      breadcrumbs={[{ label: t('plans.title'), to: '/ke-hoach' }, { label: directive.data?.number ?? t('plans.directive'), to: `/ke-hoach/${directiveId}` }]}
    >
      <Radio.Group label={t('plans.roll_up_by')} value={isThen ? 'then' : 'now'} onChange={(value) => { url.set({ tree: value === 'now' ? 'now' : undefined }) }} mb="sm">
        <Group mt={4}>
          <Radio value="then" label={t('plans.tree_then', { day: formatDate(issuedOn ?? today) })} />
          <Radio value="now" label={t('plans.tree_now')} />
        </Group>
      </Radio.Group>
      <Switch label={t('plans.every_level')} checked={isDeep} onChange={({ currentTarget }) => { url.set({ deep: currentTarget.checked ? '1' : undefined }) }} mb="md" />
      <Loaded query={rollUp}>
        {(loaded) => (
          <Section title={t('plans.roll_up')}>
            <RollUpTable
              rollUp={loaded} isDeep={isDeep}
              records={(underUnitId, state) => withQuery('/ke-hoach/viec', { directiveId, underUnitId, treeOn, state })}
            />
            {loaded.nowhere.length > 0 && <Text mt="sm">{t('plans.nowhere', { count: loaded.nowhere.length })}</Text>}
          </Section>
        )}
      </Loaded>
    </Page>
  )
}
