import { BadgeError } from '../badge-error.ts'
import { textOfUtf8 } from '../bytes/text.ts'
import { ed25519Signer, issueBadge, issueJwtBadge } from '../issue/issue.ts'
import { parseJson } from '../json/parse.ts'
import { isObject } from '../json/value.ts'
import { jsonBytesMax } from '../limits.ts'
import { exit, WrongUse, type Exit } from './exit.ts'
import { readKeyFile } from './key-file.ts'
import { optionsOf, required } from './options.ts'
import { shown } from './terminal.ts'
import { timeOf } from './verify-arguments.ts'
import type { Surroundings } from './surroundings.ts'
import { readGiven } from './with-documents.ts'
import { write } from './written-file.ts'

/**
 * `issue CREDENTIAL --key FILE [--jwt] [--at TIME] [--out FILE]`: signs an Open Badges 3.0 credential, an
 * endorsement or a status list that is whole but for its proof, as Data Integrity or as a JWT. Verified by our own
 * verifier before it is written.
 */
export async function issueCommand(argv: readonly string[], by: Surroundings): Promise<Exit> {
  const { values, positionals } = optionsOf(argv, {
    key: { type: 'string' },
    jwt: { type: 'boolean' },
    at: { type: 'string' },
    out: { type: 'string' },
  })
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new WrongUse('issue needs one CREDENTIAL.')
  const key = await readKeyFile(required('key', values.key))
  const created = timeOf('--at', values.at) ?? by.now()
  const parsed = parseJson(textOfUtf8(await readGiven(path, jsonBytesMax))?.trim() ?? '')
  if (!parsed.ok || !isObject(parsed.value)) {
    by.terminal.err(`${path} is not a credential in JSON.\n`)
    return exit.bad
  }
  try {
    const credential = parsed.value
    const { secretKey, verificationMethod } = key
    const text =
      values.jwt === true
        ? await issueJwtBadge({
            credential,
            signer: ed25519Signer(secretKey, verificationMethod),
            created,
          })
        : JSON.stringify(await issueBadge({ credential, ...key, created }), null, 2)
    await write(by.terminal, values.out, `${text}\n`)
    return exit.good
  } catch (error) {
    if (!(error instanceof BadgeError)) throw error
    // A count beside a list says nothing that the list does not.
    const facts = Object.values(error.facts)
      .flat()
      .filter(fact => typeof fact === 'string')
    by.terminal.err(`${path}: ${error.message} [${error.code}]\n`)
    for (const fact of facts) by.terminal.err(`  ${shown(fact)}\n`)
    return exit.bad
  }
}
