import type { TrustRefused } from '../../contract/device/trust-lists.ts'
import type { Say } from '../say.ts'

type Facts = TrustRefused['facts']
type TrustRefusalWords = {
  readonly [C in TrustRefused['code']]: { said(facts: Facts): string; readonly next: string }
}

/** Whose word counts here: the signed lists of issuers, keys and revocations that Verify goes by. */
export const verifyTrust = (say: Say) => {
  const dayIn = (f: Facts, name: string) => say.dayAt(Number(f[name] ?? 0))
  const refusals: TrustRefusalWords = {
    BUNDLE_NOT_READ: {
      said: () => 'This file is no trust list, or it is damaged.',
      next: 'Ask for the file again; it ends in .trust.json.',
    },
    BUNDLE_TOO_LARGE: {
      said: () => 'This file is larger than a trust list may be.',
      next: 'Ask who made it for a smaller one.',
    },
    BUNDLE_VERSION: {
      said: () => 'This list was made by a newer program.',
      next: 'Use it after the next update of Meritfolio.',
    },
    BUNDLE_SIGNATURE: {
      said: () => 'The list was changed after it was signed.',
      next: 'Don’t use it. Ask for it again by another way, and tell who made it.',
    },
    BUNDLE_OTHER_KEY: {
      said: f => `Nobody here has accepted the key that signed ${f['name'] ?? 'this list'} yet.`,
      next: 'Compare its fingerprint with the one that its maker gives out.',
    },
    BUNDLE_OLDER: {
      said: f =>
        `This list is of ${dayIn(f, 'createdAt')}; the one here is of ${dayIn(f, 'newestSeen')} and stays.`,
      next: 'Nothing to do. An older list never takes the place of a newer one.',
    },
    BUNDLE_ENTRY_DIFFERS: {
      said: f => `A part of the list is not what the list says of it: ${f['url'] ?? ''}`,
      next: 'Don’t use it. Tell who made it.',
    },
    BUNDLES_FULL: {
      said: f => `There are ${f['max'] ?? ''} lists here, as many as there may be.`,
      next: 'Take one away that nobody needs.',
    },
  }
  return {
    title: 'Who is trusted here',
    lead: 'A trust list says who issues badges, with which keys, and what they have revoked. It is signed, and works without a network. Your district’s own comes by itself; others you add as a file.',
    dropHere: 'Drop a trust list to add it.',
    back: 'Back to Verify',
    backToBadges: 'Back to the badges',
    none: 'No list is here yet. Join your district, or add a list as a file.',
    own: 'Your district',
    accepted: 'Accepted on this computer',
    made: (f: { at: number; issuers: number; lists: number }) =>
      `Made ${say.dayAt(f.at)}, ${say.time(f.at)}. ${say.count(f.issuers, { one: '1 issuer', other: `${say.number(f.issuers)} issuers` })}, ${say.count(f.lists, { one: '1 list of revocations', other: `${say.number(f.lists)} lists of revocations` })}.`,
    issuersMore: (f: { n: number }) => `and ${say.number(f.n)} more`,
    issuers: 'Issuers in it',
    fingerprint: 'Fingerprint of its key',
    add: 'Add a list',
    save: 'Save as a file',
    saved: (f: { name: string }) => `Saved as ${f.name}.`,
    remove: 'Take it away',
    removeTitle: 'Take this list away?',
    removeWhy: (f: { name: string }) =>
      `Issuers that only ${f.name} names are unknown again. Answers that are here already stay until they are checked again.`,
    keepIt: 'Keep it',
    refusedNow: 'What your district sent last is not used; the list here stays.',
    acceptTitle: 'Is this the key they gave you?',
    acceptWhy: (f: { name: string; at: number }) =>
      `The list ${f.name} of ${say.dayAt(f.at)} is signed by a key that is new here. Whoever holds that key can say who is trusted. Get its fingerprint by another way than the file: by telephone, or from their own site.`,
    acceptLabel: 'The fingerprint you were given',
    acceptDiffers: 'That is not the fingerprint of this list.',
    acceptDo: 'Trust this list',
    notNow: 'Not now',
    close: 'Close',
    taken: (f: { name: string }) => `${f.name} counts from now on.`,
    refusals,
  }
}
