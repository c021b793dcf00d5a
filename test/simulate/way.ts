import { EventEmitter } from 'node:events'
import { Duplex } from 'node:stream'
import type { Timers } from '../../core/kit/timers.ts'

/** One end of a connection without a network: what is written is kept until the run lets it through. */
export class End extends Duplex {
  readonly written: Buffer[] = []
  readonly remoteAddress = '127.0.0.1'
  bytesWritten = 0
  private readonly timers: Timers | undefined
  private forget: (() => void) | undefined

  constructor(timers: Timers | undefined) {
    super({ allowHalfOpen: true })
    this.timers = timers
    // Whoever uses it hears of it too; here it is what the run is about.
    this.on('error', () => undefined)
  }

  override _read(): void {
    // What comes is pushed by the run.
  }

  override _write(part: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.written.push(part)
    this.bytesWritten += part.length
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.forget?.()
    done(error)
  }

  /** As of a socket: calls when nothing came or went for so long (ms). */
  setTimeout(ms: number, work?: () => void): this {
    this.forget?.()
    this.forget = undefined
    if (work !== undefined && ms > 0) this.forget = this.timers?.after(ms, work)
    return this
  }

  /** As of a socket: ends once everything has been written. */
  destroySoon(): void {
    this.end(() => this.destroy())
  }

  setKeepAlive(): this {
    return this
  }

  setNoDelay(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  /** What was written since the last time. */
  taken(): Buffer {
    return Buffer.concat(this.written.splice(0))
  }

  /**
   * Ends without a word to whoever asks over it, as nobody hears anything who was killed. Left open, its parser of HTTP would
   * hold all of its program, in a process that plays hundreds of runs.
   */
  fallSilent(): void {
    const asked: unknown = Reflect.get(this, '_httpMessage')
    if (asked instanceof EventEmitter) {
      for (const told of ['response', 'error', 'timeout']) asked.removeAllListeners(told)
      asked.on('error', () => undefined)
    }
    this.destroy()
  }
}

/** A connection was lost. */
export const reset = (): Error => Object.assign(new Error('reset'), { code: 'ECONNRESET' })
