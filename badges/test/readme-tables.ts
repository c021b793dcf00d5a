import { readFileSync, writeFileSync } from 'node:fs'
import { questionOf } from '../src/command/check-explained.ts'
import { isNeeded } from '../src/verify/policy.ts'
import { defaultPolicy, verifyBadge, type Check, type Report } from '../src/verify/verify.ts'
import { disagreements } from './disagreements.ts'
import { vectorAt, vectorBundle, vectorBytes, vectors } from './vectors.ts'

/** Every check there is, in the order of the README. */
const ids = [
  ...['format', 'image.chunk', 'type', 'dataModel', 'context', 'definedTerms', 'ownNames'],
  ...['subject.identified', 'proof.suite', 'proof.verificationMethod', 'proof.purpose'],
  ...['proof.signature', 'proof.expires', 'proof.keyCurrent', 'issuer.key', 'issuer.known'],
  ...['issuer.keyPrivate', 'validFrom', 'validUntil', 'validUntil.withheld', 'signedAt'],
  ...['status.revocation', 'status.suspension', 'status.withheld', 'parts', 'sameId'],
  ...['status.message', 'status.refresh', 'status.other', 'status.unread', 'statusList.proof'],
  ...['statusList.age', 'statusList.issuer', 'statusList.id', 'statusList.length', 'refresh'],
  ...['recipient', 'credentialSchema', 'endorsement.subject', 'jwt.alg', 'jwt.typ', 'jwt.shape'],
  ...['jwt.claims.iss', 'jwt.claims.sub', 'jwt.claims.jti', 'jwt.claims.nbf', 'jwt.claims.exp'],
  ...['hosted.retrieved', 'hosted.scope', 'hosted.matches', 'document.id', 'document.matches'],
  'extension',
] as const

/** Where the checks that no vector exercises come from. */
const otherSources: ReadonlyMap<string, string> = new Map([
  ['proof.expires', 'vc-data-integrity section 2.1'],
  ['parts', 'the limits of this package'],
  ['sameId', 'OB 3.0 #equality'],
  ['status.refresh', 'Bitstring Status List v1.0 section 3.2'],
  ['status.other', 'Bitstring Status List v1.0 section 3.2'],
  ['document.matches', 'OB 2.0 #HostedBadge'],
])

const readme = new URL('../README.md', import.meta.url)
const made = ['checks', 'disagreements'] as const
const marks = (name: (typeof made)[number]) =>
  [`<!-- ${name}: made by test/readme-tables.ts -->`, `<!-- ${name} end -->`] as const

interface Seen {
  readonly specs: Set<string>
  /** Files in which it was not passed, with how it went; and in how many it was asked at all. */
  readonly troubled: Map<string, string>
  readonly files: Set<string>
}

/** @returns the table of all checks, worked out by verifying every vector, and ids that it does not know. */
export async function checksTable(): Promise<{ table: string; unlisted: readonly string[] }> {
  const seen = new Map<string, Seen>()
  const all = vectors()
  for (const vector of all) {
    if (vector.expect === undefined) continue
    const known = vector.expect.recipient?.known
    const type = known?.type ?? known?.identityType ?? ''
    const report = await verifyBadge(vectorBytes(vector.file), {
      at: vectorAt(vector),
      bundle: vectorBundle(vector, all),
      ...(known === undefined ? {} : { recipients: [{ type, value: known.value }] }),
    })
    for (const check of checksOf(report)) note(seen, check, vector.file)
  }
  const rows = ids.map(id => rowOf(id, seen.get(id)))
  const listed: readonly string[] = ids
  return {
    table: [
      '| check | question | source | default | vectors |',
      '|---|---|---|---|---|',
      ...rows,
    ].join('\n'),
    unlisted: [...seen.keys()].filter(id => !listed.includes(id)),
  }
}

function checksOf(report: Report): readonly Check[] {
  return [...report.checks, ...report.parts.flatMap(checksOf)]
}

function note(seen: Map<string, Seen>, { id, spec, outcome }: Check, file: string): void {
  const entry = seen.get(id) ?? { specs: new Set(), troubled: new Map(), files: new Set() }
  seen.set(id, entry)
  entry.specs.add(spec)
  entry.files.add(file)
  if (outcome !== 'pass' && entry.troubled.get(file) !== 'fail') entry.troubled.set(file, outcome)
}

function rowOf(id: string, seen: Seen | undefined): string {
  const byOutcome = (wanted: string) =>
    [...(seen?.troubled ?? [])].filter(([, outcome]) => outcome === wanted).map(([file]) => file)
  const [fails, unknowns] = [byOutcome('fail'), byOutcome('unknown')]
  const examples = [
    ...fails.slice(0, 2).map(file => `\`${file}\` fails`),
    ...unknowns.slice(0, 1).map(file => `\`${file}\` unknown`),
  ]
  const counts = `${seen?.files.size ?? 0} (${fails.length} fail, ${unknowns.length} unknown)`
  const told = seen === undefined ? 'none: own tests' : [counts, ...examples].join('; ')
  const specs = [...(seen?.specs ?? [])].flatMap(spec => spec.split('; '))
  const source = [...new Set(specs)].toSorted().join('; ')
  const isDeciding = isNeeded(defaultPolicy, id)
  return `| \`${id}\` | ${questionOf(id) ?? ''} | ${source || otherSources.get(id)} | ${isDeciding ? 'needed' : 'told'} | ${told} |`
}

/** @returns the table of vectors that we read in another way than their manifest. */
export function disagreementsTable(): string {
  const rows = Object.entries(disagreements).map(([file, { why, says }]) => {
    const ours = Object.entries(says).map(([answer, value]) => `${answer}: ${String(value)}`)
    const stated = vectors().find(vector => vector.file === file)?.expect
    const theirs = Object.entries(stated ?? {}).flatMap(([answer, value]) =>
      answer in says ? [`${answer}: ${String(value)}`] : [],
    )
    return `| \`${file}\` | ${theirs.join(', ') || 'nothing of it'} | ${ours.join(', ')} | ${why} |`
  })
  return ['| vector | its manifest says | we say | because |', '|---|---|---|---|', ...rows].join(
    '\n',
  )
}

/** @returns the table of a name that stands in the README. */
export function tableInReadme(name: (typeof made)[number]): string {
  const text = readFileSync(readme, 'utf8')
  const [start, end] = marks(name)
  return text.slice(text.indexOf(start) + start.length, text.indexOf(end)).trim()
}

if (import.meta.main) {
  const tables = { checks: (await checksTable()).table, disagreements: disagreementsTable() }
  for (const name of made) {
    const text = readFileSync(readme, 'utf8')
    const [start, end] = marks(name)
    const before = text.slice(0, text.indexOf(start))
    writeFileSync(readme, `${before}${start}\n${tables[name]}\n${text.slice(text.indexOf(end))}`)
  }
}
