#!/usr/bin/env node
// Plain JavaScript, so that an older Node gets a sentence and not a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`open-badges needs Node 22.18 or newer; this is ${process.versions.node}.\n`)
  process.exit(64)
}
const { main } = await import('../src/command/main.ts')
await main()
