import { readFileSync } from 'node:fs'
import { amounts } from './amounts.ts'
import type { Batch, Contender } from './contender.ts'

// One turn of one contender, in a process of its own: `turn.ts NAME BATCH`.

const contenders: Readonly<Record<string, () => Promise<Contender>>> = {
  ours: async () => (await import('./ours.ts')).ours,
  'digital-bazaar': async () => (await import('./digital-bazaar.ts')).digitalBazaar,
  'verifier-core': async () => (await import('./verifier-core.ts')).verifierCore,
  jose: async () => (await import('./jose.ts')).jose,
}

/** What a turn came to. */
export interface Turn {
  readonly name: string
  readonly notInIt: string
  /** Badges a second, or why it does not count. */
  readonly rate: number | { readonly out: string }
}

async function turn(name: string, batch: Batch): Promise<Turn> {
  const contender = await contenders[name]?.()
  if (contender === undefined) throw new Error(`nobody is called ${name}`)
  const { name: shown, notInIt } = contender
  const judge = await contender.prepare(batch)
  const [first = ''] = batch.good
  if (!(await judge(first))) return { name: shown, notInIt, rate: { out: 'refuses a good badge' } }
  if (await judge(batch.forged))
    return { name: shown, notInIt, rate: { out: 'accepts a forged badge' } }
  const measured = batch.good.slice(amounts.warmUp)
  for (const badge of batch.good.slice(0, amounts.warmUp)) await judge(badge)
  const from = performance.now()
  let good = 0
  for (const badge of measured) if (await judge(badge)) good++
  const seconds = (performance.now() - from) / 1000
  const rate = good === measured.length ? good / seconds : { out: `${good} of ${measured.length}` }
  return { name: shown, notInIt, rate }
}

const [, , name = '', file = ''] = process.argv
process.stdout.write(
  `${JSON.stringify(await turn(name, JSON.parse(readFileSync(file, 'utf8'))))}\n`,
)
