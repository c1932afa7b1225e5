type DecodedText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly because: 'binary' | 'legacy' }

/** UTF-8 or UTF-16, with its mark or without. Bytes that are neither are shown as an old one-byte encoding would, for the caller to judge. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = utf16Of(bytes)
  if (encoding !== null) return { ok: true, text: new TextDecoder(encoding).decode(bytes) }
  if (bytes.subarray(0, 4096).includes(0)) return { ok: false, because: 'binary' }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, because: isMostlyPrintable(bytes) ? 'legacy' : 'binary' }
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // Vietnamese in UTF-16 has a zero byte at every space, digit and plain letter, always on the same side.
  if (odd > sample.length * 0.15 && even < odd / 20) return 'utf-16le'
  if (even > sample.length * 0.15 && odd < even / 20) return 'utf-16be'
  return null
}

function isMostlyPrintable(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4000)
  const control = sample.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13).length
  return control < sample.length * 0.01
}
