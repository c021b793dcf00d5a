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
})
