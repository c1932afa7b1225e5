import { randomBytes } from 'node:crypto'
import type { Secrets } from '#platform/server/secrets.ts'
import { valueOf, type Values } from '../form-view.ts'
import { html, type Html } from '../html.ts'
import type { View } from '../view.ts'
import { isProof, PROOF_BITS } from './proof.ts'
import { checkToken, writeToken, type TokenVerdict } from './token.ts'

/** The names of what is hidden in every form. The trap is a box that people do not see and machines like to fill in. */
const TOKEN = 'token'
const PROOF = 'proof'
const TRAP = 'website'
const KEY = 'portal.form-token'

export interface GuardState {
  readonly purpose: string
  /** Seconds since 1970. */
  readonly now: number
  /** The token to show again: the same form, sent once more, is still the same form. */
  readonly token?: string
  /** A proof found earlier need not be looked for again. */
  readonly proof?: string
}

/** The hidden fields of a form. */
export function guardFields({ t }: View, secrets: Secrets, { purpose, now, token, proof = '' }: GuardState): Html {
  const shown = token ?? writeToken(secrets.key(KEY), { purpose, nonce: randomBytes(16).toString('base64url'), issuedAt: now })
  return html`<input type="hidden" name="${TOKEN}" value="${shown}">
<input type="hidden" name="${PROOF}" value="${proof}" data-token="${shown}" data-bits="${PROOF_BITS}">
<div class="more" aria-hidden="true"><label for="${TRAP}">${t('portal.trap')}</label><input type="text" id="${TRAP}" name="${TRAP}" value="" tabindex="-1" autocomplete="off"></div>`
}

export interface GuardVerdict {
  readonly verdict: TokenVerdict
  readonly isTrapped: boolean
  readonly isProved: boolean
  /** To show the same form again; undefined where it must be a new one. */
  readonly again: Pick<GuardState, 'token' | 'proof'>
  /** What the person typed, without what was hidden. */
  readonly values: Values
}

/** What the hidden fields of a sent form say. */
export function readGuard(secrets: Secrets, { purpose, now }: Pick<GuardState, 'purpose' | 'now'>, values: Values): GuardVerdict {
  const token = valueOf(values, TOKEN)
  const proof = valueOf(values, PROOF)
  const verdict = checkToken(secrets.keys(KEY), purpose, token, now)
  const isKnown = verdict.is === 'good' || verdict.is === 'too-young'
  const isProved = isKnown && isProof(token, proof)
  return {
    verdict, isProved, isTrapped: valueOf(values, TRAP) !== '',
    again: isKnown ? { token, ...(isProved ? { proof } : {}) } : {},
    values: Object.fromEntries(Object.entries(values).filter(([name]) => name !== TOKEN && name !== PROOF && name !== TRAP)),
  }
}

/** The key of the sentence that says why a form was not taken; null where it may be. */
export function refusalOf({ verdict, isTrapped }: GuardVerdict): string | null {
  if (verdict.is === 'not-ours') return 'portal.form_unknown'
  if (verdict.is === 'too-old') return 'portal.form_too_old'
  if (isTrapped) return 'portal.form_trapped'
  return verdict.is === 'too-young' ? 'portal.form_too_young' : null
}
