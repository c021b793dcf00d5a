import type { Machine } from '../../core/kit/machine.ts'
import { Broken } from './world.ts'

/** LEGAL: a state is followed only by one that its machine allows. */
export function checkStep<S extends string, E extends string>(
  what: string,
  machine: Machine<S, E>,
  from: string | undefined,
  to: S,
  { id, steps }: { readonly id: string; readonly steps: number },
): void {
  if (from === undefined || from === to) return
  const allowed: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = machine
  let reached: readonly string[] = [from]
  for (let n = 0; n < steps; n++)
    reached = reached
      .flatMap(state => [state, ...Object.values(allowed[state] ?? {})])
      .flatMap(state => state ?? [])
  if (!reached.includes(to))
    throw new Broken('LEGAL', `A ${what} went from ${from} to ${to}, which it may not.`, { id })
}
