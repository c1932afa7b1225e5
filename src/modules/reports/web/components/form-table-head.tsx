import type { FormColumn } from '../../domain/form.ts'
import { leavesOf } from '../../domain/form.ts'
import { headLinesOf } from '../../domain/table-head.ts'
import './form-table-head.css'

interface FormTableHeadProps {
  readonly columns: readonly FormColumn[]
  /** Over the column of units, left of the figures. */
  readonly firstTitle: string
}

/** The head of a table of columns as its circular prints it: the tree of headings, then the line of printed numbers. */
export function FormTableHead({ columns, firstTitle }: FormTableHeadProps) {
  const lines = headLinesOf(columns)
  return (
    <thead className="gd-form-head">
      {lines.map((line, at) => (
        <tr key={at}>
          {at === 0 && <th scope="col" rowSpan={lines.length}>{firstTitle}</th>}
          {line.map(({ title, colSpan, rowSpan, isGroup }, index) => (
            <th key={index} scope={isGroup ? 'colgroup' : 'col'} colSpan={colSpan} rowSpan={rowSpan}>{title}</th>
          ))}
        </tr>
      ))}
      <tr className="gd-form-numbers">
        <td aria-hidden />
        {leavesOf(columns).map(({ number }, index) => <td key={index}>{number}</td>)}
      </tr>
    </thead>
  )
}
