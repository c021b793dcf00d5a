import type { Json } from '../core/kit/record-type.ts'
import type { Refusal } from '../core/kit/refusal.ts'

/**
 * What a command came to in the district. `at` is its place in the stream of the device that sent it
 * (0 for the district's own reactions, which have no stream). A wait is never stored, nor is a fork: under this key
 * something else was decided, and this is not.
 */
export type Result =
  | { readonly status: 'applied'; readonly at: number }
  | { readonly status: 'refused'; readonly refusal: Refusal; readonly at: number }
  | { readonly status: 'wait'; readonly on: 'blobs' | 'after' | 'busy' | 'upgrade' }
  | { readonly status: 'fork' }

/** One command on its way. `after`: keys that must have a result before this one is decided. */
export interface Mutation {
  /** `{device}:{n}:{opening}`: the same key twice is the same command. */
  readonly key: string
  readonly name: string
  readonly input: Json
  readonly stamp: string
  /** By the device's clock, put right by the district's where it is known to be wrong (epoch ms). */
  readonly doneAt: number
  readonly after: readonly string[]
}

/** What a computer knows of a district: which life of it, and up to where it was told its own stream in that one. */
export interface Life {
  /** 1 at first; another number, that never was before, after each restore from a copy. */
  readonly epoch: number
  readonly told: number
}

export interface Push {
  readonly device: string
  readonly mutations: readonly Mutation[]
  /** Absent: it has not been told of any, or its program does not say. */
  readonly life?: Life
}

/** A hint only: what counts is the result in the device's own stream, which the next pull brings. */
export interface PushReply {
  readonly results: readonly (readonly [key: string, result: Result])[]
  /** The district's clock (epoch ms). */
  readonly now: number
  /** In which life that was said; absent: a district of before protocol 6. */
  readonly epoch?: number
  /** Nothing was decided: the computer knows of another life, and has to begin its pull anew before it sends. */
  readonly resync?: 'epoch'
}

export type Body = { [field: string]: Json }
export type Clocks = Readonly<Record<string, string>>

/** A record as its stream shows it; the short form: gone from this stream. */
export type Op =
  | readonly [
      stream: string,
      kind: string,
      id: string,
      rev: number,
      v: number,
      body: Body,
      clocks: Clocks,
    ]
  | readonly [stream: string, kind: string, id: string]

/** One page of the district's word. `from` is the cursor it continues; '' is the beginning. */
export interface Page {
  readonly from: string
  readonly next: string
  /** Whether another page follows at once: until then the picture is half. */
  readonly more: boolean
  /** Streams that the person no longer reads. */
  readonly drop: readonly string[]
  readonly results: readonly (readonly [key: string, result: Result])[]
  /** The district's clock (epoch ms). */
  readonly now: number
  readonly ops: readonly Op[]
  /** Streams that begin anew with this page: what they showed before and do not show again is gone. Absent: none. */
  readonly anew?: readonly string[]
  /** What the person's streams show now; absent: the district has not counted it. */
  readonly sums?: Sums
  /** Kinds that the district does not know, and that it has left out of the sums; absent: none. */
  readonly without?: readonly string[]
  /** What the computer knows of the district once it has taken this page; absent: a district of before protocol 6. */
  readonly life?: Life
}

/** By stream: how many records it shows, and the sum of them (`sumOf`). */
export type Sums = Readonly<Record<string, readonly [records: number, sum: number]>>

/** The cursor can't be continued: start from the beginning. `epoch`: the district was restored from a backup. */
export interface Resync {
  readonly from: string
  readonly resync: 'cursor' | 'epoch'
  readonly now: number
  /** The life that it has now; absent: a district of before protocol 6. */
  readonly epoch?: number
}

export type PullReply = Page | Resync
