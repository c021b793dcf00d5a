import type { Say } from '../say.ts'

/** The shelf of badges, and one badge. */
export const badges = (say: Say) => ({
  title: 'Badges',
  lead: 'Each is signed by your district and yours to keep, here and anywhere.',
  open: 'Open',
  openLabel: (f: { title: string }) => `Open the badge “${f.title}”`,
  empty: 'No badge yet. One comes when a coach finds every criterion of a claim met.',
  emptyExample: {
    title: 'Wait time',
    shown: 'What you showed, in one sentence.',
    facts: 'Issuer, date, and whether it still holds.',
  },
  emptyDo: 'Choose a micro-credential',
  back: 'All badges',
  state: {
    approved: (f: { at: number }) => `Approved ${say.dayAt(f.at)}; your district signs it next.`,
    suspended: (f: { at: number }) => `Suspended ${say.dayAt(f.at)}`,
    revoked: (f: { at: number }) => `Revoked ${say.dayAt(f.at)}`,
    superseded: (f: { at: number }) => `Replaced ${say.dayAt(f.at)} by a newer one`,
  },
  issuer: (f: { name: string }) => `Issued by ${f.name}`,
  signed: (f: { at: number }) => `Signed ${say.dayAt(f.at)}`,
  validUntil: (f: { at: number }) => `Holds until ${say.dayAt(f.at)}`,
  ended: (f: { at: number }) => `Ended ${say.dayAt(f.at)}`,
  noEnd: 'No end date',
  holder: (f: { name: string }) => `Held by ${f.name}`,
  checking: 'Checking the badge on this computer',
  revokedTitle: 'This badge was revoked',
  revokedWhy: (f: { reason: string; by: string; at: number }) =>
    f.by === ''
      ? `“${f.reason}” The credential office, ${say.dayAt(f.at)}.`
      : `“${f.reason}” ${f.by}, ${say.dayAt(f.at)}.`,
  revokedNext: 'Everyone who checks it learns that it was revoked. Ask the office about it.',
  renew: {
    title: {
      ending: (f: { at: number }) => `This badge ends ${say.dayAt(f.at)}`,
      ended: (f: { at: number }) => `This badge ended ${say.dayAt(f.at)}`,
      revoked: (f: { at: number }) => `This badge was revoked ${say.dayAt(f.at)}`,
    },
    how: 'Renew it with a new claim. When a coach finds that earned, you get a new badge; this one stays as it is.',
    begun: 'You have begun a new claim for it.',
    gone: 'Its micro-credential is not offered any more, so it can’t be renewed.',
    start: 'Renew it',
    goOn: 'Go on with the new claim',
  },
  suspendedTitle: 'This badge is suspended',
  suspendedNext:
    'It does not hold for now. That can be lifted; then it holds again as it is, and nothing is left for you to do.',
  supersededTitle: 'A newer badge took its place',
  supersededNext: 'Share the newer one; whoever checks this one learns that it was replaced.',
  newer: 'Open the newer badge',
  older: 'The badge that it replaces',
  correction: (f: { reason: string; at: number }) =>
    `Issued anew ${say.dayAt(f.at)}: “${f.reason}”`,
  resumed: (f: { reason: string; at: number }) =>
    `The suspension was lifted ${say.dayAt(f.at)}: “${f.reason}”`,
  resignedTitle: (f: { at: number }) => `Your district signed this again ${say.dayAt(f.at)}`,
  resignedNext:
    'The key that had signed it is not trusted any more, through no fault of yours. Copies that you gave away before then fail a check: give this one instead.',
  page: 'Its page for everyone',
  pageWhy: 'Send this address to whoever asks. It shows the badge as it stands today.',
  waitingTitle: 'Not signed yet',
  waitingNext: 'It can be shared once your district has signed it; nothing is left for you to do.',
  criteria: 'What was found',
  criteriaLead: (f: { reader: string; at: number }) =>
    f.reader === '' ? say.dayAt(f.at) : `${f.reader}, ${say.dayAt(f.at)}`,
  met: (f: { level: string }) => `Met: ${f.level}`,
  chain: {
    title: 'Why this badge can be believed',
    lead: 'From the badge to the files, each link checked on this computer with what is here.',
    state: { holds: 'Holds', fails: 'Does not hold', elsewhere: 'Can’t be told here' },
    signed: {
      name: 'The badge is signed by its issuer',
      holds: 'The signature fits, and nothing was changed since.',
      fails: 'The signature does not fit. Don’t rely on this copy.',
      elsewhere: 'Not signed yet, or the issuer’s key is not on this computer.',
    },
    named: {
      name: 'It names exactly what was judged',
      holds: 'The fingerprint in the badge is that of the claim as it was sent.',
      fails: 'The fingerprint in the badge is another than that of the claim.',
      elsewhere: 'There is no badge yet to compare with, or the claim is not on this computer.',
    },
    decided: {
      name: 'The decision is the reader’s own',
      holds:
        'The reader’s computer signed every level, and they come out as the decision that stands here.',
      fails: 'What stands here is not what the reader’s computer signed. Tell the office.',
      elsewhere:
        'The reading lies with its reader and the office; the office’s computer checks it.',
    },
    handedOver: {
      name: 'The claim is what its person sent',
      holds: 'Answers, files and the word given are what the person’s computer signed.',
      fails: 'What stands here is not what the person’s computer signed. Tell the office.',
      elsewhere: 'The claim, or the key of the computer that signed it, is not here.',
    },
    files: {
      name: 'The files are those that were sent',
      counted: (f: { all: number; here: number }) =>
        f.all === 0
          ? 'No file was sent, or the claim is not on this computer.'
          : f.here === f.all
            ? say.count(f.all, {
                one: 'The 1 file is on this computer, and was not read through yet.',
                other: `All ${say.number(f.all)} files are on this computer, and were not read through yet.`,
              })
            : `${say.number(f.here)} of ${say.number(f.all)} files are on this computer; the others lie with their owner and the district.`,
      compare: 'Read the files through now',
      read: (f: { all: number; here: number; damaged: number }) =>
        f.damaged > 0
          ? `${say.count(f.damaged, { one: '1 file on this computer is not what was sent.', other: `${say.number(f.damaged)} files on this computer are not what was sent.` })} The district has its own copy.`
          : f.here === f.all
            ? say.count(f.all, {
                one: 'The 1 file was read through just now, and is what its fingerprint says.',
                other: `All ${say.number(f.all)} files were read through just now, and are what their fingerprints say.`,
              })
            : `${say.number(f.here)} of ${say.number(f.all)} files were read through just now, and are what their fingerprints say; the others lie elsewhere.`,
    },
  },
  share: 'Share',
  shareLead: 'A file anyone can check, with or without us. No evidence goes along.',
  saveJson: 'Save as file (JSON)',
  savePng: 'Save as picture (PNG)',
  saved: (f: { name: string }) => `Saved as ${f.name}.`,
  pngWhy:
    'The picture holds the whole badge; send it as a file, because chat programs may strip it.',
  claim: 'The claim behind it',
  fingerprint: (f: { hash: string }) => `Fingerprint of what was sent: ${f.hash}`,
})
