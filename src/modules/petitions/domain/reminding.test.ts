import { expect, test } from 'vitest'
import type { DueNews } from '#kernel/due-news.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import type { CaseKind } from './case.ts'
import { whoHears } from './reminding.ts'

const TODAY = plainDate('2026-03-02')
const [HEAD, SORTER, RESOLVER, HANDLER] = ['head', 'sorter', 'resolver', 'handler'] as AccountId[]
const hearers = {
  deciding: () => [HEAD].flatMap((id) => id ?? []), sorting: () => [HEAD, SORTER, HANDLER].flatMap((id) => id ?? []),
  handlesDenunciations: (_unit: UnitId, account: AccountId) => account === HEAD || account === HANDLER,
}

test.each<[string, CaseKind, AccountId | null, DueNews, string[], string[]]>([
  ['given to somebody, near', 'complaint', RESOLVER ?? null, 'due_soon', ['resolver'], []],
  ['given to somebody, over', 'complaint', RESOLVER ?? null, 'overdue', ['resolver'], ['head']],
  ['given to nobody, near', 'complaint', null, 'due_now', ['sorter', 'handler'], []],
  ['given to nobody, over', 'feedback', null, 'overdue', ['sorter', 'handler'], ['head']],
  ['given to the head, over: once', 'complaint', HEAD ?? null, 'overdue', ['head'], []],
  ['a denunciation of nobody', 'denunciation', null, 'overdue', ['handler'], ['head']],
  ['a denunciation of one who no longer handles them', 'denunciation', SORTER ?? null, 'overdue', [], ['head']],
])('%s', (_what, kind, assigneeId, news, own, heads) => {
  expect(whoHears({ unitId: 'unit' as UnitId, kind, assigneeId, dueOn: TODAY }, news, hearers)).toEqual({ own, heads })
})
