import { createPackage } from '@electron/asar'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What marks the fuses in Electron's binary (`@electron/fuses`): the sentinel, its version, how many there are. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseVersion = 1
/** One sign for each fuse: "0" off, "1" on. */
const fusesAsShipped = '101000111'

/** Electron's folder as a packager sees it: everything that it looks for, and nothing that could run. */
export async function standInElectron(folder: string, version: string): Promise<void> {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  const binary = Buffer.concat([
    Buffer.from(`not an electron\n${fuseSentinel}`),
    Buffer.from([fuseVersion, fusesAsShipped.length]),
    Buffer.from(`${fusesAsShipped}\n`),
  ])
  writeFileSync(join(folder, 'electron'), binary)
  chmodSync(join(folder, 'electron'), 0o755)
  writeFileSync(join(folder, 'version'), version)
  for (const locale of ['en-US', 'es-419', 'de'])
    writeFileSync(join(folder, 'locales', `${locale}.pak`), '')
  const app = join(folder, 'default-app')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{"name": "stand-in", "main": "main.js"}')
  writeFileSync(join(app, 'main.js'), '')
  await createPackage(app, join(folder, 'resources', 'default_app.asar'))
}
