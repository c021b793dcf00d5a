import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// Loaded into a district before its own program: asked by a signal, it gives back what nobody uses and says what is left.

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')
process.on('SIGUSR2', () => {
  // Twice: what the first lets go of holds more.
  if (typeof collect === 'function') for (const _ of [1, 2]) collect()
  const { rss, heapUsed, external } = process.memoryUsage()
  process.stderr.write(`weighs ${JSON.stringify({ rss, used: heapUsed + external })}\n`)
})
