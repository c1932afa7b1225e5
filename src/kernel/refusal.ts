/** invalid → 422, forbidden → 403, not_found → 404, conflict → 409, unauthenticated → 401, too_many → 429. */
export type RefusalKind = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'unauthenticated' | 'too_many'

/** Values a refusal's sentence may show; never a secret. `field` names the input the sentence belongs to. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | null>>

/** An expected no. `code` is `module.reason_in_snake_case`, a key of that module's phrases in every language. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: RefusalKind
  readonly code: string
  readonly details: RefusalDetails

  constructor(kind: RefusalKind, code: `${string}.${string}`, details: RefusalDetails = {}) {
    super(`${kind}: ${code}`)
    this.kind = kind
    this.code = code
    this.details = details
  }
}
