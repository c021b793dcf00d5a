export interface BadgeRefusals {
  /** Nobody approves or revokes what is theirs, or approves what they judged. */
  badge_own: { badge: string }
  badge_exists: { badge: string }
  badge_state: { state: string }
  reason_missing: { what: string }
}
