import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import {
  aBadge,
  anUnsignedBadge,
  aStatusList,
  at,
  bytesOf,
  listUrl,
  secretKey,
} from '../../test/a-badge.ts'
import { aJwt, claimsOf, jwkOf } from '../../test/signed.ts'
import { utf8 } from '../bytes/text.ts'
import { didWebDocument } from '../did/did.ts'
import { achievementCredential, issueBadge, publicKeyOf } from '../issue/issue.ts'
import { isObject, type JsonObject } from '../json/value.ts'
import { openLoader } from '../load/load.ts'
import { verifyMany } from '../verify/many.ts'
import { emptyBundle, verifyBadge, type Report } from '../verify/verify.ts'
import { fetchingJudge } from './online.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise(done => server.close(done))
  }
})

/**
 * A real server that plays every host of the internet, and a judge that fetches through the real loader:
 * only the step from https to http is made by the test, since nobody certifies these names.
 */
async function judging(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host?.split(':')[0]}${request.url}`)
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  const { port } = address
  const missed: string[] = []
  const judge = fetchingJudge(emptyBundle, {
    onMissed: (url, why) => void missed.push(`${url} ${why}`),
    signal: new AbortController().signal,
    open: () => {
      const load = openLoader({
        now: Date.now,
        allowHttp: true,
        resolve: host => Promise.resolve(host.startsWith('nowhere') ? [] : ['127.0.0.1']),
        isAllowedAddress: () => true,
      })
      return async url => {
        const parsed = new URL(url)
        const result = await load(`http://${parsed.hostname}:${port}${parsed.pathname}`)
        if (!result.ok) return result
        const { finalUrl } = result.loaded
        const scheme = parsed.protocol
        const asTold = finalUrl.replace(/^http:/, scheme).replace(`:${port}`, '')
        return { ok: true, loaded: { ...result.loaded, finalUrl: asTold } }
      }
    },
  })
  return { judge, asked, missed }
}

const options = { at, bundle: emptyBundle }

test('a badge’s status list is fetched once for all badges that name it', async () => {
  const list = bytesOf(await aStatusList([7]))
  const { judge, asked } = await judging((_, response) => response.end(list))
  const good = bytesOf(await aBadge())
  const revoked = bytesOf(await aBadge({ status: [{ listUrl, index: 7, purpose: 'revocation' }] }))
  const inputs = [good, revoked, good, good].map((bytes, place) => ({ input: `${place}`, bytes }))
  const reports: Report[] = []
  for await (const report of verifyMany(inputs, { ...options, judge })) reports.push(report)
  expect(reports.map(report => report.overall)).toEqual([
    ...['verified', 'not-verified', 'verified', 'verified'],
  ])
  expect(asked).toEqual(['district.example/status/1'])
  const list7 = reports[0]?.checks.find(check => check.id === 'status.revocation')
  expect(list7?.evidence?.source).toBe('fetched')
})

test('what a fetched document asks for is fetched in turn: an issuer’s document', async () => {
  const issuer = 'did:web:district.example'
  const signed = await issueBadge({
    credential: achievementCredential({
      ...{ id: 'urn:uuid:5d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f01', name: 'Web', validFrom: at },
      issuer: { id: issuer, name: 'District' },
      recipient: { email: 'a@b.example', salt: 'salt' },
      achievement: {
        ...{ id: 'urn:uuid:6d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f01', name: 'Web' },
        ...{ description: 'Web', criteria: { narrative: 'Web' } },
      },
    }),
    secretKey,
    verificationMethod: `${issuer}#key`,
    created: at,
  })
  const document = didWebDocument(issuer, [{ fragment: 'key', publicKey: publicKeyOf(secretKey) }])
  const { judge, asked } = await judging((_, response) => response.end(JSON.stringify(document)))
  const bytes = bytesOf(signed)
  expect((await verifyBadge(bytes, options)).overall).toBe('indeterminate')
  expect((await judge(bytes, options)).overall).toBe('verified')
  expect(asked).toEqual(['district.example/.well-known/did.json'])
})

test('an address is followed to the badge that lies there', async () => {
  const badge = bytesOf(await aBadge({ status: [] }))
  const { judge, asked } = await judging((_, response) => response.end(badge))
  const report = await judge(utf8('https://badge.example/1\n'), { ...options, input: 'link.txt' })
  expect(report).toMatchObject({ overall: 'verified', input: 'link.txt' })
  expect(asked).toEqual(['badge.example/1'])
})

test('a host that is not there is asked once, an error page is no knowledge, a loop ends', async () => {
  const { judge, asked, missed } = await judging((request, response) => {
    if (request.url?.startsWith('/loop') === true)
      response.end(`https://badge.example/loop${asked.length}`)
    else response.writeHead(503).end('{}')
  })
  const elsewhere = (url: string) =>
    aBadge({ status: [{ listUrl: url, index: 7, purpose: 'revocation' }] }).then(bytesOf)
  const lost = await elsewhere('https://nowhere.example/1')
  for (let time = 0; time < 2; time += 1)
    expect((await judge(lost, options)).overall).toBe('indeterminate')
  expect(asked).toEqual([])
  const broken = await judge(await elsewhere('https://broken.example/1'), options)
  expect(broken.overall).toBe('indeterminate')
  expect(broken.checks.some(check => check.code === 'STATUS_RETRIEVAL_ERROR')).toBe(true)
  expect(asked).toEqual(['broken.example/1'])
  expect(missed).toEqual([
    'https://nowhere.example/1 HOST_NOT_FOUND',
    'https://broken.example/1 HTTP 503',
  ])
  const loop = await judge(utf8('https://badge.example/loop'), options)
  expect(loop.overall).toBe('indeterminate')
  expect(asked.length).toBeLessThan(12)
})

