import type { Machine } from './machine.ts'
import type { Measured } from './measured.ts'
import { verdictOf } from './measured.ts'

const nameChars = 66
const numberChars = 12

const number = (value: number): string =>
  String(value < 10 ? Math.round(value * 100) / 100 : Math.round(value))

/** A number with its unit. */
const said = (value: number | undefined, unit: string): string =>
  (value === undefined ? '' : `${number(value)} ${unit}`).padStart(numberChars)

export const headLine = `${''.padEnd(nameChars)}${'p50'.padStart(numberChars)}${'p95 or value'.padStart(14)}${'budget, goal'.padStart(14)}`

/** One number beside its budget, and how it was taken. */
export function lineOf(measured: Measured): string {
  const { name, value, unit, p50, budget, goal, note, runs } = measured
  const bound =
    budget === undefined && goal !== undefined ? `at least ${number(goal)}` : said(budget, unit)
  const numbers = `${said(p50, unit)}${said(value, unit).padStart(14)}${bound.padStart(14)}`
  const taken = runs === undefined ? note : `${runs} runs; ${note}`
  return `${name.padEnd(nameChars)}${numbers}  ${verdictOf(measured).padEnd(6)}  ${taken}`
}

/** The machine in one line. */
export const machineLine = (machine: Machine): string =>
  `${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, ${machine.platform}, ` +
  `Node ${machine.node}, Chromium ${machine.chromium}, load ${machine.load}`
