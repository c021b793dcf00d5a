import type { Say } from '../say.ts'

/** What one person asks for and another says yes to, whatever it is: badges, keys, a role. */
export const secondYes = (say: Say) => ({
  someone: 'somebody',
  asked: (f: { by: string; at: number; until: number }) =>
    `Asked for by ${f.by}, ${say.dayAt(f.at)}. It ends ${say.dayAt(f.until)} if nobody says yes.`,
  ranOut: (f: { by: string; at: number }) =>
    `Asked for by ${f.by}. Nobody said yes, so it ran out ${say.dayAt(f.at)}.`,
  declined: (f: { other: string; at: number }) => `Declined by ${f.other}, ${say.dayAt(f.at)}.`,
  withdrawn: (f: { by: string; at: number }) => `Taken back by ${f.by}, ${say.dayAt(f.at)}.`,
  askerOut: (f: { by: string }) =>
    `${f.by} no longer holds a role that can ask for this, so nobody can say yes. If it is still wanted, somebody else can ask.`,
  mine: 'You asked for it, so somebody else says yes.',
  agree: 'Agree',
  decline: 'Decline',
  back: 'Take back',
  /** A button, for readers of the screen: which of them it is. */
  label: (f: { does: string; what: string }) => `${f.does}: ${f.what}`,
})
