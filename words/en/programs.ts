/** What the programs behind the screens say in a terminal, or in the window's box, when they can't begin. */
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
}
