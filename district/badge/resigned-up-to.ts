import type { IssuerKeyEntry } from '../keys/register.ts'

/** Where the record keeps for which keys that were given up all their badges were signed again. */
export const resignedName = 'resigned'

/** The keys that were given up, as that is kept; '' where none was. */
export const givenUpText = (keys: readonly Pick<IssuerKeyEntry, 'id' | 'state'>[]): string =>
  keys
    .filter(key => key.state === 'compromised')
    .map(key => key.id)
    .join(' ')

/** Whether nothing that a key signed which was given up is still to be signed again. */
export async function areAllResigned(
  keys: readonly Pick<IssuerKeyEntry, 'id' | 'state'>[],
  meta: (name: string) => Promise<string | undefined>,
): Promise<boolean> {
  const all = givenUpText(keys)
  return all === '' || (await meta(resignedName)) === all
}
