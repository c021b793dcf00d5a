import { cpus, loadavg, totalmem } from 'node:os'
import type { Browser } from 'playwright-core'

/** Where the numbers were taken: they mean little without it. */
export interface Machine {
  readonly cores: number
  readonly cpu: string
  readonly memoryGb: number
  readonly platform: string
  readonly node: string
  readonly chromium: string
  /** Work that waited for a core when the bench began, over the last minute: more than the cores is a busy machine. */
  readonly load: number
}

/** This machine. */
export function machineOf(browser: Browser): Machine {
  const all = cpus()
  return {
    cores: all.length,
    cpu: all[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    chromium: browser.version(),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}
