import { vi } from 'vitest'

/** How long a test waits for what comes by itself (ms): several times what the slowest machine has needed. A wait that is met costs nothing. */
export const patienceMs = 40_000

const everyMs = 25

/** Waits until something holds. Throws where it has not come within all patience. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it never came')
    await new Promise(resolve => setTimeout(resolve, everyMs))
  }
}

/** Waits until a check passes; what it returns. Fails as the check does, where it has not passed within all patience. */
export const untilPasses = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: patienceMs, interval: 2 * everyMs })
