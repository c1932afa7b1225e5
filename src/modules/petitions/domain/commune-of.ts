const COMMUNE = /(?:^|,\s*|-\s*)((?:xã|phường|thị trấn|đặc khu|p\.|x\.|tt\.)\s*[^,-]+)/iu

/** The commune as the sender wrote it in the address, "xã Đạ Tẻh"; null where none stands there. */
export function communeOf(address: string | null): string | null {
  return address === null ? null : COMMUNE.exec(address)?.[1]?.trim() ?? null
}
