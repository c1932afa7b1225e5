import type { PlainDate } from '#kernel/plain-date.ts'

/**
 * What a plan, directive, decision or official letter says, as far as its text says it (đọc kế hoạch).
 * What the document does not print is null. Texts are quoted in NFC with one space between words and with “ ” and ‘ ’ for quotes.
 * Structure follows Nghị định 30/2020/NĐ-CP (phần, chương, mục, I., Điều, 1., a)); see `outline.ts` for what becomes what.
 */
export type PlanReading = {
  readonly title: string | null
  /** Tên loại văn bản: "Kế hoạch", "Chỉ thị"… A letter that has only a "V/v" is a "Công văn". */
  readonly kind: string | null
  readonly number: string | null
  readonly issuedOn: PlainDate | null
  readonly issuer: string | null
  readonly signer: PlanSigner
  readonly sections: readonly PlanSection[]
  /** In the order of their first mention; one entry for each document, however often it is named. */
  readonly citations: readonly PlanCitation[]
  /** The lines of "Nơi nhận". */
  readonly recipients: readonly string[]
  readonly addressees: readonly PlanAddressees[]
}

export type PlanSigner = { readonly name: string | null; readonly position: string | null }

/** Both null where a document goes straight to its numbered items (a chỉ thị, a quyết định by articles). */
export type PlanSection = { readonly mark: string | null; readonly title: string | null; readonly items: readonly PlanItem[] }

/** `mark` is null for paragraphs that stand under a section before its first mark. Paragraphs are lines of `text`. */
export type PlanItem = { readonly mark: string | null; readonly text: string; readonly items: readonly PlanPoint[] }

export type PlanPoint = { readonly mark: string; readonly text: string }

export type PlanCitation = {
  readonly kind: string
  /** Null for a law cited by its name with a date or a year only. */
  readonly number: string | null
  readonly issuedOn: PlainDate | null
  readonly issuer: string | null
  readonly subject: string | null
  /** Path of marks of the first mention ("II.9.a"); null for the title, the preamble and the closing words. */
  readonly at: string | null
}

/** `mark` is the path of marks of the item ("III.2"); null for "Kính gửi" and for those the preamble asks to act. */
export type PlanAddressees = { readonly mark: string | null; readonly units: readonly string[] }
