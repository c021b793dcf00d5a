import { parseArgs } from 'node:util'
import { keep } from './findings.ts'
import { targetNames } from './targets.ts'
import { watched } from './watch.ts'

const usage = `npm run fuzz -w badges -- [--seconds N] [--seed N] [--parser NAME]
  --seconds  how long for each parser (60)
  --seed     the same seed and parser make the same inputs (one of its own)
  --parser   one of ${targetNames.join(', ')}; all where it is left out
`

/** `npm run fuzz -w badges`: one parser after the other; ends with 1 where something was found. */
async function fuzz(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      parser: { type: 'string' },
    },
  })
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)]
  const names = targetNames.filter(name => name === (values.parser ?? name))
  if (!(seconds > 0) || !Number.isInteger(seed) || names.length === 0) {
    process.stderr.write(usage)
    return 64
  }
  let count = 0
  for (const name of names) {
    const startedAt = performance.now()
    const { turns, found } = await watched(name, seed, seconds * 1000)
    const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1)
    process.stdout.write(
      `${name}: seed ${seed}, ${minutes} min, ${turns} inputs, ${found.length} found\n`,
    )
    for (const one of found) process.stdout.write(`  ${one.complaint}\n  kept as ${keep(one)}\n`)
    count += found.length
  }
  return count === 0 ? 0 : 1
}

process.exitCode = await fuzz()
