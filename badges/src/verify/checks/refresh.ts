import { classify } from '../../detect/classify.ts'
import { documentOfPayload } from '../../detect/jws.ts'
import type { Opened } from '../../detect/open.ts'
import {
  idOf,
  isList,
  isObject,
  listOf,
  pointer,
  textOf,
  textsOf,
  valueAt,
} from '../../json/value.ts'
import type { JsonObject } from '../../json/value.ts'
import { refreshServicesMax } from '../../limits.ts'
import type { Code, Facts } from '../../refusal.ts'
import type { Case } from '../case.ts'
import { epochMsOf } from '../date-time.ts'
import { openObject } from '../parts.ts'
import type { Check, Finding } from '../report.ts'
import { consult, type Consulted } from '../trust-bundle.ts'

const base = { id: 'refresh', spec: '1EdTech VC Refresh 1.0; OB 3.0 #verification' }

/** What asking the refresh service of a badge led to: a newer issue of it, or none, and why. */
export interface Refreshed {
  /** The newer issue with its checks; null where the badge in hand is kept. */
  readonly newer: { readonly opened: Opened; readonly checks: readonly Check[] } | null
  readonly findings: readonly Finding[]
}

/**
 * Takes the newer issue of a badge from the bundle, once, and only where the badge itself is good. It
 * takes the badge's place if it is the same credential (`id` and `issuer`), properly signed, and not
 * older; else the badge in hand is kept and `refresh` says why. A service can be run by anyone and
 * tells its owner who looks, so it is asked only where the caller wants it.
 *
 * @param own the checks of the badge in hand.
 * @param judge the checks of anything else.
 */
export async function refresh(
  the: Case,
  own: readonly Check[],
  isAsked: boolean,
  judge: (opened: Opened) => Promise<readonly Check[]>,
): Promise<Refreshed> {
  const stated = valueAt(the.document, 'refreshService')
  const services = listOf(stated)
  const findings: Finding[] = []
  for (const [at, service] of services.slice(0, refreshServicesMax).entries()) {
    const about = isList(stated) ? pointer('/refreshService', at) : '/refreshService'
    const kept = (outcome: 'fail' | 'unknown', code: Code, facts: Facts, message: string) =>
      findings.push({ ...base, about, outcome, code, facts, message })
    const types = textsOf(valueAt(service, 'type'))
    const url = textOf(valueAt(service, 'id')) ?? ''
    const facts = { url: url.slice(0, 500) }
    if (!types.includes('1EdTechCredentialRefresh')) {
      const type = types.slice(0, 5)
      kept('unknown', 'NOT_CHECKED_BY_THIS_VERSION', { type }, 'No such service is known here.')
    } else if (!isAsked) {
      kept('unknown', 'NOT_ASKED', facts, 'Whether there is a newer issue was not asked.')
    } else if (!own.every(isSound)) {
      const reason = 'the badge in hand is not good'
      kept('unknown', 'REFRESH_FAILED', { ...facts, reason }, 'Only a good badge is refreshed.')
    } else {
      const consulted = consult(the.bundle, url, the.at)
      const opened = consulted === null ? null : openedOf(consulted)
      const isNothing = opened?.content.as === 'nothing' || opened?.detected.kind === 'none'
      if (consulted === null || opened === null || isNothing) {
        const code = consulted === null ? 'NOT_RETRIEVED' : 'REFRESH_FAILED'
        const reason = consulted === null ? 'not at hand' : 'no credential'
        kept('unknown', code, { ...facts, reason }, 'The newer issue is not at hand.')
        continue
      }
      const known = { evidence: consulted.evidence, asOf: consulted.asOf }
      const checks = await judge(opened)
      const reason = differenceOf(the, opened) ?? unsoundnessOf(checks)
      if (reason === null) {
        const message = 'This is the issue that the issuer’s service gives.'
        const newer: Finding = { ...base, ...known, about, outcome: 'pass', facts, message }
        return { newer: { opened, checks }, findings: [...findings, newer] }
      }
      kept(
        'fail',
        'REFRESH_FAILED',
        { ...facts, reason },
        'What the service gives is not this badge.',
      )
    }
  }
  return { newer: null, findings }
}

function openedOf({ json, jws }: Consulted): Opened | null {
  if (jws === null) return json.ok && isObject(json.value) ? openObject(json.value) : null
  const document = documentOfPayload(jws.payload)
  const detected = { ...classify(document), form: 'jws' as const, securing: [], reason: null }
  return { detected: { ...detected, notes: [] }, content: { as: 'jws', document, jws } }
}

/** Whether a check of its making and signature passed; dates and status may be why it is refreshed. */
function isSound(check: Check): boolean {
  const isOfMaking = !/^(valid|status)/.test(check.id)
  return !check.needed || !isOfMaking || check.outcome === 'pass'
}

function unsoundnessOf(checks: readonly Check[]): string | null {
  if (!checks.some(check => check.needed)) return 'nothing in it could be checked'
  const bad = checks.find(check => !isSound(check))
  return bad === undefined ? null : `its ${bad.id}`
}

function differenceOf(the: Case, { content, detected }: Opened): string | null {
  if (content.as === 'nothing' || detected.kind !== the.detected.kind) return 'another kind'
  const newer = content.document
  const id = textOf(valueAt(the.document, 'id'))
  if (id === null || textOf(valueAt(newer, 'id')) !== id) return 'another id'
  if (the.issuerId === null || idOf(valueAt(newer, 'issuer')) !== the.issuerId)
    return 'another issuer'
  const [before, after] = [beginOf(the.document), beginOf(newer)]
  return before !== null && (after === null || after < before) ? 'an older issue' : null
}

function beginOf(document: JsonObject): number | null {
  const stated = valueAt(document, 'validFrom') ?? valueAt(document, 'issuanceDate')
  return epochMsOf(textOf(stated) ?? '')
}
