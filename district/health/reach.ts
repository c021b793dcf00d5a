import { z } from 'zod'
import { aboutReply } from '../../contract/sync/join.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import type { Finding } from '../../core/health/finding.ts'
import type { KeyRegister } from '../keys/register.ts'

/** How long an address may take to answer (ms). */
const answerMsMax = 10_000
/** Bytes of an answer that are read. */
const answerBytesMax = 262_144

export interface ReachParts {
  readonly register: KeyRegister
  /** As the record keeps it: another district has another. */
  readonly districtId: string | undefined
  /** The HTTPS origin by which verifiers know it; `undefined`: none. */
  readonly publicUrl: string | undefined
  readonly listensAt: string
  readonly isRunning: boolean
}

/** Asks the district's own address as a computer and a verifier would: whether it answers, is this one, and tells its keys. */
export async function reached(parts: ReachParts): Promise<readonly Finding[]> {
  const { publicUrl, listensAt, isRunning } = parts
  if (!isRunning) return []
  const address = publicUrl ?? listensAt
  const findings: Finding[] = []
  if (publicUrl === undefined && !isLoopback(listensAt))
    findings.push({ code: 'http_only', state: 'look', facts: { address } })
  const about = await asked(`${address}${districtPaths.about}`)
  if ('why' in about) {
    const facts = { address, why: about.why }
    return [...findings, { code: 'not_reached', state: 'mend', facts }]
  }
  const told = aboutReply.safeParse(about.json)
  const isThis = told.success && told.data.epoch.split('.', 1)[0] === parts.districtId
  if (!isThis) return [...findings, { code: 'other_reached', state: 'mend', facts: { address } }]
  findings.push({ code: 'reached', state: 'ok', facts: { address } })
  if (publicUrl === undefined) return findings
  const document = await asked(`${address}${districtPaths.did}`)
  const isGood = !('why' in document) && tellsKeys(document.json, parts.register)
  const at = `${address}${districtPaths.did}`
  return isGood
    ? findings
    : [...findings, { code: 'keys_elsewhere', state: 'mend', facts: { address: at } }]
}

/** Whether an address is of this computer alone. */
export const isLoopback = (address: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname)

/** Why an address did not answer: the words for each are in `words/`. */
type Away = 'name' | 'refused' | 'certificate' | 'slow' | 'answer' | 'other'

async function asked(url: string): Promise<{ readonly json: unknown } | { readonly why: Away }> {
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(answerMsMax),
      redirect: 'error',
      headers: { accept: 'application/json' },
    })
    const text = await answer.text()
    if (!answer.ok || text.length > answerBytesMax) return { why: 'answer' }
    const json: unknown = JSON.parse(text)
    return { json }
  } catch (error) {
    return { why: awayBy(error) }
  }
}

function awayBy(error: unknown): Away {
  if (!(error instanceof Error)) return 'other'
  if (error.name === 'TimeoutError') return 'slow'
  if (error instanceof SyntaxError) return 'answer'
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name'
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return 'refused'
  return /CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO_VERIFY/.test(code) ? 'certificate' : 'other'
}

const documentSchema = z.object({
  id: z.string(),
  verificationMethod: z.array(
    z.object({ id: z.string(), publicKeyMultibase: z.string(), revoked: z.string().optional() }),
  ),
  assertionMethod: z.array(z.string()),
})

/** Whether a document names every key that ever signed, and which of them may. */
function tellsKeys(json: unknown, { issuer, dids }: KeyRegister): boolean {
  const parsed = documentSchema.safeParse(json)
  const did = dids?.at(-1)
  if (!parsed.success || parsed.data.id !== did) return false
  const { verificationMethod, assertionMethod } = parsed.data
  return issuer.every(({ id, publicKey, state }) => {
    const method = `${did}#${id}`
    const there = verificationMethod.find(one => one.id === method)
    const isGivenUp = state === 'compromised'
    return (
      there?.publicKeyMultibase === publicKey &&
      (there.revoked !== undefined) === isGivenUp &&
      assertionMethod.includes(method) !== isGivenUp
    )
  })
}
