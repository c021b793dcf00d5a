import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import http from 'node:http'
import { z } from 'zod'
import { joinReply } from '../../contract/sync/join.ts'
import { pullReply, pullTarget } from '../../contract/sync/pull.ts'
import { pushReply } from '../../contract/sync/push.ts'
import {
  digestValue,
  signatureBase,
  signatureHeaders,
  signatureInput,
  signatureValue,
} from '../../contract/sync/signature.ts'
import { districtPaths, protocol } from '../../contract/sync/version.ts'
import type { CommandName } from '../../core/commands.ts'
import type { Purpose, Signed } from '../../core/kit/signed.ts'
import { textToSign } from '../../core/kit/signed.ts'
import { madeId } from '../../db/engine/made-id.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { Life, Mutation } from '../../db/wire.ts'
import type { TrialDistrict } from './district.ts'
import { deviceName } from './district.ts'

export interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

export interface Sending {
  readonly method: string
  readonly target: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

const nothing = new Uint8Array()

/** One request and its answer, whatever it is. */
export function send(address: string, sending: Sending): Promise<Answer> {
  const { method, target, headers, body = nothing } = sending
  const url = new URL(address)
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: url.hostname,
        port: url.port,
        method,
        path: target,
        agent: false,
        headers: { 'content-length': String(body.length), ...headers },
      },
      response => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

/** What a body says, as JSON. */
export function jsonIn(answer: Answer): unknown {
  const value: unknown = JSON.parse(answer.body.toString('utf8'))
  return value
}

/** The code of a refusal. */
export function codeIn(answer: Answer): string {
  return z.object({ code: z.string() }).parse(jsonIn(answer)).code
}

interface Signing {
  readonly created?: number
  readonly nonce?: string
  readonly device?: string
  readonly key?: KeyObject
  /** What the digest is made of, where it isn't the body. */
  readonly digestOf?: Uint8Array
}

export interface Command {
  readonly name: CommandName
  readonly input: object
  readonly after?: readonly string[]
  readonly doneAt?: number
  readonly n?: number
}

/** A person's computer, as far as the wire goes. */
export class TrialDevice {
  readonly name = deviceName()
  readonly keys = generateKeyPairSync('ed25519')
  /** What it was told: `kind/id` → body. */
  readonly records = new Map<string, Record<string, unknown>>()
  readonly results = new Map<string, unknown>()
  readonly district: Pick<TrialDistrict, 'address' | 'now'>
  cursor = ''
  /** What it knows of the district's life. */
  life: Life | undefined
  person = ''
  /** As the district named it when this computer joined. */
  trustKey = ''
  /** Every command that was taken, as it went: after a restore a computer sends it again. */
  private readonly taken: Mutation[] = []
  private n = 0

  constructor(district: Pick<TrialDistrict, 'address' | 'now'>) {
    this.district = district
  }

  get publicKey(): string {
    return this.keys.publicKey.export({ format: 'jwk' }).x ?? ''
  }

  /** A document as this computer signs it. */
  signedDocument(purpose: Purpose, document: string): Signed {
    const text = Buffer.from(textToSign(purpose, document))
    return {
      device: this.name,
      publicKey: Buffer.from(this.publicKey, 'base64url').toString('hex'),
      signature: sign(null, text, this.keys.privateKey).toString('hex'),
    }
  }

  async join(code: string, more: object = {}): Promise<Answer> {
    const request = {
      protocol,
      code,
      device: this.name,
      publicKey: this.publicKey,
      deviceName: 'Canary laptop',
      ...more,
    }
    const answer = await send(this.district.address, {
      method: 'POST',
      target: districtPaths.join,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify(request)),
    })
    if (answer.status === 200)
      ({ person: this.person, trustKey: this.trustKey } = joinReply.parse(jsonIn(answer)))
    return answer
  }

  /** The headers that sign a request. */
  signed({ method, target, body = nothing }: Sending, signing: Signing = {}) {
    const digested = signing.digestOf ?? body
    const digest = digestValue(createHash('sha256').update(digested).digest('base64'))
    const signedRequest = {
      method,
      target,
      digest,
      created: signing.created ?? Math.floor(this.district.now() / 1_000),
      nonce: signing.nonce ?? randomBytes(18).toString('base64url'),
      device: signing.device ?? this.name,
    }
    const base = Buffer.from(signatureBase(signedRequest))
    const signature = sign(null, base, signing.key ?? this.keys.privateKey)
    return {
      [signatureHeaders.digest]: digest,
      [signatureHeaders.input]: signatureInput(signedRequest),
      [signatureHeaders.signature]: signatureValue(signature.toString('base64')),
    }
  }

  ask(sending: Sending, signing: Signing = {}): Promise<Answer> {
    const headers = { ...sending.headers, ...this.signed(sending, signing) }
    return send(this.district.address, { ...sending, headers })
  }

  askJson(method: string, target: string, value: unknown, signing: Signing = {}): Promise<Answer> {
    const body = Buffer.from(JSON.stringify(value))
    return this.ask({ method, target, body }, signing)
  }

