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
  ['jwt', 'Is the signed token well made, and does its wrapping say the same as the badge?'],
  ['hosted', 'Is the copy on the issuer’s site there, in the right place, and the same?'],
  ['issuer.key', 'Is the key shown to be the issuer’s?'],
  ['issuer.keyPrivate', 'Is the secret half of the key still a secret?'],
  ['issuer.known', 'Is the issuer in a list you trust?'],
  ['validFrom', 'Has its time begun?'],
  ['validUntil', 'Has its time not passed?'],
  ['status', 'Has the issuer withdrawn it, or noted something?'],
  ['statusList', 'May the list that tells of withdrawn badges be believed?'],
  ['refresh', 'Is there a newer issue of it?'],
  ['recipient', 'Was it given to the person you think of?'],
  ['endorsement', 'Is what it says of an endorsement true?'],
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
