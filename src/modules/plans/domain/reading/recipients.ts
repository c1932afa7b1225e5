import { isAllCapitals } from './capitals.ts'
import { isPersonName, isPosition, opensSignature } from './signature-lines.ts'

/** The lines of "Nơi nhận", without their dash and closing ";" or ".". A recipient printed over two lines is one recipient. */
export function recipientsOf(tail: readonly string[]): string[] {
  const heading = tail.findIndex((line) => /^Nơi nhận\s?:/.test(line))
  if (heading === -1) return []
  const recipients: string[] = []
  for (const line of tail.slice(heading).flatMap(listedIn)) {
    const before = recipients.at(-1)
    if (isOfSignature(line)) continue
    if (line.startsWith('- ')) recipients.push(line.slice(2))
    else if (before !== undefined && goesOn(before, line)) recipients.push(`${recipients.pop() ?? ''} ${line}`)
    else if (/[;.]$/.test(line)) recipients.push(line)
  }
  return recipients.map((recipient) => recipient.replace(/[\s;.,]+$/, '')).filter((recipient) => recipient !== '')
}

/** "Nơi nhận: - Như trên; - Lưu: VT." on one line is a list all the same. */
function listedIn(line: string): string[] {
  return line
    .replace(/^Nơi nhận\s?:\s?/, '')
    .replace(/[;.] ?[-–] ?(?=\p{L})/gu, ';\n- ')
    .replace(/^[-–] ?/, '- ')
    .split('\n')
    .filter((part) => part !== '')
}

function isOfSignature(line: string): boolean {
  return opensSignature(line) || (isAllCapitals(line) && isPosition(line))
}

function goesOn(before: string, line: string): boolean {
  if (/[;.]$/.test(before)) return false
  return /^[(\p{Ll}\d]/u.test(line) || before.endsWith(',') || (/[;.,]$/.test(line) && !isPersonName(line))
}
