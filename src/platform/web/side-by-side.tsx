import { Badge, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { usePhrase } from './phrases.tsx'
import { wordDifference } from './word-difference.ts'
import './side-by-side.css'

interface Pane {
  readonly title: string
  readonly children: ReactNode
}

interface SideBySideProps {
  readonly left: Pane
  readonly right: Pane
  /** The right one is a form: it goes on with the page while the left one stays in sight. */
  readonly runsOn?: boolean
}

/** Two things looked at together: source and structure, mine and theirs. Each scrolls by itself; on a phone one stands under the other. */
export function SideBySide({ left, right, runsOn = false }: SideBySideProps) {
  return (
    <div className="gd-sides" data-runs-on={runsOn || undefined}>
      {[left, right].map((pane) => (
        <section key={pane.title} className="gd-side" aria-label={pane.title} tabIndex={0}>
          <h2>{pane.title}</h2>
          {pane.children}
        </section>
      ))}
    </div>
  )
}

export interface ComparedRow {
  readonly id: string
  readonly label: string
  /** Null: not there on that side. */
  readonly before: string | null
  readonly after: string | null
}

interface ComparisonProps {
  readonly caption: string
  readonly beforeTitle: string
  readonly afterTitle: string
  readonly rows: readonly ComparedRow[]
}

/** Revision and revision, line by line. What changed is said by a word and by marks in the text, not by colour alone. */
export function Comparison({ caption, beforeTitle, afterTitle, rows }: ComparisonProps) {
  const t = usePhrase()
  return (
    <table className="gd-comparison">
      <caption className="gd-table-caption">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{beforeTitle}</th>
          <th scope="col">{afterTitle}</th>
        </tr>
      </thead>
      {rows.map((row) => {
        const change = changeOf(row)
        return (
          <tbody key={row.id} data-change={change}>
            <tr>
              <th colSpan={2} scope="rowgroup">
                {row.label} <Badge variant="light" color={change === 'same' ? 'gray' : 'amber'}>{t(`web.compare_${change}`)}</Badge>
              </th>
            </tr>
            <tr>
              <td data-side={beforeTitle}>{row.before === null ? <span className="gd-muted">{t('web.compare_missing')}</span> : <Marked row={row} side="removed" />}</td>
              <td data-side={afterTitle}>{row.after === null ? <span className="gd-muted">{t('web.compare_missing')}</span> : <Marked row={row} side="added" />}</td>
            </tr>
          </tbody>
        )
      })}
    </table>
  )
}

function changeOf({ before, after }: ComparedRow): 'same' | 'added' | 'removed' | 'changed' {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return before === after ? 'same' : 'changed'
}

function Marked({ row: { before, after }, side }: { readonly row: ComparedRow; readonly side: 'added' | 'removed' }) {
  const t = usePhrase()
  if (before === null || after === null) return before ?? after
  return wordDifference(before, after)
    .filter((run) => run.kind === 'same' || run.kind === side)
    .map((run, index) => {
      if (run.kind === 'same') return <span key={index}>{run.text}</span>
      const Mark = side === 'added' ? 'ins' : 'del'
      return (
        <Mark key={index}>
          <VisuallyHidden>{` ${t(`web.compare_${side}`)}: `}</VisuallyHidden>
          {run.text}
        </Mark>
      )
    })
}
