/** A state machine as a table: `state → event → next state`. Stored: never rename a state. */
export type Machine<S extends string, E extends string> = Readonly<
  Record<S, Readonly<Partial<Record<E, S>>>>
>

/** The state after an event, or `undefined` where the table has none. */
export function step<S extends string, E extends string>(
  machine: Machine<S, E>,
  state: S,
  event: E,
): S | undefined {
  return machine[state][event]
}
