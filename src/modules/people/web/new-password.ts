import { usePhrase } from '#platform/web/phrases.tsx'
import { passwordFault } from '../domain/password.ts'

/** The server's own rules, said before anything is sent. */
export function useNewPasswordRules() {
  const t = usePhrase()
  function faultOf(password: string, login: string): string | null {
    const fault = passwordFault(password, login)
    return fault === null ? null : t(`people.password_${fault}`)
  }
  function mismatchOf(again: string, password: string): string | null {
    return again === password ? null : t('people.passwords_differ')
  }
  return { faultOf, mismatchOf }
}
