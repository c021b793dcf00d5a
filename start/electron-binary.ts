import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** A download that has not moved for this long won't. The size of the download is no measure. */
export const noProgressMs = 20_000
/** Unpacking shows no progress; a slow disk needs about a minute. */
const unpackMsMax = 180_000

const root = join(import.meta.dirname, '..')
/** Its date is when fetching the binary failed last. In the packages' folder, which goes when they are renewed. */
const failureMark = join(root, 'node_modules', '.cache', 'meritfolio-electron-failed')

/** The folder of the `electron` package. Never loaded: loading it would start a download and wait for it. */
export function electronPackage(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    // Not resolved is not installed; there is nothing else to know.
    return undefined
  }
}

/** The binary of an `electron` package, if it has been fetched (its own `install.js` looks the same way). */
export function electronBinary(
  folder: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const named = readText(join(folder, 'path.txt'))
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return existing(join(override, named ?? 'electron'))
  return named === undefined ? undefined : existing(join(folder, 'dist', named))
}

export const fetchFailedAt = (): number | undefined =>
  statSync(failureMark, { throwIfNoEntry: false })?.mtimeMs

/** Fetches the binary with a watch on its progress. A failure is remembered for the next starts. */
export async function fetchElectron(folder: string): Promise<'fetched' | 'refused' | 'noProgress'> {
  const outcome = await download(folder)
  if (outcome !== 'fetched') {
    mkdirSync(dirname(failureMark), { recursive: true })
    writeFileSync(failureMark, `${outcome}\n`)
  }
  return outcome
}

async function download(folder: string): Promise<'fetched' | 'refused' | 'noProgress'> {
  const { downloadArtifact } = await import('@electron/get')
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  const checksums = z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8')))
  const stalled = new AbortController()
  const watch = () => setTimeout(() => stalled.abort(), noProgressMs)
  let timer = watch()
  try {
    const downloading = downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums,
      ...(process.env['electron_config_cache']
        ? { cacheRoot: process.env['electron_config_cache'] }
        : {}),
      downloadOptions: {
        quiet: true,
        signal: stalled.signal,
        getProgressCallback: async () => {
          clearTimeout(timer)
          timer = watch()
        },
      },
    })
    // Not every wait of the downloader hears the signal (a proxy that never answers); this one always ends.
    await Promise.race([downloading, aborted(stalled.signal)])
  } catch {
    // No network, a refusal, a wrong checksum: all of them mean the browser today.
    return stalled.signal.aborted ? 'noProgress' : 'refused'
  } finally {
    clearTimeout(timer)
  }
  const isUnpacked = await unpack(folder)
  return isUnpacked && electronBinary(folder) !== undefined ? 'fetched' : 'refused'
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('no progress')), { once: true })
  })

/** The package's own script finds the download in its cache and unpacks it. */
function unpack(folder: string): Promise<boolean> {
  const script = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    timeout: unpackMsMax,
  })
  return new Promise(resolve => {
    script.once('error', () => resolve(false))
    script.once('exit', code => resolve(code === 0))
  })
}

const existing = (path: string) => (existsSync(path) ? path : undefined)
const readText = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
