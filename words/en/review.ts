import type { Say } from '../say.ts'

/** A coach's queue, the reading, and what came of it. */
export const review = (say: Say) => ({
  title: 'To review',
  lead: (f: { n: number; here: number; minutes: number | undefined }) => {
    const left = say.count(f.n, { one: '1 claim waits', other: `${say.number(f.n)} claims wait` })
    const begun = f.here === 0 ? '' : `, ${say.number(f.here)} of them begun by you`
    const about =
      f.minutes === undefined ? '' : `, about ${say.number(f.minutes)} min by your own pace`
    return `${left}${begun}${about}.`
  },
  next: 'Review next',
  goOn: 'Go on reading',
  read: 'Read',
  see: 'See it',
  empty: 'Nothing waits.',
  emptyWhy: 'A claim that is sent and complete stands here, with the day by which it is promised.',
  emptyDate: (f: { day: string }) => `Your next date: ${say.day(f.day)}.`,
  finished: 'What you finished',
  queue: 'Claims by date',
  code: (f: { code: string }) => `Claim ${f.code}`,
  begun: 'begun by you',
  firstReading: 'first reading',
  secondReading: 'second reading',
  laterReading: (f: { round: number }) => `reading ${say.number(f.round)}`,
  attempt: (f: { n: number }) =>
    f.n === 1 ? 'first attempt' : f.n === 2 ? 'second attempt' : `attempt ${say.number(f.n)}`,
  usual: (f: { minutes: number }) => `usually ${say.number(f.minutes)} min for you`,
  usualUnknown: 'no usual time yet',
  due: (f: { day: string }) => `Answer by ${say.day(f.day)}`,
  late: (f: { days: number; day: string }) =>
    `${say.count(f.days, { one: 'One working day late', other: `${say.number(f.days)} working days late` })}; promised for ${say.day(f.day)}`,
  by: (f: { name: string }) => `by ${f.name}`,
  blind: 'You see no name.',
  seen: (f: { name: string }) => `By ${f.name}.`,
  finish: 'Finish reading',
  evidence: 'Evidence in this claim',
  noneHere: 'Nothing was handed over for this part.',
  noneHereNext: 'What was handed over for the other parts stands in the tabs.',
  rubric: 'Rubric',
  criterion: (f: { n: number; of: number; part: string }) =>
    `Criterion ${say.number(f.n)} of ${say.number(f.of)}, ${f.part}`,
  open: (f: { n: number; text: string }) => `Open criterion ${say.number(f.n)}: ${f.text}`,
  levelsLabel: (f: { text: string; passing: string }) => `${f.text}. Passing is ${f.passing}.`,
  passing: 'Passing starts here',
  noLevel: 'no level yet',
  stands: 'stands',
  standsSince: (f: { n: number; level: string }) =>
    `Met in attempt ${say.number(f.n)}: ${f.level}. It isn’t judged again.`,
  before: (f: { n: number; level: string }) => `In attempt ${say.number(f.n)}: ${f.level}`,
  changed: 'What changed since the last attempt',
  comment: 'What you say to the person',
  commentLabel: (f: { text: string }) => `What you say to the person about: ${f.text}`,
  commentHint: 'Below passing: say what to show next.',
  anchors: 'Places you pointed at',
  pointedAt: 'What this points at',
  place: (f: { title: string; place: string }) => `${f.title}, ${f.place}`,
  point: 'Point at evidence',
  pointHere: 'Point at this answer',
  pointFirst: 'Mark the words you mean, or press “Point at this answer” beside one.',
  pointed: (f: { n: number; place: string }) => `Place ${say.number(f.n)}, ${f.place}, added.`,
  anchor: {
    page: (f: { page: number }) => `p. ${say.number(f.page)}`,
    time: (f: { startMs: number }) => say.length(f.startMs),
    span: (f: { startMs: number; endMs: number }) =>
      `${say.length(f.startMs)}–${say.length(f.endMs)}`,
    words: 'words',
    whole: 'whole',
    numbered: (f: { n: number; place: string }) => `${say.number(f.n)} · ${f.place}`,
    label: (f: { n: number; place: string; title: string }) =>
      `Go to place ${say.number(f.n)}: ${f.title}, ${f.place}`,
    until: 'Until here',
    untilLabel: (f: { n: number }) => `Place ${say.number(f.n)} ends where the film is now`,
    takeAway: 'Take away',
    takeAwayLabel: (f: { n: number }) => `Take away place ${say.number(f.n)}`,
  },
  showsWho: 'This shows who it is',
  hidden: {
    title: 'Hidden from other readers',
    showAgain: 'Show again',
    showAgainLabel: (f: { title: string; place: string }) =>
      `Show other readers again: ${f.title}, ${f.place}`,
    /** To another reader. */
    fromYou: (f: { n: number }) =>
      say.count(f.n, {
        one: 'One place is hidden: it shows who it is.',
        other: `${say.number(f.n)} places are hidden: they show who it is.`,
      }),
    fromYouNext: 'Another reader found it. Judge by everything else.',
  },
  keys: {
    point: 'Point at evidence',
    comment: 'Comment',
    guidance: 'Guidance',
    next: 'Next criterion',
    evidence: 'Next evidence',
    play: 'Play',
    back: 'Back 5 s',
  },
  guidance: {
    title: 'Guidance',
    asked: 'What this part asked for',
    method: 'The method it is about',
  },
  play: 'Play or pause',
  backFive: 'Back 5 s',
  at: (f: { atMs: number; lengthMs: number | undefined }) =>
    f.lengthMs === undefined
      ? say.length(f.atMs)
      : `${say.length(f.atMs)} of ${say.length(f.lengthMs)}`,
  page: (f: { page: number; pages: number | undefined }) =>
    f.pages === undefined
      ? `Page ${say.number(f.page)}`
      : `Page ${say.number(f.page)} of ${say.number(f.pages)}`,
  notAnswered: 'Nothing was written here.',
  shown: {
    unsure: 'who is shown was not said',
    nobody: 'nobody is shown',
    me: 'shows the person alone',
    students: 'shows students',
    adults: 'shows adults',
  },
  released: 'releases held',
  happened: (f: { day: string }) => say.day(f.day),
  link: 'A link; it opens in your browser, outside of Meritfolio.',
  word: 'Their word',
  aiUse: (f: { said: string }) => `How AI was used: ${f.said}`,
  aiUseUnsaid: 'Nothing was said about AI.',
  rated: (f: { n: number; of: number }) => `${say.number(f.n)} of ${say.number(f.of)} rated`,
  unseen: 'Nobody sees a level until you finish.',
  active: (f: { minutes: number; usual: number | undefined }) =>
    f.usual === undefined
      ? `${say.number(f.minutes)} min active`
      : `${say.number(f.minutes)} min active, usually ${say.number(f.usual)}`,
  hide: 'Hide the minutes',
  show: 'Show the minutes',
  know: 'I know this work',
  knowWhy: 'It goes back to the others; nobody asks why.',
  left: (f: { n: number }) =>
    say.count(f.n, {
      one: '1 thing is left before you finish',
      other: `${say.number(f.n)} things are left before you finish`,
    }),
  lacks: {
    level: 'No level yet',
    comment: 'Below passing: say what to show next',
    anchor: 'Below passing: point at a place in the evidence',
  },
  lacksAt: (f: { n: number; text: string }) => `Criterion ${say.number(f.n)}: ${f.text}`,
  goThere: 'Go there',
  decided: {
    earned: 'Earned',
    not_yet: 'Not yet',
    earnedLead: 'Every criterion is met. The credential office approves the badge next.',
    notYetLead: (f: { open: readonly string[] }) =>
      `Open again for the person: ${say.list(f.open.map(title => `“${title}”`))}. What was met stands.`,
    when: (f: { at: number; minutes: number }) =>
      `Finished ${say.dayAt(f.at)}, ${say.time(f.at)}. ${say.number(f.minutes)} min active.`,
    waits: 'Your finding is saved here and goes to the district when there is a network.',
    frozen: 'A finished reading can’t be changed.',
    met: 'Met',
    notMet: 'Not yet',
  },
  more: (f: { n: number }) => `Show ${say.number(f.n)} more`,
  over: {
    title: 'Given back or withdrawn',
    withdrawn: 'Withdrawn',
    returned: 'Given back',
    taken: (f: { at: number }) => `You took it ${say.dayAt(f.at)}.`,
    notes: 'See your notes',
    withdrawnAt: (f: { at: number }) =>
      `Its teacher withdrew this claim ${say.dayAt(f.at)}, ${say.time(f.at)}. Your notes are kept for you.`,
    left: 'Its teacher has withdrawn this claim, so there is nothing left to read. Your notes are kept for you.',
    putAway: 'Put it away',
    blank: 'You noted nothing in it.',
    yourNotes: 'Your notes',
    yoursAlone: 'Nobody else sees them.',
  },
  returned: 'This reading went back to the others. Your notes are kept for you.',
  gone: 'This reading is not here any more, or it went to another coach.',
  back: 'Back to review',
})
