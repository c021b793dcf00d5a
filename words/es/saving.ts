import type { saving as en } from '../en/saving.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const saving = (say: Say): SameShape<ReturnType<typeof en>> => ({
  here: 'Guardado aquí',
  hereAt: f => `Guardado aquí, ${say.time(f.atMs)}`,
  hereNoNetwork: 'Guardado aquí. Sale cuando haya red.',
  sending: 'Enviando',
  sendingFiles: f => `Enviando, ${say.number(f.sent)} de ${say.number(f.all)} archivos`,
  record: f => `En el registro del distrito, ${say.time(f.atMs)}`,
  needs: f =>
    `Te necesita: ${say.count(f.count, { one: 'el distrito no aceptó 1 cosa', other: `el distrito no aceptó ${say.number(f.count)} cosas` })}`,
  stopped:
    'Te necesita: Meritfolio se cerró, o está iniciando de nuevo. Inícialo; esta ventana sigue por sí sola.',
  held: f =>
    `Te necesita: el distrito ya no tiene ${say.count(f.count, { one: '1 cosa que está', other: `${say.number(f.count)} cosas que están` })} aquí`,
  window: 'Sigue en esta ventana; se guarda de nuevo',
  notTaken:
    'El registro ya no acepta esto; tus palabras siguen en esta ventana. Cópialas a donde correspondan.',
  waits: f =>
    `Guardado aquí. Sale cuando hayas dicho que sí a este equipo, a más tardar a las ${say.time(f.untilMs)} del ${say.dayAt(f.untilMs)}.`,
  away: {
    network: 'Guardado aquí. Sale cuando haya red.',
    nonsense:
      'Guardado aquí. El distrito responde de un modo que no entendemos; seguimos probando.',
    revoked: 'Te necesita: el distrito ya no acepta este equipo. Todo sigue aquí.',
    clock: 'Guardado aquí. El reloj de este equipo está mal.',
    upgrade: 'Te necesita: el distrito pide una versión más nueva de Meritfolio. Todo sigue aquí.',
    key: 'Te necesita: no se puede leer la llave con la que el distrito conoce este equipo. Lo que escribes se queda aquí y ya no sale; en Ajustes está qué hacer.',
  },
  clockOff: f =>
    `El reloj de este equipo va ${say.age(Math.abs(f.ms))} ${f.ms > 0 ? 'atrasado' : 'adelantado'}. Las fechas que ves pueden estar mal.`,
  stuck: f =>
    `Guardado aquí. Tras muchos intentos, el distrito no pudo recibir ${say.count(f.count, { one: '1 cosa', other: `${say.number(f.count)} cosas` })}; avisa a tu oficina. Seguimos probando, con más calma.`,
  arriving: f =>
    f.all === undefined
      ? `Está llegando el registro del distrito: ${say.number(f.here)} hasta ahora`
      : `Está llegando el registro del distrito: ${say.number(f.here)} de ${say.number(Math.max(f.all, f.here))}`,
  arrivingNote: 'Lo que ves todavía no es todo. Mientras tanto puedes trabajar.',
  ahead: f =>
    `Guardado aquí. El registro de tu distrito es más antiguo que este Meritfolio; ${say.count(f.count, { one: '1 cosa sale', other: `${say.number(f.count)} cosas salen` })} cuando se actualice.`,
  later: f =>
    `Guardado aquí. El distrito recibe ${say.count(f.count, { one: '1 cosa', other: `${say.number(f.count)} cosas` })} más tarde; ${f.count === 1 ? 'sale por sí sola' : 'salen por sí solas'}.`,
  room: f =>
    `Te necesita: ${say.count(f.count, { one: '1 archivo no tiene', other: `${say.number(f.count)} archivos no tienen` })} lugar en el distrito. ${f.count === 1 ? 'Sigue' : 'Siguen'} aquí.`,
  seeWhy: 'Ver por qué',
  copyWaiting: 'Guardar en un archivo lo que espera',
})
