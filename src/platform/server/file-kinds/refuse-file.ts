import { Refusal } from '#kernel/refusal.ts'
import type { vi } from '#platform/phrases/vi.ts'

/** Where a file came in: the field of the form, and its name; of a file within an archive both: "hồ sơ.zip › đơn.doc". */
export interface FilePlace { readonly field: string; readonly name: string; readonly isInside: boolean }

type FileCode = Extract<keyof typeof vi, `files.${string}`>

export function refusedFile({ field, name }: FilePlace, code: FileCode, details: Readonly<Record<string, string | number>> = {}): Refusal {
  return new Refusal('invalid', code, { field, name, ...details })
}

export function inside({ field, name }: FilePlace, member: string): FilePlace {
  return { field, name: `${name} › ${member}`, isInside: true }
}
