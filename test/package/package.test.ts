import { listPackage } from '@electron/asar'
import { getCurrentFuseWire } from '@electron/fuses'
import { build } from 'electron-builder'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPages, buildPrograms } from '../../start/build.ts'
import { standInElectron } from './stand-in.ts'

// A package is made for real, but of a stand-in for Electron's binary, and looked into. It has Linux's shape.
const isLinux = process.platform === 'linux'
const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'meritfolio-package-'))
const made = join(folder, 'out', 'linux-unpacked')
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The signs in Electron's fuse wire. */
const [off, on] = ['0'.charCodeAt(0), '1'.charCodeAt(0)]

const pack = (more: object) =>
  build({
    projectDir: root,
    publish: 'never',
    dir: true,
    config: {
      extends: join(root, 'electron-builder.yml'),
      electronDist: join(folder, 'electron'),
      electronVersion: devDependencies.electron,
      directories: { output: join(folder, 'out') },
      ...more,
    },
  })

describe.skipIf(!isLinux)('the package', () => {
  let inside: readonly string[] = []
  beforeAll(async () => {
    await buildPages()
    await buildPrograms()
    await standInElectron(join(folder, 'electron'), devDependencies.electron)
    await pack({})
    inside = listPackage(join(made, 'resources', 'app.asar'), { isPack: false })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('holds the window, the programs, the screens and the viewer', () => {
    expect(inside).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/dist/electron/main.js',
        '/dist/electron/preload.cjs',
        '/dist/device/start.js',
        '/dist/district/start.js',
        '/dist/renderer/index.html',
        '/dist/viewer/index.html',
      ]),
    )
  })

  test('holds one native file, outside the archive, for this system', () => {
    const natives = readdirSync(join(made, 'resources'), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.node'))
      .map(name => name.slice(name.indexOf('node_modules')))
    expect(natives).toEqual([`node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`])
  })

  test('holds no sources, no tests and no package that the bundle has inside already', () => {
    const packages = new Set(
      inside.flatMap(name => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []),
    )
    expect([...packages]).toEqual(['better-sqlite3'])
    expect(inside.filter(name => /\.(ts|tsx|c|h|gypi?|map)$/.test(name))).toEqual([])
  })

  test('has its fuses set: it can not be turned into a plain Node, nor run another app', async () => {
    const wire = await getCurrentFuseWire(join(made, 'meritfolio'))
    expect(Array.from({ length: 8 }, (_, fuse) => Reflect.get(wire, fuse))).toEqual([
      off, // runAsNode
      on, // cookieEncryption
      off, // nodeOptions
      off, // nodeCliInspect
      on, // embeddedAsarIntegrityValidation
      on, // onlyLoadAppFromAsar
      expect.anything(), // its own snapshot of V8: as Electron ships it
      off, // grantFileProtocolExtraPrivileges
    ])
  })

  test('speaks the languages of the app and no others', () => {
    expect(readdirSync(join(made, 'locales')).toSorted()).toEqual(['en-US.pak', 'es-419.pak'])
  })

  test('a setting that the packager does not know is refused', async () => {
    await expect(pack({ asarUnpak: true })).rejects.toThrow('asarUnpak')
  })
})
