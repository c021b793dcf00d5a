import type { handOn as en } from '../en/hand-on.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const handOn = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Si este equipo pasa a otra persona',
  what: 'Todo lo que hay aquí se puede apartar para que otra persona empiece de nuevo en este equipo. No se borra nada.',
  whatLocked:
    '¿Perdiste la frase y el código? Nadie puede abrir estos registros. Se pueden apartar, todavía bloqueados, y empiezas de nuevo: únete otra vez a tu distrito, y lo que estaba en el registro vuelve.',
  begin: 'Empezar de nuevo para otra persona',
  sure: {
    title: 'Apartar todo y empezar de nuevo',
    moves: f =>
      f.name === undefined
        ? 'Los registros, las evidencias, las copias, la llave y el bloqueo de este equipo pasan a una carpeta propia al lado, con la fecha de hoy como nombre. No se borra nada y no se envía nada.'
        : `Los registros, las evidencias, las copias, la llave y el bloqueo de ${f.name} pasan a una carpeta propia al lado, con la fecha de hoy como nombre. No se borra nada y no se envía nada.`,
    after:
      'Meritfolio muestra después otra vez la primera elección, en todas las ventanas. Allí, y más tarde en Ajustes, Este equipo, lees dónde está la carpeta y puedes abrirla de nuevo.',
    readable:
      'Quien use este equipo después también puede abrir esa carpeta. Si no debe hacerlo, pon antes un bloqueo (arriba), o llévate la carpeta después.',
    locked: 'Sigue con su bloqueo: nadie la abre sin su frase o su código de recuperación.',
    district:
      'Tu distrito lo sigue contando entre tus equipos. Si no vas a abrirlo más, quítale el acceso desde otro equipo tuyo, en Ajustes, Distrito.',
    waits:
      'Lo que espera se queda ahí, y sale cuando se abra de nuevo. Para enviarlo desde otro equipo tuyo, guárdalo antes como archivo.',
    waitsLocked:
      'Mientras está bloqueado no se puede ver si algo espera todavía para ir al distrito. Se queda ahí.',
    yes: 'Apartar todo',
    moving: 'Se aparta…',
    no: 'Dejarlo como está',
  },
  aside: {
    title: 'Apartado en este equipo',
    one: f =>
      f.name === undefined
        ? 'Registros de alguien, con bloqueo o sin nombre'
        : f.district === undefined
          ? f.name
          : `${f.name}, ${f.district}`,
    at: f => `Se apartó a las ${say.time(f.atMs)} del ${say.dayAt(f.atMs)}.`,
    open: 'Abrirlo de nuevo',
    openOf: f => `Abrirlo de nuevo: ${f.name ?? 'apartado'} ${f.id}`,
    swaps: 'Lo que está abierto ahora se aparta entonces.',
    opening: 'Se abre…',
  },
})
