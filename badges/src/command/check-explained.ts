/** What each check asks, by its id or the beginning of it. */
export const checkExplained: ReadonlyMap<string, string> = new Map([
  ['format', 'Can it be read, and is it something that can be verified?'],
  ['image.chunk', 'Is the badge put into the picture as it should be?'],
  ['context', 'Are its dictionaries of terms known, in order, and not redefined?'],
  ['definedTerms', 'Does the signature cover every word of it?'],
  ['ownNames', 'Is all that was signed where a reader looks for it?'],
  ['type', 'Is it of the type it should be?'],
  ['dataModel', 'Is it built as the standard asks?'],
  ['credentialSchema', 'Does it keep to the JSON schema it names?'],
  ['extension', 'Do its extensions keep to the schemas they name?'],
  ['subject.identified', 'Does it say to whom it was given?'],
  ['proof.suite', 'Is it signed in a way that can be checked?'],
  ['proof.verificationMethod', 'Was the key found, and is it a good one?'],
  ['proof.purpose', 'Is the key one to make statements with?'],
  ['proof.signature', 'Does the signature fit key and content?'],
  ['proof.expires', 'Has the signature itself an end, and has it passed?'],
  ['proof.keyCurrent', 'Was the key in use, and not taken back?'],
  ['proof', 'Is the signature good?'],
  [
    'jwt.alg',
    'Is it signed by an algorithm a badge may use, and nothing that changes what is signed?',
  ],
  ['jwt.typ', 'Does the token say that it is a credential?'],
  ['jwt.shape', 'Is there one credential in the token, and only one?'],
  ['jwt.claims.iss', 'Does the token name the same issuer as the badge?'],
  ['jwt.claims.sub', 'Does the token name the same holder as the badge?'],
  ['jwt.claims.jti', 'Does the token have the same id as the badge?'],
  ['jwt.claims.nbf', 'Does the token begin when the badge does?'],
  ['jwt.claims.exp', 'Does the token end when the badge does?'],
  ['jwt', 'Is the signed token well made, and does its wrapping say the same as the badge?'],
  ['hosted.retrieved', 'Is the document at the badge’s own address at hand?'],
  ['hosted.scope', 'Does it lie where its issuer says its badges lie?'],
  ['hosted.matches', 'Does this copy say what the issuer’s own says?'],
  ['hosted', 'Is the copy on the issuer’s site there, in the right place, and the same?'],
  ['issuer.key', 'Is the key shown to be the issuer’s?'],
  ['issuer.keyPrivate', 'Is the secret half of the key still a secret?'],
  ['issuer.known', 'Is the issuer in a list you trust?'],
  ['validFrom', 'Has its time begun?'],
  ['validUntil', 'Has its time not passed?'],
  ['status.revocation', 'Has the issuer withdrawn it for good?'],
  ['status.suspension', 'Has the issuer withdrawn it for now?'],
  ['status.message', 'Has the issuer noted something about it?'],
  ['status.refresh', 'Does the issuer say that there is a newer issue?'],
  ['status.other', 'Has the issuer noted something that has no meaning here?'],
  ['status.unread', 'Could every status it declares be read?'],
  ['status', 'Has the issuer withdrawn it, or noted something?'],
  ['statusList.proof', 'Is the list signed, and by whom it says?'],
  ['statusList.age', 'Is the list young enough for the policy?'],
  ['statusList.issuer', 'Is the list by the issuer of the badge?'],
  ['statusList.id', 'Does the list call itself by its address?'],
  ['statusList.length', 'Is the list long enough not to tell which badge is looked up?'],
  ['statusList', 'May the list that tells of withdrawn badges be believed?'],
  ['refresh', 'Is there a newer issue of it?'],
  ['recipient', 'Was it given to the person you think of?'],
  ['endorsement', 'Is what it says of an endorsement true?'],
  ['document.matches', 'Is what it holds of its badge class and issuer current?'],
  ['document.id', 'Is the document the one its address promises?'],
])

/** @returns the question a check answers, or null where nobody here asks it. */
export function questionOf(id: string): string | null {
  for (let name = id; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const question = checkExplained.get(name)
    if (question !== undefined) return question
  }
  return null
}
