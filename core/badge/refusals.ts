export interface BadgeRefusals {
  /** Nobody approves or revokes what is theirs, or approves what they judged. */
  badge_own: { badge: string }
  /** What was handed over, or what was decided, is not what its signature says. */
  not_as_signed: { what: 'manifest' | 'ratings' }
  badge_exists: { badge: string }
  /** Its person is told why no badge is approved. */
  set_aside_reason: { title: string }
  /** The office has set it aside: it gets a badge once it is taken up again. */
  claim_set_aside: { title: string }
  badge_state: { state: string }
  /** It was signed before there was a list of suspended badges: nobody elsewhere would learn of it. */
  badge_not_suspendable: { badge: string }
  /** Another one takes its place already. */
  badge_replaced: { badge: string }
  /** Its end date has passed (epoch ms): there is nothing to issue anew. */
  badge_ended: { badge: string; at: number }
  reason_missing: { what: string }
  /** One officer alone has revoked so many within the hour. */
  revocations_hour: { most: number }
  /** A decision about a cause needs a reason: it stands in the report. */
  cause_reason: { code: string }
  /** What fails, or is not proven to be the issuer's, is never accepted. */
  cause_not_acceptable: { code: string }
  /** A decision ends in the future, within a year. */
  cause_end: { daysMax: number }
}
