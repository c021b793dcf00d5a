import { patternStatesMax } from '../limits.ts'
import { Meter, SchemaUnusable } from './meter.ts'
import { patternNodes, type Node } from './pattern-syntax.ts'

type State =
  | {
      readonly kind: 'character'
      readonly fits: (character: string) => boolean
      readonly next: number
    }
  | { readonly kind: 'assertion'; readonly is: '^' | '$' | 'b' | 'B'; readonly next: number }
  | { readonly kind: 'fork'; readonly next: number[] }
  | { readonly kind: 'end' }

/** A compiled `pattern`: whether it occurs anywhere in a text, at a cost that is counted. */
export type Pattern = (text: string, meter: Meter) => boolean

/**
 * Compiles a regular expression so that a text is matched in one pass, with all that may still match kept
 * side by side (Thompson's construction). The built-in engine goes back and tries again, and with
 * `(a+)+$` from a stranger that takes longer than anybody waits.
 *
 * @throws SchemaUnusable where it cannot be matched in one pass, or is too long.
 */
export function patternOf(pattern: string): Pattern {
  const states: States = [{ kind: 'end' }]
  // Repeating nothing adds no state, so the steps of building are counted too.
  const start = build(states, patternNodes(pattern), 0, new Meter(patternStatesMax * 10))
  return (text, meter) => occurs(states, start, Array.from(text), meter)
}

type States = State[]

function add(states: States, state: State): number {
  if (states.length >= patternStatesMax)
    throw new SchemaUnusable('TOO_COMPLEX', { patternStatesMax })
  return states.push(state) - 1
}

/** @returns the state a node begins with, where what follows it begins at `next`. */
function build(states: States, node: Node, next: number, meter: Meter): number {
  meter.spend(1)
  if (node.kind === 'sequence')
    return node.nodes.reduceRight((after, inner) => build(states, inner, after, meter), next)
  if (node.kind === 'choice')
    return add(states, {
      kind: 'fork',
      next: node.nodes.map(one => build(states, one, next, meter)),
    })
  if (node.kind !== 'repeat') return add(states, { ...node, next })
  const { node: inner, min, max } = node
  let after = next
  if (max === Infinity) {
    const again: number[] = [next]
    after = add(states, { kind: 'fork', next: again })
    again.push(build(states, inner, after, meter))
  } else {
    for (let more = min; more < max; more += 1)
      after = add(states, { kind: 'fork', next: [next, build(states, inner, after, meter)] })
  }
  for (let least = 0; least < min; least += 1) after = build(states, inner, after, meter)
  return after
}

function occurs(
  states: readonly State[],
  start: number,
  text: readonly string[],
  meter: Meter,
): boolean {
  let current: readonly number[] = []
  for (let at = 0; at <= text.length; at += 1) {
    const reached = closure(states, [...current, start], text, at)
    meter.spend(1 + reached.length)
    const character = text[at]
    const next: number[] = []
    for (const index of reached) {
      const state = states[index]
      if (state?.kind === 'end') return true
      if (state?.kind === 'character' && character !== undefined && state.fits(character))
        next.push(state.next)
    }
    current = next
  }
  return false
}

/** @returns the states that are reached without reading a character. */
function closure(
  states: readonly State[],
  from: readonly number[],
  text: readonly string[],
  at: number,
): readonly number[] {
  const reached = new Set<number>()
  const open = [...from]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (reached.has(index)) continue
    reached.add(index)
    const state = states[index]
    if (state?.kind === 'fork') open.push(...state.next)
    if (state?.kind === 'assertion' && holds(state.is, text, at)) open.push(state.next)
  }
  return [...reached]
}

function holds(is: '^' | '$' | 'b' | 'B', text: readonly string[], at: number): boolean {
  if (is === '^') return at === 0
  if (is === '$') return at === text.length
  const isEdge = isWord(text[at - 1]) !== isWord(text[at])
  return is === 'b' ? isEdge : !isEdge
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /^\w$/.test(character)
}
