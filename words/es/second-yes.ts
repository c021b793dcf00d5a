import type { secondYes as en } from '../en/second-yes.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

/** Lo que una persona pide y otra acepta, sea lo que sea: insignias, claves, un rol. */
export const secondYes = (say: Say): SameShape<ReturnType<typeof en>> => ({
  someone: 'alguien',
  asked: f =>
    `Lo pidió ${f.by} el ${say.dayAt(f.at)}. Termina el ${say.dayAt(f.until)} si nadie lo acepta.`,
  ranOut: f => `Lo pidió ${f.by}. Nadie lo aceptó, así que se venció el ${say.dayAt(f.at)}.`,
  declined: f => `Lo rechazó ${f.other} el ${say.dayAt(f.at)}.`,
  withdrawn: f => `Lo retiró ${f.by} el ${say.dayAt(f.at)}.`,
  askerOut: f =>
    `${f.by} ya no tiene un rol con el que pedirlo, así que nadie puede aceptarlo. Si todavía hace falta, que lo pida otra persona.`,
  mine: 'Lo pediste tú, así que lo acepta otra persona.',
  agree: 'Aceptar',
  decline: 'Rechazar',
  back: 'Retirar',
  label: f => `${f.does}: ${f.what}`,
})
