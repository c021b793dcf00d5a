import type { Say } from '../say.ts'
import type { OwnEndorsementCode } from '../../core/endorsement/record.ts'

/** What outside bodies say of a micro-credential or a badge. */
export const endorsements = (say: Say) => ({
  title: 'What others say of it',
  lead: 'Each of these is signed by whoever says it. The name is as they wrote it; go by the address beside it.',
  none: 'Nobody outside your district has said anything about it yet.',
  file: 'this file',
  marks: { pass: 'Holds', fail: 'Does not hold', unknown: 'Not known' },
  unread: (f: { at: number }) => `A file read in on ${say.dayAt(f.at)}`,
  checking: 'Your district looks at the file next. Nobody else sees it before.',
  holds: (f: { at: number }) => `Signed and in force, as of ${say.dayAt(f.at)}.`,
  unknown: (f: { at: number; why: string }) =>
    `On ${say.dayAt(f.at)} it could not be told whether it holds. ${f.why} It is asked again by itself.`,
  fails: (f: { at: number; why: string }) => `It holds no more, as of ${say.dayAt(f.at)}. ${f.why}`,
  refused: (f: { at: number; why: string }) =>
    `Not taken on ${say.dayAt(f.at)}. ${f.why} Nobody outside the office sees it.`,
  withdrawn: (f: { at: number; reason: string }) =>
    `Taken off on ${say.dayAt(f.at)}. Reason: ${f.reason}`,
  another: 'It speaks of something else than this.',
  codes: {
    NOT_AN_ENDORSEMENT: 'The file is no endorsement as Open Badges 3.0 has them.',
    ENDORSES_SEVERAL: 'It speaks of several things at once, and has to speak of this one alone.',
    ISSUER_WITHOUT_HOST:
      'Whoever signed it names no web address, so nothing tells them from anybody else of that name.',
    ENDORSED_ALREADY: 'The same word of the same issuer stands here already.',
  } satisfies Record<OwnEndorsementCode, string>,
  howTo: {
    'micro-credential':
      'A university or a state’s office that recognises this micro-credential can say so in a signed file (Open Badges 3.0 endorsement, with their web address). It stands on the page of every badge, and badges signed from then on carry it inside. This is the id it has to name:',
    badge:
      'Whoever wants to say a word about this one badge can do so in a signed file (Open Badges 3.0 endorsement, with their web address). It stands on the badge’s page; the badge itself stays as it was signed. This is the id it has to name:',
  },
  readIn: 'Read in an endorsement',
  fromIssue: 'Micro-credentials, and what others say of them',
  tooLarge: 'The file is empty, or too large to be an endorsement.',
  tooLargeNext: 'Ask whoever sent it for the endorsement alone, without pictures.',
  takeOff: 'Take off',
  takeOffLabel: (f: { name: string }) => `Take off what ${f.name} says`,
  takeOffTitle: (f: { name: string }) => `Take off what ${f.name} says?`,
  takeOffLead:
    'It is gone from pages and computers for good. Badges that carry it inside stay as they were signed. Whoever said it is not told.',
  reason: 'Reason, for your office',
  keep: 'Keep it',
})
