import type { RefusalCode, RefusalFacts } from '../../core/kit/refusal.ts'
import type { Say } from '../say.ts'

/** How each state of an erasing is said. */
export type RefusalFactsStates = Readonly<Record<RefusalFacts['erasure_state']['state'], string>>

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
const roleRequestStates: Readonly<Record<string, string>> = {
  asked: 'asked for',
  alone: 'given',
  given: 'agreed to',
  declined: 'declined',
  withdrawn: 'taken back',
}

const endorsementStates: Readonly<Record<string, string>> = {
  offered: 'read in',
  accepted: 'accepted',
  refused: 'refused',
  withdrawn: 'taken off',
  given: 'given',
  signed: 'signed',
}
const actStates: Readonly<Record<string, string>> = {
  proposed: 'proposed',
  confirmed: 'confirmed',
  done: 'carried out',
  declined: 'declined',
  withdrawn: 'taken back',
}
const erasureIs: RefusalFactsStates = {
  counting: 'is being counted',
  counted: 'is counted',
  asked: 'waits for a second person',
  agreed: 'is agreed on',
  erased: 'is done',
  called_off: 'was called off',
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
  evidence_deleted: {
    said: f =>
      `This evidence was deleted for good on ${say.dayAt(f.atMs)}, and nothing of it is left.`,
    next: 'Add it again if you still have it elsewhere.',
  },
  evidence_held: {
    said: f => `“${f.title}” was sent with it, so it can’t be deleted.`,
    next: 'It stays in the trash. What was sent stays to be seen for as long as your record is kept.',
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
  last_administrator: {
    said: f => `${f.name} is the district’s only administrator by now.`,
    next: 'Make someone else an administrator first.',
  },
  role_after_taking: {
    said: f =>
      `You took such a role from somebody within the last seven days, and nobody else is left to say yes. You can give ${f.name} one alone from ${say.dayAt(f.at)}, ${say.time(f.at)}.`,
    next: 'Wait until then. If you were not the one who took it away, somebody else may be in your account: end computers you don’t know, under Settings, and tell whoever runs the server.',
  },
  role_request_waits: {
    said: f => `Somebody else asked for a role for ${f.name} already, and it waits.`,
    next: 'Agree to that one or decline it first, under People; then ask for yours.',
  },
  role_request_own: {
    said: f => `You asked for ${f.name}’s role yourself; another person in charge has to say yes.`,
    next: 'Ask another administrator or officer of the district. You can take it back.',
  },
  role_request_state: {
    said: f => `This was ${roleRequestStates[f.state] ?? f.state} already.`,
    next: 'Look at what is there now.',
  },
  role_request_ended: {
    said: f => `Who asked for ${f.name}’s role may not give it any more.`,
    next: 'If it is still wanted, another administrator asks for it. Decline this one.',
  },
  own_leaving: {
    said: f => `${f.name}, whether you have left is not yours to say.`,
    next: 'Another administrator does it for you.',
  },
  person_left: {
    said: f => `${f.name} left the district on ${say.dayAt(f.at)}.`,
    next: 'Say first that they are back, under People and access, Have left.',
  },
  person_left_above: {
    said: f =>
      `${f.name} was let go by those in charge above you, so only they say that ${f.name} is back.`,
    next: 'Ask an administrator of the school or of the district.',
  },
  unit_closed: {
    said: f => `${f.unit} is closed: nobody new works there or is given a role there.`,
    next: 'Choose another place, or open it again under People, Schools and teams.',
  },
  unit_closed_above: {
    said: f => `${f.unit} was closed by those in charge above you, so only they open it again.`,
    next: 'Ask an administrator of the school or of the district.',
  },
  holidays_full: {
    said: f => `The record holds ${say.number(f.max)} days that don’t count, and no more.`,
    next: 'Remove days of years that are past, then add these.',
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
    next: 'Ask its person to withdraw the claim, to start it again with what they wrote, and to send that.',
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
  set_aside_reason: {
    said: f => `Setting “${f.title}” aside needs a reason.`,
    next: 'Write what is wrong and what its person can do; they read it word for word.',
  },
  claim_set_aside: {
    said: f => `“${f.title}” is set aside: no badge is approved for it.`,
    next: 'Take it up again under To issue if it is to get a badge after all.',
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
  endorsement_state: {
    said: f => `This endorsement was ${endorsementStates[f.state] ?? f.state} already.`,
    next: 'Look at what is there now.',
  },
  endorses_failing: {
    said: f =>
      `“${f.what}” is not endorsed on the ground of a badge that does not hold (${f.code}).`,
    next: 'Look at what is the matter with it in Verify; ask for another badge of the same issuer.',
  },
  endorses_unsure: {
    said: f => `Something about the badge of “${f.what}” can’t be told (${f.code}).`,
    next: 'Look at it in Verify, and say that you know of it if you endorse all the same.',
  },
  endorses_nothing: {
    said: f => `Nothing is said of “${f.what}” yet.`,
    next: 'Write what your district stands for, in a sentence or two.',
  },
  endorses_ended: {
    said: f => `The endorsement of “${f.what}” would have ended ${say.dayAt(f.at)} already.`,
    next: 'Choose a later day, or none.',
  },
  act_own: {
    said: () => 'You asked for this yourself; another officer has to confirm it.',
    next: 'Ask somebody else of the credential office. You can take it back.',
  },
  act_asker: {
    said: () =>
      'Who asked for this is no longer an officer of the district, so nobody can confirm it.',
    next: 'If it is still wanted, another officer asks for it. Decline this one.',
  },
  act_state: {
    said: f => `This was ${actStates[f.state] ?? f.state} already.`,
    next: 'Look at what is there now.',
  },
  act_ended: {
    said: f => `Nobody said yes to this by ${say.dayAt(f.at)}, so it ended.`,
    next: 'Ask for it again if it is still wanted.',
  },
  yes_too_young: {
    said: f =>
      `The person who asked for this let this computer in, so it can agree with them only from ${say.dayAt(f.at)}.`,
    next: 'Agree on another computer of yours, or let somebody else say yes.',
  },
  key_change_own: {
    said: () => 'You asked for this yourself; another officer or administrator has to agree.',
    next: 'Ask somebody else who may. You can take it back.',
  },
  key_change_asker: {
    said: () => 'Who asked for this may not change the district’s keys any more.',
    next: 'If it is still wanted, somebody else asks for it. Decline this one.',
  },
  key_reason_missing: {
    said: () => 'A change of the district’s keys needs a reason.',
    next: 'Write why, for the person who has to agree and for whoever reads the log later.',
  },
  act_empty: {
    said: () => 'Nothing was chosen that could be revoked.',
    next: 'Choose at least one badge.',
  },
  erasure_state: {
    said: f => `This erasing ${erasureIs[f.state]}.`,
    next: 'Look at what is there now.',
  },
  erasure_own: {
    said: () => 'This is about your own record, so others decide it.',
    next: 'Ask another administrator, or somebody else of the credential office.',
  },
  erasure_same: {
    said: () => 'You asked for this yourself; the yes has to be another person’s.',
    next: 'Ask another administrator, or somebody of the credential office.',
  },
  erasure_ended: {
    said: f => `Nobody agreed by ${say.dayAt(f.at)}, so it ended.`,
    next: 'Count again and ask again if it is still wanted.',
  },
  erasure_asker: {
    said: () => 'Who asked for this may not erase a record any more.',
    next: 'Call it off. If it is still wanted, count again and ask again.',
  },
  erasure_begun: {
    said: () => 'The district is erasing this record already; half of it can’t be kept.',
    next: 'Wait a few minutes: then it is done.',
  },
  erasure_held: {
    said: f =>
      `A legal hold has been on this record since ${say.dayAt(f.at)}: nothing of it is erased.`,
    next: 'Ask who put it. Once the hold is lifted, you can go on.',
  },
  erasure_role: {
    said: () => 'This person still holds a role: others depend on what they do.',
    next: 'Take their roles away first, all but educator.',
  },
  person_erased: {
    said: f => `The record of this person was erased on ${say.dayAt(f.at)}.`,
    next: 'Should they come back, add them as a new person.',
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
