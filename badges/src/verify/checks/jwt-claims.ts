import { idOf, listOf, textOf, valueAt, type JsonObject, type JsonValue } from '../../json/value.ts'
import type { Code, Facts } from '../../refusal.ts'
import type { Case } from '../case.ts'
import { epochMsOf } from '../date-time.ts'
import type { Finding } from '../report.ts'
import { dateNamesOf } from './credential-model.ts'

const spec = 'OB 3.0 #jwt-verify-credential'

/**
 * Whether the claims of a JWT repeat what the credential says: `iss` its issuer, `sub` its subject,
 * `jti` its id, `nbf` its first day to the second, `exp` its last. Open Badges and VCDM 1.1 demand all
 * but `exp`; VC-JOSE-COSE demands none, and what is there must agree all the same.
 */
export function jwtClaims(the: Case, payload: JsonObject): readonly Finding[] {
  const { document } = the
  const names = dateNamesOf(the.detected.dataModel)
  // A list of one is one subject; of several none is the one that a token names (VCDM 1.1 section 6.3.1).
  const [subject, ...others] = listOf(valueAt(document, 'credentialSubject'))
  const isRequired = the.detected.version !== null || the.detected.dataModel === '1.1'
  return [
    textClaim('iss', payload, the.issuerId, '/issuer', isRequired),
    textClaim(
      'sub',
      payload,
      others.length > 0 ? null : idOf(subject),
      '/credentialSubject/id',
      isRequired,
    ),
    textClaim('jti', payload, textOf(valueAt(document, 'id')), '/id', isRequired),
    timeClaim('nbf', payload, valueAt(document, names.from), `/${names.from}`, isRequired),
    timeClaim('exp', payload, valueAt(document, names.until), `/${names.until}`, false),
  ].filter(finding => finding !== null)
}

function textClaim(
  name: string,
  payload: JsonObject,
  expected: string | null,
  about: string,
  isRequired: boolean,
): Finding | null {
  const claim = valueAt(payload, name)
  if (claim === undefined) return expected === null || !isRequired ? null : missing(name, about)
  const facts = { claim: shown(claim), credential: (expected ?? '').slice(0, 500) }
  return claim === expected ? agrees(name, about) : differs(name, about, facts)
}

function timeClaim(
  name: string,
  payload: JsonObject,
  stated: JsonValue | undefined,
  about: string,
  isRequired: boolean,
): Finding | null {
  const claim = valueAt(payload, name)
  if (claim === undefined) return stated === undefined || !isRequired ? null : missing(name, about)
  const time = epochMsOf(textOf(stated) ?? '')
  const facts = { claim: shown(claim), credential: shown(stated ?? '') }
  if (typeof claim !== 'number')
    return failed(name, about, 'MALFORMED_VALUE_ERROR', facts, 'is no number of seconds.')
  const isSame = time !== null && Math.floor(claim) === Math.floor(time / 1000)
  return isSame ? agrees(name, about) : differs(name, about, facts)
}

const shown = (value: JsonValue) =>
  typeof value === 'number' ? value : (textOf(value) ?? 'no text').slice(0, 500)

function agrees(name: string, about: string): Finding {
  const message = `The claim ${name} says the same as the credential.`
  return { id: `jwt.claims.${name}`, about, spec, outcome: 'pass', message }
}

function differs(name: string, about: string, facts: Facts): Finding {
  return failed(name, about, 'CLAIM_MISMATCH', facts, 'says something else than the credential.')
}

function missing(name: string, about: string): Finding {
  return failed(name, about, 'CLAIM_MISSING', {}, 'is missing.')
}

function failed(name: string, about: string, code: Code, facts: Facts, what: string): Finding {
  const id = `jwt.claims.${name}`
  const message = `The claim ${name} ${what}`
  return { id, about, spec, outcome: 'fail', code, facts: { name, ...facts }, message }
}
