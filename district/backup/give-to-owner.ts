import { existsSync, lchownSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = 0

/**
 * What the system's administrator has put into a folder goes to the user to whom it belongs, who could else not read it.
 * `parts`: only what lies at its top and in these folders of it, where the rest was not touched and may be large.
 */
export function giveToOwner(folder: string, parts?: readonly string[]): void {
  if (process.geteuid?.() !== root) return
  const { uid, gid } = statSync(folder)
  if (uid === root) return
  const within = parts?.map(part => join(folder, part)).filter(path => existsSync(path))
  const entries = [
    ...readdirSync(folder, { withFileTypes: true, recursive: within === undefined }),
    ...(within ?? []).flatMap(path => readdirSync(path, { withFileTypes: true, recursive: true })),
  ]
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (lstatSync(path).uid === root) lchownSync(path, uid, gid)
  }
}
