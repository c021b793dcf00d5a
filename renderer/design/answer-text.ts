/** As much of a DOM node as reading needs. */
export interface Tree {
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<Tree>
}

/** A text node and where its first character stands in the whole text, in UTF-16 units. */
export interface Piece {
  readonly node: Tree
  readonly at: number
  readonly length: number
}

/**
 * What a person sees in an editable field, as plain text, and where each text node stands in it. Chromium writes most
 * line breaks as `\n`, but puts some pasted lines into a `<div>` each: their breaks would be lost in `textContent`.
 * A field that was emptied holds one break that nobody typed: it reads as ''.
 */
export function readAnswer(field: Tree): {
  readonly text: string
  readonly pieces: readonly Piece[]
} {
  const pieces: Piece[] = []
  let text = ''
  let lineFrom = 0
  let hasBlocks = false
  let atBorder = false

  const add = (said: string) => {
    // A block begins on a new line, and needs no further break where the text before ends with one.
    if (atBorder && !text.slice(lineFrom).endsWith('\n')) text += '\n'
    if (atBorder) lineFrom = text.length
    atBorder = false
    text += said
  }
  const border = () => {
    hasBlocks = true
    if (text !== '') atBorder = true
  }
  const walk = (tree: Tree) => {
    for (const node of Array.from(tree.childNodes)) {
      if (node.nodeName === '#text') {
        const said = node.nodeValue ?? ''
        add('')
        pieces.push({ node, at: text.length, length: said.length })
        add(said)
      } else if (node.nodeName === 'BR') add('\n')
      else {
        border()
        walk(node)
        border()
      }
    }
  }
  walk(field)
  const ends = text === '\n' || (hasBlocks && text.slice(lineFrom).endsWith('\n'))
  return { text: ends ? text.slice(0, -1) : text, pieces }
}

/** The node and the offset in it where a place in the text stands; `undefined` in an empty field. */
export function placeIn(
  pieces: readonly Piece[],
  at: number,
): { readonly node: Tree; readonly offset: number } | undefined {
  const piece = pieces.find(one => at <= one.at + one.length) ?? pieces.at(-1)
  if (piece === undefined) return undefined
  return { node: piece.node, offset: Math.max(0, Math.min(piece.length, at - piece.at)) }
}
