import type { keyChanges as en } from '../en/key-changes.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

/** Las claves en que se apoyan las insignias: lo que piden dos personas para cambiarse. */
export const keyChanges = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Claves',
  lead: 'Cada insignia va firmada con una clave del distrito. Cambiar claves pide dos personas: una de la oficina o de la administración lo pide, otra lo acepta. Después lo hace quien opera el servidor.',
  needsDistrict: 'Las claves son de un distrito. Esta computadora no se ha unido a ninguno.',
  notYours:
    'Las claves son cosa de la oficina de credenciales y de la administración de todo el distrito.',
  open: 'Claves: pedir un cambio o aceptarlo',
  list: 'Cambios',
  none: 'Nadie ha pedido todavía un cambio.',
  what: {
    rotate: 'Firmar con una clave nueva',
    replace: 'Se reemplazó una clave perdida',
    compromise: f =>
      `Abandonar ${f.key}: otra persona puede tenerla desde el ${say.dayAt(f.from)}, ${say.time(f.from)}`,
  },
  operator: 'Quien opera el servidor detiene el distrito, escribe esto y lo arranca de nuevo:',
  state: {
    confirmed: f =>
      `Lo pidió ${f.by} y lo aceptó ${f.other}. Se puede hacer hasta el ${say.dayAt(f.until)}.`,
    notDone: f =>
      `${say.list([f.by, f.other])} lo acordaron; no se hizo antes del ${say.dayAt(f.at)}, así que terminó.`,
    done: f => `Hecho el ${say.dayAt(f.at)}, como acordaron ${say.list([f.by, f.other])}.`,
    doneBefore: f =>
      `Hecho el ${say.dayAt(f.at)}. Dos personas lo habían acordado; esta copia del registro no sabe quiénes.`,
    alone: f =>
      `Lo hizo el ${say.dayAt(f.at)} quien opera el servidor, sin segunda persona: nadie lo había aceptado. Pregúntale qué pasó.`,
  },
  ask: {
    title: 'Pedir un cambio',
    what: 'Qué hay que hacer',
    rotate: 'Firmar con una clave nueva',
    rotateHint: 'Una vez al año es de sobra. Toda insignia firmada antes sigue valiendo.',
    compromise: 'Abandonar una clave que otra persona puede tener',
    compromiseHint:
      'Ya no se cree ninguna copia de una insignia que firmó esta clave. Lo que está en el registro se firma de nuevo y llega por sí solo a su titular.',
    key: 'Qué clave',
    keyHint: 'Por ejemplo key-2. Quien opera el servidor ve sus nombres con: keys list.',
    keyMissing: 'Escribe el nombre de la clave, por ejemplo key-2.',
    from: 'Desde cuándo puede tenerla otra persona',
    fromMissing: 'Elige un día y una hora que ya pasaron.',
    reason: 'Motivo',
    reasonHint: 'Para quien tiene que aceptarlo. Queda en el diario.',
    reasonMissing: 'Escribe por qué.',
    does: 'Pedirlo',
    asked: 'Pedido. Las demás personas de la oficina y de la administración lo ven en Hoy.',
  },
})
