import type { Say } from '../say.ts'

/** The lock on the records of this computer: setting it, opening it, taking it away. */
export const lock = (say: Say) => ({
  title: 'Lock',
  none: 'Not locked yet. Whoever gets hold of this computer’s disk can read your records and evidence.',
  demo: 'The demo’s people are invented; their records are not locked.',
  sealing: (f: { files: number }) =>
    f.files === 0
      ? 'Locked. The last files are being encrypted.'
      : say.count(f.files, {
          one: 'The records are locked. 1 file is still being encrypted; go on working.',
          other: `The records are locked. ${say.number(f.files)} files are still being encrypted; go on working.`,
        }),
  waiting: {
    disk_full:
      'The records themselves wait: there is too little room on this computer. Make room and start Meritfolio again.',
    folder_read_only: 'The records themselves wait: Meritfolio may not write to its folder.',
    in_use: 'The records themselves wait: another program has them open. Start Meritfolio again.',
    cannot_open: 'The records themselves wait: they could not be opened. Start Meritfolio again.',
  },
  stuck: (f: { files: number }) =>
    say.count(f.files, {
      one: '1 file could not be read or written, and is not as the lock says yet. We try again every minute.',
      other: `${say.number(f.files)} files could not be read or written, and are not as the lock says yet. We try again every minute.`,
    }),
  opening: 'The lock is being taken away, file by file. Go on working.',
  locked: {
    keychain:
      'Locked: records, evidence and backups are encrypted. This computer’s keychain opens them for you.',
    passphrase:
      'Locked: records, evidence and backups are encrypted. Each start asks for your passphrase.',
  },
  limits:
    'It does not protect against programs that run under your name, an unlocked computer left alone, or files that you save elsewhere. A disk may keep traces of files from before the lock.',
  begin: 'Lock the records',
  code: 'Your recovery code',
  codeWhat:
    'It opens the lock when the passphrase or this computer’s keychain is lost. Write it down or print it, and keep it away from this computer. It is shown once.',
  copy: 'Copy the code',
  copied: 'Copied.',
  lastGroup: 'Last group of the code',
  lastGroupHint: 'The four signs at its end, from what you wrote down.',
  passphrase: 'Passphrase',
  passphraseHint: 'At least 12 signs; four words are good. Asked at each start.',
  set: 'Lock now',
  setting: 'Locking the records…',
  notNow: 'Not now',
  renew: {
    passphrase: 'Change passphrase and recovery code',
    keychain: 'Make a new recovery code',
  },
  renewWhat:
    'From then on the old ones no longer open these records. Copies of this folder from before still open with them.',
  renewSet: 'Use these from now on',
  take: 'Take the lock away',
  takeSure: 'Everything on this computer will be readable again by whoever has its disk.',
  takeYes: 'Take it away',
  keep: 'Keep the lock',
  open: {
    title: 'Your records are locked',
    what: 'Nothing was changed. Type your passphrase, or the recovery code you wrote down.',
    keychainLost:
      'This computer’s keychain no longer opens them. Type the recovery code you wrote down.',
    word: 'Passphrase or recovery code',
    wordKeychain: 'Recovery code',
    missing: 'Type it first.',
    submit: 'Open',
    opening: 'Opening…',
  },
})
