export interface Measured { readonly p50: number; readonly p95: number; readonly max: number }

/** What is done, by whom, within how many milliseconds at p95, and beside it the bare SQL (or library call) for the same. */
export interface Case { readonly name: string; readonly limit: number; readonly rounds?: number; ask(): Promise<unknown>; bare(): Promise<unknown> }
export interface Result { readonly name: string; readonly limit: number; readonly product: Measured; readonly bare: Measured }

/** Runs the action one after the other, a few times first to warm up; milliseconds. */
export async function measure(rounds: number, action: () => Promise<unknown>): Promise<Measured> {
  const warm = Math.min(5, Math.floor(rounds / 10))
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await action()
    if (round >= warm) times.push(performance.now() - start)
  }
  return measured(times)
}

export function measured(times: readonly number[]): Measured {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}

/** Every case in turn, the product first, then the bare call. */
export async function measureCases(cases: readonly Case[], rounds: number, say: (what: string) => void): Promise<Result[]> {
  const results: Result[] = []
  for (const each of cases) {
    say(each.name)
    const times = each.rounds ?? rounds
    results.push({ name: each.name, limit: each.limit, product: await measure(times, () => each.ask()), bare: await measure(times, () => each.bare()) })
  }
  return results
}

/** A line of a table: p50, p95, longest, limit, bare p50, how many times as long. */
export function lineOf({ name, limit, product, bare }: Result): string {
  const ms = (value: number) => value.toFixed(1)
  return `| ${name} | ${ms(product.p50)} | ${ms(product.p95)} | ${ms(product.max)} | ${limit} | ${ms(bare.p50)} | ${ms(product.p50 / bare.p50)} |`
}
