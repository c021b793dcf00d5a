import type { Say } from '../say.ts'

/** Claims: the list, the writing, the sending. */
export const claims = (say: Say) => ({
  title: 'Claims',
  none: 'No claim yet. A claim begins with a micro-credential.',
  choose: 'Choose a micro-credential',
  open: 'Open',
  attempt: (f: { n: number }) =>
    f.n === 1 ? 'first attempt' : f.n === 2 ? 'second attempt' : `attempt ${say.number(f.n)}`,
  version: (f: { version: number; attempt: string }) =>
    `version ${say.number(f.version)}, ${f.attempt}`,
  state: {
    draft: 'Writing',
    outbox: 'Goes when there is a network; the date starts then',
    submitted: (f: { day: string }) => `Sent; checked for completeness by ${say.day(f.day)}`,
    incomplete: 'Came back, not judged',
    waiting: (f: { day: string }) => `Waits for a coach. Answer by ${say.day(f.day)}`,
    reading: (f: { reader: string; day: string }) =>
      `With ${f.reader}. Answer by ${say.day(f.day)}`,
    late: (f: { days: number; day: string }) =>
      `${say.count(f.days, { one: 'One working day late', other: `${say.number(f.days)} working days late` })}. It was promised for ${say.day(f.day)}`,
    notYet: (f: { parts: string; stand: string }) =>
      f.stand === '' ? `Not yet: ${f.parts}` : `Not yet: ${f.parts}. ${f.stand}`,
    stand: (f: { parts: readonly string[] }) =>
      f.parts.length === 1 ? `${say.list(f.parts)} stands` : `${say.list(f.parts)} stand`,
    earnedOn: (f: { day: string }) => (f.day === '' ? 'Earned.' : `Earned ${say.day(f.day)}.`),
    earned: 'The credential office approves the badge next',
    setAside: (f: { reason: string }) =>
      `The credential office approves no badge for it: “${f.reason}” You can begin a new claim for the same micro-credential.`,
    signing: 'The badge is being signed',
    issued: 'The badge is yours',
    ending: (f: { at: number }) => `The badge is yours until ${say.dayAt(f.at)}; it can be renewed`,
    ended: (f: { at: number }) => `The badge ended ${say.dayAt(f.at)}; it can be renewed`,
    suspended: 'The badge is suspended for now',
    revoked: 'The badge was revoked',
    withdrawn: 'Withdrawn',
  },
  group: { yours: 'With you', away: 'On its way', done: 'Done' },
  send: 'Send claim',
  sendNow: 'Send now',
  seeBadge: 'See the badge',
  withdraw: 'Withdraw',
  withdrawWhy: 'If you withdraw it, coaches no longer see it. Everything you wrote stays here.',
  giveUp: 'Give up this claim',
  giveUpWhy:
    'It ends here. What you wrote stays for you to read, and a new claim can begin with it.',
  withdrawn: {
    kept: 'Only you see what you wrote here. If you start again, you can bring it over.',
    wrote: 'What you wrote last',
    sent: 'What you sent',
    none: 'Nothing was written in it.',
    again: 'Start it again',
  },
  bring: {
    said: (f: { at: number; words: number; pieces: number }) =>
      `You withdrew a claim for this ${say.dayAt(f.at)}. It holds ${say.count(f.words, { one: '1 word', other: `${say.number(f.words)} words` })} and ${say.count(f.pieces, { one: '1 piece of evidence', other: `${say.number(f.pieces)} pieces of evidence` })}.`,
    go: 'Bring them over',
    see: 'See that claim',
  },
  outline: 'Parts of the claim',
  yourWord: 'Your word',
  part: (f: { n: number; title: string }) => `${say.number(f.n)} ${f.title}`,
  ready: 'Ready',
  stands: 'Stands',
  toFix: (f: { n: number }) => `${say.number(f.n)} to fix`,
  toConfirm: (f: { n: number }) => `${say.number(f.n)} to confirm`,
  question: (f: { part: number; n: number; of: number }) =>
    `Part ${say.number(f.part)}, question ${say.number(f.n)} of ${say.number(f.of)}`,
  slotOf: (f: { part: number }) => `Part ${say.number(f.part)}, evidence`,
  answerLabel: (f: { question: string }) => `Your answer: ${f.question}`,
  words: (f: { words: number; min: number; max: number }) =>
    `${say.count(f.words, { one: '1 word', other: `${say.number(f.words)} words` })}, asked for ${say.number(f.min)} to ${say.number(f.max)}`,
  files: (f: { have: number; min: number; max: number }) =>
    f.min === f.max
      ? `${say.number(f.have)} of ${say.number(f.max)}`
      : `${say.number(f.have)} of ${say.number(f.min)} to ${say.number(f.max)}`,
  chooseEvidence: 'Choose from evidence',
  addFile: 'Add a file',
  addFileTo: (f: { slot: string }) => `Add files to “${f.slot}”`,
  addOther: 'write or link something',
  orDrop: 'or drop files here.',
  chooseTitle: (f: { slot: string }) => `Evidence for “${f.slot}”`,
  chooseSearch: 'Search your evidence',
  nothingToChoose: 'Nothing in your evidence fits yet. Add a file.',
  nothingFound: 'Nothing that fits holds these words.',
  use: 'Use this',
  takeOut: 'Take out',
  moveUp: 'Move up',
  accepts: (f: { kinds: string }) => `Takes: ${f.kinds}.`,
  marginTitle: (f: { n: number }) =>
    f.n === 0 ? 'Ready to send' : `${say.number(f.n)} to fix before you send`,
  marginNote: 'Checked on this computer, as you type.',
  fixGroup: 'To fix',
  lookGroup: 'Worth a look',
  allGood: 'Nothing is left to fix. Send it when you are ready.',
  findingsTitle: 'Why it came back',
  findingsNote: 'It was not judged. Mend these and send it again.',
  findingsMended: 'It was not judged. All of it is mended by now; send it again.',
  answerTitle: 'What the coach found',
  answerBy: (f: { reader: string; day: string }) => `${f.reader}, ${f.day}`,
  metCriterion: 'Met',
  notMetCriterion: 'Not yet',
  criterion: (f: { level: string; text: string }) => `${f.level}: ${f.text}`,
  noteToReader: 'A note to the coach: what changed since the last attempt',
  attest: {
    title: 'Your word',
    lead: 'Four things only you can say.',
    ready: 'It is ready to be read.',
    release: 'I hold a signed release for everyone who can be seen, heard or named.',
    ownWork: 'It is my own work, from my own practice.',
    aiUse: 'How AI was used, in a sentence',
    aiHint: '“Not at all” is an answer.',
  },
  sendPage: {
    title: (f: { title: string }) => `Send “${f.title}”`,
    frozen:
      'A copy of what you wrote and chose is frozen and sent. Your evidence stays yours and goes on living here.',
    pieces: (f: { answers: number; files: number; size: string | undefined }) =>
      `${say.count(f.answers, { one: '1 answer', other: `${say.number(f.answers)} answers` })}, ${say.count(f.files, { one: '1 piece of evidence', other: `${say.number(f.files)} pieces of evidence` })}, ${f.size ?? 'no files'}.`,
    found: (f: { n: number }) =>
      say.count(f.n, {
        one: 'One thing that the district found is still as it was.',
        other: `${say.number(f.n)} things that the district found are still as they were.`,
      }),
    foundNext: 'The claim may come back again.',
    promise: (f: { precheck: string; answer: string }) =>
      `Sent today: checked for completeness by ${say.day(f.precheck)}, answer by ${say.day(f.answer)}.`,
    skipped: (f: { days: readonly string[] }) =>
      `${say.list(f.days)} ${say.count(f.days.length, { one: 'is', other: 'are' })} skipped.`,
    alone:
      'This computer has joined no district, so there is nobody to send it to. Join your district; nothing is lost.',
    join: 'Join my district',
    back: 'Not now',
  },
  sent: {
    title: 'Sent',
    frozen: 'What you sent is frozen as it was. You can go on with everything else.',
    fingerprint: 'Fingerprint of what you sent:',
    answer: (f: { day: string }) => `Answer by ${say.day(f.day)}.`,
    again: 'See what you sent',
  },
  /** Another's claim, for those who may read it. */
  read: {
    open: 'Read the claim',
    openLabel: (f: { title: string; name: string }) => `Read the claim “${f.title}” of ${f.name}`,
    lead: (f: { name: string; at: number }) =>
      f.name === ''
        ? `As it was sent ${say.dayAt(f.at)}. Nothing in it can be changed.`
        : `As ${f.name} sent it ${say.dayAt(f.at)}. Nothing in it can be changed.`,
    note: 'What they say changed since the attempt before',
    fetched: 'A file is fetched from your district when you show it.',
    show: 'Show the file',
    showLabel: (f: { title: string }) => `Show the file “${f.title}”`,
    close: 'Close the file',
    closeLabel: (f: { title: string }) => `Close the file “${f.title}”`,
    setAside: (f: { name: string; at: number; reason: string }) =>
      `${f.name} of the credential office set it aside ${say.dayAt(f.at)}, so no badge is approved: “${f.reason}”`,
    undecided: 'Nobody judged this attempt: it came back unread.',
    unread:
      'A coach reads this claim now. What was sent opens here for the office once it is earned.',
  },
  sinceSent: {
    changed: {
      said: 'What your district keeps of this claim is not what you sent.',
      next: 'Something in it was changed since you signed it. Tell your coach and your administrator; what you wrote is still here.',
    },
    lost: {
      said: 'What you sent from this computer is not in your district’s record of this claim.',
      next: 'It was there before. Tell your coach and your administrator; what you wrote is still here.',
    },
    key: {
      said: 'Part of this claim is signed in your name by a computer that this one does not know as yours.',
      next: 'If you did not send it yourself, tell your administrator now.',
    },
  },
  twoVersions: 'Two computers wrote this at once. Both are kept.',
  here: 'In place now',
  there: (f: { when: string }) => `From the other computer, ${f.when}`,
  keepHere: 'Keep this one',
  keepThere: 'Keep the other',
  keepBoth: 'Keep both',
  unsavedFound: (f: { text: string }) =>
    `This window still holds words that were not saved: “${f.text}”`,
  takeUnsaved: 'Put them in',
  dropUnsaved: 'Leave them out',
  foot: {
    today: (f: { answer: string; skipped: readonly string[] }) =>
      f.skipped.length === 0
        ? `Send today, answer by ${say.day(f.answer)}.`
        : `Send today, answer by ${say.day(f.answer)}. ${say.list(f.skipped)} ${say.count(f.skipped.length, { one: 'is', other: 'are' })} skipped.`,
  },
})
