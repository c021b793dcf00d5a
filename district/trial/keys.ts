import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBundle } from 'open-badges-validator-core/bundle'
import type { TrustBundle } from 'open-badges-validator-core/verify'
import { verifyBadge } from 'open-badges-validator-core/verify'
import { TrustBundleRecord, trustBundleId } from '../../core/badge/trust-bundle.ts'
import { keysCommand } from '../keys/keys-command.ts'
import { wordsOf } from '../terminal-words.ts'
import type { TrialDevice } from './device.ts'
import type { TrialDistrict } from './district.ts'
import { bodyOn } from './claim.ts'

/** What a command said, and how it ended. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
}

/** Runs `keys …` on a folder, as the operator would. */
export async function ranKeys(
  at: {
    readonly dataFolder: string
    readonly databaseUrl?: string | undefined
    now?: () => number
  },
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const lines = { out: '', error: '' }
  const where = at.databaseUrl === undefined ? [] : ['--database', at.databaseUrl]
  const said = wordsOf('en')
  const code = await keysCommand([...args, '--data', at.dataFolder, ...where], {
    env,
    said,
    words: said.commands,
    now: at.now?.() ?? Date.now(),
    signal: new AbortController().signal,
    out: line => void (lines.out += `${line}\n`),
    error: line => void (lines.error += `${line}\n`),
    progress: () => undefined,
  })
  return { code, ...lines }
}

/** The trust list as a computer was sent it, opened with the key that it holds on to. */
export function trustOn(device: TrialDevice): TrustBundle {
  const text = bodyOn(device, TrustBundleRecord, trustBundleId)?.text ?? ''
  const opened = openBundle(new TextEncoder().encode(text), {
    pinnedKey: device.trustKey,
    newestSeen: null,
  })
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value.bundle
}

/** What a computer of the district's says of a badge, offline: overall, and the codes of what failed. */
export async function judgedOn(
  device: TrialDevice,
  credential: string,
): Promise<readonly [string, ...string[]]> {
  const { overall, checks } = await verifyBadge(new TextEncoder().encode(credential), {
    at: device.district.now(),
    bundle: trustOn(device),
  })
  return [overall, ...checks.flatMap(check => (check.outcome === 'fail' ? (check.code ?? []) : []))]
}

/** A folder for what lies beside a district; gone at the end. */
export function besideFolder(): { readonly path: (name: string) => string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'beside-'))
  return {
    path: name => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Does something to a district's keys while it is stopped, and starts it again. */
export async function keysWhileStopped(
  district: TrialDistrict,
  args: readonly string[],
): Promise<Ran> {
  let ran: Ran = { code: -1, out: '', error: '' }
  await district.whileStopped(async () => {
    ran = await ranKeys(district, args)
  })
  return ran
}
