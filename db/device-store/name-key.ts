import type { Key } from '../../core/kit/record-type.ts'
import { partsOf } from '../records/kinds.ts'

const kind = 'name'

/**
 * A unique name, as something that a command touches like a record: whoever found it free must be decided
 * again when it is taken, although the record that took it was never looked at.
 */
export const nameKey = (name: string): Key => `${kind}/${name}`

export const isNameKey = (key: Key): boolean => partsOf(key).kind === kind
