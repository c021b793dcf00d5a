import type { Document } from './documents.ts'

/** An edit of one document: what it said, and what it says now. */
export interface Edit {
  readonly n: number
  readonly from: Document
  readonly to: Document
}

/** What is on one end: how many documents, and the hash of their content. */
export interface Content {
  readonly count: number
  readonly hash: string
}

/** One of the two that are compared: a server and a computer, each in processes of its own. Times are in ms. */
export interface Side {
  /** A new computer, until all documents are on it. It is the one that everything else is asked of. */
  first(): Promise<number>
  /** The server changes documents while the computer is away; then until the computer has them. */
  catchUp(edits: readonly Edit[]): Promise<number>
  /** The computer changes documents while it is away; then until the server has them and the computer knows it. */
  push(edits: readonly Edit[]): Promise<number>
  /** What both ends hold now. */
  contents(): Promise<{ readonly server: Content; readonly computer: Content }>
  end(): Promise<void>
}
