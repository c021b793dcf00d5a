/** Every reaction's name. Each names its place in the log of changes: never renamed. */
export const reactionNames = [
  ...(['precheck', 'seat', 'sign', 'revoke', 'carry-out', 'vouch'] as const),
  ...(['endorse', 'count-erasure', 'sign-endorsement', 'take-back', 'rename', 'let-go'] as const),
  'delete-evidence',
] as const

/** Work of the district's own that follows from a change. */
export interface Reaction {
  readonly name: (typeof reactionNames)[number]
  /** The kind of record that it follows. */
  readonly kind: string
  /**
   * Does what the record as it stands asks for, or nothing. Called again for the same state without harm. Throws when
   * it could not be done; it is then tried again.
   */
  react(id: string): Promise<void>
}
