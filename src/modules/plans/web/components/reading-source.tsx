import { useEffect, useMemo, useRef } from 'react'
import { findPassage, searchable } from '../../domain/find-passage.ts'
import './reading.css'

/** The document as it came, the clause being worked on marked and in view. */
export function ReadingSource({ text, clause }: { readonly text: string; readonly clause: string }) {
  const source = useMemo(() => searchable(text), [text])
  const passage = useMemo(() => findPassage(source, clause), [source, clause])
  const mark = useRef<HTMLElement>(null)
  useEffect(() => { mark.current?.scrollIntoView({ block: 'nearest' }) }, [passage?.from])
  return (
    <div className="gd-reading-source">
      {passage === undefined ? source.text : (
        <>
          {source.text.slice(0, passage.from)}
          <mark ref={mark}>{source.text.slice(passage.from, passage.to)}</mark>
          {source.text.slice(passage.to)}
        </>
      )}
    </div>
  )
}
