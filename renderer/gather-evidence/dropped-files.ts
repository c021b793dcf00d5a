/** The most files that one drop may bring. */
export const droppedFilesMax = 500
/** Files that systems leave in folders and nobody means. */
const isLeftover = (name: string) => /^(\.|Thumbs\.db$|desktop\.ini$)/i.test(name)

/**
 * The files of a drop, those inside its folders too; `leftOut` counts what came beyond the limit. To be called while
 * the drop is being handled: a browser closes it right after.
 */
export async function droppedFiles(
  transfer: DataTransfer | null,
): Promise<{ readonly files: readonly File[]; readonly leftOut: number }> {
  const plain = [...(transfer?.files ?? [])]
  const entries = [...(transfer?.items ?? [])].flatMap(item => item.webkitGetAsEntry() ?? [])
  if (!entries.some(entry => entry.isDirectory)) return cut(plain)
  const files: File[] = []
  for (const entry of entries) await gather(entry, files, true)
  return cut(files)
}

const cut = (files: readonly File[]) => ({
  files: files.slice(0, droppedFilesMax),
  leftOut: Math.max(0, files.length - droppedFilesMax),
})

async function gather(entry: FileSystemEntry, into: File[], isChosen: boolean): Promise<void> {
  if (entry instanceof FileSystemFileEntry) {
    if (!isChosen && isLeftover(entry.name)) return
    into.push(await fileOf(entry))
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return
  const reader = entry.createReader()
  for (;;) {
    // A browser hands a folder over in pieces, and an empty piece at its end.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (part.length === 0) return
    for (const inner of part) await gather(inner, into, false)
  }
}

/** A file that can't be read is handed on empty, so that it is named as refused with the others. */
const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise(resolve => entry.file(resolve, () => resolve(new File([], entry.name))))
