import { patternCharactersMax } from '../limits.ts'
import { SchemaUnusable } from './meter.ts'

/** A regular expression taken apart, as far as it can be matched without going back. */
export type Node =
  | { readonly kind: 'character'; readonly fits: (character: string) => boolean }
  | { readonly kind: 'assertion'; readonly is: '^' | '$' | 'b' | 'B' }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly nodes: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly min: number; readonly max: number }

/** Deepest nesting of groups. */
const depthMax = 64
const quantifier = /^(?:[*+?]|\{(\d{1,5})(?:(,)(\d{1,5})?)?\})\??/
const escape =
  /^\\(?:x[0-9a-f]{2}|u\{[0-9a-f]{1,6}\}|u[0-9a-f]{4}|c[a-z]|[pP]\{[\w=]{1,60}\}|[^ux\dk]|0)/i

/**
 * Parses an ECMA-262 regular expression, as JSON Schema's `pattern` uses it.
 *
 * @throws SchemaUnusable for what is none, and for looking ahead or back and references to groups, which
 * no matcher does in a time that grows with the text alone.
 */
export function patternNodes(pattern: string): Node {
  if (pattern.length > patternCharactersMax)
    throw new SchemaUnusable('TOO_COMPLEX', { pattern: pattern.slice(0, 100) })
  const reader = new Reader(pattern)
  const node = reader.choice(0)
  return reader.isAtEnd ? node : reader.unusable()
}

class Reader {
  readonly #pattern: string
  #at = 0

  constructor(pattern: string) {
    this.#pattern = pattern
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#pattern.length
  }

  unusable(): never {
    throw new SchemaUnusable('TOO_COMPLEX', { pattern: this.#pattern.slice(0, 100), at: this.#at })
  }

  choice(depth: number): Node {
    if (depth > depthMax) this.unusable()
    const nodes = [this.#sequence(depth)]
    while (this.#take('|')) nodes.push(this.#sequence(depth))
    return nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : { kind: 'choice', nodes }
  }

  #sequence(depth: number): Node {
    const nodes: Node[] = []
    while (!this.isAtEnd && !/^[|)]/.test(this.#rest(1))) nodes.push(this.#repeated(depth))
    return { kind: 'sequence', nodes }
  }

  #repeated(depth: number): Node {
    const node = this.#atom(depth)
    const [text = '', least, comma, most] = quantifier.exec(this.#rest(16)) ?? []
    if (text === '') return node
    if (node.kind === 'assertion') this.unusable()
    this.#at += text.length
    if (text.startsWith('*')) return { kind: 'repeat', node, min: 0, max: Infinity }
    if (text.startsWith('+')) return { kind: 'repeat', node, min: 1, max: Infinity }
    if (text.startsWith('?')) return { kind: 'repeat', node, min: 0, max: 1 }
    const min = Number(least)
    const max = most !== undefined ? Number(most) : comma === undefined ? min : Infinity
    return max < min ? this.unusable() : { kind: 'repeat', node, min, max }
  }

  #atom(depth: number): Node {
    if (this.#take('(')) {
      const isGroup = this.#take('?:') || this.#takeName() || !this.#rest(1).startsWith('?')
      if (!isGroup) this.unusable()
      const node = this.choice(depth + 1)
      return this.#take(')') ? node : this.unusable()
    }
    if (this.#take('^')) return { kind: 'assertion', is: '^' }
    if (this.#take('$')) return { kind: 'assertion', is: '$' }
    if (this.#take('\\b')) return { kind: 'assertion', is: 'b' }
    if (this.#take('\\B')) return { kind: 'assertion', is: 'B' }
    const source = this.#character()
    this.#at += source.length
    return { kind: 'character', fits: fitsOf(source) ?? this.unusable() }
  }

  /** @returns the text of what stands for one character here. */
  #character(): string {
    const rest = this.#rest(this.#pattern.length)
    const [first = ''] = rest
    if (first === '\\') return escape.exec(rest)?.[0] ?? this.unusable()
    if (first === '[') return this.#classAt(rest)
    return /^[*+?]/.test(first) ? this.unusable() : first
  }

  #classAt(rest: string): string {
    for (let at = 1; at < rest.length; at += 1) {
      if (rest[at] === '\\') at += 1
      else if (rest[at] === ']') return rest.slice(0, at + 1)
    }
    return this.unusable()
  }

  #takeName(): boolean {
    const [text = ''] = /^\?<[a-z_]\w{0,60}>/i.exec(this.#rest(70)) ?? []
    this.#at += text.length
    return text !== ''
  }

  #take(text: string): boolean {
    if (!this.#pattern.startsWith(text, this.#at)) return false
    this.#at += text.length
    return true
  }

  #rest(length: number): string {
    return this.#pattern.slice(this.#at, this.#at + length)
  }
}

/** One class against one character is quick, so the built-in engine does that part. */
function fitsOf(source: string): ((character: string) => boolean) | null {
  const literal = source.length === 1 && /[{}\]]/.test(source) ? `\\${source}` : source
  const expression = compiled(literal, 'u') ?? compiled(literal, '')
  if (expression === null) return null
  const known = new Map<string, boolean>()
  return character => {
    const fits = known.get(character) ?? expression.test(character)
    if (known.size < 256) known.set(character, fits)
    return fits
  }
}

function compiled(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(`^(?:${source})$`, flags)
  } catch {
    return null
  }
}
