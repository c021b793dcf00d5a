import type { ZodType } from 'zod'
import type { Change } from './change.ts'
import type { First, Loads } from './loads.ts'
import type { Refusal, RefusalCode, RefusalFacts } from './refusal.ts'

/** What a person may be to a district. `system` is the district's own reactions. */
export type Role = 'educator' | 'coach' | 'officer' | 'administrator' | 'system'

/** A role within one school or team: the id of its unit (`core/person/unit.ts`). A school's reaches its teams too. */
export interface Grant {
  readonly role: 'coach' | 'officer' | 'administrator'
  readonly within: string
}

/** What somebody may be to a district: asked by `core/access` alone, which knows what follows from it. */
export interface Holding {
  /** In the whole district. */
  readonly roles: readonly Role[]
  /** Within schools and teams; absent: none. */
  readonly grants?: readonly Grant[] | undefined
}

/** Who acts, from which device. */
export interface Actor extends Holding {
  readonly person: string
  readonly device: string
  /**
   * Whose code let this computer in, where it was another person's; until then (epoch ms) it says no second yes to what that
   * one asks for (`core/person/wait-for-yes.ts`). Known to the district alone.
   */
  readonly letInBy?: { readonly person: string; readonly until: number } | undefined
}

export interface Context {
  readonly actor: Actor
  /** When the person did it, by their device's clock (epoch ms). */
  readonly doneAt: number
  /** When it is being decided (epoch ms): the district's clock there, the device's here. Never goes into a body that both sides compute. */
  readonly now: number
  /** Hybrid logical clock of the action, for fields that merge. */
  readonly stamp: string
  /** An id that both sides and every re-run make the same. */
  id(name: string): string
}

/** Neither yes nor no: never stored as the result, asked again. */
export type Wait = { readonly wait: { readonly on: 'blobs' | 'after' | 'busy' } }
export type Decision =
  | { readonly changes: readonly Change[] }
  | { readonly refusal: Refusal }
  | Wait

/** One ability, decided in core and executed on both sides. */
export interface Command<I, S> {
  readonly name: string
  /** `district`: the device sees only part, so it queues the command and shows nothing as done. */
  readonly where: 'both' | 'district'
  readonly input: ZodType<I>
  needs(query: First<I>): Loads<I, S>
  /** A command without the right is refused as if its record were missing, so that nothing leaks. */
  right(actor: Actor, state: S, input: I): boolean
  decide(state: S, input: I, context: Context): Decision
  /**
   * Refuses what nobody may do who sees these records, although who did it without having seen them may be right: asked once,
   * where it is done, and neither in the district nor when it is decided again.
   */
  refusedSeeing?(state: S, input: I): Refusal | undefined
  /** Two edits that were not sent yet become one; `undefined` keeps them apart. */
  fold?(earlier: I, later: I): I | undefined
}

/** For tables of commands: methods compare both ways, so each command is one of these. */
export type AnyCommand = Command<unknown, unknown>

/** Types a command by its parts. */
export function command<I, S>(definition: Command<I, S>): Command<I, S> {
  return definition
}

/** A refusal with the facts its code asks for. */
export function refuse<C extends RefusalCode>(
  code: C,
  facts: RefusalFacts[C],
): { readonly refusal: { readonly code: C; readonly facts: RefusalFacts[C] } } {
  return { refusal: { code, facts } }
}
