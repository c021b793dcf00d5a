import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { open, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ifThere } from './is-absent.ts'
import { uploadSchema } from './upload-metadata.ts'

/** An upload as it was begun. */
export interface UploadNote {
  readonly sha256: string
  readonly mediaType: string
  /** Of the whole file (bytes). */
  readonly sizeBytes: number
  readonly owner: string
  /** The computer that began it; one that was begun long ago doesn't say. */
  readonly device?: string | undefined
}

/** Files that have not arrived whole: the bytes of each under its id, beside them what is noted of it. */
export interface Unfinished {
  /** Begins one, under an id of ours. It takes its room from now on. */
  begin(note: UploadNote): Promise<string>
  /** Notes one down, to be gone on with after a crash; before anybody is told its id. */
  noteDown(id: string): Promise<void>
  /** What one is; `undefined`: there is none. */
  noteOf(id: string): UploadNote | undefined
  pathOf(id: string): string
  /** How much of it is here (bytes), and when the last of that came (epoch ms); `undefined`: it is none any more. */
  hereOf(id: string): Promise<{ readonly bytes: number; readonly cameAt: number } | undefined>
  /** How many a person has begun, and how much room they take when they are whole. */
  openOf(owner: string): { readonly files: number; readonly bytes: number }
  /** The one that a computer began of a file and has not ended. */
  begunBy(device: string, sha256: string): string | undefined
  ids(): readonly string[]
  /** Forgets one whose bytes have gone elsewhere. */
  forget(id: string): Promise<void>
  /** Takes one away, whatever of it is still there. */
  remove(id: string): Promise<void>
  /** Takes away what a crash left of such as nobody knows of: bytes without a note, a note without bytes. */
  tidy(): Promise<void>
}

/** As it lies beside the bytes. */
const noteSchema = z.object({
  size: z.number().int().min(0),
  metadata: uploadSchema.extend({ owner: z.string().min(1), device: z.string().optional() }),
})

const idShape = /^[0-9a-f]{32}$/
const noteEnding = '.json'

/** What is unfinished in a folder, which is made where it isn't there. */
export function unfinishedIn(folder: string): Unfinished {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const notes = new Map<string, UploadNote>()
  const namesHere = () => readdirSync(folder)
  for (const name of namesHere()) {
    const id = idOf(name)
    const note = id === undefined || name === id ? undefined : readNote(join(folder, name))
    if (id !== undefined && note !== undefined) notes.set(id, note)
  }
  const pathOf = (id: string) => join(folder, id)
  const notePath = (id: string) => join(folder, `${id}${noteEnding}`)
  const gone = (path: string) => ifThere(unlink(path))
  const forget = async (id: string) => {
    notes.delete(id)
    await gone(notePath(id))
  }
  return {
    async begin(note) {
      const id = randomBytes(16).toString('hex')
      // In its place before anything is waited for: who asks meanwhile is told of less room.
      notes.set(id, note)
      try {
        await (await open(pathOf(id), 'wx', 0o600)).close()
      } catch (error) {
        notes.delete(id)
        throw error
      }
      return id
    },
    async noteDown(id) {
      const note = notes.get(id)
      if (note === undefined) return
      const { sizeBytes: size, ...metadata } = note
      await writeFile(notePath(id), JSON.stringify({ size, metadata }), { mode: 0o600 })
    },
    noteOf: id => notes.get(id),
    pathOf,
    async hereOf(id) {
      const found = await ifThere(stat(pathOf(id)))
      return found && { bytes: found.size, cameAt: found.mtimeMs }
    },
    openOf(owner) {
      const his = [...notes.values()].filter(note => note.owner === owner)
      return { files: his.length, bytes: his.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) }
    },
    begunBy(device, sha256) {
      for (const [id, note] of notes)
        if (note.device === device && note.sha256 === sha256) return id
      return undefined
    },
    ids: () => [...notes.keys()],
    forget,
    async remove(id) {
      await gone(pathOf(id))
      await forget(id)
    },
    async tidy() {
      const names = new Set(namesHere())
      for (const name of names) {
        const id = idOf(name)
        if (id === undefined) continue
        if (!notes.has(id)) await gone(join(folder, name))
        else if (!names.has(id)) await forget(id)
      }
    },
  }
}

/** The id in a file's name; `undefined` for what is nothing of ours. */
function idOf(name: string): string | undefined {
  const id = name.endsWith(noteEnding) ? name.slice(0, -noteEnding.length) : name
  return idShape.test(id) ? id : undefined
}

/** What is noted of an upload, from the file beside its bytes; `undefined`: nothing whole. */
function readNote(path: string): UploadNote | undefined {
  const parsed = noteSchema.safeParse(jsonIn(readFileSync(path, 'utf8')))
  if (!parsed.success) return undefined
  const { size: sizeBytes, metadata } = parsed.data
  return { sizeBytes, ...metadata }
}

function jsonIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    // Cut off by a crash: nobody was told of it.
    return undefined
  }
}
