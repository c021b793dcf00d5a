import type { Say } from '../say.ts'

/** The keys that badges rest on: what takes two people to change. */
export const keyChanges = (say: Say) => ({
  title: 'Keys',
  lead: 'Every badge is signed with a key of the district. To change keys takes two: one officer or administrator asks, another agrees. Then whoever runs the server does it.',
  needsDistrict: 'Keys are a district’s. This computer has not joined one.',
  notYours: 'Keys are for the credential office and the administrators of the whole district.',
  open: 'Keys: ask for a change, or agree to one',
  list: 'Changes',
  none: 'Nobody has asked for a change yet.',
  what: {
    rotate: 'Sign with a new key',
    replace: 'A lost key was replaced',
    compromise: (f: { key: string; from: number }) =>
      `Give up ${f.key}: somebody else may have it since ${say.dayAt(f.from)}, ${say.time(f.from)}`,
  },
  operator: 'Whoever runs the server stops the district, types this, and starts it again:',
  state: {
    confirmed: (f: { by: string; other: string; until: number }) =>
      `Asked for by ${f.by}, agreed to by ${f.other}. It can be done until ${say.dayAt(f.until)}.`,
    notDone: (f: { by: string; other: string; at: number }) =>
      `${say.list([f.by, f.other])} agreed on it; it was not done by ${say.dayAt(f.at)}, so it ended.`,
    done: (f: { by: string; other: string; at: number }) =>
      `Done ${say.dayAt(f.at)}, as ${say.list([f.by, f.other])} had agreed.`,
    doneBefore: (f: { at: number }) =>
      `Done ${say.dayAt(f.at)}. Two had agreed; this copy of the record does not know who.`,
    alone: (f: { at: number }) =>
      `Done ${say.dayAt(f.at)} by whoever runs the server, alone: nobody had agreed. Ask them what happened.`,
  },
  ask: {
    title: 'Ask for a change',
    what: 'What is to be done',
    rotate: 'Sign with a new key',
    rotateHint: 'Once a year is plenty. Every badge that was signed before stays good.',
    compromise: 'Give up a key that somebody else may have',
    compromiseHint:
      'No copy of a badge that this key signed is believed any more. What stands in the record is signed anew and comes to its holder by itself.',
    key: 'Which key',
    keyHint: 'Such as key-2. Whoever runs the server sees their names with: keys list.',
    keyMissing: 'Write the key’s name, such as key-2.',
    from: 'Since when somebody else may have it',
    fromMissing: 'Choose a day and a time that is over.',
    reason: 'Reason',
    reasonHint: 'For the person who has to agree. It stays in the log.',
    reasonMissing: 'Write why.',
    does: 'Ask for it',
    asked: 'Asked. The other officers and administrators see it on Today.',
  },
})
