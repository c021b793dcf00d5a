import { pullTarget } from '../../contract/sync/pull.ts'
import { districtPaths, protocol } from '../../contract/sync/version.ts'
import type { Sending } from './device.ts'

/** What requests are about: things that are there. */
export interface Scene {
  /** A person of whom the asker is none. */
  readonly other: string
  /** A computer of that person. */
  readonly otherDevice: string
  /** A file (SHA-256, hex) that hangs in a claim in review of that person. */
  readonly sha256: string
  /** An upload of that person's that is under way. */
  readonly upload: string
  /** A badge that was signed. */
  readonly badge: string
}

/** How one endpoint is asked, and by whom it may be: a new path that is missing here does not compile. */
export interface Endpoint {
  /** As the framework has it; of files in arrival, which do not go through it, `undefined`. */
  readonly routes: readonly string[] | undefined
  readonly isPublic: boolean
  /** The requests there are on it. `device`: who asks. */
  ask(scene: Scene, device: string): readonly Sending[]
}

const tus = { 'tus-resumable': '1.0.0' }
const base64 = (text: string) => Buffer.from(text).toString('base64')
const json = (method: string, target: string, value: object): Sending => ({
  ...{ method, target },
  body: Buffer.from(JSON.stringify(value)),
})
const get = (target: string): Sending => ({ method: 'GET', target })

