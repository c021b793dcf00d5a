import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

// `npm run pack -w badges`: the package as a registry takes it. In the workspace it is run from its sources; below
// `node_modules` Node takes no types away, so what is published is JavaScript with declarations beside it.

const root = join(import.meta.dirname, '..', '..')
const badges = join(root, 'badges')
/** Where the package is put together; not part of the repository. */
export const packFolder = join(root, 'build', 'badges')

const manifestSchema = z.looseObject({
  exports: z.record(z.string(), z.string()),
  bin: z.record(z.string(), z.string()),
  scripts: z.unknown().optional(),
  devDependencies: z.unknown().optional(),
})

/** `./src/verify/verify.ts` → where its JavaScript and its declarations are. */
function builtEntry(source: string) {
  const file = source.replace('./src/', './dist/').replace(/\.ts$/, '')
  return { types: `${file}.d.ts`, default: `${file}.js` }
}

/** Builds the package into `packFolder` and packs it; returns the tarball's path. */
export function pack(): string {
  rmSync(packFolder, { recursive: true, force: true })
  mkdirSync(packFolder, { recursive: true })
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc'),
      '-p',
      join(badges, 'tsconfig.pack.json'),
    ],
    { cwd: root, stdio: 'inherit' },
  )
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(badges, 'package.json'), 'utf8')),
  )
  const { scripts: _scripts, devDependencies: _dev, ...published } = manifest
  const exports = Object.fromEntries(
    Object.entries(manifest.exports).map(([subpath, source]) => [subpath, builtEntry(source)]),
  )
  const value = {
    ...published,
    exports: { ...exports, './package.json': './package.json' },
    files: ['dist', 'bin'],
    engines: { node: '>=22.18' },
  }
  writeFileSync(join(packFolder, 'package.json'), `${JSON.stringify(value, null, 2)}\n`)
  cpSync(join(badges, 'README.md'), join(packFolder, 'README.md'))
  cpSync(join(root, 'LICENSE'), join(packFolder, 'LICENSE'))
  mkdirSync(join(packFolder, 'bin'))
  for (const [name, source] of Object.entries(manifest.bin)) {
    const text = readFileSync(join(badges, source), 'utf8').replace(
      '../src/command/main.ts',
      '../dist/command/main.js',
    )
    writeFileSync(join(packFolder, 'bin', `${name}.js`), text, { mode: 0o755 })
  }
  const packed = execFileSync('npm', ['pack', '--silent'], { cwd: packFolder, encoding: 'utf8' })
  return join(packFolder, packed.trim().split('\n').at(-1) ?? '')
}

if (import.meta.main) process.stdout.write(`${pack()}\n`)
