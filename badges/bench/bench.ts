import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { amounts } from './amounts.ts'
import type { Batch } from './contender.ts'
import { dataIntegrityBatch, jwtBatch } from './make-batch.ts'
import type { Turn } from './turn.ts'

interface Row {
  readonly what: string
  readonly peer: string
  readonly oursPerSecond: number
  readonly peerPerSecond: number | undefined
  /** How many times as fast as the peer we are; the middle of the turns. */
  readonly ratio: number | undefined
  readonly note: string
}

const here = import.meta.dirname
const { values } = parseArgs({ options: { json: { type: 'string' } } })
const say = (line: string) => process.stdout.write(`${line}\n`)

if (!existsSync(join(here, 'node_modules'))) {
  say('Installing the peers …')
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
  })
}
const folder = mkdtempSync(join(tmpdir(), 'badges-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

say(
  `${cpus().length} cores (${cpus()[0]?.model ?? ''}), Node ${process.version}, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
)
say(
  `${amounts.badges - amounts.warmUp} badges a turn, ${amounts.turns} turns of each, each in its own process`,
)
say(
  `${'what'.padEnd(24)}${'peer'.padEnd(36)}${'ours/s'.padStart(8)}${'peer/s'.padStart(8)}${'ratio'.padStart(8)}  not in it`,
)

const rows: Row[] = []
const measure = async (what: string, peer: string, make: () => Promise<Batch>) => {
  const file = join(folder, 'batch.json')
  const pairs: { ours: Turn; peer: Turn }[] = []
  for (let n = 0; n < amounts.turns; n++) {
    writeFileSync(file, JSON.stringify(await make()))
    pairs.push({ ours: turnOf('ours', file), peer: turnOf(peer, file) })
  }
  const row = rowOf(what, pairs)
  rows.push(row)
  const number = (value: number | undefined, digits = 0) =>
    (value?.toFixed(digits) ?? '-').padStart(8)
  say(
    `${what.padEnd(24)}${row.peer.padEnd(36)}${number(row.oursPerSecond)}${number(row.peerPerSecond)}${number(row.ratio, 2)}  ${row.note}`,
  )
}
await measure('eddsa-rdfc-2022', 'digital-bazaar', dataIntegrityBatch)
await measure('eddsa-rdfc-2022', 'verifier-core', dataIntegrityBatch)
for (const alg of ['EdDSA', 'ES256', 'RS256'] as const)
  await measure(`JWT ${alg}`, 'jose', () => jwtBatch(alg))
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(rows, null, 2))

function turnOf(name: string, file: string): Turn {
  const ran = spawnSync(process.execPath, [join(here, 'turn.ts'), name, file], { encoding: 'utf8' })
  if (ran.status !== 0)
    return { name, notInIt: '', rate: { out: ran.stderr.split('\n')[0] ?? 'failed' } }
  const turn: Turn = JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '')
  return turn
}

function rowOf(what: string, pairs: readonly { readonly ours: Turn; readonly peer: Turn }[]): Row {
  const [first] = pairs
  if (first === undefined) throw new Error('no turns')
  const rates = pairs.flatMap(({ ours, peer }) => {
    if (typeof ours.rate !== 'number') throw new Error(`ours ${JSON.stringify(ours.rate)}`)
    return [{ ours: ours.rate, peer: typeof peer.rate === 'number' ? peer.rate : undefined }]
  })
  const out = pairs.flatMap(({ peer }) => (typeof peer.rate === 'number' ? [] : [peer.rate.out]))[0]
  const peers = rates.flatMap(({ peer }) => peer ?? [])
  return {
    what,
    peer: first.peer.name,
    oursPerSecond: middle(rates.map(({ ours }) => ours)) ?? 0,
    peerPerSecond: middle(peers),
    ratio: middle(rates.flatMap(({ ours, peer }) => (peer === undefined ? [] : [ours / peer]))),
    note: out === undefined ? first.peer.notInIt : `out: ${out}`,
  }
}

function middle(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
