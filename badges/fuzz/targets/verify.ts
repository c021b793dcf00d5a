import { bake, unbake } from '../../src/bake/bake.ts'
import { base64url, bytesOfBase64url } from '../../src/bytes/base64url.ts'
import { joinBytes, textOfUtf8, utf8 } from '../../src/bytes/text.ts'
import { parseJson } from '../../src/json/parse.ts'
import { verifyBadge, type Report } from '../../src/verify/verify.ts'
import { damagedBytes } from '../damaged-bytes.ts'
import { damagedValue } from '../damaged-json.ts'
import type { Random } from '../random.ts'
import type { Target } from '../target.ts'
import { writtenJson } from '../written-json.ts'
import { bases, type Base } from './bases.ts'
import { saidBy } from './said.ts'

/**
 * Whole badges, damaged: `verified` never for what says something else than a badge that is. An input
 * is the name of what was damaged, a line feed, and the damaged bytes; a `|` and an address after the
 * name mean that it is the document there that was damaged, and the badge is whole.
 *
 * @param verify ours; a test puts in one with a fault to see that it is found.
 */
export async function verifyTarget(verify = verifyBadge): Promise<Target> {
  const all = await bases()
  const byName = new Map(all.map(base => [base.name, base]))
  const good = lazily(() => meaningsOfGood(all))
  return {
    name: 'verify',
    cpuMsMax: 8_000,
    shrinksMax: 500,
    make: random => {
      const base = random.oneOf(all)
      const documents = [...base.bundle.documents.entries()].filter(
        ([url]) => !url.includes('context'),
      )
      if (documents.length === 0 || !random.isOneIn(5))
        return input(base.name, damaged(random, base.bytes))
      const [url, { content }] = random.oneOf(documents)
      const bytes = content instanceof Uint8Array ? content : utf8(JSON.stringify(content))
      return input(`${base.name}|${url}`, damaged(random, bytes))
    },
    judge: async given => {
      const end = given.indexOf(10)
      const [name = '', url] = (textOfUtf8(given.subarray(0, Math.max(0, end))) ?? '').split('|')
      const base = byName.get(name)
      if (base === undefined) return null
      const bytes = given.slice(end + 1)
      return url === undefined
        ? judgeBadge(await verify(bytes, base), base, bytes, good)
        : judgeWith(base, url, bytes)
    },
  }
}

/** Working out what all good badges mean takes seconds, and most runs never need it. */
function lazily<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null
  return () => (made ??= make())
}

async function meaningsOfGood(all: readonly Base[]): Promise<ReadonlySet<string>> {
  const good = new Set<string>()
  for (const base of all) {
    const report = await verifyBadge(base.bytes, base)
    if (report.overall === 'verified') good.add(meaningOf(base.bytes, report))
  }
  return good
}

async function judgeBadge(
  report: Report,
  base: Base,
  bytes: Uint8Array,
  good: () => Promise<ReadonlySet<string>>,
): Promise<string | null> {
  if (report.checks.length === 0) return 'says nothing'
  if (JSON.stringify(JSON.parse(JSON.stringify(report))) !== JSON.stringify(report))
    return 'is no plain data'
  if (report.overall !== 'verified' || (await good()).has(meaningOf(bytes, report))) return null
  return `verifies what was changed: ${base.name}`
}

/** A changed document may not make a badge good that is not good without it; a bad one may stay bad. */
async function judgeWith(base: Base, url: string, content: Uint8Array): Promise<string | null> {
  const documents = new Map(base.bundle.documents)
  const before = documents.get(url)
  if (before === undefined) return null
  documents.set(url, { ...before, content })
  const report = await verifyBadge(base.bytes, { ...base, bundle: { ...base.bundle, documents } })
  if (report.overall !== 'verified') return null
  const whole = await verifyBadge(base.bytes, base)
  return whole.overall === 'not-verified' && isBySignature(whole)
    ? `is made good by a changed document: ${base.name}`
    : null
}

/** Whether it is bad for itself, whatever a document says. */
function isBySignature(report: Report): boolean {
  return report.checks.some(
    ({ id, outcome }) => outcome === 'fail' && /^(proof\.signature|definedTerms|context)$/.test(id),
  )
}

/** Of a hosted badge what is at its address counts: what the report shows is what it means. */
function meaningOf(bytes: Uint8Array, report: Report): string {
  const isHosted = report.checks.some(({ id }) => id.startsWith('hosted.'))
  return isHosted ? JSON.stringify(report.subject) : saidBy(bytes)
}

function input(name: string, bytes: Uint8Array): Uint8Array {
  return joinBytes(utf8(`${name}\n`), bytes)
}

/** Damages the JSON inside, where there is some; else, and now and then, the bytes. */
function damaged(random: Random, bytes: Uint8Array): Uint8Array {
  const picture = unbake(bytes)
  if (picture.ok && !random.isOneIn(4)) {
    const inside = damaged(random, utf8(picture.value.text))
    return bake(
      bytes,
      textOfUtf8(inside)
        ?.toWellFormed()
        .replaceAll(/[^\t\n\r -\ud7ff]/g, '?') ?? '',
    )
  }
  const text = textOfUtf8(bytes)?.trim() ?? ''
  const json = parseJson(text)
  if (json.ok && !random.isOneIn(9)) {
    const value = damagedValue(random, json.value)
    return utf8(random.isOneIn(5) ? writtenJson(random, value, 200) : JSON.stringify(value))
  }
  const parts = text.split('.')
  if (parts.length !== 3 || random.isOneIn(6)) return damagedBytes(random, bytes)
  const at = random.under(3)
  const part = bytesOfBase64url(parts[at] ?? '') ?? new Uint8Array()
  const changed = at === 2 ? damagedBytes(random, part) : damaged(random, part)
  return utf8(parts.with(at, base64url(changed)).join('.'))
}
