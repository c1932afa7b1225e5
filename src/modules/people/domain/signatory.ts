import type { Post } from './appointment.ts'

export interface Signatory {
  /** Chức vụ as printed above the name: "Giám đốc". */
  readonly position: string
  readonly name: string
  /** Signs as acting head (Quyền): Nghị định 30/2020/NĐ-CP, Phụ lục I, box 7. */
  readonly isActing: boolean
}

interface Holder { readonly post: Post; readonly name: string; readonly position: string }

/** The head signs; where the post is empty, the acting head. */
export function signatoryAmong(holders: readonly Holder[]): Signatory | null {
  const head = holders.find(({ post }) => post === 'head') ?? holders.find(({ post }) => post === 'acting-head')
  return head === undefined ? null : { position: head.position, name: head.name, isActing: head.post === 'acting-head' }
}