  /** Commands as they go over the wire. */
  mutations(commands: readonly Command[]): readonly Mutation[] {
    return commands.map(command => {
      const n = command.n ?? ++this.n
      const doneAt = command.doneAt ?? this.district.now()
      return {
        key: `${this.name}:${n}`,
        name: command.name,
        input: bodyOf(command.input),
        stamp: `${String(doneAt).padStart(13, '0')}-${n.toString(16).padStart(4, '0')}-${this.name}`,
        doneAt,
        after: [...(command.after ?? [])],
      }
    })
  }

  push(commands: readonly Command[], signing: Signing = {}) {
    return this.sent(this.mutations(commands), signing)
  }

  /** Sends again all that was ever taken, as a computer does whose district was restored; `but`: these come later. */
  sendAgain(...but: readonly CommandName[]) {
    const later: ReadonlySet<string> = new Set(but)
    return this.sent(this.taken.filter(({ name }) => !later.has(name)))
  }

  private async sent(mutations: readonly Mutation[], signing: Signing = {}) {
    const pushed = async () => {
      const value = { protocol, device: this.name, mutations, life: this.life }
      const answer = await this.askJson('POST', districtPaths.push, value, signing)
      if (answer.status !== 200) throw new Error(`push ${answer.status} ${answer.body.toString()}`)
      return pushReply.parse(jsonIn(answer))
    }
    let reply = await pushed()
    if (reply.resync !== undefined) {
      // The district was restored: first what it says now.
      await this.pull()
      reply = await pushed()
    }
    const applied = new Set(
      reply.results.flatMap(([key, { status }]) => (status === 'applied' ? [key] : [])),
    )
    for (const one of mutations)
      if (applied.has(one.key) && !this.taken.includes(one)) this.taken.push(one)
    return reply.results.map(([key, result]) => ({
      key,
      ...result,
      id: (name: string) => madeId(key, name),
    }))
  }

  /** One command that must be taken. */
  async act(name: CommandName, input: object) {
    const [result] = await this.push([{ name, input }])
    if (result?.status !== 'applied') throw new Error(`${name}: ${JSON.stringify(result)}`)
    return result
  }

  /** Pulls to the end; one that begins anew asks on from there once more, as computers go on to do. */
  async pull(waitMs = 0): Promise<number> {
    let rows = 0
    let began = this.cursor === ''
    for (;;) {
      const answer = await this.ask({ method: 'GET', target: pullTarget(this.cursor, waitMs) })
      if (answer.status !== 200) throw new Error(`pull ${answer.status} ${codeIn(answer)}`)
      const page = pullReply.parse(jsonIn(answer))
      if ('resync' in page) {
        this.cursor = ''
        began = true
        this.records.clear()
        continue
      }
      for (const [stream, kind, id, , , body] of page.ops) {
        const key = `${kind}/${id}`
        rows++
        if (body !== undefined) this.records.set(key, body)
        else if (stream.startsWith('user:')) this.records.delete(key)
      }
      for (const [key, result] of page.results) this.results.set(key, result)
      this.cursor = page.next
      this.life = page.life
      if (!page.more && !began) return rows
      began = page.more && began
    }
  }

  /** Pulls until something holds, or gives up. */
  async until<T>(what: () => T | undefined): Promise<T> {
    for (let tries = 0; tries < 200; tries++) {
      await this.pull(200)
      const found = what()
      if (found !== undefined) return found
    }
    throw new Error('it never came')
  }

  /** A file by tus, in one piece. */
  async upload(bytes: Uint8Array, sha256 = hashOf(bytes), mediaType = 'image/png') {
    const created = await this.createUpload(bytes.length, sha256, mediaType)
    if (created.status !== 201) return created
    return this.append(String(created.headers.location), 0, bytes)
  }

  createUpload(length: number, sha256: string, mediaType = 'image/png'): Promise<Answer> {
    const headers = headersOfNew(length, sha256, mediaType)
    return this.ask({ method: 'POST', target: districtPaths.files, headers })
  }

  /** Creation with upload. */
  uploadAtOnce(bytes: Uint8Array, sha256 = hashOf(bytes)): Promise<Answer> {
    const headers = {
      ...headersOfNew(bytes.length, sha256, 'image/png'),
      'content-type': 'application/offset+octet-stream',
    }
    const asked = { method: 'POST', target: districtPaths.files, headers, body: bytes }
    return this.ask(asked, { digestOf: nothing })
  }

  append(target: string, offset: number, bytes: Uint8Array): Promise<Answer> {
    const headers = {
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    }
    return this.ask({ method: 'PATCH', target, headers, body: bytes }, { digestOf: nothing })
  }

  blob(sha256: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
    return this.ask({ method, target: `${districtPaths.blobs}/${sha256}`, headers })
  }
}

function headersOfNew(length: number, sha256: string, mediaType: string) {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  return {
    'tus-resumable': '1.0.0',
    'upload-length': String(length),
    'upload-metadata': `sha256 ${base64(sha256)},mediaType ${base64(mediaType)}`,
  }
}

/** SHA-256 of bytes, hex. */
export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** A computer of a person, joined and up to date. */
export async function joined(district: TrialDistrict, person: string): Promise<TrialDevice> {
  const device = new TrialDevice(district)
  const answer = await device.join(await district.invite(person))
  if (answer.status !== 200) throw new Error(`join ${answer.status} ${codeIn(answer)}`)
  await device.pull()
  return device
}
