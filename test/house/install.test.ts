import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ name: z.string().optional(), hasInstallScript: z.boolean().optional() }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
const { allowScripts } = z
  .object({ allowScripts: z.record(z.string(), z.boolean()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))

/** Its own name, by which npm judges it: the folder may be called otherwise. */
const nameOf = (path: string, name?: string) => name ?? path.split('node_modules/').at(-1) ?? path

/** Packages for which npm runs something at an installation: a script, or `node-gyp` wherever a `binding.gyp` lies. */
const running = Object.entries(lock.packages)
  .filter(([path]) => path.includes('node_modules/'))
  .filter(([path, at]) => at.hasInstallScript === true || existsSync(join(path, 'binding.gyp')))
  .map(([path, at]) => nameOf(path, at.name))

test('npm builds nothing at an installation that nobody decided on: it would ask a teacher’s computer for Python', () => {
  expect(running).toContain('better-sqlite3-multiple-ciphers')
  expect(running.filter(name => allowScripts[name] === undefined)).toEqual([])
})

test('the one script that runs at an installation brings the right Node', () => {
  const allowed = Object.keys(allowScripts).filter(name => allowScripts[name])
  expect(allowed).toEqual(['node'])
})
