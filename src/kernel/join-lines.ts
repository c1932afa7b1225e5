/** The lines of one paragraph as one: a space between them, but none inside "35-/CT/TW" or "2021-/2025", broken behind the dash. */
export function joinLines(lines: readonly string[]): string {
  return lines.map((line, at) => (at === lines.length - 1 || /[\p{L}\d][-/]$/u.test(line) ? line : `${line} `)).join('')
}
