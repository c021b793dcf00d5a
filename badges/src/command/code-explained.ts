import type { Code } from '../refusal.ts'

/** What each code means for the person who reads it. A test holds the list against `refusal.ts`. */
export const codeExplained: ReadonlyMap<string, string> = new Map<Code, string>([
  [
    'PARSING_ERROR',
    'It cannot be read: damaged, or not what it looks like. Ask for the file again.',
  ],
  [
    'NOT_READ',
    'The file could not be opened. See whether it is still there, and whether you may read it.',
  ],
  [
    'MALFORMED_VALUE_ERROR',
    'A value is missing or not of the form the standard asks for. The issuer has to mend it.',
  ],
  [
    'UNKNOWN_CONTEXT',
    'It uses a dictionary of terms that is not at hand, so what was signed cannot be worked out. Add the context to the bundle.',
  ],
  [
    'CONTEXT_ORDER',
    'Its dictionaries of terms are not in the order the standard fixes. Somebody may have moved them; a signature does not notice.',
  ],
  [
    'CONTEXT_REDEFINES',
    'It gives the words of the standard another meaning, so that it says one thing to a reader and another to a program.',
  ],
  [
    'ALIASED_TERM',
    'Something was signed under another name than the one readers look for, and is hidden from them.',
  ],
  [
    'DATA_LOSS_DETECTION_ERROR',
    'It holds words that the signature does not cover: anybody could have added them.',
  ],
  [
    'UNSUPPORTED_SUITE',
    'It is signed in a way this version does not check. It is neither good nor bad for that.',
  ],
  [
    'INVALID_VERIFICATION_METHOD',
    'The key it names is no good key, or its owner does not name it.',
  ],
  [
    'INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD',
    'The key is not one its owner makes statements with.',
  ],
  [
    'PROOF_VERIFICATION_ERROR',
    'The signature does not fit: the badge was changed after signing, or never signed like this.',
  ],
  ['CRYPTOGRAPHIC_SECURITY_ERROR', 'The key or signature is too weak to prove anything.'],
  ['CONTROLLER_MISMATCH', 'The key belongs to somebody other than the issuer the badge names.'],
  ['KEY_EXPIRED', 'The key was out of use. That it was signed before is only the signer’s word.'],
  ['KEY_NOT_YET_VALID', 'The key was not in use yet when it is said to have signed.'],
  ['KEY_REVOKED', 'The owner took the key back, so nothing signed with it can be trusted.'],
  ['KEY_STALE', 'What is known of the key is older than the policy allows. Go online once.'],
  [
    'PROOF_FROM_FUTURE',
    'It says that it was signed at a time that is still to come, so nothing it says of that time can be relied on.',
  ],
  ['TEST_KEY', 'The secret half of this key is published: anybody can sign with it.'],
  ['ALG_NOT_ALLOWED', 'It is signed with a method that a badge must not use.'],
  ['CLAIM_MISMATCH', 'The wrapping of the token says another thing than the badge in it.'],
  ['CLAIM_MISSING', 'The wrapping of the token lacks something the standard asks for.'],
  [
    'NOT_RETRIEVED',
    'A document that is needed is not at hand. Go online, or add it to the bundle.',
  ],
  [
    'REDIRECTED',
    'The address leads on to another site, and anybody may have put there what was found.',
  ],
  ['OUT_OF_SCOPE', 'The badge lies at an address that is not its issuer’s.'],
  [
    'COPY_DIFFERS',
    'This copy differs from the one on the issuer’s site, which is the one that counts.',
  ],
  ['NOT_YET_VALID', 'It is valid from a later time only.'],
  [
    'EXPIRED',
    'Its time has passed. What it certified was true then; ask whether there is a renewal.',
  ],
  ['REVOKED', 'The issuer has withdrawn it for good. Ask the issuer why.'],
  ['SUSPENDED', 'The issuer has withdrawn it for now; that can be lifted.'],
  [
    'STATUS_RETRIEVAL_ERROR',
    'The list that tells of revoked badges is not at hand. Go online, or add it to the bundle.',
  ],
  [
    'STATUS_VERIFICATION_ERROR',
    'The list that tells of revoked badges cannot be relied on, so nothing was read from it.',
  ],
  [
    'STATUS_LIST_LENGTH_ERROR',
    'The list is shorter than the standard allows: looking a badge up gives away which.',
  ],
  ['RANGE_ERROR', 'The badge points past the end of the list, so the list says nothing about it.'],
  ['STALE', 'What is known is older than the policy allows. Go online once.'],
  [
    'SCHEMA_MISMATCH',
    'It does not keep to the published form in every detail. Many good badges don’t.',
  ],
  ['DUPLICATE_CHUNK', 'Two badges are in one picture; the first counts.'],
  ['OTHER_CHUNK', 'A badge of an older kind is in the picture too; the newer counts.'],
  ['CRC_MISMATCH', 'The checksum in the picture is wrong: it was damaged or changed.'],
  ['COMPRESSED', 'The badge is compressed in the picture, which the standard does not foresee.'],
  ['NOT_A_BADGE', 'This is something else.'],
  [
    'NO_BADGE_INSIDE',
    'There is no badge in this picture. Programs that shrink pictures drop it: ask for the original.',
  ],
  ['NOT_CHECKED_BY_THIS_VERSION', 'This version names it and does not check it.'],
  ['NOTHING_TO_VERIFY', 'There is nothing here that anybody has signed.'],
  ['NO_PROOF', 'Nobody has signed it.'],
  [
    'WITHHELD',
    'Whoever shows it may leave out what it says, and what is missing may be this. Ask for the whole of it.',
  ],
  ['NO_STATUS_DECLARED', 'It names no list of revoked badges.'],
  ['NO_END_DATE', 'It has no end date.'],
  [
    'ISSUER_NOT_LISTED',
    'The issuer is in no list of yours. That is no fault; ask whether you know them.',
  ],
  ['ISSUER_NOT_PROVEN', 'It names an issuer you know, and nothing proves it is from them.'],
  ['SUBJECT_NOT_IDENTIFIED', 'It does not say to whom it was given.'],
  ['ENDORSES_ANOTHER', 'The endorsement is for another badge than the one it stands in.'],
  ['ID_DIFFERS', 'The document calls itself by another address than the one it was found at.'],
  [
    'SAME_ID',
    'Another of the inputs has the same id and other content. One may be newer, or made up: compare them.',
  ],
  [
    'KEY_NOT_AVAILABLE',
    'The key is not at hand. Go online, or add its owner’s document to the bundle.',
  ],
  ['UNSUPPORTED_DID_METHOD', 'The issuer’s identity is of a kind this version cannot look up.'],
  ['TOO_LARGE', 'It is larger than a badge may be.'],
  ['TOO_DEEP', 'It is nested deeper than a badge may be.'],
  ['TOO_COMPLEX', 'It is so intricate that checking it was given up. Honest badges are not.'],
  ['TRUNCATED', 'The file ends too early. Ask for it again.'],
  ['DUPLICATE_KEY', 'It says the same thing twice, so that two readers could read two badges.'],
  ['PROTOTYPE_KEY', 'It holds a name that is used to attack programs.'],
  ['DOCTYPE_REFUSED', 'The picture declares words of its own, which is how readers are attacked.'],
  ['NOT_A_PNG', 'This is neither a PNG nor an SVG.'],
  ['SELF_CHECK_FAILED', 'The badge would not pass verification, so it was not handed out.'],
  [
    'OLDER_THAN_SEEN',
    'The list is older than one that was seen before: somebody may hide a withdrawal. Get the newest.',
  ],
  [
    'LIST_NOT_TIED',
    'The list of revoked badges is signed by somebody that nothing ties to the issuer or the badge. What it names counts; its silence does not.',
  ],
  [
    'LIST_NOT_YET_VALID',
    'The list of revoked badges begins to be valid later. Its clock or yours is wrong, or the time you gave is before it was made.',
  ],
  [
    'LIST_EXPIRED',
    'The list of revoked badges has run out, so its silence does not count. Fetch it again.',
  ],
  ['NEWER_EXISTS', 'There is a newer issue of it. Ask for that one.'],
  ['STATUS_NOTED', 'The issuer has noted something about it that is no withdrawal.'],
  ['REFRESH_FAILED', 'A newer issue of it could not be had; this one was judged.'],
  ['RECIPIENT_MISMATCH', 'It was given to somebody other than the person you named.'],
  [
    'RECIPIENT_LOOSELY',
    'The person fits only when capitals, spaces, or signs between digits are not counted. Ask how it was written.',
  ],
  [
    'RECIPIENT_NOT_COMPARABLE',
    'It names its recipient in a way that cannot be compared with what you gave.',
  ],
  ['NAME_ONLY', 'Only the name fits, and many people share a name.'],
  ['WEAK_HASH', 'The recipient is hidden with a method that others can match.'],
  ['NOT_ASKED', 'Nobody asked for this, so it was not looked at.'],
])
