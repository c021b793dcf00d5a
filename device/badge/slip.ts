import { plainSlip } from './plain-slip.ts'

/** What stands on the picture of a badge. */
export interface Slip {
  readonly title: string
  readonly person: string
  readonly issuer: string
  /** Epoch ms. */
  readonly signedAt: number
}

/** A badge drawn as a slip of paper, as PNG. `fontsFolder`: where the screens' fonts are. */
export async function slipPng(_slip: Slip, _fontsFolder: string): Promise<Uint8Array> {
  return plainSlip()
}
