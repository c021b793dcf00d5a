/** Why a PostgreSQL database can't be used. */
export type PostgresFailure =
  | 'unreachable'
  | 'not_let_in'
  | 'not_secure'
  | 'too_many'
  | 'read_only'
  | 'pooled'
  | 'no_database'
  | 'not_utf8'
  | 'in_use'

const failures: Readonly<Record<string, PostgresFailure>> = {
  ECONNREFUSED: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ECONNRESET: 'unreachable',
  ENOENT: 'unreachable',
  ENETUNREACH: 'unreachable',
  EPIPE: 'unreachable',
  EACCES: 'unreachable',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '28P01': 'not_let_in',
  '28000': 'not_let_in',
  '42501': 'not_let_in',
  '3D000': 'no_database',
  '53300': 'too_many',
  '25006': 'read_only',
  '08P01': 'pooled',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'not_secure',
  SELF_SIGNED_CERT_IN_CHAIN: 'not_secure',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'not_secure',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'not_secure',
  CERT_HAS_EXPIRED: 'not_secure',
  ERR_TLS_CERT_ALTNAME_INVALID: 'not_secure',
}

/** The reason in an error of PostgreSQL or of the way to it; `undefined` for a defect. */
export function postgresFailureOf(error: unknown): PostgresFailure | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  if (code !== '') return failures[code]
  // The driver's own, without a code.
  if (/timeout|terminated/i.test(error.message)) return 'unreachable'
  if (/does not support SSL/.test(error.message)) return 'not_secure'
  // A password is asked for and none was given, or it is written with a stray %.
  return error.message.startsWith('SASL') || error instanceof URIError ? 'not_let_in' : undefined
}
