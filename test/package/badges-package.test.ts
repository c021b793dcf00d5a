import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pack } from '../../badges/pack/pack.ts'

// `open-badges-validator-core` as a stranger gets it: the tarball, unpacked below `node_modules`, without our sources.
const root = join(import.meta.dirname, '..', '..')
let folder: string
const at = (...names: string[]) => join(folder, ...names)

beforeAll(() => {
  const tarball = pack()
  // Inside the repository, so that the package finds what it depends on without a network.
  mkdirSync(join(root, 'build'), { recursive: true })
  folder = mkdtempSync(join(root, 'build', 'stranger-'))
  const home = at('node_modules', 'open-badges-validator-core')
  mkdirSync(home, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', home])
  writeFileSync(at('package.json'), '{ "type": "module" }')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const use = `
import { didKey, didKeyVerificationMethod } from 'open-badges-validator-core/did'
import { achievementCredential, issueBadge, publicKeyOf } from 'open-badges-validator-core/issue'
import { emptyBundle, verifyBadge } from 'open-badges-validator-core/verify'

const secretKey = new Uint8Array(32).fill(9)
const did = didKey(publicKeyOf(secretKey))
const created = Date.parse('2026-03-02T10:00:00Z')
const badge = await issueBadge({
  credential: achievementCredential({
    id: 'urn:uuid:1c6d9b5e-2f9a-4a86-9d5f-6f0f8c1f7a10',
    name: 'Questions',
    issuer: { id: did, name: 'Alder Valley' },
    validFrom: created,
    recipient: { id: 'did:example:maya' },
    achievement: {
      id: 'https://district.example/questions',
      name: 'Questions',
      description: 'Asks questions that make pupils explain.',
      criteria: { narrative: 'Every criterion met.' },
    },
  }),
  secretKey,
  verificationMethod: didKeyVerificationMethod(did),
  created,
})
const text = JSON.stringify(badge)
const report = await verifyBadge(new TextEncoder().encode(text), { at: created, bundle: emptyBundle })
console.log(JSON.stringify({ overall: report.overall, badge }))
`

test('a stranger’s program issues and verifies with it, in plain JavaScript', () => {
  writeFileSync(at('use.js'), use)
  const out = execFileSync(process.execPath, [at('use.js')], { cwd: folder, encoding: 'utf8' })
  const said = JSON.parse(out)
  expect(said.overall).toBe('verified')
  writeFileSync(at('badge.json'), JSON.stringify(said.badge))
})

test('its types are there for a stranger’s compiler', () => {
  writeFileSync(
    at('use.ts'),
    `${use}\nexport const overall: 'verified' | 'not-verified' | 'indeterminate' = report.overall\n`,
  )
  const tsc = join(root, 'node_modules', '.bin', 'tsc')
  const options =
    '--noEmit --strict --skipLibCheck --module nodenext --target es2024 --lib es2024,dom'
  const ran = spawnSync(tsc, ['--ignoreConfig', ...options.split(' '), at('use.ts')], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(ran.stdout).toBe('')
})

test('its command runs from the package, and says by its exit code what it found', () => {
  const command = at('node_modules', 'open-badges-validator-core', 'bin', 'open-badges.js')
  const verify = (file: string) =>
    spawnSync(
      process.execPath,
      [command, 'verify', file, '--offline', '--json', '--at', '2026-03-03T00:00:00Z'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
  expect([verify('badge.json').status, JSON.parse(verify('badge.json').stdout).overall]).toEqual([
    0,
    'verified',
  ])
  writeFileSync(
    at('changed.json'),
    readFileSync(at('badge.json'), 'utf8').replace('explain', 'exclaim'),
  )
  expect(verify('changed.json').status).toBe(1)
})
