import { z, type ZodType } from 'zod'
import { erasureStates } from '../../core/erasure/states.ts'
import type { Refusal, RefusalCode, RefusalFacts } from '../../core/kit/refusal.ts'

const text = z.string()
const count = z.number()
const signed = z.enum(['manifest', 'ratings'])

/** What each refusal brings with it; a code without its facts does not compile. */
const factsOf: { readonly [C in RefusalCode]: ZodType<RefusalFacts[C]> } = {
  not_here: z.object({ what: text }),
  bad_input: z.object({ where: text }),
  unknown_command: z.object({ name: text }),
  taken: z.object({ name: text }),
  changed_since: z.object({ what: text }),
  text_too_long: z.object({ chars: count, charsMax: count }),
  too_large: z.object({ sizeBytes: count, bytesMax: count }),
  own_rights: z.object({ name: text }),
  own_administration: z.object({ name: text }),
  last_administrator: z.object({ name: text }),
  role_after_taking: z.object({ name: text, at: count }),
  role_request_waits: z.object({ name: text }),
  role_request_own: z.object({ name: text }),
  role_request_state: z.object({ state: text }),
  own_leaving: z.object({ name: text }),
  person_left: z.object({ name: text, at: z.number() }),
  person_left_above: z.object({ name: text }),
  role_request_ended: z.object({ name: text }),
  unit_closed: z.object({ unit: text }),
  unit_closed_above: z.object({ unit: text }),
  holidays_full: z.object({ max: z.number() }),
  evidence_deleted: z.object({ atMs: count }),
  evidence_held: z.object({ claim: text, title: text }),
  badge_own: z.object({ badge: text }),
  badge_exists: z.object({ badge: text }),
  set_aside_reason: z.object({ title: text }),
  claim_set_aside: z.object({ title: text }),
  badge_state: z.object({ state: text }),
  badge_not_suspendable: z.object({ badge: text }),
  badge_replaced: z.object({ badge: text }),
  badge_ended: z.object({ badge: text, at: count }),
  not_as_signed: z.object({ what: signed }),
  reason_missing: z.object({ what: text }),
  revocations_hour: z.object({ most: count }),
  act_asker: z.object({ what: text }),
  act_own: z.object({ what: text }),
  act_state: z.object({ state: text }),
  act_ended: z.object({ at: count }),
  yes_too_young: z.object({ at: count }),
  act_empty: z.object({ what: text }),
  key_change_own: z.object({ what: text }),
  key_change_asker: z.object({ what: text }),
  key_reason_missing: z.object({ what: text }),
  endorsement_state: z.object({ state: text }),
  endorses_failing: z.object({ what: text, code: text }),
  endorses_unsure: z.object({ what: text, code: text }),
  endorses_nothing: z.object({ what: text }),
  endorses_ended: z.object({ what: text, at: count }),
  erasure_state: z.object({ state: z.enum(erasureStates) }),
  erasure_own: z.object({ person: text }),
  erasure_same: z.object({ person: text }),
  erasure_ended: z.object({ at: count }),
  erasure_asker: z.object({ by: text }),
  erasure_begun: z.object({ at: count }),
  erasure_held: z.object({ by: text, at: count }),
  erasure_role: z.object({ person: text }),
  person_erased: z.object({ at: count }),
  cause_reason: z.object({ code: text }),
  cause_not_acceptable: z.object({ code: text }),
  cause_end: z.object({ daysMax: count }),
  claim_state: z.object({ state: text }),
  claim_exists: z.object({ claim: text }),
  claim_not_ready: z.object({ toFix: count }),
  manifest_differs: z.object({ expected: text }),
  manifest_signature: z.object({ device: text }),
  sent_by_trial: z.object({ attempt: count }),
  attempts_used: z.object({ most: count }),
  not_offered: z.object({ microCredential: text }),
  goal_serves_itself: z.object({ goal: text }),
  review_state: z.object({ state: text }),
  review_own_work: z.object({ claim: text }),
  review_taken: z.object({ claim: text }),
  review_unfinished: z.object({ criteria: z.array(text) }),
  review_unexplained: z.object({ criteria: z.array(text) }),
  ratings_differ: z.object({ expected: text }),
  ratings_signature: z.object({ device: text }),
  claim_not_in_review: z.object({ state: text }),
  signer_unknown: z.object({ what: signed }),
  signer_changed: z.object({ what: signed }),
  signer_wrong: z.object({ what: signed, why: z.enum(['person', 'early', 'revoked']) }),
  signed_out_of_time: z.object({ at: count }),
}

/**
 * A refusal as it came over the wire. One that this version has no words for becomes `unknown_command` with its
 * code, so that the person still sees that something was refused.
 */
export function readRefusal(told: { readonly code: string; readonly facts: unknown }): Refusal {
  return isRefusal(told) ? told : { code: 'unknown_command', facts: { name: told.code } }
}

function isRefusal(told: { readonly code: string; readonly facts: unknown }): told is Refusal {
  if (!isCode(told.code)) return false
  return factsOf[told.code].safeParse(told.facts).success
}

const isCode = (code: string): code is RefusalCode => Object.hasOwn(factsOf, code)
