import { crc32, deflateSync, gunzipSync, gzipSync } from 'node:zlib'
import { base64url, bytesOfBase64url } from '../../src/bytes/base64url.ts'
import { inflateZlib } from '../../src/bytes/inflate.ts'
import { textOfUtf8, utf8 } from '../../src/bytes/text.ts'
import { statusListBytesMax } from '../../src/limits.ts'
import { decodeStatusList, encodeStatusList } from '../../src/status/bitstring.ts'
import { damagedBytes } from '../damaged-bytes.ts'
import type { Random } from '../random.ts'
import type { Target } from '../target.ts'

function packed(random: Random): Uint8Array {
  const size = random.isOneIn(400)
    ? statusListBytesMax + random.under(2)
    : random.oneOf([0, 1, 16, 16_384])
  const list = new Uint8Array(size)
  for (let bits = random.size(40); bits > 0 && size > 0; bits -= 1)
    list[random.under(size)] = random.under(256)
  const level = size > 20_000 ? 1 : random.oneOf([0, 1, 9])
  const bytes = new Uint8Array(
    random.isOneIn(8) ? deflateSync(list, { level }) : gzipSync(list, { level }),
  )
  return random.isOneIn(2) ? damagedBytes(random, bytes) : bytes
}

/** A list is inflated to what Node inflates it to, never past its ceiling, and packed and read again. */
export const statusList: Target = {
  name: 'status-list',
  cpuMsMax: 4_000,
  shrinksMax: 300,
  make: random => {
    const text = random.oneOf(['u', 'u', 'u', '', 'z', 'uu']) + base64url(packed(random))
    return random.isOneIn(5) ? damagedBytes(random, utf8(text)) : utf8(text)
  },
  judge: input => {
    const text = textOfUtf8(input) ?? ''
    const list = decodeStatusList(text, 'optional')
    const bytes = bytesOfBase64url(text.slice(1))
    if (bytes !== null) inflateZlib(bytes, statusListBytesMax)
    if (!list.ok) return null
    if (list.value.length > statusListBytesMax) return 'inflates past its ceiling'
    const packed = Buffer.from(text.startsWith('u') ? text.slice(1) : text, 'base64url')
    const theirs = othersList(packed)
    if (theirs === 'lax') return null
    if (typeof theirs === 'string')
      // Something lies between the list and the checksum that closes it: no more than that is lax.
      return isClosedBy(packed, list.value) ? null : `inflates what Node refuses: ${theirs}`
    if (Buffer.compare(theirs, list.value) !== 0) return 'inflates to something else than Node'
    if (list.value.length > 100_000) return null
    const again = decodeStatusList(encodeStatusList(list.value))
    return again.ok && Buffer.compare(again.value, theirs) === 0
      ? null
      : 'cannot read what it wrote'
  },
}

/**
 * Our inflater does not look at the complement of the length of a stored block (RFC 1951 section 3.2.4),
 * nor at the checksum a header may have (RFC 1952 section 2.3.1), nor whether a set of code lengths is
 * complete, nor for the place where the list ends. What comes out has the length and the checksum that
 * GZIP states, so it is the list or nothing.
 */
const laxAbout = /invalid stored block lengths|header crc mismatch|invalid code lengths set/

/** Whether checksum and length at the very end are those of the list (RFC 1952 section 2.3.1). */
function isClosedBy(bytes: Buffer, list: Uint8Array): boolean {
  if (bytes.length < 8) return false
  const end = bytes.subarray(-8)
  return end.readUInt32LE(0) === crc32(list) && end.readUInt32LE(4) === list.length
}

/** @returns the list, why Node refuses it, or `lax` for the one thing we are known not to look at. */
function othersList(packed: Buffer): Uint8Array | string {
  try {
    return gunzipSync(packed, { maxOutputLength: statusListBytesMax })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return laxAbout.test(reason) ? 'lax' : reason
  }
}
