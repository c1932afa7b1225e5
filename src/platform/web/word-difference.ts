interface WordRun {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** What became of a sentence, word by word: the longest common run of words stays, the rest was taken out or put in. */
export function wordDifference(before: string, after: string): WordRun[] {
  const old = wordsOf(before)
  const now = wordsOf(after)
  const common = commonLengths(old, now)
  const runs: WordRun[] = []
  let at = 0
  let to = 0
  while (at < old.length || to < now.length) {
    if (at < old.length && to < now.length && old[at] === now[to]) {
      push(runs, 'same', now[to])
      at += 1
      to += 1
    } else if (to >= now.length || (at < old.length && (common[at + 1]?.[to] ?? 0) >= (common[at]?.[to + 1] ?? 0))) {
      push(runs, 'removed', old[at])
      at += 1
    } else {
      push(runs, 'added', now[to])
      to += 1
    }
  }
  return runs
}

/** Words with the blanks that follow them, so that joining gives the text back. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*/g) ?? []
}

/** `lengths[i][j]`: words common to `old` from i on and `now` from j on. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = lengths[i]
      if (row === undefined) continue
      row[j] = old[i] === now[j] ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}

function push(runs: WordRun[], kind: WordRun['kind'], word = ''): void {
  const last = runs.at(-1)
  if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + word }
  else runs.push({ kind, text: word })
}
