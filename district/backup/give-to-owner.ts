import { lchownSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = 0

/** What the system's administrator has put into a folder goes to the user to whom it belongs, who could else not read it. */
export function giveToOwner(folder: string): void {
  if (process.geteuid?.() !== root) return
  const { uid, gid } = statSync(folder)
  if (uid === root) return
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (lstatSync(path).uid === root) lchownSync(path, uid, gid)
  }
}
