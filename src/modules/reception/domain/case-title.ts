const LONGEST = 160

/** What a list calls the case until somebody names it better: the first sentence of what was said, cut at a word. */
export function titleOf(content: string): string {
  const [first = ''] = content.trim().split(/(?<=[.!?])\s|\n/)
  const sentence = first.replace(/[\s.;,]+$/u, '') || content.trim()
  if (sentence.length <= LONGEST) return sentence
  const cut = sentence.slice(0, LONGEST)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2))}…`
}
