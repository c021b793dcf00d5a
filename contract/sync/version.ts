/**
 * The wire's diary, newest last; raised whenever a schema in this folder changes, or a command comes that an older district
 * does not know (`wire.test.ts` holds the hash of both).
 * 1: join, push, pull, files by tus, public badges.
 * 2: joining names the key of the district's trust bundle; results may say `fork`; manifests and ratings of version 2.
 * 3: a pull brings the signed end of the district's audit.
 * 4: a pull tells which end a computer holds, and brings what stands there now.
 * 5: a computer is let in again under a new name and brings what had waited; it may wait for a yes; sign-in and reset;
 *    administrators may ask how the record is. A pull tells its protocol, may ask for streams anew, and brings what they
 *    add up to; a result may wait for a newer district. A file may have no room (`quota`), and how much there is is told. A
 *    person's entry says where they work, and which roles they hold in some schools or teams only: of these an older
 *    computer shows nothing.
 * 6: a push says which life of the district the computer knows of, and may be told to pull first; a pull says which it is, and
 *    which kinds of record the district does not know. A change of the district's keys, and a role of the office or administration, is
 *    asked for by one person and agreed to by another. An invitation link leads to a page. A person's record
 *    may be erased: two agree to it, and every computer is told once it is done. A person names their computers. The office
 *    endorses what other bodies issue. Who asks a district about itself may have it shown that it is there.
 * 7: evidence is deleted for good: its line stays without what it held. What is taken out of the trash brings what it held.
 */
export const protocol = 7

/** The first in which a computer knows that a stream may begin anew by itself. */
export const protocolAnew = 5

/** The first in which a computer knows that sums may leave kinds out. */
export const protocolWithout = 6

/** The oldest desktop that the district still serves. */
export const protocolOldest = 2

/** Every path of the district's door. Badges and keys are public; everything else is signed by a device. */
export const districtPaths = {
  about: '/sync/v1/about',
  join: '/sync/v1/join',
  /** Where an invitation link leads in a browser: a page for people, which uses nothing up. */
  joinPage: '/join',
  /** POST `signInRequest`: the same as joining, by name and password. */
  signIn: '/sync/v1/sign-in',
  /** GET and POST `accountRequest`: one's own sign-in. */
  account: '/sync/v1/account',
  /** POST `invitationRequest`: an administrator takes someone's sign-in away and gives a code in its place. */
  resets: '/sync/v1/resets',
  push: '/sync/v1/push',
  pull: '/sync/v1/pull',
  invitations: '/sync/v1/invitations',
  /** GET: the devices of one's own, or of all for an administrator. */
  devices: '/sync/v1/devices',
  /** GET: the devices of one's own alone, for anybody. POST `nameDeviceRequest`: what one of them is called from now on. */
  ownDevices: '/sync/v1/devices/own',
  /** GET: how the record is, for an administrator. */
  health: '/sync/v1/health',
  /** GET: what coaches read, for an officer or administrator, who may give it back to the pool (`beingReadReply`). */
  beingRead: '/sync/v1/being-read',
  /** POST `revokeDeviceRequest`. */
  revocations: '/sync/v1/devices/revoke',
  /** POST `answerDeviceRequest`. */
  answers: '/sync/v1/devices/answer',
  /**
   * tus 1.0: create (`Upload-Length`; `Upload-Metadata` with `sha256` in hex and `mediaType`), then append. Every
   * request is signed; a chunk over the digest of nothing, since the file has its own hash.
   */
  files: '/files',
  /** A verified file's bytes by SHA-256, Range allowed; HEAD tells whether it is there (200) or not (404). */
  blobs: '/sync/v1/blobs',
  /** GET: how much room one's own files have (`roomReply`). */
  room: '/sync/v1/room',
  badges: '/badges',
  /** What outside bodies say of badges and what they stand for, each signed by itself. */
  endorsements: '/endorsements',
  status: '/status',
  did: '/.well-known/did.json',
  /** What the district vouches for, signed: for offices elsewhere that came to know its key. */
  trust: '/trust-bundle',
} as const

/** Limits of the wire; the district refuses what is larger with 413. */
export const wireLimits = {
  pushMutationsMax: 200,
  pushBytesMax: 1_048_576,
  pullRowsMax: 2_000,
  /** How long an idle pull is held open (ms). */
  pullWaitMs: 25_000,
  uploadChunkBytes: 67_108_864,
  urlBytesMax: 4_096,
  /** How far a request's own time may be from the district's (ms) before it says so. */
  clockSkewMs: 300_000,
} as const