test('a context is never fetched, whatever a badge names', async () => {
  const { judge, asked } = await judging((_, response) => response.end('{"@context":{}}'))
  const badge = await aBadge({ status: [] })
  const foreign = {
    ...badge,
    '@context': [...[badge['@context'] ?? []].flat(), 'https://evil.example/context'],
  }
  const report = await judge(bytesOf(foreign), options)
  expect(report.overall).not.toBe('verified')
  expect(asked).toEqual([])
})

test('a document that a badge had fetched as a key is not read as a context', async () => {
  const evil = 'https://evil.example/context'
  const hidden = {
    zzz: { '@id': 'https://www.w3.org/2018/credentials#credentialStatus', '@type': '@id' },
  }
  const list = bytesOf(await aStatusList([7]))
  const { judge, asked } = await judging((request, response) =>
    response.end(request.url === '/context' ? JSON.stringify({ '@context': hidden }) : list),
  )
  const badge = await aBadge({ status: [{ listUrl, index: 7, purpose: 'revocation' }] })
  const { credentialStatus, proof, '@context': contexts, ...rest } = badge
  const [first] = [proof ?? []].flat()
  const lure = { ...(isObject(first) ? first : {}), verificationMethod: evil }
  const moved = {
    ...rest,
    '@context': [...[contexts ?? []].flat(), evil],
    zzz: credentialStatus ?? null,
    proof: [...[proof ?? []].flat(), lure],
  }
  const report = await judge(bytesOf(moved), options)
  expect(asked).toContain('evil.example/context')
  expect(report.overall).not.toBe('verified')
  expect(report.checks.map(check => check.code)).toContain('UNKNOWN_CONTEXT')
})

test('a key on a site that many share is nobody’s while the issuer’s own document is missing there', async () => {
  const alice = 'https://shared.example/alice'
  const credential = anUnsignedBadge({ issuer: { id: alice, name: 'Alice' }, status: [] })
  const kid = 'https://shared.example/bob/key.json'
  const jwt = utf8(aJwt('ES256', { kid }, { ...credential, ...claimsOf(credential) }))
  const judged = async (document: JsonObject | null) => {
    const { judge } = await judging((request, response) => {
      if (request.url === '/bob/key.json') response.end(JSON.stringify(jwkOf('p256')))
      else if (document === null) response.writeHead(404).end()
      else response.end(JSON.stringify(document))
    })
    return (await judge(jwt, options)).overall
  }
  expect(await judged(null)).toBe('indeterminate')
  expect(await judged({ id: alice, type: 'Profile', name: 'Alice' })).toBe('verified')
  expect(await judged({ id: alice, verificationMethod: [] })).toBe('not-verified')
})

test('a hosted Open Badge 2.0 is judged by what its own site says, also when it is gone', async () => {
  const site = 'http://old.example'
  const context = 'https://w3id.org/openbadges/v2'
  const assertion = {
    ...{ '@context': context, type: 'Assertion', id: `${site}/1`, badge: `${site}/2` },
    recipient: { type: 'email', hashed: false, identity: 'a@b.example' },
    ...{ issuedOn: '2026-01-01T00:00:00Z', verification: { type: 'HostedBadge' } },
  }
  const badge = {
    ...{
      '@context': context,
      type: 'BadgeClass',
      id: `${site}/2`,
      name: 'Old',
      issuer: `${site}/3`,
    },
    ...{ description: 'Old', image: `${site}/4`, criteria: { narrative: 'Old' } },
  }
  const issuer = {
    ...{ '@context': context, type: 'Issuer', id: `${site}/3`, name: 'Old', url: site },
    email: 'a@old.example',
  }
  const pages = new Map<string, unknown>([
    ['/1', assertion],
    ['/2', badge],
    ['/3', issuer],
  ])
  let status = 200
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const page = pages.get(request.url ?? '')
    response.writeHead(page === undefined ? 404 : request.url === '/1' ? status : 200)
    response.end(JSON.stringify(page ?? {}))
  }
  const there = await judging(answer)
  expect((await there.judge(utf8(JSON.stringify(assertion)), options)).overall).toBe('verified')
  expect(there.asked).toContain('old.example/1')
  expect(there.asked).toContain('old.example/3')
  status = 410
  const gone = await judging(answer)
  const report = await gone.judge(utf8(JSON.stringify(assertion)), options)
  expect(report.overall).toBe('not-verified')
  expect(report.checks.map(check => check.code)).toContain('REVOKED')
})

test('a badge of version 3 never makes anybody ask without TLS', async () => {
  const { judge, asked } = await judging((_, response) => response.end('{}'))
  const badge = await aBadge({
    status: [{ listUrl: 'http://plain.example/1', index: 7, purpose: 'revocation' }],
  })
  expect((await judge(bytesOf(badge), options)).overall).toBe('indeterminate')
  expect(asked).toEqual([])
})
