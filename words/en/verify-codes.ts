import type { Say } from '../say.ts'
import {
  factPlaces,
  factText,
  factTime,
  type VerifyCodeWords,
  type VerifyFacts,
} from '../verify-code.ts'

/** Why a check of a badge came out as it did, by the verifier's code. */
export const verifyCodes = (say: Say): VerifyCodeWords => {
  const on = (f: VerifyFacts, ...names: string[]) => {
    const at = factTime(f, ...names)
    return at === undefined ? '' : say.dayAt(at)
  }
  const named = (f: VerifyFacts, name: string) => {
    const text = factText(f, name)
    return text === '' ? '' : ` (${text})`
  }
  const placed = (f: VerifyFacts) => {
    const text = factPlaces(f, 'problems', true)
    return text === '' ? '' : ` (${text})`
  }
  return {
    PASS: () => 'It holds.',
    FAIL: () => 'It does not hold.',
    UNKNOWN: () => 'It could not be told.',
    PARSING_ERROR: () => 'What is inside is not written as data; it may be damaged.',
    NOT_READ: () => 'The file could not be opened: it is gone, or may not be read.',
    MALFORMED_VALUE_ERROR: f =>
      `It is not built as the standard asks${placed(f)}. The issuer has to repair it.`,
    UNKNOWN_CONTEXT: f =>
      `It uses words from a list that is not on this computer${named(f, 'urls')}.`,
    CONTEXT_ORDER: () => 'Its lists of words are in another order than the standard asks for.',
    CONTEXT_REDEFINES: f => `It gives a word of the standard another meaning${named(f, 'word')}.`,
    ALIASED_TERM: f => `Something that was signed hides under another name${named(f, 'names')}.`,
    DATA_LOSS_DETECTION_ERROR: () =>
      'It holds words that the signature does not cover: anyone could have put them in.',
    UNSUPPORTED_SUITE: f =>
      `It is signed in a way that this version can’t check${named(f, 'suite')}.`,
    INVALID_VERIFICATION_METHOD: () => 'The key that it names is not one that fits the signature.',
    INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD: () =>
      'The key that it names is not meant for signing badges.',
    PROOF_VERIFICATION_ERROR: () =>
      'The signature does not fit: it was changed after signing, or never signed this way.',
    CRYPTOGRAPHIC_SECURITY_ERROR: () => 'The signature or its key is too weak to prove anything.',
    CONTROLLER_MISMATCH: f =>
      `It is signed with a key that is not the issuer’s${named(f, 'controller')}.`,
    KEY_EXPIRED: f =>
      `The issuer’s key had ended${on(f, 'expires') === '' ? '' : ` on ${on(f, 'expires')}`}.`,
    KEY_NOT_YET_VALID: f =>
      `The issuer’s key was not in use yet${on(f, 'from') === '' ? '' : `; it was from ${on(f, 'from')} on`}.`,
    KEY_REVOKED: f =>
      `The issuer took back the key${on(f, 'revoked') === '' ? '' : ` on ${on(f, 'revoked')}`}: whatever it signed may be somebody else’s. Ask the holder for a newer copy.`,
    KEY_STALE: f =>
      typeof f['ageMs'] === 'number' && typeof f['ageMsMax'] === 'number'
        ? `What is known here of the issuer’s key is ${say.age(f['ageMs'])} old; ${say.age(f['ageMsMax'])} are accepted.`
        : 'What is known here of the issuer’s key is too old.',
    PROOF_FROM_FUTURE: f =>
      `It says that it was signed at a time that is still to come${on(f, 'created') === '' ? '' : `, on ${on(f, 'created')}`}.`,
    TEST_KEY: f =>
      `The secret half of this key is published${named(f, 'publishedBy')}: anyone can sign with it.`,
    ALG_NOT_ALLOWED: f =>
      factText(f, 'parameters') === ''
        ? `It is signed in a way that no badge may be${named(f, 'alg')}.`
        : `Its envelope asks for something that no badge may ask for${named(f, 'parameters')}.`,
    CLAIM_MISMATCH: f =>
      `Its envelope says something else than the badge inside${named(f, 'name')}.`,
    CLAIM_MISSING: f => `Its envelope leaves out what the standard asks for${named(f, 'name')}.`,
    NOT_RETRIEVED: f => `What it points to is not on this computer${named(f, 'url')}.`,
    REDIRECTED: f =>
      `The address leads on to another site${named(f, 'finalUrl')}, so what lies there is not the issuer’s word.`,
    OUT_OF_SCOPE: f =>
      `It lies at a place that the issuer does not call its own${named(f, 'url')}, and anyone can put a badge anywhere.`,
    COPY_DIFFERS: f =>
      `The badge on the issuer’s site says something else${named(f, 'properties')}, and that one counts.`,
    NOT_YET_VALID: f =>
      on(f, 'validFrom', 'nbf') === ''
        ? 'It is not valid yet.'
        : `It is valid only from ${on(f, 'validFrom', 'nbf')}.`,
    EXPIRED: f =>
      on(f, 'validUntil', 'exp', 'expires') === ''
        ? 'It has ended.'
        : `It ended on ${on(f, 'validUntil', 'exp', 'expires')}.`,
    REVOKED: () => 'The issuer has revoked it.',
    SUSPENDED: () => 'The issuer has suspended it; that can be lifted.',
    STATUS_RETRIEVAL_ERROR: () =>
      'The list that tells whether it was revoked is not on this computer.',
    STATUS_VERIFICATION_ERROR: () =>
      'The list that tells whether it was revoked does not hold itself.',
    STATUS_LIST_LENGTH_ERROR: () => 'The list of revoked badges is shorter than the standard asks.',
    RANGE_ERROR: () => 'It points to a place that the list of revoked badges does not have.',
    STALE: f =>
      typeof f['ageMs'] === 'number' && typeof f['ageMsMax'] === 'number'
        ? `The list of revoked badges is ${say.age(f['ageMs'])} old; ${say.age(f['ageMsMax'])} are accepted.`
        : 'The list of revoked badges is too old.',
    OLDER_THAN_SEEN: () =>
      'A newer list of revoked badges was seen here before, so this older one does not count.',
    LIST_NOT_TIED: () =>
      'Nothing ties whoever keeps the list of revoked badges to the issuer, so its silence does not count.',
    LIST_NOT_YET_VALID: () =>
      'The list of revoked badges is not valid yet. Check the date and time of this computer.',
    LIST_EXPIRED: () => 'The list of revoked badges has run out, so its silence does not count.',
    NEWER_EXISTS: () => 'The issuer has a newer version of it. Ask for that one.',
    STATUS_NOTED: () => 'The issuer noted something about it that has no meaning here. Ask them.',
    REFRESH_FAILED: () =>
      'What is offered as its newer version is not the same badge, or not a good one. This one counts.',
    RECIPIENT_MISMATCH: () => 'It was given to somebody else.',
    RECIPIENT_LOOSELY: () =>
      'It fits the person only if spaces, capital letters or signs between digits are overlooked. Compare it yourself.',
    RECIPIENT_NOT_COMPARABLE: () =>
      'It names the person in another way than you know them by, so it can’t be compared.',
    NAME_ONLY: () => 'The name fits. Several people can have one name, so that proves little.',
    WEAK_HASH: () =>
      'It fits the person, but by an old method that can be forged. Compare it yourself.',
    SCHEMA_MISMATCH: () => 'It does not fit the form that it names.',
    DUPLICATE_CHUNK: () => 'The picture holds more than one badge; the first one was read.',
    OTHER_CHUNK: () => 'The badge stands in the picture in an unusual way.',
    CRC_MISMATCH: () => 'A checksum in the picture is wrong; it may be damaged.',
    COMPRESSED: () =>
      'The badge is packed inside the picture, which the standard does not foresee.',
    NOT_A_BADGE: () => 'This is not a badge.',
    NO_BADGE_INSIDE: () =>
      'The picture holds no badge. A chat program or a screenshot may have stripped it.',
    NOT_CHECKED_BY_THIS_VERSION: f =>
      `This version does not check that${named(f, 'suite')}. It says nothing against the badge.`,
    NOT_ASKED: () => 'Nobody asked for this, so it was not looked at.',
    NOTHING_TO_VERIFY: () => 'There is nothing in it that could be checked.',
    NO_PROOF: () => 'It is not signed, so anyone could have written it.',
    WITHHELD: () =>
      'Whoever shows it may leave parts out, and this may be one of them. Ask for the whole badge.',
    NO_STATUS_DECLARED: () => 'It names no list of revoked badges, so there was none to look in.',
    NO_END_DATE: () => 'It has no end date.',
    ISSUER_NOT_LISTED: f => `Nobody on this computer vouches for the issuer${named(f, 'issuer')}.`,
    ISSUER_NOT_PROVEN: () =>
      'It names an issuer that is known here, but nothing proves that it comes from them.',
    SUBJECT_NOT_IDENTIFIED: () => 'It does not say to whom it was given.',
    ENDORSES_ANOTHER: () => 'It speaks for another badge than the one it is attached to.',
    ID_DIFFERS: () => 'The document calls itself something else than the place it was found at.',
    SAME_ID: () =>
      'Another badge here goes by the same name and says something else. Compare the two.',
    KEY_NOT_AVAILABLE: () => 'The issuer’s key is not on this computer, so nothing can be told.',
    UNSUPPORTED_DID_METHOD: f =>
      `The issuer names itself in a way that this version can’t look up${named(f, 'method')}.`,
    TOO_LARGE: f =>
      typeof f['bytesMax'] === 'number'
        ? `It is larger than ${say.size(f['bytesMax'])}.`
        : 'It is too large.',
    TOO_DEEP: () => 'It is nested deeper than any badge needs to be.',
    TOO_COMPLEX: () => 'It is made so that checking it would take too long.',
    TRUNCATED: () => 'The file ends in the middle.',
    DUPLICATE_KEY: () => 'It says one thing twice, so it could mean two things.',
    PROTOTYPE_KEY: () => 'It holds a word that is there to harm programs.',
    DOCTYPE_REFUSED: () => 'The picture holds instructions that no badge needs; it was not opened.',
    NOT_A_PNG: () => 'It is called a PNG picture but is none.',
    SELF_CHECK_FAILED: () => 'What was made did not hold when it was checked again.',
  }
}
