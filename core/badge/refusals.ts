export interface BadgeRefusals {
  /** Nobody approves or revokes what is theirs, or approves what they judged. */
  badge_own: { badge: string }
  /** What was handed over, or what was decided, is not what its signature says. */
  not_as_signed: { what: 'manifest' | 'ratings' }
  badge_exists: { badge: string }
  badge_state: { state: string }
  reason_missing: { what: string }
}
