import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { CERTAINTIES, type Certainty } from '#kernel/certainty.ts'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'

/** One line of a seed file; every reading names the line when what stands there cannot be. */
export interface SeedRow {
  text(column: string): string
  textOrNull(column: string): string | null
  date(column: string): PlainDate
  dateOrNull(column: string): PlainDate | null
  number(column: string): number
  numberOrNull(column: string): number | null
  oneOf<Word extends string>(column: string, words: readonly Word[]): Word
  certainty(): Certainty
}

/** A cell that cannot be; the message is for whoever writes seed files, the fields for a sentence to others. */
export class UnreadableCell extends RangeError {
  readonly cell: { readonly line: number; readonly column: string; readonly value: string }

  constructor(message: string, cell: UnreadableCell['cell']) {
    super(message)
    this.cell = cell
  }
}

/** Reads CSV with a header line; `name` is only for messages. */
export function seedRows(name: string, csv: string): readonly SeedRow[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true, skip_empty_lines: true })
  return rows.map((row, index) => seedRow(row, name, index + 2))
}

/** Name-based UUID (RFC 9562, version 5) of a readable key, so that a seeded record has the same id in every installation. */
export function seedId(kind: string, key: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(`${kind}:${key}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Our own, chosen once; another one would give every seeded record another id. */
const NAMESPACE = Buffer.from('8d2f1c4e6b7a4f0e9c315a7d0be42f68', 'hex')

function seedRow(row: Readonly<Record<string, string>>, name: string, line: number): SeedRow {
  function wrong(column: string, wanted: string): UnreadableCell {
    const value = row[column] ?? ''
    return new UnreadableCell(`${name}, line ${line}: "${column}" must be ${wanted}, not "${value}"`, { line, column, value })
  }
  function textOrNull(column: string): string | null {
    if (row[column] === undefined) throw wrong(column, 'there')
    return row[column] === '' ? null : row[column].normalize('NFC')
  }
  function text(column: string): string {
    const found = textOrNull(column)
    if (found === null) throw wrong(column, 'filled in')
    return found
  }
  function date(column: string): PlainDate {
    const found = findPlainDate(text(column))
    if (found === undefined) throw wrong(column, 'a day YYYY-MM-DD')
    return found
  }
  function number(column: string): number {
    const found = Number(text(column))
    if (!Number.isFinite(found)) throw wrong(column, 'a number')
    return found
  }
  function oneOf<Word extends string>(column: string, words: readonly Word[]): Word {
    const found = words.find((word) => word === row[column])
    if (found === undefined) throw wrong(column, `one of ${words.join(', ')}`)
    return found
  }
  return {
    text,
    textOrNull,
    date,
    dateOrNull: (column) => (textOrNull(column) === null ? null : date(column)),
    number,
    numberOrNull: (column) => (textOrNull(column) === null ? null : number(column)),
    oneOf,
    certainty: () => oneOf('certainty', CERTAINTIES),
  }
}
