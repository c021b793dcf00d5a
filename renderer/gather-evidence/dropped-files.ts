/** The most files that one drop may bring. */
export const droppedFilesMax = 500

/** What a browser hands over of a drop: of the File and Directory Entries API, what is needed here. */
interface Entry {
  readonly name: string
  readonly isFile: boolean
  readonly isDirectory: boolean
}
interface FileEntry extends Entry {
  file(take: (file: File) => void, fail: () => void): void
}
interface FolderEntry extends Entry {
  createReader(): {
    readEntries(take: (entries: Entry[]) => void, fail: (error: Error) => void): void
  }
}
const isFileEntry = (entry: Entry): entry is FileEntry => entry.isFile
const isFolderEntry = (entry: Entry): entry is FolderEntry => entry.isDirectory

/** Files that systems leave in folders and nobody means. */
const isLeftover = (name: string) => /^(\.|Thumbs\.db$|desktop\.ini$)/i.test(name)

export interface Dropped {
  readonly files: readonly File[]
  /** How many came beyond the limit. */
  readonly leftOut: number
}

/**
 * The files of a drop, those inside its folders too. To be called while the drop is being handled: a browser closes
 * it right after. Rejects where a folder can't be read.
 */
export async function droppedFiles(transfer: DataTransfer | null): Promise<Dropped> {
  const plain = [...(transfer?.files ?? [])]
  const entries = [...(transfer?.items ?? [])].flatMap(item => item.webkitGetAsEntry() ?? [])
  return cut(entries.some(isFolderEntry) ? await filesIn(entries) : plain)
}

/** The files of what was dropped and, folder by folder, of what lies in it. */
export async function filesIn(entries: readonly Entry[]): Promise<readonly File[]> {
  const files: File[] = []
  for (const entry of entries) await gather(entry, files)
  return files
}

const cut = (files: readonly File[]): Dropped => ({
  files: files.slice(0, droppedFilesMax),
  leftOut: Math.max(0, files.length - droppedFilesMax),
})

async function gather(entry: Entry, into: File[]): Promise<void> {
  if (isFileEntry(entry)) into.push(await fileOf(entry))
  if (!isFolderEntry(entry)) return
  const reader = entry.createReader()
  for (;;) {
    // A browser hands a folder over in pieces, and an empty piece at its end.
    const part = await new Promise<Entry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (part.length === 0) return
    for (const inner of part) if (!isLeftover(inner.name)) await gather(inner, into)
  }
}

/** A file that can't be read is handed on empty, so that it is named as refused with the others. */
const fileOf = (entry: FileEntry): Promise<File> =>
  new Promise(resolve => entry.file(resolve, () => resolve(new File([], entry.name))))
