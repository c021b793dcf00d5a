import { districtSource } from '../../core/badge/trust-bundle.ts'
import type { Say } from '../say.ts'
import { factText, factTime, type VerifyFacts } from '../verify-code.ts'
import { verifyBatch } from './verify-batch.ts'
import { verifyCauses } from './verify-causes.ts'
import { verifyCodes } from './verify-codes.ts'
import { verifyFetch } from './verify-fetch.ts'
import { verifyTrust } from './verify-trust.ts'

/** Verifying badges: one or hundreds, on this computer alone. */
export const verify = (say: Say) => ({
  title: 'Verify',
  add: 'Choose files',
  addMore: 'Add badges',
  lead: 'Drop badges, a folder, a zip, or a list of addresses (CSV). One or ten thousand: all is checked on this computer. Nothing is sent anywhere; the network is asked only for addresses that you list, and where you say so.',
  example: {
    title: 'For example: a picture or file of a badge that somebody gave you',
    says: 'Four answers come back: signed, in time, not revoked, by somebody known. Unknown is an answer too.',
  },
  paste: 'Or paste the text of a badge, or addresses',
  pasteHint: 'JSON, one long line of letters with two dots, or web addresses, one a line.',
  pasteDo: 'Check the text',
  pasteEmpty: 'There is nothing in the field yet.',
  pasted: 'Pasted text',
  dropHere: 'Drop badges to check them. They are not kept as evidence.',
  column: { person: 'Person', badge: 'Badge', issuer: 'Issuer', reason: 'Reason' },
  nameless: 'without a name',
  mark: {
    signature: {
      name: 'Signed',
      pass: 'Signed by the issuer',
      fail: 'Signature does not hold',
      unknown: 'Signature unknown',
    },
    dates: {
      name: 'Dates',
      pass: 'Dates hold today',
      fail: 'Dates do not hold',
      unknown: 'Dates unknown',
    },
    status: {
      name: 'Status',
      pass: 'Not revoked',
      fail: 'Status does not hold',
      unknown: 'Status unknown',
    },
    trust: {
      name: 'Trust',
      pass: 'Issuer known',
      fail: 'Issuer can’t be trusted',
      unknown: 'Issuer unknown',
    },
  },
  /** Instead of the answer's own name, where that would say more than is known. */
  markInstead: {
    notCounted: 'Does not count as signed',
    noList: 'No list of revocations',
  },
  outcome: { pass: 'yes', fail: 'no', unknown: 'unknown' },
  markLabel: (f: { name: string; outcome: string; age: string }) =>
    f.age === '' ? `${f.name}: ${f.outcome}` : `${f.name}: ${f.outcome}, ${f.age} old`,
  age: (f: { ageMs: number }) => say.age(f.ageMs),
  passes: {
    signature: (_f: VerifyFacts) => 'Nothing was changed since it was signed.',
    dates: (f: VerifyFacts) => {
      const until = factTime(f, 'validUntil', 'exp')
      const from = factTime(f, 'validFrom', 'nbf')
      if (until !== undefined) return `It holds until ${say.dayAt(until)}.`
      return from === undefined ? 'It holds today.' : `It holds since ${say.dayAt(from)}.`
    },
    status: (_f: VerifyFacts) => 'The issuer’s list says nothing against it.',
    trust: (f: VerifyFacts) => {
      const source = factText(f, 'source')
      return source === '' || source === districtSource
        ? 'In the list of issuers that your district keeps.'
        : `In the list of issuers: ${source}.`
    },
  },
  aged: (f: { said: string; ageMs: number }) =>
    `${f.said} That knowledge is ${say.age(f.ageMs)} old.`,
  /** Of a badge inside a record. */
  inPart: (f: { part: string; said: string }) => `In “${f.part}”: ${f.said}`,
  codes: verifyCodes(say),
  causes: verifyCauses,
  fetch: verifyFetch,
  many: verifyBatch(say),
  lists: verifyTrust(say),
  unknownCode: (f: { code: string }) =>
    `The check gave a reason that has no sentence here yet: ${f.code}.`,
  why: 'Why',
  whyEmpty: 'Choose a badge to see why it holds or not.',
  from: (f: { kind: string; name: string }) => `${f.kind}, from ${f.name}`,
  saysSigned: 'What it says',
  saysUnproven: 'What it says of itself; nothing proves it',
  fact: {
    recipient: (f: { name: string }) => `Given to ${f.name}`,
    issuer: (f: { name: string }) => `By ${f.name}`,
    from: (f: { at: number }) => `From ${say.dayAt(f.at)}`,
    until: (f: { at: number }) => `Until ${say.dayAt(f.at)}`,
  },
  checks: 'Every check',
  checkNeeded: 'decides',
  checkAbout: (f: { about: string }) => `at ${f.about}`,
  check: {
    format: 'It can be read',
    type: 'It says what it is',
    context: 'Its words come from known lists',
    definedTerms: 'The signature covers every word',
    ownNames: 'Everything signed has its own name',
    dataModel: 'It is built as the standard asks',
    'subject.identified': 'It says who it was given to',
    'image.chunk': 'It sits in its picture as it should',
    'proof.suite': 'The way it is signed',
    'proof.verificationMethod': 'The key was found',
    'proof.purpose': 'The key may sign badges',
    'proof.keyCurrent': 'The key was in use',
    'proof.signature': 'The signature',
    'proof.expires': 'The end of the signature',
    'jwt.alg': 'The way it is signed',
    'jwt.typ': 'Its envelope says it is a badge',
    'jwt.shape': 'Its envelope holds one badge',
    'jwt.claims.iss': 'Envelope and badge name one issuer',
    'jwt.claims.sub': 'Envelope and badge name one recipient',
    'jwt.claims.jti': 'Envelope and badge name one badge',
    'jwt.claims.nbf': 'Envelope and badge begin on one day',
    'jwt.claims.exp': 'Envelope and badge end on one day',
    'issuer.key': 'The key is the issuer’s',
    'issuer.keyPrivate': 'The key is still secret',
    'issuer.known': 'The issuer is known',
    'hosted.retrieved': 'The copy on the issuer’s site',
    'hosted.scope': 'It lies where the issuer keeps its badges',
    'hosted.matches': 'It says what the issuer’s copy says',
    'document.id': 'The document carries its own address',
    'document.matches': 'What it holds of its issuer and its class is current',
    extension: 'An addition to the standard',
    validFrom: 'It has begun',
    validUntil: 'It has not ended',
    'validUntil.withheld': 'No end was left out',
    signedAt: 'It was signed in the past',
    'status.revocation': 'Not revoked',
    'status.suspension': 'Not suspended',
    'status.message': 'A message of the issuer',
    'status.refresh': 'A newer one',
    'status.other': 'Another status',
    'status.unread': 'Whether it was revoked',
    'status.withheld': 'No status was left out',
    'statusList.proof': 'The status list is signed',
    'statusList.issuer': 'The status list is the issuer’s',
    'statusList.id': 'The status list is the right one',
    'statusList.length': 'The status list is long enough',
    'statusList.age': 'The status list is recent enough',
    'endorsement.subject': 'The endorsement is for this badge',
    recipient: 'It was given to the person asked for',
    credentialSchema: 'The form that it names',
    refresh: 'A newer issue',
    parts: 'All that is inside was looked at',
    sameId: 'No other badge here has its name',
  },
  again: 'Check again',
  fingerprint: (f: { hash: string }) => `Fingerprint of the file: ${f.hash}`,
  checkedAt: (f: { at: number }) => `Checked ${say.dayAt(f.at)}, ${say.time(f.at)}`,
})
