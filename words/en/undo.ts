import type { DidCode } from '../../core/undo/back.ts'
import type { Say } from '../say.ts'

type Did = { readonly [C in DidCode | 'putOff' | 'renamed']: string }

/** What was just done, what waits to leave this computer, and the ways back. */
export const undo = (say: Say) => {
  const did: Did = {
    trashed: 'In Trash',
    untrashed: 'Out of Trash',
    kept: 'Kept',
    described: 'Changed',
    linked: 'Linked',
    unlinked: 'Link taken away',
    goalAdded: 'Goal added',
    goalChanged: 'Goal changed',
    activityAdded: 'Activity added',
    activityChanged: 'Activity changed',
    activityDone: 'Activity done',
    activityDropped: 'Activity dropped',
    slotFilled: 'Put in its place',
    slotEmptied: 'Taken out',
    moved: 'Moved',
    wordGiven: 'Word given',
    wordTaken: 'Word taken back',
    rated: 'Level given',
    pointed: 'Pointed at',
    unpointed: 'Mark taken away',
    readingTaken: 'Yours to read',
    masked: 'Hidden from other readers',
    unmasked: 'Shown to other readers again',
    daysAdded: 'Days added',
    daysRemoved: 'Days removed',
    districtDescribed: 'Name and time zone changed',
    putOff: 'Put off until tomorrow',
    renamed: 'Name changed',
  }
  return {
    redo: 'Do it again',
    did,
    /** After an undo: what is no longer done. */
    undone: (f: { did: string }) => `Undone: ${f.did.toLocaleLowerCase('en-US')}`,
    /** After an undo that left something alone. */
    restStays: 'What was changed again since stays as it is.',
    takenBack: 'Taken back. Nothing left this computer.',
    goes: (f: { seconds: number; count: number }) =>
      say.count(f.count, {
        one: `Goes in ${say.number(f.seconds)} s.`,
        other: `${say.number(f.count)} go in ${say.number(f.seconds)} s.`,
      }),
    /** Without a network. */
    staysHere: 'Not gone yet.',
    /** Told once, without the seconds. */
    waits: 'Waits a moment before it goes. Ctrl+Z takes it back.',
  }
}
