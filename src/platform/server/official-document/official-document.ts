import type { PlainDate } from '#kernel/plain-date.ts'
import type { Table } from '../spreadsheet/table.ts'
import type { DocumentType } from './document-types.ts'

/**
 * An administrative document (văn bản hành chính) as content, without its form. Names are written as in a sentence ("Sở Nội
 * vụ"); capitals, dashes, numbering, the closing "./." and the places on the page come from the format (`./print.ts`).
 */
export interface OfficialDocument {
  readonly type: DocumentType
  /** For a form that is named otherwise than its type: "Phiếu hướng dẫn", with what stands for it in the number. */
  readonly named?: { readonly name: string; readonly abbreviation: string | null }
  /** The body directly above (cơ quan chủ quản), shortened as usual: "UBND tỉnh Lâm Đồng". */
  readonly superior: string | null
  readonly issuer: string
  /** `null` while it is a draft: the clerk's blank is left. A text is the whole number with its sign, as the clerk wrote it. */
  readonly number: number | string | null
  /** What follows the type in the sign: "SNV"; for a công văn the body and who drafts it, "SNV-CCHC". */
  readonly bodySign: string
  /** The administrative unit where the body sits: "Lâm Đồng". */
  readonly place: string
  readonly issuedOn: PlainDate | null
  /** Trích yếu; for a công văn without its "V/v". */
  readonly subject: string
  /** Kính gửi: who has to act, for upward reports, proposals and công văn. */
  readonly addressees: readonly string[]
  /** Căn cứ, without their closing mark. */
  readonly grounds: readonly string[]
  /** Of a decision: who decides. Stands above the grounds; "QUYẾT ĐỊNH:" follows them. */
  readonly decidedBy?: string
  /** Of a decision: what was found, between its grounds and the word. */
  readonly findings?: readonly Block[]
  readonly body: readonly Block[]
  readonly signature: Signature
  /** Who signs beside the one above, as minutes and receipts have it. */
  readonly coSigners?: readonly CoSigner[]
  /** Nơi nhận, without dashes; "Như trên" and the archive's line are added. */
  readonly recipients: readonly string[]
  /** Who keeps the archive copy beside the clerk's office (VT): the drafting unit's sign, "CCHC". */
  readonly archive: string | null
  readonly annexes: readonly Annex[]
  readonly urgency?: 'HỎA TỐC' | 'THƯỢNG KHẨN' | 'KHẨN'
  readonly circulation?: 'LƯU HÀNH NỘI BỘ' | 'XEM XONG TRẢ LẠI'
  /** Written across and under every page of a document that is not to be taken for a real one: "DỮ LIỆU TRÌNH DIỄN". */
  readonly mark?: string
  /** A small line under every page that ties the sheet to its record: "Bản duyệt số 2, mã kiểm 3fa9c01b22dd". */
  readonly foot?: string
}

export type Text = string | readonly Run[]

export interface Run {
  readonly text: string
  readonly isBold?: boolean
  readonly isItalic?: boolean
}

/** Numbers follow the order: a section starts its clauses again, a clause its points. */
export type Block =
  /** Mục: "I. KẾT QUẢ THỰC HIỆN". */
  | { readonly kind: 'section'; readonly title: string }
  /** Khoản with a title, on a line of its own: "1. Công tác phổ biến, quán triệt". */
  | { readonly kind: 'titled clause'; readonly title: string }
  /** Khoản: "1. …". */
  | { readonly kind: 'clause'; readonly text: Text }
  /** Điều of a decision: "Điều 1. …"; clauses begin anew under it. */
  | { readonly kind: 'article'; readonly text: Text }
  /** Điểm: "a) …". */
  | { readonly kind: 'point'; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly text: Text }
  /** Gạch đầu dòng: "- …". */
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'table'; readonly table: Table }

/** Somebody who signs on the left of box 7 or above it: "Người nộp đơn". */
export interface CoSigner { readonly position: string; readonly name: string | null }

/** Box 7: on whose behalf, by which right and in which position somebody signs. */
export interface Signature {
  /** TM.: the collective or body signed for, "Ủy ban nhân dân". */
  readonly onBehalfOf?: string
  /** KT. for the head, TL. by order, TUQ. by authorisation: each with the position whose right is used, highest first. */
  readonly by?: readonly { readonly right: 'KT' | 'TL' | 'TUQ'; readonly position: string }[]
  /** The signer's own position: "Giám đốc". */
  readonly position: string
  /** Q.: entrusted with the head's position. */
  readonly isActing?: boolean
  /** Without titles or degrees; `null` leaves the line empty. */
  readonly name: string | null
}

/** Starts on a page of its own with its own page numbers, lying where a table is too wide for an upright page. */
export interface Annex {
  readonly title: string
  readonly body: readonly Block[]
}