/** Every endpoint of the district's door. */
export const endpoints: Readonly<Record<keyof typeof districtPaths, Endpoint>> = {
  about: {
    routes: [`GET ${districtPaths.about}`],
    isPublic: true,
    ask: () => [get(districtPaths.about)],
  },
  join: {
    routes: [`POST ${districtPaths.join}`],
    // With a code that was given out; without one nobody joins.
    isPublic: true,
    ask: (_scene, device) => [
      json('POST', districtPaths.join, {
        ...{ protocol, code: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-F', device },
        ...{ publicKey: 'A'.repeat(43), deviceName: 'Nobody’s' },
      }),
    ],
  },
  joinPage: {
    routes: [`GET ${districtPaths.joinPage}`],
    isPublic: true,
    ask: () => [get(districtPaths.joinPage)],
  },
  push: {
    routes: [`POST ${districtPaths.push}`],
    isPublic: false,
    ask: (_scene, device) => [
      json('POST', districtPaths.push, { protocol, device, mutations: [] }),
    ],
  },
  pull: {
    routes: [`GET ${districtPaths.pull}`],
    isPublic: false,
    ask: () => [get(pullTarget('', 0))],
  },
  invitations: {
    routes: [`POST ${districtPaths.invitations}`],
    isPublic: false,
    ask: ({ other }) => [json('POST', districtPaths.invitations, { person: other })],
  },
  room: {
    routes: [`GET ${districtPaths.room}`],
    isPublic: false,
    ask: () => [get(districtPaths.room)],
  },
  devices: {
    routes: [`GET ${districtPaths.devices}`],
    isPublic: false,
    ask: () => [get(districtPaths.devices)],
  },
  ownDevices: {
    routes: [`GET ${districtPaths.ownDevices}`, `POST ${districtPaths.ownDevices}`],
    isPublic: false,
    ask: ({ otherDevice }) => [
      get(districtPaths.ownDevices),
      json('POST', districtPaths.ownDevices, { device: otherDevice, name: 'At home' }),
    ],
  },
  revocations: {
    routes: [`POST ${districtPaths.revocations}`],
    isPublic: false,
    ask: ({ otherDevice }) => [json('POST', districtPaths.revocations, { device: otherDevice })],
  },
  signIn: {
    routes: [`POST ${districtPaths.signIn}`],
    // With somebody's name and password; without them nobody comes in.
    isPublic: true,
    ask: (_scene, device) => [
      json('POST', districtPaths.signIn, {
        ...{ protocol, name: 'nobody', password: 'nobody’s password', device },
        ...{ publicKey: 'A'.repeat(43), deviceName: 'Nobody’s' },
      }),
    ],
  },
  account: {
    routes: [`GET ${districtPaths.account}`, `POST ${districtPaths.account}`],
    isPublic: false,
    ask: () => [
      get(districtPaths.account),
      json('POST', districtPaths.account, { do: 'remove', current: 'there is none' }),
    ],
  },
  beingRead: {
    routes: [`GET ${districtPaths.beingRead}`],
    isPublic: false,
    ask: () => [get(districtPaths.beingRead)],
  },
  resets: {
    routes: [`POST ${districtPaths.resets}`],
    isPublic: false,
    ask: ({ other }) => [json('POST', districtPaths.resets, { person: other })],
  },
  answers: {
    routes: [`POST ${districtPaths.answers}`],
    isPublic: false,
    ask: ({ otherDevice }) => [
      json('POST', districtPaths.answers, { device: otherDevice, isTheirs: true }),
    ],
  },
  files: {
    routes: undefined,
    isPublic: false,
    ask: ({ upload }) => [
      {
        ...{ method: 'POST', target: districtPaths.files },
        headers: {
          ...{ ...tus, 'upload-length': '3' },
          'upload-metadata': `sha256 ${base64('0'.repeat(64))},mediaType ${base64('image/png')}`,
        },
      },
      { method: 'HEAD', target: upload, headers: tus },
      {
        ...{ method: 'PATCH', target: upload },
        headers: {
          ...{ ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
        },
      },
      { method: 'DELETE', target: upload, headers: tus },
    ],
  },
  blobs: {
    routes: [`GET ${districtPaths.blobs}/:sha256`],
    isPublic: false,
    ask: ({ sha256 }) => [
      get(`${districtPaths.blobs}/${sha256}`),
      { method: 'HEAD', target: `${districtPaths.blobs}/${sha256}` },
    ],
  },
  badges: {
    routes: [
      `OPTIONS ${districtPaths.badges}/:id`,
      `GET ${districtPaths.badges}/:id`,
      `GET ${districtPaths.badges}/page.css`,
      `GET ${districtPaths.badges}/page.svg`,
      `GET ${districtPaths.badges}/:file{[a-z0-9-]{1,80}\\.(?:json|png)}`,
    ],
    isPublic: true,
    ask: ({ badge }) =>
      [badge, `${badge}.json`, `${badge}.png`, 'page.css', 'page.svg'].map(part =>
        get(`${districtPaths.badges}/${part}`),
      ),
  },
  endorsements: {
    routes: [
      `OPTIONS ${districtPaths.endorsements}/:id`,
      `GET ${districtPaths.endorsements}/:id`,
      `GET ${districtPaths.endorsements}/:file{[a-z0-9-]{1,80}\\.json}`,
    ],
    isPublic: true,
    // Nothing was read in or given here.
    ask: () => ['none', 'none.json'].map(part => get(`${districtPaths.endorsements}/${part}`)),
  },
  status: {
    routes: [`OPTIONS ${districtPaths.status}/:n`, `GET ${districtPaths.status}/:n`],
    isPublic: true,
    ask: () => [get(`${districtPaths.status}/1`)],
  },
  did: {
    routes: [`OPTIONS ${districtPaths.did}`, `GET ${districtPaths.did}`],
    isPublic: true,
    ask: () => [get(districtPaths.did)],
  },
  trust: {
    routes: [`OPTIONS ${districtPaths.trust}`, `GET ${districtPaths.trust}`],
    isPublic: true,
    ask: () => [get(districtPaths.trust)],
  },
  health: {
    routes: [`GET ${districtPaths.health}`],
    isPublic: false,
    ask: () => [get(districtPaths.health)],
  },
}

/** All of them, by name. */
export const endpointNames = Object.keys(endpoints).filter(
  (name): name is keyof typeof districtPaths => Object.hasOwn(districtPaths, name),
)
