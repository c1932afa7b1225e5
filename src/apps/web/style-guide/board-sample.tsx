import { BoardTiles, type Tile } from '#platform/web/board-tiles.tsx'
import { Page } from '#platform/web/page.tsx'
import type { StateTone } from '#platform/web/state-badge.tsx'
import { SAMPLE_UNITS } from './samples.ts'

const COUNTS: [late: number, soon: number, done: number][] = [[0, 0, 24], [3, 1, 18], [0, 2, 20], [0, 0, 11], [7, 0, 9], [0, 4, 15], [1, 1, 13]]

const TILES: readonly Tile[] = SAMPLE_UNITS.map((name, index) => {
  const [late, soon, done] = COUNTS[index] ?? [0, 0, 0]
  const tone: StateTone = late > 0 ? 'late' : soon > 0 ? 'soon' : 'done'
  const words = late > 0 ? `${String(late)} việc quá hạn` : soon > 0 ? `${String(soon)} việc sắp đến hạn` : 'Đúng tiến độ'
  const path = (state: string) => `/mau-giao-dien/danh-sach?unit=${encodeURIComponent(name)}&state=${state}`
  return {
    id: name, name, path: '/mau-giao-dien/ban-ghi', tone, words,
    figures: [
      { label: 'Quá hạn', value: late, path: path('late') },
      { label: 'Sắp đến hạn', value: soon, path: path('soon') },
      { label: 'Đã xong', value: done, path: path('done') },
    ],
  }
})

export function BoardSample() {
  return (
    <Page title="Tiến độ theo đơn vị" count={TILES.length}>
      <BoardTiles caption="Tiến độ nhiệm vụ theo đơn vị, nhiều việc quá hạn nhất đứng trước" tiles={TILES} />
    </Page>
  )
}
