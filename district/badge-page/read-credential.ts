import { digestOfUri } from 'open-badges-validator-core/issue'
import { z } from 'zod'

const levelSchema = z.object({ id: z.string(), name: z.string() })

/** Of a credential as this district signs them, what its page shows. */
const credentialSchema = z.object({
  name: z.string(),
  issuer: z.object({ id: z.string(), name: z.string(), url: z.string().optional() }),
  validFrom: z.string(),
  validUntil: z.string().optional(),
  awardedDate: z.string().optional(),
  credentialSubject: z.object({
    name: z.string().optional(),
    achievement: z.object({
      description: z.string(),
      inLanguage: z.string().optional(),
      alignment: z
        .array(
          z.object({
            targetName: z.string(),
            targetCode: z.string().optional(),
            targetFramework: z.string().optional(),
          }),
        )
        .default([]),
      resultDescription: z
        .array(
          z.object({
            id: z.string(),
            name: z.string(),
            requiredLevel: z.string().optional(),
            rubricCriterionLevel: z.array(levelSchema),
          }),
        )
        .default([]),
    }),
    result: z
      .array(z.object({ resultDescription: z.string(), achievedLevel: z.string() }))
      .default([]),
  }),
  evidence: z.array(z.object({ id: z.string() })).default([]),
  credentialStatus: z.preprocess(
    one => (Array.isArray(one) ? one : one === undefined ? [] : [one]),
    z.array(
      z.object({
        statusPurpose: z.enum(['revocation', 'suspension']),
        statusListCredential: z.string(),
      }),
    ),
  ),
  proof: z.array(z.object({ verificationMethod: z.string() })).min(1),
})

/** A criterion as it was judged, in the micro-credential's own words. */
interface Judged {
  readonly text: string
  readonly found: string
  readonly needed: string | undefined
}

/** What a badge says of itself. */
export interface Said {
  readonly title: string
  readonly description: string
  /** The language of what the badge says (BCP 47). */
  readonly language: string | undefined
  readonly issuer: { readonly id: string; readonly name: string; readonly url?: string | undefined }
  /** Only where the badge itself names its holder. */
  readonly holder: string | undefined
  /** Epoch ms. */
  readonly signedAt: number
  readonly awardedAt: number | undefined
  readonly endsAt: number | undefined
  readonly judged: readonly Judged[]
  /** The competencies that it is tied to, each in a line. */
  readonly serves: readonly string[]
  readonly key: string
  readonly lists: readonly { readonly purpose: 'revocation' | 'suspension'; readonly url: string }[]
  /** SHA-256 of the manifest of what was judged, in hex. */
  readonly manifestSha256: string | undefined
}

const timeOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(text)

/** Reads a credential that this district signed. Throws where it is not of that shape. */
export function readCredential(text: string): Said {
  const { credentialSubject: subject, ...credential } = credentialSchema.parse(JSON.parse(text))
  const { achievement } = subject
  const [manifest] = credential.evidence
  const digest = manifest === undefined ? null : digestOfUri(manifest.id)
  return {
    title: credential.name,
    description: achievement.description,
    language: achievement.inLanguage,
    issuer: credential.issuer,
    holder: subject.name,
    signedAt: Date.parse(credential.validFrom),
    awardedAt: timeOf(credential.awardedDate),
    endsAt: timeOf(credential.validUntil),
    judged: achievement.resultDescription.flatMap(
      ({ id, name, requiredLevel, rubricCriterionLevel }) => {
        const found = subject.result.find(one => one.resultDescription === id)?.achievedLevel
        const nameOf = (level: string | undefined) =>
          rubricCriterionLevel.find(one => one.id === level)?.name
        const level = nameOf(found)
        return level === undefined
          ? []
          : [{ text: name, found: level, needed: nameOf(requiredLevel) }]
      },
    ),
    serves: achievement.alignment.map(({ targetCode, targetName, targetFramework }) =>
      [targetCode, targetName, targetFramework].filter(part => part !== undefined).join(' · '),
    ),
    key: credential.proof[0]?.verificationMethod ?? '',
    lists: credential.credentialStatus.map(({ statusPurpose, statusListCredential }) => ({
      purpose: statusPurpose,
      url: statusListCredential,
    })),
    manifestSha256: digest === null ? undefined : Buffer.from(digest).toString('hex'),
  }
}
