import type { Reporter, TestCase } from '@playwright/test/reporter'

/** Says at the end how many journeys passed and failed, in one line a script can read; one that did not run has failed. */
export default class CountReporter implements Reporter {
  #tests: TestCase[] = []

  onBegin(_config: unknown, suite: { allTests(): TestCase[] }): void {
    this.#tests = suite.allTests()
  }

  onEnd(): void {
    const passed = this.#tests.filter((test) => test.ok() && test.results.some(({ status }) => status === 'passed')).length
    process.stdout.write(`journeys: ${passed} passed, ${this.#tests.length - passed} failed\n`)
  }
}
