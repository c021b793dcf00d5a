import { gathering, type Gathered } from './gathered.ts'
import type { Given } from './given.ts'
import { limits } from './verifying-door.ts'

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

/** So many folders in one another are gone into: nobody's badges lie deeper, and a link may lead in a circle. */
export const foldersDeepMax = 32

/** Files that systems leave in folders and nobody means. */
const isLeftover = (name: string) => /^(\.|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i.test(name)

/** Chosen files; those of a chosen folder by their path in it. */
export function chosen(files: readonly File[]): Given {
  const meant = files.filter(file => !pathOf(file).split('/').some(isLeftover))
  const [first] = meant
  const folder = first === undefined ? '' : (pathOf(first).split('/')[0] ?? '')
  const isOfFolder = first !== undefined && pathOf(first).includes('/')
  const name = isOfFolder || meant.length === 1 ? folder : ''
  const inputs = meant.map(file => ({ name: pathOf(file), bytes: file }))
  const left = inputs.length - limits.inputsMax
  const over = name === '' ? (inputs[limits.inputsMax]?.name ?? '') : name
  return {
    inputs: inputs.slice(0, limits.inputsMax),
    leftOut: left > 0 ? [{ name: over, code: 'batch_full', left }] : [],
    name: shown(name),
  }
}

/**
 * The files of a drop and, folder by folder, what lies in them. To be called while the drop is being handled: a
 * browser closes it right after.
 */
export async function dropped(transfer: DataTransfer | null): Promise<Given> {
  const plain = [...(transfer?.files ?? [])]
  const entries = [...(transfer?.items ?? [])].flatMap(item => item.webkitGetAsEntry() ?? [])
  if (!entries.some(isFolder)) return chosen(plain)
  const into = gathering()
  for (const entry of entries) await gather(entry, '', into)
  const name = entries.length === 1 ? (entries[0]?.name ?? '') : ''
  return { ...into.given(), name: shown(name) }
}

/** Gathers the files of an entry; what is too deep, too much or can't be read is named. */
export async function gather(entry: Entry, path: string, into: Gathered, deep = 0): Promise<void> {
  const name = path === '' ? entry.name : `${path}/${entry.name}`
  if (isFile(entry)) await into.take(name, () => fileOf(entry))
  if (!isFolder(entry)) return
  if (deep >= foldersDeepMax) return into.leave({ name, code: 'folder_too_deep', left: 1 })
  const reader = entry.createReader()
  while (!into.isTooMany()) {
    // A browser hands a folder over in pieces, and an empty piece at its end.
    const part = await new Promise<Entry[] | undefined>(resolve =>
      reader.readEntries(resolve, () => resolve(undefined)),
    )
    if (part === undefined) return into.leave({ name, code: 'folder_unreadable', left: 1 })
    if (part.length === 0) return
    for (const inner of part) if (!isLeftover(inner.name)) await gather(inner, name, into, deep + 1)
  }
}

const shown = (name: string) => name.replace(/\.(zip|csv|json|png|svg)$/i, '')

const pathOf = (file: File): string =>
  file.webkitRelativePath === '' ? file.name : file.webkitRelativePath

/** A file that can't be read is handed on empty, so that it is named as left out with the others. */
const fileOf = (entry: FileEntry): Promise<File> =>
  new Promise(resolve => entry.file(resolve, () => resolve(new File([], entry.name))))
