import {
  commandRequest,
  demoPersonRequest,
  dismissRequest,
  districtAddressRequest,
  doorLimits,
  fileAddressRequest,
  finishRequest,
  linkRequest,
  lockRequest,
  onceRequest,
  queryRequest,
  sendRequest,
  settingsRequest,
  setupRequest,
  undoRequest,
  unlockRequest,
} from '../../contract/device/requests.ts'
import { doorPaths } from '../../contract/device/door.ts'
import { trustListPaths } from '../../contract/device/trust-lists.ts'
import { waitingPaths } from '../../contract/device/waiting.ts'
import { verifyingPaths } from '../../contract/device/verifying.ts'
import { asidePaths } from '../../contract/device/aside.ts'
import { beginAnew, listAside, openAside } from '../aside/answer.ts'
import { badgeFile } from '../badge/export.ts'
import { saidBeside } from '../badge/said-beside.ts'
import { verify } from '../badge/verify.ts'
import { aboutTrustList, listTrustLists, takeTrustList } from '../trust/answer.ts'
import { aboutBatch, beginBatch, listBatches } from '../verifying/answer.ts'
import { sendClaim } from '../claim/send.ts'
import { takeCase } from '../competency/take-case.ts'
import { addressOf } from '../evidence/file-address.ts'
import { takeFile } from '../evidence/take-file.ts'
import { goToAnotherAddress } from '../person/another-address.ts'
import { takeWaiting, waitingSaid } from '../person/read-waiting.ts'
import { waitingFile } from '../person/waiting-file.ts'
import { passOn } from '../person/pass-on.ts'
import { finishReview } from '../review/finish.ts'
import { act, keeping } from '../place/act.ts'
import { takeBack } from '../place/take-back.ts'
import { ask } from '../question/ask.ts'
import type { House } from '../house.ts'
import { json, refusal } from './answer.ts'
import { readBytes, readJson } from './body.ts'
import { isProof, proofOfAnswer, proofOfAsking } from './way-in.ts'

/** Answers one request; `rest` is what follows the route's path. */
type Handler = (house: House, request: Request, rest: string) => Promise<Response> | Response

const most = doorLimits.jsonBytesMax

/** May be asked without the secret: to trade a start link for it. */
export const onceRoute: Handler = async ({ secret }, request) => {
  const { once } = await readJson(request, onceRequest, most)
  const word = secret.trade(once)
  return word === undefined ? refusal({ code: 'link_used' }) : json({ secret: word })
}

/** May be asked without the secret by who shows that they have it: a fresh way in, for a second copy of the program. */
export const linkRoute: Handler = async (house, request) => {
  const { challenge, proof } = await readJson(request, linkRequest, most)
  const { word } = house.secret
  const { screen } = house.origins
  if (!isProof(proof, proofOfAsking(word, screen, challenge))) return refusal({ code: 'no_secret' })
  const startLink = house.startLink()
  return json({ startLink, proof: proofOfAnswer(word, screen, challenge, startLink) })
}

