import { create } from 'qrcode'
import { expect, test } from 'vitest'
import { qrCode } from './qr.ts'

test('the picture has every dark square of the code and no other, with quiet around it', () => {
  const text = `GD1.abcdefgh.${'x'.repeat(200)}`
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const picture = String(qrCode(text, { label: 'Mã QR "của" biên nhận' }))
  const dark = new Set<string>()
  for (const [, x, y, length] of picture.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(length); at += 1) dark.add(`${Number(x) + at - 4},${Number(y) - 4}`)
  }
  const expected = Array.from(modules.data).flatMap((cell, index) => (cell === 1 ? [`${index % modules.size},${Math.floor(index / modules.size)}`] : []))
  expect([...dark].toSorted()).toEqual(expected.toSorted())
  expect(picture).toContain(`viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"`)
  expect(picture).toContain('aria-label="Mã QR &quot;của&quot; biên nhận"')
})
