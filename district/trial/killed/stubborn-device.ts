import { districtPaths, protocol } from '../../../contract/sync/version.ts'
import { pushReply } from '../../../contract/sync/push.ts'
import { madeId } from '../../../db/engine/made-id.ts'
import type { Answer, Command, Sending } from '../device.ts'
import { hashOf, jsonIn, TrialDevice } from '../device.ts'

/** Between two tries (ms), while a district is down or busy. */
const againMs = 60
const triesMax = 1_500
const tus = { 'tus-resumable': '1.0.0' }

/** One command as it went over the wire, with what the district answered to it. */
export interface Told {
  readonly key: string
  readonly body: unknown
  readonly status: string
}

/**
 * A computer that asks again until it is answered, as ours do, and remembers everything that the district answered: what
 * was said once has to stay true.
 */
export class StubbornDevice extends TrialDevice {
  readonly told: Told[] = []
  /** Files of which the district said that it has them. */
  readonly files = new Set<string>()

  override async ask(...asked: Parameters<TrialDevice['ask']>): Promise<Answer> {
    return this.answered(() => super.ask(...asked), asked[0])
  }

  override async join(code: string): Promise<Answer> {
    return this.answered(() => super.join(code), { method: 'POST', target: districtPaths.join })
  }

  override async push(commands: readonly Command[]) {
    const mutations = this.mutations(commands)
    const value = { protocol, device: this.name, mutations }
    for (let tries = 0; tries < triesMax; tries++) {
      const answer = await this.askJson('POST', districtPaths.push, value)
      if (answer.status !== 200) throw new Error(`push ${answer.status} ${answer.body.toString()}`)
      const { results } = pushReply.parse(jsonIn(answer))
      if (results.every(([, { status }]) => status !== 'wait')) {
        for (const [key, { status }] of results) {
          const body = mutations.find(mutation => mutation.key === key)
          this.told.push({ key, body, status })
        }
        return results.map(([key, result]) => ({
          key,
          ...result,
          id: (name: string) => madeId(key, name),
        }))
      }
      await rest()
    }
    throw new Error(`it waits for ever: ${JSON.stringify(commands)}`)
  }

  /** A file by tus, from where it is on, as often as it takes. */
  override async upload(bytes: Uint8Array): Promise<Answer> {
    const sha256 = hashOf(bytes)
    for (let tries = 0; tries < triesMax; tries++) {
      const created = await this.createUpload(bytes.length, sha256)
      const target = String(created.headers.location)
      const head = await this.ask({ method: 'HEAD', target, headers: tus })
      const offset = Number(head.headers['upload-offset'])
      const last = await this.append(target, offset, bytes.subarray(offset))
      const isThere = (await this.blob(sha256, {}, 'HEAD')).status === 200
      if (last.status === 204 && !isThere) throw new Error('taken, and not there')
      if (!isThere) continue
      this.files.add(sha256)
      return { ...last, status: 204 }
    }
    throw new Error('a file that never arrives')
  }

  private async answered(ask: () => Promise<Answer>, asked: Sending): Promise<Answer> {
    for (let tries = 0; tries < triesMax; tries++) {
      try {
        const answer = await ask()
        if (answer.status !== 503) return answer
      } catch (error) {
        // Nobody is there, or was until a moment ago: what a kill looks like from here.
        if (!(error instanceof Error && 'code' in error)) throw error
      }
      await rest()
    }
    throw new Error(`never answered: ${asked.method} ${asked.target}`)
  }
}

const rest = () => new Promise(resolve => setTimeout(resolve, againMs))
