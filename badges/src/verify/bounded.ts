import { reportTextMax } from '../limits.ts'
import type { Fact } from '../refusal.ts'
import type { Check } from './report.ts'

/**
 * Cuts what a check repeats of a badge to what a report may hold: a date of a mebibyte is a date, and must not make
 * the report as long. Done once for all checks, so that none can forget it.
 */
export function bounded(check: Check): Check {
  const { facts } = check
  if (facts === undefined) return check
  const cut = Object.entries(facts).map(([name, fact]) => [name, cutOf(fact)] as const)
  return { ...check, facts: Object.fromEntries(cut) }
}

function cutOf(fact: Fact): Fact {
  if (typeof fact === 'string') return fact.slice(0, reportTextMax)
  return typeof fact === 'object' ? fact.map(text => text.slice(0, reportTextMax)) : fact
}
