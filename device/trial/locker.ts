import { addFile, keychainOf, lock, settled } from './locking.ts'
import { openProgram } from './open-program.ts'

/**
 * A process that sets the lock and takes it away again and again, and tells when it begins with either; for a test that
 * kills it.
 */
const folder = process.argv[2] ?? ''
const open = await openProgram(folder, { keychain: keychainOf(5) })
for (let n = 1; ; n++) {
  const { lock: said } = await settled(open)
  process.stdout.write(`${said.state}\n`)
  if (said.state === 'none') await lock(open)
  else await open.post('/api/lock', { take: true })
  await addFile(open, `film ${n}`)
}
