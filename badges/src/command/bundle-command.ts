import { BadgeError } from '../badge-error.ts'
import { buildBundle, type BundleEntry } from '../bundle/build/build.ts'
import { openBundle } from '../bundle/bundle.ts'
import { bundleBytesMax } from '../limits.ts'
import { openLoader } from '../load/load.ts'
import type { KnownRegistry } from '../verify/trust-bundle.ts'
import { grouped } from './bundle-given.ts'
import { kindOf } from './entry-kind.ts'
import { exit, WrongUse, type Exit } from './exit.ts'
import { readKeyFile } from './key-file.ts'
import { issuersGiven, keysGiven } from './known-given.ts'
import { optionsOf, required } from './options.ts'
import { shown } from './terminal.ts'
import { timeOf } from './verify-arguments.ts'
import type { Surroundings } from './surroundings.ts'
import { documentsWith, readGiven } from './with-documents.ts'
import { write } from './written-file.ts'

/**
 * `bundle [URL…] --key FILE --name NAME --out FILE [--with FILE] [--issuers FILE] [--keys FILE]`
 * fetches and signs a trust bundle; `bundle --show FILE` tells what one holds.
 */
export async function bundleCommand(argv: readonly string[], by: Surroundings): Promise<Exit> {
  const { values, positionals } = optionsOf(argv, {
    show: { type: 'string' },
    key: { type: 'string' },
    name: { type: 'string' },
    out: { type: 'string' },
    at: { type: 'string' },
    with: { type: 'string', multiple: true },
    issuers: { type: 'string' },
    keys: { type: 'string' },
  })
  if (values.show !== undefined) return show(values.show, by)
  const out = required('out', values.out)
  const name = required('name', values.name)
  const { secretKey } = await readKeyFile(required('key', values.key))
  const entries = new Map<string, BundleEntry>()
  for (const path of values.with ?? [])
    for (const [url, { content: bytes, fetchedAt, source }] of await documentsWith(path))
      entries.set(url, { url, kind: kindOf(bytes), bytes, fetchedAt, source, httpStatus: 200 })
  const missed = await fetchInto(entries, positionals, by)
  if (missed > 0) return exit.bad
  try {
    const bytes = buildBundle(
      {
        name,
        createdAt: timeOf('--at', values.at) ?? by.now(),
        entries: [...entries.values()],
        keys: values.keys === undefined ? [] : await keysGiven(values.keys),
        issuers: values.issuers === undefined ? [] : await issuersGiven(values.issuers),
      },
      secretKey,
    )
    await write(by.terminal, out, bytes)
  } catch (error) {
    if (!(error instanceof BadgeError)) throw error
    const facts = Object.values(error.facts).map(String)
    throw new WrongUse(`${error.message} ${shown(facts.join(' '))}`)
  }
  by.terminal.err(`${out} holds ${entries.size} documents.\n`)
  return exit.good
}

/** @returns how many addresses could not be fetched: a bundle with a gap is not made. */
async function fetchInto(
  entries: Map<string, BundleEntry>,
  urls: readonly string[],
  by: Surroundings,
): Promise<number> {
  let missed = 0
  for (const url of urls) {
    // A person chose each of these: the budget of one badge is for each.
    const result = await openLoader({ now: by.now, signal: by.signal })(url)
    const status = result.ok ? result.loaded.status : 0
    if (!result.ok || (status !== 410 && (status < 200 || status > 299))) {
      missed += 1
      const why = result.ok ? `HTTP ${status}` : result.refusal.code
      by.terminal.err(`${shown(url)} could not be fetched. [${why}]\n`)
      continue
    }
    const { bytes, fetchedAt, finalUrl } = result.loaded
    entries.set(url, {
      ...{ url, kind: kindOf(bytes), bytes, fetchedAt },
      ...{ source: 'fetched', httpStatus: status },
      ...(finalUrl === url ? {} : { finalUrl }),
    })
  }
  return missed
}

async function show(path: string, by: Surroundings): Promise<Exit> {
  const bytes = await readGiven(path, bundleBytesMax)
  const asked = openBundle(bytes, { pinnedKey: null, newestSeen: null })
  // Looking is not trusting: it is opened under its own key, and that is said.
  const fingerprint =
    !asked.ok && asked.refusal.code === 'BUNDLE_OTHER_KEY' ? asked.refusal.fingerprint : ''
  const opened = openBundle(bytes, {
    pinnedKey: null,
    acceptedFingerprint: fingerprint,
    newestSeen: null,
  })
  if (!opened.ok) {
    by.terminal.err(`${path} is not a sound trust bundle. [${opened.refusal.code}]\n`)
    return exit.bad
  }
  const { bundle, entries, createdAt } = opened.value
  const lines = [
    shown(bundle.name),
    `made on       ${timeText(createdAt)}`,
    `signed by     ${grouped(fingerprint)}`,
    ...entries.map(
      entry =>
        `${entry.kind.padEnd(13)} ${shown(entry.url, 500)}, ${entry.bytes.length} bytes, ${timeText(entry.fetchedAt)}, ${shown(entry.source)}`,
    ),
    ...(bundle.keys ?? []).map(
      key => `${'kept key'.padEnd(13)} ${shown(JSON.stringify(key.method), 300)}`,
    ),
    ...bundle.issuers.map(
      issuer =>
        `${'known issuer'.padEnd(13)} ${shown(issuer.id)} ${shown(issuer.name ?? '')}, ${shown(issuer.source)}`,
    ),
    ...(bundle.registries ?? []).map(registryLine),
  ]
  await by.terminal.out(`${lines.join('\n')}\n`)
  return exit.good
}

function registryLine({ url, issuers, refusal, updatedAt }: KnownRegistry): string {
  const of = updatedAt === null ? '' : `, of ${timeText(updatedAt)}`
  const trouble =
    refusal === null ? '' : `, not ${issuers === 0 ? 'read' : 'read whole'} [${refusal.code}]`
  return `${'read from'.padEnd(13)} ${shown(url, 500)}: ${issuers} issuers${of}${trouble}`
}

function timeText(ms: number): string {
  return new Date(ms).toISOString()
}
