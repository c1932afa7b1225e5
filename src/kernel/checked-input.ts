/** What a person typed, put into its one form; or why it cannot be meant: a key of the platform's phrases, and the values of its sentence. */
export type CheckedInput<Value> =
  | ({ readonly ok: true } & Value)
  | { readonly ok: false; readonly because: InputFault; readonly details?: Readonly<Record<string, number>> }

export type InputFault = `input.${
  | 'empty' | 'looks_like_a_phone' | 'looks_like_a_name' | 'looks_like_an_email' | 'looks_like_an_id'
  | 'phone_too_short' | 'phone_too_long' | 'phone_unknown' | 'phone_several' | 'phone_has_words'
  | 'id_length' | 'id_unlikely' | 'id_not_digits' | 'passport_form'
  | 'name_has_number' | 'name_too_short' | 'name_too_long' | 'name_is_text' | 'name_signs'
  | 'text_too_long'}`

export function faulty(because: InputFault, details?: Readonly<Record<string, number>>): { ok: false; because: InputFault; details?: Readonly<Record<string, number>> } {
  return details === undefined ? { ok: false, because } : { ok: false, because, details }
}

/** What forms and telephones send: every kind of blank as one space, nothing invisible; with 'NFKC' wide digits as digits, letters changed as well. */
export function tidy(text: string, form: 'NFC' | 'NFKC' = 'NFKC'): string {
  return text.normalize(form).replace(/\p{Cf}/gu, '').replace(/\s+/g, ' ').trim()
}
