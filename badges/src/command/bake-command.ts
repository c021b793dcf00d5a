import { BadgeError } from '../badge-error.ts'
import { bake, unbake, type BadgeKeyword } from '../bake/bake.ts'
import { textOfUtf8 } from '../bytes/text.ts'
import { detect, type Detected } from '../detect/detect.ts'
import { inputBytesMax } from '../limits.ts'
import { exit, WrongUse, type Exit } from './exit.ts'
import { optionsOf, required } from './options.ts'
import type { Surroundings } from './surroundings.ts'
import { readGiven } from './with-documents.ts'
import { write } from './written-file.ts'

/** `bake PICTURE BADGE --out FILE`: puts a signed badge into a PNG or SVG, replacing an earlier one. */
export async function bakeCommand(argv: readonly string[], by: Surroundings): Promise<Exit> {
  const { values, positionals } = optionsOf(argv, { out: { type: 'string' } })
  const [picturePath, badgePath, ...more] = positionals
  if (picturePath === undefined || badgePath === undefined || more.length > 0)
    throw new WrongUse('bake needs PICTURE BADGE --out FILE.')
  const out = required('out', values.out)
  const picture = await readGiven(picturePath, inputBytesMax)
  const badge = await readGiven(badgePath, inputBytesMax)
  const detected = detect(badge)
  const text = textOfUtf8(badge)?.trim()
  const isText = detected.form === 'json' || detected.form === 'jws'
  if (detected.kind === 'none' || !isText || text === undefined) {
    by.terminal.err(`${badgePath} holds no badge as JSON or JWS.\n`)
    return exit.bad
  }
  try {
    await write(by.terminal, out, bake(picture, text, keywordOf(detected)))
    return exit.good
  } catch (error) {
    if (!(error instanceof BadgeError)) throw error
    by.terminal.err(`${picturePath}: ${error.message} [${error.code}]\n`)
    return exit.bad
  }
}

/** `unbake PICTURE [--out FILE]`: takes the badge out of a PNG or SVG, as it was put in. */
export async function unbakeCommand(argv: readonly string[], by: Surroundings): Promise<Exit> {
  const { values, positionals } = optionsOf(argv, { out: { type: 'string' } })
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new WrongUse('unbake needs one PICTURE.')
  const baked = unbake(await readGiven(path, inputBytesMax))
  if (!baked.ok) {
    by.terminal.err(`${path}: no badge could be taken out. [${baked.refusal.code}]\n`)
    return exit.bad
  }
  for (const note of baked.value.notes) by.terminal.err(`${path}: note [${note.code}]\n`)
  await write(by.terminal, values.out, baked.value.text)
  return exit.good
}

function keywordOf(detected: Detected): BadgeKeyword {
  if (detected.kind === 'clr') return 'clrcredential'
  return Number(detected.version ?? '3') < 3 ? 'openbadges' : 'openbadgecredential'
}
