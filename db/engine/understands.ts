import type { AnyCommand } from '../../core/kit/command.ts'
import type { Json } from '../../core/kit/record-type.ts'
import { plain } from '../records/kinds.ts'

/**
 * Whether a command takes all of what a newer program says with it: its input fits, and nothing in it is a field that this
 * program would pass over in silence.
 */
export function understands(command: AnyCommand, input: Json): boolean {
  const parsed = command.input.safeParse(input)
  return parsed.success && isKept(input, plain(parsed.data))
}

function isKept(said: Json, taken: Json | undefined): boolean {
  if (said === null || typeof said !== 'object') return true
  if (Array.isArray(said)) {
    const items = Array.isArray(taken) ? taken : []
    return said.every((item, at) => isKept(item, items[at]))
  }
  if (taken === null || typeof taken !== 'object' || Array.isArray(taken)) return false
  return Object.entries(said).every(
    ([field, value]) => Object.hasOwn(taken, field) && isKept(value, taken[field]),
  )
}
