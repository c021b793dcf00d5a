import type { Say } from '../say.ts'

/** The save words: only these, each with its shape (experience.md §2). */
export const saving = (say: Say) => ({
  here: 'Saved here',
  hereAt: (f: { atMs: number }) => `Saved here, ${say.time(f.atMs)}`,
  hereNoNetwork: 'Saved here. Goes when there is a network.',
  sending: 'Sending',
  sendingFiles: (f: { sent: number; all: number }) =>
    `Sending, ${say.number(f.sent)} of ${say.number(f.all)} files`,
  record: (f: { atMs: number }) => `In the district record, ${say.time(f.atMs)}`,
  needs: (f: { count: number }) =>
    `Needs you: ${say.count(f.count, { one: 'the district did not take 1 thing', other: `the district did not take ${say.number(f.count)} things` })}`,
  stopped:
    'Needs you: Meritfolio was closed, or is just starting again. Start it; this window goes on by itself.',
  waits: (f: { untilMs: number }) =>
    `Saved here. Goes once you have said yes to this computer, ${say.dayAt(f.untilMs)}, ${say.time(f.untilMs)} at the latest.`,
  held: (f: { count: number }) =>
    `Needs you: the district no longer has ${say.count(f.count, { one: '1 thing that is', other: `${say.number(f.count)} things that are` })} here`,
  window: 'Kept in this window; saving again',
  notTaken:
    'The record does not take this any more; your words stay in this window. Copy them where they belong.',
  away: {
    network: 'Saved here. Goes when there is a network.',
    nonsense: 'Saved here. The district answers in a way we do not understand; trying again.',
    revoked: 'Needs you: the district no longer accepts this computer. Everything is still here.',
    clock: 'Saved here. The clock of this computer is off.',
    upgrade: 'Needs you: the district asks for a newer Meritfolio. Everything is still here.',
    key: 'Needs you: the key by which the district knows this computer can’t be read. What you write stays here and no longer goes out; Settings says what to do.',
  },
  clockOff: (f: { ms: number }) =>
    `The clock of this computer is ${say.age(Math.abs(f.ms))} ${f.ms > 0 ? 'behind' : 'ahead'}. Dates you see may be wrong.`,
  stuck: (f: { count: number }) =>
    `Saved here. The district could not take ${say.count(f.count, { one: '1 thing', other: `${say.number(f.count)} things` })} in many tries; tell your office. We try again, less often.`,
  arriving: (f: { here: number; all?: number }) =>
    f.all === undefined
      ? `The district record is arriving: ${say.number(f.here)} so far`
      : `The district record is arriving: ${say.number(f.here)} of ${say.number(Math.max(f.all, f.here))}`,
  arrivingNote: 'What you see is not all of it yet. You can work meanwhile.',
  ahead: (f: { count: number }) =>
    `Saved here. Your district’s record is older than this Meritfolio; ${say.count(f.count, { one: '1 thing goes', other: `${say.number(f.count)} things go` })} when it is updated.`,
  later: (f: { count: number }) =>
    `Saved here. The district takes ${say.count(f.count, { one: '1 thing', other: `${say.number(f.count)} things` })} later; ${f.count === 1 ? 'it goes by itself' : 'they go by themselves'}.`,
  room: (f: { count: number }) =>
    `Needs you: ${say.count(f.count, { one: '1 file has', other: `${say.number(f.count)} files have` })} no room left in the district. ${f.count === 1 ? 'It stays' : 'They stay'} here.`,
  seeWhy: 'See why',
  copyWaiting: 'Save what waits as a file',
})
