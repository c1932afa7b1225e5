/** Why the system cannot start: one sentence a person can act on, in Vietnamese and English. Exit code 1, nothing changed. */
export class StartError extends Error {
  override readonly name = 'StartError'

  constructor(vietnamese: string, english: string, options?: ErrorOptions) {
    super(`${vietnamese}\n${english}`, options)
  }
}
