/** Columns as wide as their widest cell; the first row is the head. */
export function lined(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').normalize('NFC').length)))
  const line = (row: readonly string[]) => `${row.map((cell, column) => cell.normalize('NFC').padEnd(widths[column] ?? 0)).join('  ').trimEnd()}\n`
  const [head = [], ...others] = rows
  return [line(head), `${widths.map((width) => '-'.repeat(width)).join('  ')}\n`, ...others.map(line)].join('')
}
