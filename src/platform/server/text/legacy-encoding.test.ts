import { expect, test } from 'vitest'
import { PLAN_OF_LAM_DONG, planFixture } from '#tests/support/plan-fixtures.ts'
import { isLegacyEncoded } from './legacy-encoding.ts'

test.each([
  ['TCVN3', 'Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc. ñy ban nh©n d©n tØnh ban hµnh KÕ ho¹ch thùc hiÖn c«ng t¸c d©n vËn n¨m 2005', true],
  ['VNI', 'COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM Ñoäc laäp - Töï do - Haïnh phuùc. UÛy ban nhaân daân tænh ban haønh Keá hoaïch thöïc hieän coâng taùc daân vaän', true],
  ['French', 'Le comité populaire de la province a adopté un plan général pour améliorer les relations entre l’administration et la population en été', false],
  ['Vietnamese without marks', 'Uy ban nhan dan tinh ban hanh Ke hoach thuc hien cong tac dan van nam 2024 tren dia ban tinh', false],
  ['Unicode', planFixture(PLAN_OF_LAM_DONG), false],
])('%s', (_name, text, expected) => {
  expect(isLegacyEncoded(text)).toBe(expected)
})
