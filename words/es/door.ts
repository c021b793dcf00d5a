import type { door as en } from '../en/door.ts'
import type { Say } from '../say.ts'

type Facts = Readonly<Record<string, string | number>>

export const door = (say: Say): ReturnType<typeof en> => {
  const name = (f: Facts) => (f['name'] === undefined ? 'El archivo' : `“${f['name']}”`)
  const size = (f: Facts, fact: string) => say.size(Number(f[fact] ?? 0))
  return {
    no_secret: {
      said: () => 'Esta ventana perdió su llave.',
      next: 'Abre Meritfolio otra vez desde su ícono o su orden de inicio.',
    },
    link_used: {
      said: () => 'Este enlace de inicio ya se usó.',
      next: 'Inicia Meritfolio de nuevo; muestra uno nuevo.',
    },
    malformed: { said: () => 'No se entendió la petición.', next: 'Inténtalo de nuevo.' },
    too_large: {
      said: f =>
        `Es demasiado grande${f['bytesMax'] === undefined ? '' : `; como máximo ${size(f, 'bytesMax')}`}.`,
      next: 'Elige algo más pequeño.',
    },
    not_found: { said: () => 'Aquí no hay nada.', next: 'Volver a Hoy.' },
    read_only: {
      said: () => 'Los datos de este equipo están dañados; no se puede cambiar nada.',
      next: 'No se sobrescribió nada. En Ajustes, Este equipo, dice cómo seguir.',
    },
    disk_full: {
      said: f =>
        f['neededBytes'] === undefined
          ? 'No queda espacio en este equipo.'
          : `Hacen falta ${size(f, 'neededBytes')}; hay ${size(f, 'freeBytes')} para archivos.`,
      next: 'Haz espacio e inténtalo de nuevo. No se pierde nada de lo guardado.',
    },
    folder_read_only: {
      said: () => 'Meritfolio no puede escribir en su carpeta.',
      next: 'Dale permiso de escritura, o inícialo con otra carpeta.',
    },
    newer: {
      said: () => 'Estos registros los guarda un Meritfolio más nuevo; este no los puede leer.',
      next: 'Inicia el más nuevo. No se cambió nada.',
    },
    file_vanished: {
      said: f => `${name(f)} desapareció mientras se guardaba.`,
      next: 'Elígelo de nuevo. No se guardó nada a medias.',
    },
    file_changed: {
      said: f => `${name(f)} cambió mientras se guardaba.`,
      next: 'Espera a que termine de guardarse y elígelo de nuevo.',
    },
    file_empty: {
      said: f => `${name(f)} no tiene nada dentro (0 bytes).`,
      next: 'Ábrelo en su programa y guárdalo de nuevo.',
    },
    file_too_large: {
      said: f => `${name(f)} pasa de ${size(f, 'bytesMax')}.`,
      next: 'Recórtalo, o guarda la parte que lo muestra.',
    },
    unreachable: {
      said: f => `Nada responde en ${f['address'] ?? 'esa dirección'}.`,
      next: 'Revisa la dirección, o empieza en este equipo y únete después.',
    },
    nonsense: {
      said: f =>
        `Lo que responde en ${f['address'] ?? 'esa dirección'} no es un registro de distrito.`,
      next: 'Confirma la dirección con tu distrito.',
    },
    invitation_unknown: {
      said: () => 'El distrito no conoce este código de invitación.',
      next: 'Revisa cada signo, o pide uno nuevo.',
    },
    invitation_used: {
      said: () => 'Este código de invitación ya se usó.',
      next: 'Cada código sirve una vez. Pide uno nuevo.',
    },
    invitation_expired: {
      said: () => 'Este código de invitación es demasiado viejo.',
      next: 'Pide uno nuevo a tu distrito.',
    },
    too_many_tries: {
      said: () => 'Demasiados códigos equivocados desde aquí.',
      next: 'Espera una hora e inténtalo de nuevo.',
    },
    not_allowed: {
      said: () => 'Para esto hace falta un distrito, o un rol que no tienes.',
      next: 'Únete primero a tu distrito; no se pierde nada de lo que escribiste.',
    },
    device_revoked: {
      said: () => 'El distrito ya no acepta este equipo.',
      next: 'Todo sigue aquí. Guarda en un archivo lo que espera; luego empieza con otra carpeta y otra invitación.',
    },
    clock: {
      said: f =>
        `El reloj de este equipo está mal por ${say.age(Math.abs(Number(f['skewMs'] ?? 0)))}.`,
      next: 'Ajusta el reloj; lo que hiciste conserva su orden.',
    },
    upgrade: {
      said: () => 'El distrito pide una versión más nueva de Meritfolio.',
      next: 'Instala la versión nueva. Todo espera aquí.',
    },
    demo_failed: {
      said: () => 'El distrito de demostración no arrancó.',
      next: 'Cierra otros programas e inténtalo de nuevo, o trabaja en este equipo.',
    },
    locked: {
      said: () => 'Los registros de este equipo están bloqueados.',
      next: 'Primero abre el bloqueo.',
    },
    someone_else: {
      said: () => 'Otra ventana cambió a otra persona.',
      next: 'Esta ventana empieza de nuevo; lo que escribiste espera en ella.',
    },
    wrong_word: {
      said: () => 'No es ni la frase de acceso ni el código de recuperación.',
      next: 'Busca una letra equivocada o el bloqueo de mayúsculas; también sirve el código de recuperación.',
    },
    wrong_group: {
      said: () => 'No es el último grupo del código.',
      next: 'Lee los cuatro signos del final del código que anotaste.',
    },
    passphrase_short: {
      said: f => `La frase de acceso tiene menos de ${f['charsMin'] ?? 12} signos.`,
      next: 'Cuatro palabras seguidas bastan, y se recuerdan bien.',
    },
    passphrase_common: {
      said: () => 'Esa frase de acceso está entre las primeras que cualquiera probaría.',
      next: 'Elige cuatro palabras que no vayan juntas.',
    },
    keychain_refused: {
      said: () => 'El llavero de este equipo no aceptó la llave. No se bloqueó nada.',
      next: 'Elige mejor una frase de acceso.',
    },
    key_lost: {
      said: () => 'No se puede leer la llave con la que el distrito conoce este equipo.',
      next: 'Esta carpeta no puede unirse de nuevo. En Ajustes, guarda en un archivo lo que espera; luego empieza con otra carpeta y otra invitación.',
    },
    gone_already: {
      said: () => 'Eso va en camino o ya salió, así que aquí no se puede deshacer.',
      next: 'Ábrelo para ver qué se puede hacer todavía.',
    },
    needed_since: {
      said: () => 'Algo que hiciste después se apoya en eso.',
      next: 'Deshaz primero lo otro y luego esto.',
    },
    lists_full: {
      said: f => `Este equipo guarda ${say.number(Number(f['max'] ?? 0))} listas como máximo.`,
      next: 'Olvida una que ya no necesites y suelta esto otra vez.',
    },
    program_gone: {
      said: () => 'El programa de este equipo no responde.',
      next: 'Quizá esté arrancando; si no, abre Meritfolio. Lo guardado está a salvo.',
    },
    internal: {
      said: () => 'Algo falló dentro de Meritfolio.',
      next: 'Inténtalo de nuevo. Lo guardado está a salvo.',
    },
  }
}
