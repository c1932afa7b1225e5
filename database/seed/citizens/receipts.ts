import type { Db } from '#platform/server/database/connection.ts'
import { settingStore } from '#platform/server/setting-store.ts'
import { caseStore } from '#modules/petitions/server/case-store.ts'
import type { Hand } from './letter.ts'

/** Cases of which whoever tries the portal gets the receipt code, with what is to be seen there. */
export const RECEIPTS = {
  question: 'phản ánh kèm ảnh, cơ quan đang hỏi thêm người gửi',
  answered: 'phản ánh đã trả lời, chờ người gửi đánh giá',
  underWay: 'khiếu nại đang giải quyết, có ngày hết hạn và căn cứ',
} as const
export type ReceiptName = keyof typeof RECEIPTS
export const RECEIPT_NAMES = Object.keys(RECEIPTS) as ReceiptName[]

const settingOf = (name: ReceiptName) => `demonstration-receipt-${name}`

/** A code is drawn by lot when the letter comes, so it is written down for the welcome. */
export async function keepReceipts(db: Db, hands: Readonly<Record<ReceiptName, Hand | null>>): Promise<void> {
  for (const name of RECEIPT_NAMES) {
    const id = hands[name]?.id ?? null
    const row = id === null ? undefined : await caseStore(db).find(id)
    if (row !== undefined) await settingStore(db).put(settingOf(name), row.code)
  }
}

/** What the welcome prints. */
export async function demonstrationReceipts(db: Db): Promise<{ readonly code: string; readonly about: string }[]> {
  const codes = await Promise.all(RECEIPT_NAMES.map((name) => settingStore(db).find(settingOf(name))))
  return codes.flatMap((code, index) => { const name = RECEIPT_NAMES[index]; return typeof code === 'string' && name !== undefined ? [{ code, about: RECEIPTS[name] }] : [] })
}
