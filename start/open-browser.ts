import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** How long the page that leads to the link is kept: a slow computer starts its browser within this. */
const pageKeptMs = 60_000

/** The system's own way of opening a page in the default browser. */
export function openerOf(
  platform: NodeJS.Platform,
  page: string,
): readonly [string, ...(readonly string[])] {
  if (platform === 'darwin') return ['open', page]
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', page]
  return ['xdg-open', page]
}

/**
 * Writes a page that leads to a link, for its owner's eyes alone. The link itself never stands in a program's
 * arguments, which everybody on the computer can list.
 */
export function writeRedirect(link: string): { readonly page: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'meritfolio-'))
  const page = join(folder, 'open.html')
  const address = link.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const html = `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${address}"><title>Meritfolio</title>`
  writeFileSync(page, html, { mode: 0o600 })
  return { page, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Some openers end only with the browser; one that is still there after this has found one (ms). */
const openerEndsMs = 5_000

/** Opens a link in the default browser; `false` where the system has no way to. */
export async function openBrowser(link: string): Promise<boolean> {
  const { page, remove } = writeRedirect(link)
  const timer = setTimeout(remove, pageKeptMs)
  timer.unref()
  process.once('exit', remove)
  const [program, ...args] = openerOf(process.platform, pathToFileURL(page).href)
  const opener = spawn(program, args, { stdio: 'ignore', detached: true })
  opener.unref()
  return new Promise(resolve => {
    const stillThere = setTimeout(() => resolve(true), openerEndsMs)
    const ended = (isFound: boolean) => {
      clearTimeout(stillThere)
      resolve(isFound)
    }
    opener.once('error', () => ended(false))
    opener.once('exit', code => ended(code === 0))
  })
}
