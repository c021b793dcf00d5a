import { districtKeys } from './district-keys.ts'

const counted = (n: number, one: string, other: string) => (n === 1 ? `1 ${one}` : `${n} ${other}`)
const whose = (isHeld: boolean) =>
  isHeld ? 'a computer holds (or a backup came back)' : 'the district signed'

/** What the district's commands say on its operator's terminal: `audit verify`, `backup`, `restore`. */
export const districtCommands = {
  noDistrict: (f: { folder: string }) =>
    `${f.folder} holds no district record. Name its folder with --data, its database with --database.`,
  newer: (f: { file: string }) =>
    `${f.file} was written by a newer version of this program. Use that one.`,
  older: (f: { file: string }) =>
    `${f.file} was written by an older version. Start the district once with this one, then try again.`,
  init: {
    noDemo: 'init makes a district that stays: without --demo and --restored.',
    there: (f: { folder: string }) =>
      `${f.folder} holds a district already, and was left as it is. Start it, or choose another folder with --data.`,
    notEmpty: (f: { folder: string }) =>
      `${f.folder} is not empty, and what is in it is no district. Choose another folder with --data.`,
    databaseThere:
      'That database holds a district already, and was left as it is. Its folder is another one, or this is another database.',
    done: (f: { name: string; folder: string }) => `${f.name} is made in ${f.folder}`,
    next: (f: { folder: string }) =>
      `Next: start it on ${f.folder}, and copy its keys folder to a safe place. doctor tells what is still missing.`,
  },
  invite: {
    use: 'Use: invite NAME-OR-ID [--role ROLE] [--data DIR] [--database URL]',
    nobodyNamed: 'Who is invited is missing: a name, an id, or --role.',
    noRole: (f: { text: string; known: string }) => `${f.text} is no role. There are ${f.known}.`,
    nobody: (f: { what: string }) =>
      `Nobody in the directory is meant by “${f.what}”. An administrator adds people under People and access.`,
    several: (f: { what: string; n: number }) =>
      `“${f.what}” could be ${f.n} people. Name one by their id:`,
    one: (f: { id: string; name: string; place: string }) =>
      `  ${f.id}  ${f.name}${f.place === '' ? '' : `, ${f.place}`}`,
    more: (f: { n: number }) => `  and ${f.n} more`,
    until: (f: { time: string }) =>
      `It can be used once, until ${f.time}. An earlier one that was not used is void.`,
    at: (f: { address: string }) => `Their computer joins the district at ${f.address}`,
  },
  noted: 'Noted, with the time now. Record health shows it.',
  keys: districtKeys,
  doctor: {
    use: `Use: doctor [--data DIR] [--database URL] [--master-key FILE] [--no-network] [--json]
  --no-network  does not ask the district's own address`,
  },
  audit: {
    use: `Use: audit verify [--data DIR] [--database URL] [--holds ENTRIES:SEAL]... [--json]
  --holds  a seal as a computer shows it under Settings, District; may be given more than once`,
    oneThing: 'audit knows one thing to do: verify.',
    noSeal: (f: { text: string }) =>
      `${f.text} is no seal: a number of entries, a colon, and 64 signs from 0 to f.`,
    noKey: (f: { folder: string }) =>
      `${f.folder} lacks the key that signs the log. Put its copy back, then try again.`,
    unreadable: (f: { folder: string }) =>
      `${f.folder} can’t be read: its record is damaged, or in use by something else.`,
    fault: {
      missing: (f: { link: number }) => `Entry ${f.link} was removed.`,
      gap: (f: { link: number }) => `Entry ${f.link} and its place were removed.`,
      changed: (f: { link: number }) =>
        `Entry ${f.link} is not what was written, or stands elsewhere than it was.`,
      head_unsigned: (f: { link: number }) =>
        `The seal at entry ${f.link} is not signed by this district.`,
      rewritten: (f: { link: number; held: boolean }) =>
        `Up to entry ${f.link} the log is another than ${whose(f.held)}.`,
      short: (f: { link: number; held: boolean }) =>
        `The log ends before entry ${f.link}, whose seal ${whose(f.held)}.`,
      stray: (f: { count: number }) =>
        `${counted(f.count, 'entry stands', 'entries stand')} beside the log: no command wrote that.`,
      lost: (f: { count: number }) =>
        `${counted(f.count, 'entry was', 'entries were')} removed before it had its place.`,
      record_changed: (f: { key: string }) => `${f.key} is not what its last command wrote.`,
      record_unproved: (f: { key: string }) =>
        `Whether ${f.key} is what its last command wrote can’t be told: the proof was removed.`,
      record_unknown: (f: { key: string }) => `${f.key} was written by no command.`,
      record_gone: (f: { key: string }) => `${f.key} is gone, and no command removed it.`,
    },
    more: (f: { n: number }) => `And ${counted(f.n, 'more record', 'more records')}.`,
    holds: (f: { entries: number; seals: number; records: number }) =>
      `The log holds: ${counted(f.entries, 'entry', 'entries')}, ${counted(f.seals, 'signed seal', 'signed seals')} within. ${counted(f.records, 'record is', 'records are')} what they were last written.`,
    holdsNot: (f: { faults: number; entries: number }) =>
      `The log does not hold: ${counted(f.faults, 'fault', 'faults')} in ${counted(f.entries, 'entry', 'entries')}.`,
    compared: (f: { n: number }) => `Seals from computers: ${f.n} compared.`,
    untold: (f: { n: number }) =>
      `Of ${counted(f.n, 'record', 'records')} nothing can be said: older than the log’s proofs.`,
    sealNow: (f: { seal: string }) => `Its seal now: ${f.seal}`,
  },
  backup: {
    use: `Use: backup [--data DIR] --to FOLDER [--thin]    (files that no copy in FOLDER names go from there)
     backup [--data DIR] --noted    (it was made with other tools: Record health is told)`,
    onPostgres:
      'A district on PostgreSQL is copied by its own tools (pg_dump); its folder with files and keys by yours.',
    noTarget: 'Where the copy goes is missing: --to.',
    within: 'A copy in the folder that it is a copy of is lost with it. Choose another.',
    stopped: 'Stopped. What was copied of the files helps the next one.',
    damaged: 'There is no copy: the record itself is damaged.',
    unreadable: (f: { file: string }) =>
      `${f.file} can’t be read. Copy as the user to whom the district belongs.`,
    done: (f: { folder: string }) => `Copied to ${f.folder}`,
    seal: (f: { seal: string }) => `Its log ends at ${f.seal}`,
    noKeys: 'The keys folder is not in it: keep a copy of that somewhere else.',
    files: (f: { copied: number; there: number; damaged: number; missing: number }) =>
      `Files: ${f.copied} copied, ${f.there} there already, ${f.damaged} damaged, ${f.missing} missing.`,
    thinned: (f: { files: number; bytes: number }) =>
      `Thinned: ${counted(f.files, 'file', 'files')} (${f.bytes} bytes) that no copy there names went.`,
    notThinned: (f: { notTold: string }) =>
      `Nothing was thinned: which files ${f.notTold} needs can’t be told.`,
    fileDamaged: (f: { name: string }) => `Damaged: ${f.name}`,
    fileMissing: (f: { name: string }) => `Missing: ${f.name}`,
    progress: (f: { done: number; all: number }) => `Files: ${f.done} of ${f.all}`,
    vanished: (f: { file: string }) => `${f.file} is not there any more.`,
  },
  restore: {
    use: `Use: restore [--data DIR] --from FOLDER/copies/DATE [--with-accounts]
     restore --try [--data DIR] --from FOLDER/copies/DATE [--scratch FOLDER]    (touches nothing)
     restore --noted [--data DIR]    (it was tried with other tools: Record health is told)`,
    noSource: 'Which copy is missing: --from.',
    tried: (f: { people: number; claims: number; badges: number }) =>
      `The copy opens: ${counted(f.people, 'person', 'people')}, ${counted(f.claims, 'claim', 'claims')}, ${counted(f.badges, 'badge', 'badges')}.`,
    good: 'It is good: a restore from it would work.',
    notGood: (f: { faults: number }) =>
      `It is not good: ${counted(f.faults, 'fault', 'faults')}. Make a new one, and keep the older ones until that is good.`,
    keysToo:
      'A restore needs the keys folder too, and the master key where it is wrapped: see that copies of both are where you would find them.',
    done: (f: { folder: string }) =>
      `Restored to ${f.folder}. Start the district: every computer begins anew and sends what the copy lacks.`,
    accountsStay: 'Accounts stayed as they were: nobody who was locked out since comes in again.',
    accountsTaken:
      'Accounts are those of the copy: a computer that was sent away since, or a sign-in that was reset since, counts again. Once the district runs, send those computers away and reset those sign-ins anew.',
    publishedTaken:
      'Published lists were missing here and are those of the copy: a badge that was revoked or suspended since holds again, until the computer of whoever did it has come. Once the district runs, look through what was revoked lately, and revoke anew what still holds.',
    rolesAgain:
      'Roles that were taken away since the copy was made count again, until the computer of whoever took them has come. Once the district runs, look through People, and take away what should not be there.',
    before: (f: { folder: string }) => `What was there before lies in ${f.folder}`,
    not: {
      no_backup: (f: { file: string }) =>
        `${f.file} is no copy of a district: name one of the folders in copies/.`,
      damaged: (f: { file: string }) => `${f.file} is not whole. Take an older copy.`,
      newer: (f: { file: string }) =>
        `${f.file} was made by a newer version of this program. Restore it with that one; nothing was changed.`,
      no_keys: (f: { file: string }) =>
        `${f.file} lacks its keys folder. Put the copy of that in place first, or it would be another district.`,
      stopped: (f: { file: string }) =>
        `${f.file} is as it was: stopped before anything was replaced.`,
      in_use: (f: { file: string }) => `${f.file} is in use: stop the district first.`,
      folder_read_only: (f: { file: string }) =>
        `${f.file} may not be read or written by this user.`,
      disk_full: (f: { file: string }) => `${f.file} is on a disk without room.`,
      cannot_open: (f: { file: string }) => `${f.file} cannot be opened.`,
    },
  },
}
