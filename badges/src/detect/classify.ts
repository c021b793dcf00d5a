import { isObject, listOf, textsOf, valueAt, type JsonObject } from '../json/value.ts'
import type { Detected, Kind } from './detected.ts'

/** What the words of a document say it is. */
export type Classified = Pick<Detected, 'kind' | 'version' | 'dataModel' | 'name'>

const contextV1 = 'https://www.w3.org/2018/credentials/v1'
const contextV2 = 'https://www.w3.org/ns/credentials/v2'

/** VCDM types in the order they decide: a status list is told before the badge words. */
const credentialTypes: readonly {
  readonly types: readonly string[]
  readonly kind: Kind
  readonly version: string | null
  readonly name: string
}[] = [
  {
    types: ['VerifiablePresentation'],
    kind: 'presentation',
    version: null,
    name: 'Verifiable presentation',
  },
  {
    types: ['BitstringStatusListCredential', 'StatusList2021Credential'],
    kind: 'status-list',
    version: null,
    name: 'Status list credential',
  },
  {
    types: ['OpenBadgeCredential', 'AchievementCredential'],
    kind: 'badge',
    version: '3.0',
    name: 'Open Badges 3.0 credential',
  },
  {
    types: ['EndorsementCredential'],
    kind: 'endorsement',
    version: '3.0',
    name: 'Open Badges 3.0 endorsement',
  },
  {
    types: ['ClrCredential'],
    kind: 'clr',
    version: '2.0',
    name: 'Comprehensive Learner Record 2.0',
  },
  {
    types: ['VerifiableCredential'],
    kind: 'credential',
    version: null,
    name: 'Verifiable credential, not a badge',
  },
]

const olderTypes: ReadonlyMap<string, { kind: Kind; noun: string }> = new Map([
  ['Assertion', { kind: 'badge', noun: 'assertion' }],
  ['BadgeClass', { kind: 'badge-class', noun: 'badge class' }],
  ['Issuer', { kind: 'profile', noun: 'issuer profile' }],
  ['Profile', { kind: 'profile', noun: 'issuer profile' }],
  ['Endorsement', { kind: 'endorsement', noun: 'endorsement' }],
  ['RevocationList', { kind: 'status-list', noun: 'revocation list' }],
])

const nothing: Classified = { kind: 'none', version: null, dataModel: null, name: 'Not a badge' }

/**
 * Tells by `type` and `@context` what a document is (OB 3.0, OB 2.0, OB 1.1, VC data models). An
 * Open Badges context without a badge type is no badge; the VC data model is that of the first
 * context entry.
 */
export function classify(document: JsonObject): Classified {
  const types = new Set([
    ...textsOf(valueAt(document, 'type')),
    ...textsOf(valueAt(document, '@type')),
  ])
  const contexts = textsOf(valueAt(document, '@context'))
  return (
    classifyCredential(types, contexts) ??
    classifyClr1(types, contexts) ??
    classifyLinked(types, contexts) ??
    classifyPlain(document) ??
    nothing
  )
}

function classifyCredential(
  types: ReadonlySet<string>,
  contexts: readonly string[],
): Classified | null {
  const [first] = contexts
  const dataModel = first === contextV1 ? '1.1' : first === contextV2 ? '2.0' : null
  const known = credentialTypes.find(entry => entry.types.some(type => types.has(type)))
  if (known !== undefined)
    return { kind: known.kind, version: known.version, dataModel, name: known.name }
  if (dataModel === null) return null
  return {
    kind: 'credential',
    version: null,
    dataModel,
    name: 'Verifiable credential, not a badge',
  }
}

function classifyClr1(types: ReadonlySet<string>, contexts: readonly string[]): Classified | null {
  const isClr1 =
    types.has('Clr') ||
    contexts.some(url => url.startsWith('https://purl.imsglobal.org/spec/clr/v1p0/'))
  if (!isClr1) return null
  return { kind: 'clr', version: '1.0', dataModel: null, name: 'Comprehensive Learner Record 1.0' }
}

function classifyLinked(
  types: ReadonlySet<string>,
  contexts: readonly string[],
): Classified | null {
  const version = contexts.map(versionOfContext).find(found => found !== null)
  if (version === undefined) return null
  for (const [type, { kind, noun }] of olderTypes)
    if (types.has(type))
      return { kind, version, dataModel: null, name: `Open Badges ${version} ${noun}` }
  return null
}

/** Contexts of the older versions; the folders of 1EdTech hold several numbered files each. */
const olderContexts: readonly { readonly at: string; readonly version: string }[] = [
  { at: 'https://purl.imsglobal.org/spec/ob/v2p1/', version: '2.1' },
  { at: 'https://purl.imsglobal.org/spec/ob/v2p0/', version: '2.0' },
  { at: 'https://w3id.org/openbadges/v2', version: '2.0' },
  { at: 'https://openbadgespec.org/v2/context.json', version: '2.0' },
  { at: 'https://w3id.org/openbadges/v1', version: '1.1' },
  { at: 'http://w3id.org/openbadges/v1', version: '1.1' },
]

function versionOfContext(url: string): string | null {
  const known = olderContexts.find(({ at }) => (at.endsWith('/') ? url.startsWith(at) : url === at))
  return known?.version ?? null
}

/** Badges from before JSON-LD: told by the properties they must have. */
function classifyPlain(document: JsonObject): Classified | null {
  if (valueAt(document, '@context') !== undefined) return null
  const badge = valueAt(document, 'badge')
  const isVersion1 =
    valueAt(document, 'uid') !== undefined &&
    typeof badge === 'string' &&
    isObject(valueAt(document, 'verify'))
  if (isVersion1)
    return { kind: 'badge', version: '1.0', dataModel: null, name: 'Open Badges 1.0 assertion' }
  if (isObject(badge) && typeof valueAt(document, 'recipient') === 'string')
    return { kind: 'badge', version: '0.5', dataModel: null, name: 'Open Badges 0.5 assertion' }
  return null
}

/** @returns how a document says it is secured: suites of its proofs, or `hosted` / `signed`. */
export function securingOf(document: JsonObject): readonly string[] {
  const proofs = listOf(valueAt(document, 'proof')).flatMap(proof => {
    const [type] = textsOf(valueAt(proof, 'type'))
    const [suite] = textsOf(valueAt(proof, 'cryptosuite'))
    const name = suite ?? type
    return name === undefined ? [] : [name.slice(0, 100)]
  })
  const verification = valueAt(document, 'verification') ?? valueAt(document, 'verify')
  const older = textsOf(valueAt(verification, 'type')).map(type =>
    type === 'HostedBadge' ? 'hosted' : type === 'SignedBadge' ? 'signed' : type.slice(0, 100),
  )
  return [...proofs, ...older].slice(0, 20)
}
