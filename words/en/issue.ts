import type { Say } from '../say.ts'

/** The credential office: approving and revoking. */
export const issue = (say: Say) => ({
  title: 'To issue',
  approve: (f: { n: number }) =>
    say.count(f.n, { one: 'Approve 1 badge', other: `Approve ${say.number(f.n)} badges` }),
  lead: (f: { n: number }) =>
    say.count(f.n, {
      one: 'A coach found 1 claim earned. It waits for you.',
      other: `Coaches found ${say.number(f.n)} claims earned. They wait for you.`,
    }),
  nothing: 'Nothing waits for you.',
  nothingWhy: 'A claim that a coach found earned stands here, with what was found.',
  chooseOne: 'Nothing is chosen. Tick at least one.',
  select: (f: { title: string; name: string }) => `Approve “${f.title}” for ${f.name}`,
  preview: 'See it',
  previewLabel: (f: { title: string; name: string }) =>
    `See it as paper: “${f.title}” for ${f.name}`,
  all: 'All',
  none: 'None',
  earnedAt: (f: { at: number; reader: string }) =>
    f.reader === ''
      ? `Earned ${say.dayAt(f.at)}`
      : `Earned ${say.dayAt(f.at)}, read by ${f.reader}`,
  attempt: (f: { n: number }) => `attempt ${say.number(f.n)}`,
  working: (f: { done: number; all: number }) =>
    `Approving ${say.number(f.done)} of ${say.number(f.all)}`,
  done: (f: { n: number; failed: number }) => {
    const approved = say.count(f.n, {
      one: '1 badge approved.',
      other: `${say.number(f.n)} badges approved.`,
    })
    return f.failed === 0
      ? approved
      : `${approved} ${say.count(f.failed, { one: '1 stays below with its reason.', other: `${say.number(f.failed)} stay below with their reasons.` })}`
  },
  offline: (f: { n: number }) =>
    `Signing needs the district record. ${say.count(f.n, { one: '1 is', other: `${say.number(f.n)} are` })} ready to go.`,
  alone: 'This computer has joined no district, so nothing can be signed here.',
  paper: 'As it will be',
  willSay: 'The district signs it with its own key when you approve.',
  criteria: 'What was found',
  /** What one can't approve as it stands. */
  cannot: {
    title: 'Can’t be approved',
    lead: 'These are not chosen when you approve. Read the claim, and do what stands beside it.',
  },
  /** Earned, and the office approves no badge for it. */
  aside: {
    title: 'Set aside',
    lead: 'No badge is approved for these. Their people were told why, and may begin a new claim.',
    do: 'Set aside',
    doLabel: (f: { title: string; name: string }) => `Set aside “${f.title}” of ${f.name}`,
    offer: 'If no badge should come of it, set it aside with a reason.',
    sheet: (f: { title: string; name: string }) => `Set aside “${f.title}” of ${f.name}`,
    why: 'No badge is approved for this claim. What the coach decided stays as it is, and you can take the claim up again.',
    reasonHint: 'Its person reads it word for word. Say what they can do. Name nobody else.',
    toldOwner: (f: { name: string }) =>
      `${f.name}, on Today and in the claim, with your reason; a new claim can be begun`,
    toldReader: 'The coach who decided it, when they read the claim again',
    keep: 'Leave it waiting',
    by: (f: { name: string; at: number; reason: string }) =>
      f.name === ''
        ? `Set aside ${say.dayAt(f.at)}: “${f.reason}”`
        : `Set aside ${say.dayAt(f.at)} by ${f.name}: “${f.reason}”`,
    takeUp: 'Take up again',
    takeUpLabel: (f: { title: string; name: string }) => `Take up again “${f.title}” of ${f.name}`,
  },
  beingRead: 'Being read by coaches',
  beingReadWhy:
    'If a coach can’t go on, release the claim: it waits for every coach again. Their notes stay with them.',
  readBy: (f: { names: readonly string[] }) => `with ${say.list(f.names)}`,
  due: (f: { day: string }) => `answer by ${say.day(f.day)}`,
  release: 'Release',
  releaseLabel: (f: { title: string; name: string }) => `Release “${f.title}” of ${f.name}`,
  issued: 'Approved and issued',
  issuedNoneFound: 'No badge fits this.',
  issuedNone: 'No badge has been approved yet.',
  state: {
    approved: (f: { at: number }) => `Approved ${say.dayAt(f.at)}; being signed`,
    signed: (f: { at: number }) => `Signed ${say.dayAt(f.at)}`,
    suspended: (f: { at: number; reason: string }) => `Suspended ${say.dayAt(f.at)}: “${f.reason}”`,
    revoked: (f: { at: number; reason: string }) => `Revoked ${say.dayAt(f.at)}: “${f.reason}”`,
    superseded: (f: { at: number }) => `Replaced ${say.dayAt(f.at)} by a newer one`,
    beingReplaced: 'a newer one is being signed',
    corrects: (f: { reason: string }) => `Issued anew: “${f.reason}”`,
  },
  more: (f: { n: number }) => `Show ${say.number(f.n)} more`,
  change: 'Change',
  changeLabel: (f: { title: string; name: string }) => `Change “${f.title}” of ${f.name}`,
  changeTitle: (f: { title: string; name: string }) => `“${f.title}” of ${f.name}`,
  changeLegend: 'What happens to it',
  notSuspendable:
    'It can’t be suspended: it names no list of suspended badges, so nobody who checks it would learn of it.',
  act: {
    suspend: {
      choice: 'Suspend it',
      lead: 'It does not hold until you lift the suspension. Its signature and its dates stay as they are.',
      do: 'Suspend this badge',
      verifiers: 'Everyone who checks the badge, through the district’s list of suspended badges',
    },
    resume: {
      choice: 'Lift the suspension',
      lead: 'It holds again, exactly as it was signed.',
      do: 'Lift the suspension',
      verifiers: 'Everyone who checks the badge, as soon as they have today’s list',
    },
    supersede: {
      choice: 'Issue it anew',
      lead: 'The district signs a new badge with the name, the title and the key of today. Once it is signed, this one is revoked and its page leads to the new one. The end date stays.',
      do: 'Issue this badge anew',
      verifiers:
        'Everyone who checks the older badge: it is revoked, and its page leads to the newer',
    },
    revoke: {
      choice: 'Revoke it',
      lead: 'Revoking is final. A corrected badge can be issued, but this one never holds again.',
      do: 'Revoke this badge',
      verifiers: 'Everyone who checks the badge, through the district’s status list',
    },
  },
  several: {
    title: 'Revoke several',
    back: 'To issue',
    why: 'Why, and how',
    lead: 'Choose the badges that one reason is about. Revoking is final.',
    find: 'Find',
    findHint: 'A title or a name; the list below shows what fits.',
    all: (f: { n: number }) =>
      say.count(f.n, { one: 'Choose the 1 shown', other: `Choose all ${say.number(f.n)} shown` }),
    chosen: (f: { n: number; people: number }) =>
      f.n === 0
        ? 'Nothing is chosen.'
        : `${say.count(f.n, { one: '1 badge', other: `${say.number(f.n)} badges` })} of ${say.count(f.people, { one: '1 person', other: `${say.number(f.people)} people` })} chosen.`,
    choose: (f: { title: string; name: string }) => `Choose “${f.title}” of ${f.name}`,
    nothing: 'No badge that holds fits this.',
    revoke: (f: { n: number }) =>
      say.count(f.n, { one: 'Revoke 1 badge', other: `Revoke ${say.number(f.n)} badges` }),
    propose: (f: { n: number }) => `Ask a second officer to revoke ${say.number(f.n)}`,
    two: (f: { alone: number }) =>
      `Alone you may revoke ${say.number(f.alone)} more within the hour. So another officer has to confirm this within seven days. Until then nothing happens to any badge, and you can take it back.`,
    tooMany: (f: { most: number }) => `At most ${say.number(f.most)} at a time.`,
    working: (f: { done: number; all: number }) =>
      `Revoking ${say.number(f.done)} of ${say.number(f.all)}`,
  },
  joint: {
    title: 'Takes two officers',
    lead: 'One asks, another confirms; then the district does it.',
    revoke: (f: { badges: number; people: number }) =>
      `Revoke ${say.count(f.badges, { one: '1 badge', other: `${say.number(f.badges)} badges` })} of ${say.count(f.people, { one: '1 person', other: `${say.number(f.people)} people` })}`,
    badge: (f: { title: string; name: string }) => `“${f.title}” of ${f.name}`,
    all: (f: { n: number }) => `Show all ${say.number(f.n)}`,
    confirm: 'Confirm and revoke',
    state: {
      confirmed: (f: { by: string; other: string }) =>
        `Asked for by ${f.by}, confirmed by ${f.other}. The district does it next.`,
      done: (f: { by: string; other: string; at: number; done: number; left: number }) =>
        `${say.count(f.done, { one: '1 badge revoked', other: `${say.number(f.done)} badges revoked` })} ${say.dayAt(f.at)}, by ${say.list([f.by, f.other])}.${f.left === 0 ? '' : ` ${say.count(f.left, { one: '1 was left: it did not hold any more.', other: `${say.number(f.left)} were left: they did not hold any more.` })}`}`,
    },
  },
  reason: 'Reason',
  reasonHint:
    'Its holder reads it word for word, and so does whoever opens the badge’s page. Name nobody else.',
  told: 'Who is told',
  toldHolder: (f: { name: string }) => `${f.name}, on Today and on the badge, with your reason`,
  toldOffice: 'The credential office, in this list',
  keep: 'Keep it',
})
