import type { NotFetchedCode } from '../../contract/device/verifying.ts'

/** Why an address brought nothing: in a few words for many, in a sentence for one, and what to do. */
export interface FetchSaid {
  readonly cause: string
  readonly said: string
  readonly next: string
}

/** The same for an answer of HTTP, with its number. */
interface StatusSaid {
  readonly cause: string
  readonly said: (f: { status: number }) => string
  readonly next: string
}

/** By what the loader says, and by what a server answers instead of a badge. */
export interface FetchWords {
  readonly codes: { readonly [C in NotFetchedCode]: FetchSaid }
  readonly gone: StatusSaid
  readonly locked: StatusSaid
  readonly fault: StatusSaid
  readonly other: StatusSaid
}

const later = 'Check again later, when there is a network.'
const askAddress = 'Ask the person for the right address, or for the file.'
const askFile = 'Ask the person for the file itself.'

/** Addresses that brought nothing. */
export const verifyFetch: FetchWords = {
  codes: {
    ADDRESS_REFUSED: {
      cause: 'Address of an inner network',
      said: 'The address lies in an inner network, where no badge is published. It was not asked.',
      next: askFile,
    },
    BUDGET_SPENT: {
      cause: 'Too much to fetch',
      said: 'It asks for more documents than one badge needs; the rest was not fetched.',
      next: askFile,
    },
    CANCELLED: {
      cause: 'Fetching was stopped',
      said: 'Fetching it was stopped.',
      next: later,
    },
    HOST_NOT_FOUND: {
      cause: 'No such place on the network',
      said: 'Nobody on the network answers to that name; or this computer has no network.',
      next: later,
    },
    NOT_REACHED: {
      cause: 'Server not reached',
      said: 'The server could not be reached.',
      next: later,
    },
    REDIRECT_DOWNGRADE: {
      cause: 'Leads to an open connection',
      said: 'The address leads on to one that anyone on the way could change. It was not followed.',
      next: askFile,
    },
    REDIRECT_WITHOUT_TARGET: {
      cause: 'Leads nowhere',
      said: 'The server says that it lies elsewhere, and not where.',
      next: askAddress,
    },
    SCHEME_REFUSED: {
      cause: 'Not a web address',
      said: 'It is no address of the web, so it was not asked.',
      next: askAddress,
    },
    TIMEOUT: {
      cause: 'Server too slow',
      said: 'The server did not answer in time.',
      next: later,
    },
    TOO_LARGE: {
      cause: 'Larger than a badge',
      said: 'What lies there is larger than any badge.',
      next: askFile,
    },
    TOO_MANY_REDIRECTS: {
      cause: 'Leads on and on',
      said: 'The address leads on to another again and again.',
      next: askAddress,
    },
    UNSUPPORTED_ENCODING: {
      cause: 'Packed in an unknown way',
      said: 'What lies there is packed in a way that is not known here.',
      next: askFile,
    },
    URL_REFUSED: {
      cause: 'Not a usable address',
      said: 'The address can’t be used as it is written.',
      next: askAddress,
    },
  },
  gone: {
    cause: 'Nothing at the address',
    said: f => `The server answers, but has nothing at that address (${f.status}).`,
    next: askAddress,
  },
  locked: {
    cause: 'Address behind a login',
    said: f => `The server shows it only to people it knows (${f.status}).`,
    next: askFile,
  },
  fault: {
    cause: 'Server has a fault',
    said: f => `The server has a fault of its own (${f.status}).`,
    next: later,
  },
  other: {
    cause: 'Another answer than a badge',
    said: f => `The server gave another answer than a badge (${f.status}).`,
    next: askAddress,
  },
}
