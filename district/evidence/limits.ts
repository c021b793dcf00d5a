/** Limits of uploads (design.md, "How big"); one file's size is core's `fileBytesMax`. */
export const uploadLimits = {
  /** What one person may keep here where nothing else is said (bytes): a hundred years of a usual one, and room for films. */
  ownerBytesMax: 50 * 1024 ** 3,
  /** And in how many files: each costs something beside its bytes. */
  ownerFilesMax: 20_000,
  /** Uploads that one person has begun and not ended. */
  openMax: 100,
  /** How long an upload may stay unfinished (ms): seven days, a week without a network. */
  unfinishedMs: 7 * 86_400_000,
  /** Room that stays free for the database (bytes). */
  reserveBytes: 1024 ** 3,
  metadataCharsMax: 1_000,
  /** How long one request may bring bytes of a file (ms); what came stays, and the next goes on from there. */
  appendMs: 3_600_000,
} as const
