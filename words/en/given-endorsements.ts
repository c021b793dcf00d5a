import type { EndorsedKind, UnsignedCode } from '../../core/endorsement/given.ts'
import type { Say } from '../say.ts'

/** The district's own word about what other bodies issue. */
export const givenEndorsements = (say: Say) => ({
  title: 'What your district endorses',
  lead: 'Your district’s signed word about what other bodies issue. Everybody may read it. Save the file and send it to the other body: they can put it into their badges.',
  none: 'Your district has endorsed nothing yet. Verify a badge that another body issued; where it holds, it can be endorsed there.',
  toVerify: 'Verify a badge',
  kind: {
    achievement: 'All badges for this achievement',
    issuer: 'This issuer',
    badge: 'This one badge',
  } satisfies Record<EndorsedKind, string>,
  by: (f: { kind: string; issuer: string }) => `${f.kind}, issued by ${f.issuer}`,
  state: {
    given: 'Your district signs it next.',
    signed: (f: { at: number; by: string }) =>
      `In force since ${say.dayAt(f.at)}; given by ${f.by}.`,
    until: (f: { at: number; by: string; until: number }) =>
      `In force since ${say.dayAt(f.at)}, until ${say.dayAt(f.until)}; given by ${f.by}.`,
    ended: (f: { until: number; by: string }) =>
      `Ended ${say.dayAt(f.until)}; it was given by ${f.by}.`,
    withdrawn: (f: { at: number; by: string; reason: string }) =>
      `Taken back ${say.dayAt(f.at)} by ${f.by}. Reason: ${f.reason}`,
    refused: (f: { why: string }) => `Not signed. ${f.why}`,
  },
  /** Who took it back, where nobody did whom the record knows. */
  itself: 'your district itself',
  unsigned: {
    ABOUT_ITSELF: 'It is about your district itself, which vouches for nobody by its own word.',
    NOT_SIGNABLE: 'What the badge says of itself can’t be put under a signature.',
  } satisfies Record<UnsignedCode, string>,
  marks: { pass: 'In force', fail: 'Taken back', unknown: 'Not in force' },
  page: 'Its page, for everyone:',
  save: 'Save as a file',
  saveLabel: (f: { name: string }) => `Save as a file: the endorsement of ${f.name}`,
  saved: (f: { name: string }) => `Saved as ${f.name}.`,
  takeBack: 'Take back',
  takeBackLabel: (f: { name: string }) => `Take back the endorsement of ${f.name}`,
  takeBackTitle: (f: { name: string }) => `Take back the endorsement of ${f.name}?`,
  takeBackLead:
    'For good. Whoever verifies it learns so from your district’s list, also where it stands in a badge of others; such a badge itself stays as it is. The other body is not told.',
  reason: 'Reason, for everyone who opens its page',
  keep: 'Leave it in force',
  /** On the answer about a badge. */
  here: 'Your district endorses this',
  said: (f: { kind: string; comment: string }) => `${f.kind}: “${f.comment}”`,
  all: 'All that your district endorses',
  endorse: 'Endorse …',
  /** The sheet in which it is given. */
  giveTitle: 'Endorse in your district’s name',
  giveLead:
    'Your district signs what you write here, and everybody may read it. It speaks for what another body issues; it issues nothing.',
  what: 'What you endorse',
  whatOf: {
    achievement: (f: { name: string; issuer: string }) =>
      `“${f.name}”: all badges for it by ${f.issuer}`,
    issuer: (f: { name: string }) => `${f.name} as an issuer of badges`,
    badge: (f: { name: string; issuer: string }) =>
      `This one badge by ${f.issuer}, “${f.name}”, and no other`,
  },
  comment: 'What your district says of it',
  commentHint: (f: { charsMax: number }) =>
    `Plain sentences, ${say.number(f.charsMax)} signs at most. Write nothing about a person: it is public.`,
  commentMissing: 'Write what your district stands for.',
  commentLong: (f: { chars: number; charsMax: number }) =>
    `${say.number(f.chars)} signs; ${say.number(f.charsMax)} at most.`,
  until: 'In force until the end of',
  untilHint: 'Leave it empty for no end: you can take it back at any time.',
  untilMissing: 'Choose a day to come, or none.',
  unsure: 'This can’t be told of the badge at hand:',
  knowing: 'I know of this, and endorse it all the same.',
  knowingMissing: 'Say that you know of it, or look into it first.',
  give: 'Endorse',
  notNow: 'Not now',
  given: 'Endorsed. Your district signs it next.',
})
