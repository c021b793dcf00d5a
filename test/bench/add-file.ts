import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { fileBytesMax } from '../../core/evidence/record.ts'
import { openWindow } from '../browser/window.ts'
import { doorOf } from './door.ts'
import type { Measured } from './measured.ts'
import { run } from './program.ts'

const partBytes = 4 * 1024 * 1024
const sampleEveryMs = 50
const addMsMax = 600_000
const mb = 1_000_000

/** Adds the largest file that may be kept, as a person does: chosen in the browser, streamed to the program. */
export async function addFile(browser: Browser, folder: string): Promise<Measured[]> {
  const sizeBytes = Number(process.env['BENCH_FILE_BYTES'] ?? fileBytesMax)
  const path = join(folder, 'lesson-on-film.bin')
  const sha256 = await generate(path, sizeBytes)
  const program = await run(join(folder, 'files'))
  const door = await doorOf(program.ready)
  await door.post('/api/setup', { alone: { name: 'Maya Okafor' } })
  const { page, context } = await openWindow(browser, await door.startLink())
  await page.goto(new URL('/add', page.url()).href)
  const choose = page.getByRole('button', { name: /Choose files|Drop files/ }).first()
  const chosen = page.waitForEvent('filechooser')
  await choose.click()
  const memory = memoryOf(program.pid)
  const startedAt = performance.now()
  await (await chosen).setFiles(path)
  await page.getByText('1 piece is kept.').waitFor({ timeout: addMsMax })
  const tookMs = performance.now() - startedAt
  const grownBytes = memory.stop()
  const { lines } = await door.query('evidence.list', {})
  const kept = lines[0]?.row.body.file
  if (kept?.sha256 !== sha256 || kept.sizeBytes !== sizeBytes)
    throw new Error('what was kept is not the file that was added')
  await context.close()
  await program.end('SIGTERM')
  const peerMs = copyAndSum(path, join(folder, 'copy.bin'), sha256)
  rmSync(path)
  const size = `${(sizeBytes / 1024 ** 3).toFixed(2)} GiB`
  const rate = (ms: number) => sizeBytes / mb / (ms / 1_000)
  return [
    {
      name: `adding a file of ${size}`,
      value: rate(tookMs),
      unit: 'MB/s',
      note: `${(tookMs / 1_000).toFixed(1)} s from choosing until it is kept and hashed; the hash is right`,
    },
    ...(grownBytes === undefined
      ? []
      : [
          {
            name: 'of it: growth of the program’s memory at its peak',
            value: grownBytes / mb,
            unit: 'MB' as const,
            note: 'resident set of the process, /proc',
          },
        ]),
    ...(peerMs === undefined
      ? []
      : [
          {
            name: 'peer: cp, sync and sha256sum of the same file',
            value: rate(peerMs),
            unit: 'MB/s' as const,
            note: `ratio: adding has ${(peerMs / tookMs).toFixed(2)} of its speed`,
          },
        ]),
  ]
}

/** Bytes that no disk can make small; their SHA-256 (hex). */
async function generate(path: string, sizeBytes: number): Promise<string> {
  const handle = await open(path, 'wx')
  const hash = createHash('sha256')
  const part = randomBytes(partBytes)
  try {
    for (let at = 0; at < sizeBytes; at += partBytes) {
      part.writeUInt32BE(at / partBytes, 0)
      const bytes = part.subarray(0, Math.min(partBytes, sizeBytes - at))
      hash.update(bytes)
      await handle.writeFile(bytes)
    }
    // Written out before the clock runs, so that nobody's time holds it.
    await handle.sync()
  } finally {
    await handle.close()
  }
  return hash.digest('hex')
}

/** Watches a process until `stop`: how much its memory grew at most (bytes); `undefined` without `/proc`. */
function memoryOf(pid: number): { stop(): number | undefined } {
  const status = `/proc/${pid}/status`
  const residentBytes = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) * 1_024
  if (!existsSync(status)) return { stop: () => undefined }
  const before = residentBytes()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, residentBytes())), sampleEveryMs)
  return {
    stop() {
      clearInterval(timer)
      return most - before
    },
  }
}

/** The system's own tools, to the same end: a second copy that is on disk, and its hash. `undefined` where they are missing. */
function copyAndSum(path: string, copy: string, sha256: string): number | undefined {
  const startedAt = performance.now()
  const steps = [
    ['cp', path, copy],
    ['sync', copy],
    ['sha256sum', copy],
  ] as const
  let said = ''
  for (const [tool, ...args] of steps) {
    const ended = spawnSync(tool, args, { encoding: 'utf8' })
    if (ended.status !== 0) return undefined
    said = ended.stdout
  }
  const tookMs = performance.now() - startedAt
  rmSync(copy)
  if (!said.startsWith(sha256)) throw new Error('the peer’s hash differs')
  return tookMs
}
