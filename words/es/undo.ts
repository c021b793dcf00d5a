import type { undo as en } from '../en/undo.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const undo = (say: Say): SameShape<ReturnType<typeof en>> => ({
  redo: 'Hacerlo otra vez',
  did: {
    trashed: 'En la papelera',
    untrashed: 'Fuera de la papelera',
    kept: 'Guardado',
    described: 'Cambiado',
    linked: 'Enlazado',
    unlinked: 'Enlace quitado',
    goalAdded: 'Meta agregada',
    goalChanged: 'Meta cambiada',
    activityAdded: 'Actividad agregada',
    activityChanged: 'Actividad cambiada',
    activityDone: 'Actividad hecha',
    activityDropped: 'Actividad dejada',
    slotFilled: 'Puesto en su lugar',
    slotEmptied: 'Sacado',
    moved: 'Movido',
    wordGiven: 'Palabra dada',
    wordTaken: 'Palabra retirada',
    rated: 'Nivel puesto',
    pointed: 'Señalado',
    unpointed: 'Marca quitada',
    readingTaken: 'Te toca leerla',
    masked: 'Oculto para quien más lea',
    unmasked: 'A la vista de quien más lea',
    daysAdded: 'Días agregados',
    daysRemoved: 'Días quitados',
    districtDescribed: 'Nombre y zona horaria cambiados',
    putOff: 'Dejado para mañana',
    renamed: 'Nombre cambiado',
  },
  undone: f => `Deshecho: ${f.did.toLocaleLowerCase('es-419')}`,
  restStays: 'Lo que cambió otra vez después queda como está.',
  takenBack: 'Retirado. Nada salió de este equipo.',
  goes: f =>
    say.count(f.count, {
      one: `Sale en ${say.number(f.seconds)} s.`,
      other: `Salen ${say.number(f.count)} en ${say.number(f.seconds)} s.`,
    }),
  staysHere: 'Todavía no sale.',
  waits: 'Espera un momento antes de salir. Ctrl+Z lo retira.',
})
