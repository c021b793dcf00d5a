/** What the programs behind the screens say in a terminal, or in the window's box; most of it when they can't begin. */
export const programs = {
  /** Why a person's own folder can't be opened. */
  folder: {
    lock_unreadable: (f: { folder: string }) =>
      `${f.folder} is locked, and its lock.json can’t be read. Nothing was changed: put that file back from a copy of the folder.`,
    lock_missing: (f: { folder: string }) =>
      `${f.folder} was locked, and its lock.json is gone. Nothing was changed: put that file back from a copy of the folder.`,
    folder_read_only: (f: { folder: string }) =>
      `${f.folder} may not be written to. Give the right to write there, or choose another with --data.`,
    disk_full: (f: { folder: string }) =>
      `${f.folder} is on a disk without room. Make room and start again; nothing that was kept is lost.`,
    in_use: (f: { folder: string }) => `${f.folder} is in use by another program.`,
    cannot_open: (f: { folder: string }) =>
      `${f.folder} cannot be opened as a folder of records. Choose another with --data.`,
    newer: (f: { folder: string }) =>
      `${f.folder} was kept by a newer Meritfolio, which this one can’t read. Start the newer one; nothing was changed.`,
  },
  alreadyOpen: (f: { address: string | undefined }) =>
    f.address === undefined
      ? 'Meritfolio is already open with this data.'
      : `Meritfolio is already open with this data: ${f.address}`,
  portBusy: (f: { port: number }) =>
    `Port ${f.port} is in use by another program. Choose another with --port, or leave it out.`,
  noPort: (f: { text: string }) => `${f.text} is not a port: a number from 1 to 65535.`,
  noWait: (f: { text: string; msMost: number }) =>
    `${f.text} is not a time to wait: from 0 to ${f.msMost} ms.`,
  /** The district record, on its operator's terminal. */
  district: {
    suspendedAgain:
      'It was suspended before this record was brought back from an older copy, which has forgotten why.',
    takenBackAgain:
      'It was taken back before this record was brought back from an older copy, which has forgotten why.',
    file: {
      folder_read_only: (f: { file: string }) =>
        `${f.file} may not be written to. Give the right to write there, or choose another with --data.`,
      disk_full: (f: { file: string }) =>
        `${f.file} is on a disk without room. Make room and start again; nothing that was kept is lost.`,
      in_use: (f: { file: string }) =>
        `${f.file} is in use by another district record. Each one needs a data folder and a database of its own.`,
      cannot_open: (f: { file: string }) =>
        `${f.file} cannot be opened. Choose another folder with --data.`,
      unreachable: (f: { file: string }) =>
        `${f.file} does not answer. Start it, or check host and port after --database.`,
      not_let_in: (f: { file: string }) =>
        `${f.file} does not let this program in, or not make its tables. Check user, password and rights.`,
      not_secure: (f: { file: string }) =>
        `${f.file} offers no connection that can be trusted (TLS). Look at its certificate, and at sslmode in the address.`,
      too_many: (f: { file: string }) =>
        `${f.file} has no connection left. Allow more (max_connections): a district takes up to 25 of them.`,
      read_only: (f: { file: string }) =>
        `${f.file} may only be read from. Name the server that takes changes, not its standby.`,
      pooled: (f: { file: string }) =>
        `${f.file} is behind something that does not pass on what is asked. Name the server itself, not a pooler.`,
      no_database: (f: { file: string }) =>
        `${f.file} does not exist. Make it first, as UTF-8: createdb --encoding=UTF8.`,
      not_utf8: (f: { file: string }) =>
        `${f.file} does not keep its texts as UTF-8. Make one that does: createdb --encoding=UTF8.`,
      newer: (f: { file: string }) =>
        `${f.file} was written by a newer version of this program. Start that one.`,
    },
    damaged: (f: { file: string; backup: string | undefined }) =>
      `${f.file} is damaged and was left as it is. ${
        f.backup === undefined
          ? 'There is no whole copy.'
          : `The newest whole copy is ${f.backup}. district/README.md tells how to restore.`
      }`,
    halfRestored: (f: { folder: string; aside: string | undefined }) =>
      `${f.folder} is half restored. Restore it once more; what was there before lies in ${f.aside ?? f.folder}.`,
    portBusy: (f: { port: number }) =>
      `Port ${f.port} is in use or not allowed. Choose another with --port, or 0 for any free one.`,
    noHost: (f: { host: string }) =>
      `This computer has no address ${f.host} to listen at. Choose another with --host.`,
    at: (f: { address: string }) => `District record at ${f.address}`,
    invitation: (f: { name: string; code: string }) => `Invitation for ${f.name}: ${f.code}`,
    invited: (f: { name: string; day: string }) =>
      `${f.name} has an invitation that can be used until ${f.day}. invite makes another one.`,
    noDemo: (f: { folder: string }) =>
      `${f.folder} holds a district that is no demo. Choose another folder with --data.`,
    notUnderstood: (f: { given: string; known: string }) =>
      `Not understood: ${f.given}. Known are ${f.known}.`,
    noPort: (f: { text: string }) =>
      `${f.text} is not a port: a number from 0 (any free one) to 65535.`,
    noSite: (f: { text: string }) =>
      `${f.text} is not the address of an HTTPS site, such as https://record.example.org.`,
    noDatabase: 'What is given as the database is no address like postgres://user@host/name.',
    noZone: (f: { text: string }) => `${f.text} is not a time zone; write it like America/Chicago.`,
    noQuota: (f: { text: string }) =>
      `${f.text} is no room for a person’s files: after --quota-gb comes a number of gigabytes, from 0.001 to 100000.`,
    noName: (f: { charsMax: number }) => `A name has from 1 to ${f.charsMax} signs.`,
    noHostGiven: 'After --host comes an address to listen at, such as 127.0.0.1.',
  },
}
