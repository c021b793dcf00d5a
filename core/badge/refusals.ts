export interface BadgeRefusals {
  badge_exists: { badge: string }
  badge_state: { state: string }
  reason_missing: { what: string }
}
