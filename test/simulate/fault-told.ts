import type { World } from './world.ts'
import { count } from './world.ts'

/** Tells that something went wrong, or came right again: in the trace and in what is counted. */
export function told(world: World, what: string): void {
  world.trace.add(`fault ${what}`)
  count(world, `fault ${what}`)
}
