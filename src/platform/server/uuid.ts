import { randomBytes } from 'node:crypto'
import type { Id } from '#kernel/ids.ts'

/** A new id that sorts by time of making (UUID version 7, RFC 9562): made here, since PostgreSQL before 18 cannot. */
export function newId<Kind extends string>(): Id<Kind> {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as Id<Kind>
}
