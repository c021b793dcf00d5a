import { limits } from './verifying-door.ts'

/** Something to be checked: a file, or one in a folder by its path there. */
export interface Input {
  readonly name: string
  readonly bytes: Blob
}

/** What a browser hands over of a drop: of the File and Directory Entries API, what is needed here. */
export interface Entry {
  readonly isFile: boolean
  readonly isDirectory: boolean
  readonly name: string
}
interface FileEntry extends Entry {
  file(take: (file: File) => void, fail: () => void): void
}
interface FolderEntry extends Entry {
  createReader(): { readEntries(take: (entries: Entry[]) => void, fail: () => void): void }
}
const isFile = (entry: Entry): entry is FileEntry => entry.isFile
const isFolder = (entry: Entry): entry is FolderEntry => entry.isDirectory

/** Files that systems leave in folders and nobody means. */
const isLeftover = (name: string) => /^(\.|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i.test(name)

export interface Given {
  readonly inputs: readonly Input[]
  /** How many came beyond the limit of a batch. */
  readonly leftOut: number
  /** What they came as: a folder's or a file's name; empty where they are several. */
  readonly name: string
}

/** Chosen files; those of a chosen folder by their path in it. */
export function chosen(files: readonly File[]): Given {
  const meant = files.filter(file => !pathOf(file).split('/').some(isLeftover))
  const inputs = meant.map(file => ({ name: pathOf(file), bytes: file }))
  const folder = meant[0] === undefined ? '' : (pathOf(meant[0]).split('/')[0] ?? '')
  const isOfFolder = meant[0] !== undefined && pathOf(meant[0]).includes('/')
  return cut(inputs, isOfFolder || inputs.length === 1 ? folder : '')
}

/**
 * The files of a drop and, folder by folder, what lies in them. To be called while the drop is being handled: a
 * browser closes it right after.
 */
export async function dropped(transfer: DataTransfer | null): Promise<Given> {
  const plain = [...(transfer?.files ?? [])]
  const entries = [...(transfer?.items ?? [])].flatMap(item => item.webkitGetAsEntry() ?? [])
  if (!entries.some(isFolder)) return chosen(plain)
  const inputs: Input[] = []
  for (const entry of entries) await gather(entry, '', inputs)
  return cut(inputs, entries.length === 1 ? (entries[0]?.name ?? '') : '')
}

/** Gathers the files of an entry.. */
export async function gather(entry: Entry, path: string, into: Input[]): Promise<void> {
  const name = path === '' ? entry.name : `${path}/${entry.name}`
  if (isFile(entry)) into.push({ name, bytes: await fileOf(entry) })
  if (!isFolder(entry)) return
  const reader = entry.createReader()
  for (;;) {
    // A browser hands a folder over in pieces, and an empty piece at its end; one that can't be read is empty too.
    const part = await new Promise<Entry[]>(resolve =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (part.length === 0) return
    for (const inner of part) if (!isLeftover(inner.name)) await gather(inner, name, into)
  }
}

const cut = (inputs: readonly Input[], name: string): Given => ({
  inputs: inputs.slice(0, limits.inputsMax),
  leftOut: Math.max(0, inputs.length - limits.inputsMax),
  name: name.replace(/\.(zip|csv|json|png|svg)$/i, ''),
})

const pathOf = (file: File): string =>
  file.webkitRelativePath === '' ? file.name : file.webkitRelativePath

/** A file that can't be read is handed on empty, so that it is named as left out with the others. */
const fileOf = (entry: FileEntry): Promise<File> =>
  new Promise(resolve => entry.file(resolve, () => resolve(new File([], entry.name))))
