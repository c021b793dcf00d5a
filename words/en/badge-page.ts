import type { SayOfBadges } from '../say-of-badges.ts'

/** The page of one badge, for anyone; served by the district, without scripts. */
export const badgePage = (say: SayOfBadges) => ({
  kind: 'Badge',
  otherLanguage: 'Español',
  standing: {
    valid: () => 'This badge holds.',
    suspended: (f: { at: number | undefined }) =>
      `This badge is suspended${f.at === undefined ? '' : ` since ${say.day(f.at)}`}. It does not hold for now; that can be lifted.`,
    revoked: (f: { at: number | undefined }) =>
      `This badge was revoked${f.at === undefined ? '' : ` on ${say.day(f.at)}`}. It never holds again.`,
    superseded: (f: { at: number | undefined }) =>
      `A newer badge took this one’s place${f.at === undefined ? '' : ` on ${say.day(f.at)}`}.`,
    expired: (f: { at: number | undefined }) =>
      `This badge ended${f.at === undefined ? '' : ` on ${say.day(f.at)}`}.`,
    unknown: () => 'Whether this badge holds can’t be told right now. Come back later.',
    damaged: () =>
      'The copy of this badge that is kept here does not fit its signature. Don’t rely on it; ask the issuer.',
  },
  reason: 'The issuer’s reason',
  newer: 'See the newer badge',
  issuedBy: 'Issued by',
  heldBy: 'Held by',
  earned: 'Earned',
  signed: 'Signed',
  until: 'Holds until',
  ended: 'Ended',
  noEnd: 'No end date',
  day: (f: { at: number }) => say.day(f.at),
  judged: 'What was judged',
  judgedLead: 'Someone read the work against every criterion. Here is the level that was found.',
  found: 'Found',
  needed: (f: { level: string }) => `needed: ${f.level}`,
  serves: 'What it serves',
  endorsed: {
    title: 'What others say of it',
    lead: 'Each of these is signed by whoever says it, and speaks for itself. The name is as they wrote it; go by the address under it.',
    about: {
      verified: (f: { at: number; host: string }) =>
        `Signed by ${f.host}, and in force when it was checked here on ${say.day(f.at)}.`,
      ended: (f: { at: number; host: string }) =>
        `Signed by ${f.host}. It has ended, as of ${say.day(f.at)}.`,
      revoked: (f: { at: number; host: string }) =>
        `${f.host} has taken it back, as of ${say.day(f.at)}.`,
      unknown: (f: { at: number; host: string }) =>
        `${f.host} could not be asked on ${say.day(f.at)}, so whether it is still in force can’t be told.`,
      failed: (f: { at: number; host: string }) =>
        `It doesn’t hold any more, as of ${say.day(f.at)}. Don’t rely on it; ask ${f.host}.`,
    },
    file: 'This endorsement as a file, to check it yourself',
  },
  check: 'Check it yourself',
  checkLead:
    'This page is the issuer’s word. The file proves itself: whoever has it can check it, with or without this page and without asking anyone.',
  asJson: 'The badge as a file (JSON)',
  asPng: 'The badge as a picture (PNG)',
  pngWhy: 'The picture holds the whole badge. Send it as a file; chat programs may strip it.',
  how: 'Any verifier for Open Badges 3.0 reads both.',
  page: 'This page',
  key: 'Signed with this key',
  lists: {
    revocation: 'Revoked badges are in this list',
    suspension: 'Suspended badges are in this list',
  },
  fingerprint: 'Fingerprint of the work that was judged; the work itself is not public',
  checked: (f: { at: number; listAt: number | undefined }) =>
    f.listAt === undefined
      ? `Checked here on ${say.moment(f.at)}.`
      : `Checked here on ${say.moment(f.at)}, with the lists of ${say.moment(f.listAt)}.`,
  nothing: 'No badge is here.',
  nothingNext:
    'Compare the address letter by letter, or ask whoever gave it to you. A badge that was never signed has no page.',
  /** The page of the district's own word about what others issue. */
  given: {
    kind: 'Endorsement',
    title: (f: { name: string; by: string }) => `${f.by} endorses ${f.name}`,
    standing: {
      valid: () => 'This endorsement is in force.',
      withdrawn: (f: { at: number | undefined }) =>
        `This endorsement was taken back${f.at === undefined ? '' : ` on ${say.day(f.at)}`}. It is not in force again.`,
      expired: (f: { at: number | undefined }) =>
        `This endorsement ended${f.at === undefined ? '' : ` on ${say.day(f.at)}`}.`,
      unknown: () =>
        'Whether this endorsement is in force can’t be told right now. Come back later.',
      damaged: () =>
        'The copy of this endorsement that is kept here does not fit its signature. Don’t rely on it; ask whoever gave it.',
    },
    about: {
      achievement: 'What is endorsed: all badges for this',
      issuer: 'Who is endorsed',
      badge: 'What is endorsed: this one badge',
    },
    by: 'Endorsed by',
    issuer: 'Issued by, as it calls itself',
    signed: 'Signed',
    check: 'Check it yourself',
    key: 'Signed with this key',
    checked: (f: { at: number; listAt: number | undefined }) =>
      f.listAt === undefined
        ? `Checked here on ${say.moment(f.at)}.`
        : `Checked here on ${say.moment(f.at)}, with the lists of ${say.moment(f.listAt)}.`,
    id: 'The id that is endorsed',
    reason: 'Why it was taken back',
    noEnd: 'Until it is taken back',
    checkLead:
      'This page is the endorser’s word. The file proves itself: whoever has it can check it, with or without this page.',
    asJson: 'The endorsement as a file (JSON)',
    how: 'Whoever issues what is endorsed can put the file into its badges, under “endorsement”. Any verifier for Open Badges 3.0 reads it.',
    list: 'Endorsements that were taken back are in this list',
    nothing: 'No endorsement is here.',
    nothingNext: 'Compare the address letter by letter, or ask whoever gave it to you.',
  },
})
