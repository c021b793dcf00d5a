import { uuidOf } from '../kit/uuid-of.ts'

/**
 * The id by which badges name what they stand for (OB 3.0 Achievement.id): the same in every badge of a micro-credential, so
 * that others can say a word about it.
 */
export const achievementIdOf = (microCredential: string): string =>
  `urn:uuid:${uuidOf(`micro-credential ${microCredential}`)}`
