/** Work of the district's own that follows from a change. */
export interface Reaction {
  /** Names its place in the log of changes: never renamed. */
  readonly name: string
  /** The kind of record that it follows. */
  readonly kind: string
  /**
   * Does what the record as it stands asks for, or nothing. Called again for the same state without harm. Throws when
   * it could not be done; it is then tried again.
   */
  react(id: string): Promise<void>
}
