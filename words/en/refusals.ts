import type { RefusalCode, RefusalFacts } from '../../core/kit/refusal.ts'
import type { Say } from '../say.ts'

/** Every reason for a refusal in one language. */
export type RefusalWords = {
  readonly [C in RefusalCode]: {
    /** What is so. */
    readonly said: (facts: RefusalFacts[C]) => string
    /** What to do about it. */
    readonly next: string
  }
}

const states: Readonly<Record<string, string>> = {
  draft: 'being written',
  submitted: 'sent',
  incomplete: 'back with its owner',
  in_review: 'being read',
  not_yet: 'answered with not yet',
  earned: 'earned',
  withdrawn: 'withdrawn',
  reading: 'being read',
  finalised: 'finished',
  returned: 'given back',
  approved: 'approved',
  signed: 'signed',
  suspended: 'suspended',
  revoked: 'revoked',
  superseded: 'replaced by a newer one',
}
const actStates: Readonly<Record<string, string>> = {
  proposed: 'proposed',
  confirmed: 'confirmed',
  done: 'carried out',
  declined: 'declined',
  withdrawn: 'taken back',
}
const stateIn = (state: string) => states[state] ?? state

/** Why the record would not take something: the reason, and a way on. */
export const refusals = (say: Say): RefusalWords => ({
  not_here: {
    said: f => `What this changes (${f.what}) is not here, or not yours to see.`,
    next: 'Go back and open it again.',
  },
  bad_input: {
    said: f => `Something is missing or too long: ${f.where}.`,
    next: 'Complete it and try again.',
  },
  unknown_command: {
    said: f => `The district does not know “${f.name}”.`,
    next: 'One of the two needs a newer Meritfolio.',
  },
  taken: {
    said: () => 'Somebody else did this first.',
    next: 'Open it to see what is there now.',
  },
  changed_since: {
    said: () => 'This was changed again since, here or on another computer, so it stays as it is.',
    next: 'Look at what is there now, and change it if you like.',
  },
  text_too_long: {
    said: f =>
      `The text has ${say.number(f.chars)} characters; at most ${say.number(f.charsMax)} are kept.`,
    next: 'Your words stay in this window. Shorten the text and it is saved again.',
  },
  too_large: {
    said: f =>
      `This is too much for the district at once: ${say.size(f.sizeBytes)}, at most ${say.size(f.bytesMax)}.`,
    next: 'Divide it, or make it smaller. Everything else goes on.',
  },
  claim_state: {
    said: f => `The claim is ${stateIn(f.state)}, so this can’t be done now.`,
    next: 'Open the claim to see where it stands.',
  },
  claim_not_ready: {
    said: f =>
      say.count(f.toFix, {
        one: 'One thing is left to fix before you send.',
        other: `${say.number(f.toFix)} things are left to fix before you send.`,
      }),
    next: 'The margin names each one and its place.',
  },
  manifest_differs: {
    said: () => 'Something in the claim changed on another computer after you pressed Send.',
    next: 'Look it over and send it again.',
  },
  manifest_signature: {
    said: () =>
      'The signature of this computer did not fit what arrived, or it was signed when its access had ended.',
    next: 'Send it again. If it happens twice, tell your district.',
  },
  claim_exists: {
    said: () => 'You already began this one, here or on another computer.',
    next: 'Go on in that claim; nothing is lost.',
  },
  attempts_used: {
    said: f => `All ${say.number(f.most)} attempts are used.`,
    next: 'Talk with a coach about what is possible.',
  },
  not_offered: {
    said: f => `“${f.microCredential}” is not offered at the moment.`,
    next: 'Choose another one, or ask the credential office.',
  },
  own_rights: {
    said: f => `${f.name}, nobody gives themselves a role, or moves themselves to another school.`,
    next: 'Ask another administrator to do it.',
  },
  own_administration: {
    said: f =>
      `${f.name}, nobody stops being an administrator of the district by themselves: someone has to be left who can add people.`,
    next: 'Make someone else an administrator, and ask them to change your role.',
  },
  badge_own: {
    said: f => `“${f.badge}” is your own, or you judged it.`,
    next: 'Someone else in the credential office does this.',
  },
  ratings_differ: {
    said: () => 'The reading changed on another computer after you pressed Finish.',
    next: 'Look it over and finish it again.',
  },
  ratings_signature: {
    said: () => 'The signature of this computer did not fit what arrived.',
    next: 'Finish it again. If it happens twice, tell your district.',
  },
  not_as_signed: {
    said: f =>
      f.what === 'manifest'
        ? 'The claim is no longer what its person signed when they sent it.'
        : 'The decision is no longer what its reader signed when they finished.',
    next: 'Leave it: no decision and no badge. Tell whoever runs your district record, and ask those who signed.',
  },
  sent_by_trial: {
    said: f =>
      `Attempt ${f.attempt} was sent with a trial version, whose signature covers too little.`,
    next: 'Ask its person to withdraw the claim and to send it again.',
  },
  signer_unknown: {
    said: f =>
      f.what === 'manifest'
        ? 'The computer that signed this claim is not in the list of computers yet.'
        : 'The computer that signed this decision is not in the list of computers yet.',
    next: 'Wait until this computer has been in touch with your district, and try again. If it stays so, tell whoever runs your district record.',
  },
  signer_changed: {
    said: f =>
      f.what === 'manifest'
        ? 'This claim is signed with another key than the one this computer has known for its person’s computer. Somebody else may have signed it.'
        : 'This decision is signed with another key than the one this computer has known for its reader’s computer. Somebody else may have signed it.',
    next: 'Leave it. Ask that person, face to face or by phone, whether it is theirs, and tell your administrator.',
  },
  signer_wrong: {
    said: f => {
      const it = f.what === 'manifest' ? 'This claim' : 'This decision'
      return {
        person: `${it} is signed by somebody else’s computer.`,
        early: `${it} is signed at a time when that computer had not joined yet.`,
        revoked: `${it} is signed after the access of that computer had ended.`,
      }[f.why]
    },
    next: 'Leave it. Ask the person, face to face or by phone, whether it is theirs, and tell your administrator.',
  },
  signed_out_of_time: {
    said: f => `The clock of this computer said ${say.dayAt(f.at)} when it signed.`,
    next: 'Let it be in touch with your district once, so that it learns the time, and do it again.',
  },
  badge_exists: {
    said: f => `A badge for “${f.badge}” was approved already.`,
    next: 'It is in the list of issued badges.',
  },
  badge_state: {
    said: f => `The badge is ${stateIn(f.state)}, so this can’t be done.`,
    next: 'Open the badge to see where it stands.',
  },
  badge_not_suspendable: {
    said: f =>
      `“${f.badge}” names no list of suspended badges, so nobody who checks it would learn of a suspension.`,
    next: 'Issue it anew with what is put right, or revoke it, which is final. Whether badges can be suspended is set where the district’s record runs.',
  },
  badge_replaced: {
    said: f => `“${f.badge}” was issued anew already.`,
    next: 'Go on with the newer one, further up in the list.',
  },
  badge_ended: {
    said: f => `“${f.badge}” ended ${say.dayAt(f.at)}; nothing is left to correct.`,
    next: 'Its person can send a new claim.',
  },
  revocations_hour: {
    said: f =>
      `You revoked ${say.number(f.most)} badges within the hour; more need a second officer.`,
    next: 'Choose the badges under Revoke several, and ask a second officer.',
  },
  act_own: {
    said: () => 'You proposed this yourself; another officer has to confirm it.',
    next: 'Ask somebody else of the credential office. You can take it back.',
  },
  act_state: {
    said: f => `This was ${actStates[f.state] ?? f.state} already.`,
    next: 'Look at what is there now.',
  },
  act_ended: {
    said: f => `Nobody confirmed this by ${say.dayAt(f.at)}, so it ended.`,
    next: 'Propose it again if it is still wanted.',
  },
  act_empty: {
    said: () => 'Nothing was chosen that could be revoked.',
    next: 'Choose at least one badge.',
  },
  reason_missing: {
    said: f => `This needs a reason for “${f.what}”.`,
    next: 'Write what happened; its holder and whoever opens its page will read it.',
  },
  cause_reason: {
    said: _f => 'A decision for all of these needs a reason.',
    next: 'Write why; it stands in the report, with your name.',
  },
  cause_not_acceptable: {
    said: _f => 'These can’t be accepted: they do not hold, or nothing proves who made them.',
    next: 'Ask the issuer, or leave them as they are.',
  },
  cause_end: {
    said: f => `A decision ends on a day to come, at most ${say.number(f.daysMax)} days from now.`,
    next: 'Choose another end date.',
  },
  review_state: {
    said: f => `This reading is ${stateIn(f.state)} and can’t be changed.`,
    next: 'Back to your list.',
  },
  review_own_work: {
    said: f => `“${f.claim}” is your own work.`,
    next: 'Another coach will read it.',
  },
  review_taken: {
    said: f => `“${f.claim}” went to another coach first.`,
    next: 'Take the next one; your notes are kept.',
  },
  review_unfinished: {
    said: f => `No level yet for: ${say.list(f.criteria)}.`,
    next: 'Give each one a level, then finish.',
  },
  review_unexplained: {
    said: f =>
      `Below passing, without a reason and a place in the evidence: ${say.list(f.criteria)}.`,
    next: 'Say what to show next, and point at the place.',
  },
  claim_not_in_review: {
    said: f => `The claim is ${stateIn(f.state)}; it isn’t waiting to be read.`,
    next: 'Back to your list; your notes are kept.',
  },
  goal_serves_itself: {
    said: f => `“${f.goal}” can’t serve itself.`,
    next: 'Pick a goal of the layer above.',
  },
})
