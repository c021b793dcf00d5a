import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { didKey, didKeyVerificationMethod } from 'open-badges-validator-core/did'
import {
  achievementCredential,
  controllerDocument,
  ed25519Signer,
  issueBadge,
  issueJwtBadge,
  olderBadge,
  publicKeyOf,
  rs256Signer,
} from 'open-badges-validator-core/issue'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import { answerTo, type Question } from './verify-page.ts'
import { aStage } from './stage.ts'

// A stranger's page with the tightest policy there is: its own script, nothing evaluated, nothing fetched.
const policy = "default-src 'none'; script-src 'self'"
const page_ = '<!doctype html><title>Verify</title><script type="module" src="/verify.js"></script>'

const created = Date.parse('2026-03-02T10:00:00Z')
const at = created + 86_400_000
const secretKey = new Uint8Array(32).fill(7)
const did = didKey(publicKeyOf(secretKey))
const web = 'https://district.example/issuer'

const credential = (issuer: string) =>
  achievementCredential({
    id: 'urn:uuid:1c6d9b5e-2f9a-4a86-9d5f-6f0f8c1f7a10',
    name: 'Questions that open thinking — “¿por qué?”',
    issuer: { id: issuer, name: 'Río Verde Unified' },
    validFrom: created,
    recipient: { id: 'did:example:maya' },
    achievement: {
      id: 'https://district.example/questions',
      name: 'Questions that open thinking',
      description: 'Asks questions that make pupils explain.',
      criteria: { narrative: 'Every criterion at “Proficient” or above.' },
    },
  })

interface Case {
  readonly text: string
  readonly documents: Readonly<Record<string, object>>
  readonly overall: string
}

async function casesOf(): Promise<Readonly<Record<string, Case>>> {
  const badge = await issueBadge({
    credential: credential(did),
    secretKey,
    verificationMethod: didKeyVerificationMethod(did),
    created,
  })
  const eddsa = ed25519Signer(secretKey, `${web}#ed`)
  const rsaKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const rsa = await rs256Signer(
    JSON.parse(JSON.stringify(rsaKey.export({ format: 'jwk' }))),
    `${web}#rs`,
  )
  const jwtBy = async (signer: typeof eddsa): Promise<Case> => ({
    text: await issueJwtBadge({ credential: credential(web), signer, created }),
    documents: { [web]: controllerDocument(signer) },
    overall: 'verified',
  })
  const older = olderBadge(credential(web), {
    assertion: 'https://district.example/a/1',
    badge: 'https://district.example/b/1',
    issuer: 'https://district.example/i',
    issuerUrl: 'https://district.example/',
    issuerEmail: 'badges@district.example',
    image: 'https://district.example/b/1.png',
  })
  const hosted = Object.fromEntries(
    [older.assertion, older.badge, older.issuer].map(document => [
      String(document['id']),
      document,
    ]),
  )
  return {
    'a good badge': { text: JSON.stringify(badge), documents: {}, overall: 'verified' },
    'a changed badge': {
      text: JSON.stringify(badge).replace('pupils explain', 'pupils complain'),
      documents: {},
      overall: 'not-verified',
    },
    'a badge as a JWT, EdDSA': await jwtBy(eddsa),
    'a badge as a JWT, RS256': await jwtBy(rsa),
    'an Open Badge 2.0': {
      text: JSON.stringify(older.assertion),
      documents: hosted,
      overall: 'verified',
    },
    'an Open Badge 2.0 whose address is not at hand': {
      text: JSON.stringify(older.assertion),
      documents: {},
      overall: 'indeterminate',
    },
  }
}

const stage = aStage()
let page: Page
let server: Server
const complaints: string[] = []
const folder = stage.folder()

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: true,
      lib: {
        entry: join(import.meta.dirname, 'verify-page.ts'),
        formats: ['es'],
        fileName: () => 'verify.js',
      },
    },
  })
  const script = readFileSync(join(folder, 'verify.js'))
  server = createServer(({ url }, answer) => {
    const isScript = url === '/verify.js'
    answer.setHeader('content-security-policy', policy)
    answer.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    answer.end(isScript ? script : page_)
  })
  await new Promise<void>(done => void server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  stage.ends(() => server.close())
  page = await stage.page()
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(`http://127.0.0.1:${address.port}/`)
  await page.locator('#can-evaluate').waitFor()
})

/** The page answers in a task of its own: a debugger's would not be bound by the policy. */
async function answerOfPage(question: Question): Promise<string | null> {
  await page.evaluate(asked => window.postMessage(asked, '*'), question)
  return page.locator(`#${question.id}`).textContent()
}

test('a page says of every kind of badge what Node says, to the letter', async () => {
  for (const [name, { text, documents, overall }] of Object.entries(await casesOf())) {
    const texts = Object.entries(documents).map(([url, document]) => [
      url,
      JSON.stringify(document),
    ])
    const id = name.replaceAll(/[^a-z]/gi, '-')
    const question = { id, text, at, documents: JSON.stringify(Object.fromEntries(texts)) }
    const there = await answerOfPage(question)
    expect(there, name).toBe(await answerTo(question))
    expect(JSON.parse(there ?? '').overall, name).toBe(overall)
  }
})

test('it does so under a policy that allows no evaluation, and never tries to fetch', async () => {
  await expect.poll(() => page.locator('#can-evaluate').textContent()).toBe('false')
  // The one complaint is about the question above; a refused fetch or style would be another.
  expect(complaints.filter(text => !text.includes('unsafe-eval'))).toEqual([])
})
