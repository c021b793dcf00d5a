import type { Say } from '../say.ts'

/** The frame: places, panes, foot. */
export const frame = (say: Say) => ({
  skip: 'Skip to the work',
  places: 'Places',
  margin: 'Notes in the margin',
  groups: {
    mine: 'My work',
    coaching: 'Coaching',
    office: 'Office',
    district: 'District',
  },
  place: {
    today: 'Today',
    plan: 'Plan',
    evidence: 'Evidence',
    catalogue: 'Micro-credentials',
    claims: 'Claims',
    badges: 'Badges',
    frameworks: 'Frameworks',
    review: 'To review',
    issue: 'To issue',
    verify: 'Verify',
    people: 'People and access',
    health: 'Record health',
    settings: 'Settings',
  },
  findOrDo: 'Find or do',
  findOrDoHint: 'Type what you look for or want to do',
  nothingFound: 'Nothing by that name.',
  do: 'Do',
  inEvidence: 'Inside evidence',
  actions: {
    goOn: (f: { title: string }) => `Go on with “${f.title}”`,
    reflect: 'Write a reflection',
    goal: 'Write a goal',
    checkIn: 'Check in',
    review: 'Review the next claim',
    issue: 'Approve badges',
    verify: 'Check a badge',
    keys: 'Show all keys',
  },
  goTo: 'Go to',
  switchPerson: 'Be someone else in the demo',
  leaveDemo: 'Leave the demo',
  dark: 'Dark',
  addEvidence: 'Add evidence',
  nextDate: (f: { day: string }) => `Next date: ${say.day(f.day)}`,
  keysNextProblem: 'Next problem',
  keysFix: 'Mend it',
  keysAll: 'All keys',
  loading: 'Reading from this computer',
  gone: 'This is not here any more, or not yours to see.',
  back: 'Back to Today',
  undo: 'Undo',
  close: 'Close',
  tryAgain: 'Try again',
  code: (f: { code: string }) => `Code ${f.code}`,
  crashed: (f: { atMs: number }) =>
    `Closed unexpectedly. Everything up to ${say.time(f.atMs)} is here.`,
  switched: (f: { name: string }) => `Another window changed to ${f.name}.`,
  /** Of the person who was shown before. */
  wordsWait: (f: { name: string }) =>
    `What you were typing as ${f.name} waits in this window until ${f.name} is shown again.`,
  readOnly: (f: { since: number | undefined }): string =>
    f.since === undefined
      ? 'The records on this computer are damaged, and there is no copy; nothing can be changed.'
      : 'The records on this computer were damaged. You are looking at the last good copy; nothing can be changed.',
  dropAnywhere: 'Drop files anywhere to keep them as evidence.',
})
