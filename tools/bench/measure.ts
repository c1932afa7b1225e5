export interface Measured { readonly p50: number; readonly p95: number; readonly max: number }

/** Runs the action one after the other, a few times first to warm up; milliseconds. */
export async function measure(rounds: number, action: () => Promise<void>): Promise<Measured> {
  const warm = Math.min(5, Math.floor(rounds / 10))
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await action()
    if (round >= warm) times.push(performance.now() - start)
  }
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}