/** `METHOD path` → what answers. */
export const routes: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  [`GET ${doorPaths.session}`, async house => json(await house.session())],
  [`GET ${doorPaths.events}`, house => house.events.stream()],
  [
    `POST ${doorPaths.commands}`,
    async (house, request) => {
      const { name, input, with: goesWith } = await readJson(request, commandRequest, most)
      return json(act(house.place(), name, input, goesWith === undefined ? {} : { goesWith }))
    },
  ],
  [
    `POST ${doorPaths.send}`,
    async (house, request) => {
      const { claim } = await readJson(request, sendRequest, most)
      return json(await sendClaim(house.place(), claim))
    },
  ],
  [
    `POST ${doorPaths.finish}`,
    async (house, request) => {
      const { review } = await readJson(request, finishRequest, most)
      return json(await finishReview(house.place(), review))
    },
  ],
  [
    `POST ${doorPaths.setup}`,
    async (house, request) => {
      const how = await readJson(request, setupRequest, most)
      // A window that shows the first screen, or somebody else, sets nothing up for who is here by now.
      if (!('demo' in how)) house.place()
      await house.setUp(how)
      return json(await house.session())
    },
  ],
  [`GET ${asidePaths.list}`, listAside],
  [`POST ${asidePaths.begin}`, beginAnew],
  [`POST ${asidePaths.open}`, openAside],
  [
    `POST ${doorPaths.demoPerson}`,
    async (house, request) => {
      const { person } = await readJson(request, demoPersonRequest, most)
      await house.becomeInDemo(person)
      return json({ location: '/' })
    },
  ],
  [
    `POST ${doorPaths.settings}`,
    async (house, request) => {
      const { language, theme } = await readJson(request, settingsRequest, most)
      house.settings.set({
        ...(language === undefined ? {} : { language }),
        ...(theme === undefined ? {} : { theme }),
      })
      return json(await house.session())
    },
  ],
  [
    `POST ${doorPaths.lock}`,
    async (house, request) => {
      const asked = await readJson(request, lockRequest, most)
      if ('begin' in asked) return json(house.lock.begin())
      await ('take' in asked ? house.lock.take() : house.lock.set(asked))
      return json(await house.session())
    },
  ],
  [
    `POST ${doorPaths.unlock}`,
    async (house, request) => {
      const { word } = await readJson(request, unlockRequest, most)
      await house.lock.unlock(word)
      return json(await house.session())
    },
  ],
  [
    `POST ${doorPaths.undo}`,
    async (house, request) => {
      const { key } = await readJson(request, undoRequest, most)
      takeBack(house.place(), key)
      return json({})
    },
  ],
  [
    `POST ${doorPaths.dismiss}`,
    async (house, request) => {
      const { key } = await readJson(request, dismissRequest, most)
      const { store, sync } = house.place()
      keeping(() => store.dismiss(key))
      sync.retell()
      return json({})
    },
  ],
  [
    `POST ${doorPaths.districtAddress}`,
    async (house, request) => {
      const { address } = await readJson(request, districtAddressRequest, most)
      await goToAnotherAddress(house.place(), address)
      return json(await house.session())
    },
  ],
  [
    `POST ${doorPaths.syncNow}`,
    house => {
      house.place().sync.now()
      return json({})
    },
  ],
  [
    `POST ${doorPaths.agree}`,
    house => {
      house.place().sync.agree()
      return json({})
    },
  ],
  [`GET ${doorPaths.outbox}`, house => waitingFile(house.place(), house.clock())],
  [
    `POST ${waitingPaths.look}`,
    async (house, request) => json(await waitingSaid(house.place(), request)),
  ],
  [
    `POST ${waitingPaths.take}`,
    async (house, request) => json(await takeWaiting(house.place(), request)),
  ],
  [`POST ${doorPaths.files}`, takeFile],
  [
    `POST ${doorPaths.fileAddress}`,
    async (house, request) => {
      const file = await readJson(request, fileAddressRequest, most)
      return json(await addressOf(house, file))
    },
  ],
  [
    `POST ${doorPaths.verify}`,
    async (house, request) => {
      const bytes = await readBytes(request, doorLimits.badgeBytesMax)
      const place = house.place()
      const said = await saidBeside(place.store.seen)
      return json(await verify(place.trust, place.newestLists, bytes, house.clock(), said))
    },
  ],
  [`GET ${verifyingPaths.batches}`, listBatches],
  [`POST ${verifyingPaths.batches}`, beginBatch],
  [`GET ${trustListPaths.lists}`, listTrustLists],
  [`POST ${trustListPaths.lists}`, takeTrustList],
  [`POST ${doorPaths.frameworks}`, takeCase],
])

/** `METHOD path/` → what answers anything below it. */
export const routesBelow: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  [
    `POST ${doorPaths.queries}/`,
    async (house, request, name) => {
      const { input } = await readJson(request, queryRequest, most)
      const seq = house.events.seq()
      return json({ ...(await ask(house.place(), name, input)), seq })
    },
  ],
  [
    `GET ${doorPaths.badges}/`,
    (house, _request, name) =>
      badgeFile(house.place(), `/${name}`, {
        fontsFolder: house.fontsFolder,
        language: house.settings.get().language,
      }),
  ],
  [`GET ${trustListPaths.lists}/`, aboutTrustList],
  [`POST ${trustListPaths.lists}/`, aboutTrustList],
  [`GET ${verifyingPaths.batches}/`, aboutBatch],
  [`POST ${verifyingPaths.batches}/`, aboutBatch],
  [
    `GET ${doorPaths.district}/`,
    (house, request, path) => passOn(house.place(), `/${path}`, request),
  ],
  [
    `POST ${doorPaths.district}/`,
    (house, request, path) => passOn(house.place(), `/${path}`, request),
  ],
])
