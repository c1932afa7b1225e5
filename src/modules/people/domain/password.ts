const SHORTEST = 12
const LONGEST = 200
const COMMON = ['123456', 'password', 'matkhau', 'qwerty', 'abcdef', 'iloveyou', 'admin', 'lamdong', 'dalat']

/** Why a new password is refused; null when it may be used. Length counts, not odd characters (NIST SP 800-63B). */
export function passwordFault(password: string, login: string): 'too_short' | 'too_long' | 'like_login' | 'too_common' | null {
  if (password.length < SHORTEST) return 'too_short'
  if (password.length > LONGEST) return 'too_long'
  const small = password.toLowerCase()
  if (login.length >= 3 && small.includes(login.toLowerCase())) return 'like_login'
  if (COMMON.some((word) => small.replaceAll(word, '').length < 6) || new Set(small).size < 5) return 'too_common'
  return null
}
