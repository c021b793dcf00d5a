import type { Say } from '../say.ts'

/** A computer that is handed on: put aside what is on it, begin anew, and come back to it. */
export const handOn = (say: Say) => ({
  title: 'If this computer becomes somebody else’s',
  what: 'Everything that is here can be put aside, so that another person begins anew on this computer. Nothing is deleted.',
  whatLocked:
    'Passphrase and code both lost? Nobody can open these records. They can be put aside, still locked, and you begin anew: join your district again, and what was in the record comes back.',
  begin: 'Begin anew for somebody else',
  sure: {
    title: 'Put everything aside and begin anew',
    moves: (f: { name: string | undefined }) =>
      f.name === undefined
        ? 'Records, evidence, copies, key and lock of this computer go into a folder of their own beside, with today’s date as its name. Nothing is deleted, and nothing is sent.'
        : `Records, evidence, copies, key and lock of ${f.name} go into a folder of their own beside, with today’s date as its name. Nothing is deleted, and nothing is sent.`,
    after:
      'Meritfolio then shows its first choice again, in every window. There, and later in Settings, This device, you read where the folder is and can open it again.',
    readable:
      'Whoever uses this computer afterwards can open that folder too. If they shouldn’t, set a lock first (above), or carry the folder away afterwards.',
    locked: 'It stays locked: nobody opens it without its passphrase or recovery code.',
    district:
      'Your district goes on counting it among your computers. If you won’t open it again, end it from another computer of yours, in Settings, District.',
    waits:
      'What waits stays with it, and goes when it is opened again. To have it sent from another computer of yours, save it as a file first.',
    waitsLocked:
      'Whether something still waits to go to the district can’t be seen while it is locked. It stays with it.',
    yes: 'Put it all aside',
    moving: 'Putting it aside…',
    no: 'Leave it as it is',
  },
  aside: {
    title: 'Put aside on this computer',
    one: (f: { name: string | undefined; district: string | undefined }) =>
      f.name === undefined
        ? 'Someone’s records, behind a lock or without a name'
        : f.district === undefined
          ? f.name
          : `${f.name}, ${f.district}`,
    at: (f: { atMs: number }) => `Put aside ${say.dayAt(f.atMs)}, ${say.time(f.atMs)}.`,
    open: 'Open it again',
    openOf: (f: { name: string | undefined; id: string }) =>
      `Open it again: ${f.name ?? 'put aside'} ${f.id}`,
    swaps: 'What is open now is put aside then.',
    opening: 'Opening it…',
  },
})
