/** Prints one line about a suite: its name, how it went, its seconds. */
export function report(name: string, isFine: boolean, tookMs: number): void {
  const seconds = (tookMs / 1_000).toFixed(1).padStart(6)
  process.stdout.write(`${isFine ? 'ok  ' : 'FAIL'} ${seconds} s  ${name}\n`)
}
