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
    sign_in_wrong: {
      said: () => 'Ese nombre y esa contraseña no van juntos.',
      next: 'Busca una letra equivocada o el bloqueo de mayúsculas. Si olvidaste la contraseña, quien administra te da un código.',
    },
    one_time_code_needed: {
      said: () => 'El distrito pide además un código de un solo uso.',
      next: 'Abre en tu teléfono la aplicación que los hace, o toma uno de tus códigos de reserva.',
    },
    one_time_code_wrong: {
      said: () => 'Ese código está mal o ya se usó.',
      next: 'Espera el siguiente; cada uno sirve una vez. Revisa que el reloj de tu teléfono esté bien.',
    },
    second_step_needed: {
      said: () =>
        'Con tu rol no basta una contraseña, y todavía no hay códigos de un solo uso configurados.',
      next: 'Entra con una invitación. En ese equipo, configura los códigos en Ajustes, Distrito.',
    },
    name_taken: {
      said: () => 'Alguien de tu distrito ya tiene ese nombre de acceso.',
      next: 'Elige otro, por ejemplo con tu apellido.',
    },
    password_short: {
      said: f => `La contraseña tiene menos de ${f['charsMin'] ?? 12} signos.`,
      next: 'Cuatro palabras seguidas bastan, y se recuerdan bien.',
    },
    password_common: {
      said: () => 'Esa contraseña está entre las primeras que cualquiera probaría.',
      next: 'Elige cuatro palabras que no vayan juntas.',
    },
    too_many_tries: {
      said: () => 'Demasiados intentos equivocados.',
      next: 'Espera un rato (15 minutos con una contraseña, una hora con una invitación) e inténtalo de nuevo.',
    },
    waits: {
      said: f =>
        typeof f['until'] === 'number'
          ? `Este equipo espera tu sí, a más tardar hasta las ${say.time(f['until'])} del ${say.dayAt(f['until'])}.`
          : 'Este equipo espera tu sí.',
      next: 'Di que sí en Ajustes, Distrito, en un equipo tuyo que ya esté dentro.',
    },
    other_person: {
      said: () => 'Lo que hay en este equipo es de otra persona del distrito.',
      next: 'Usa una invitación para esa persona. Si este equipo es tuyo desde ahora, empieza de nuevo en él: lo que hay aquí se aparta. No se cambió nada.',
    },
    other_district: {
      said: f =>
        `En ${f['address'] ?? 'esa dirección'} está otro distrito que aquel en el que estaba este equipo.`,
      next: 'Revisa la dirección. No se cambió nada.',
    },
    not_shown: {
      said: f =>
        `Lo que responde en ${f['address'] ?? 'esa dirección'} no pudo mostrar que es tu distrito.`,
      next: 'No se cambió nada, y nada tuyo salió hacia allá. Si la dirección es correcta, la oficina de tu distrito tiene que iniciar su registro con esa dirección y con su propia llave.',
    },
    waiting_not_one: {
      said: () => 'Ese no es un archivo de lo que esperaba en un equipo tuyo.',
      next: 'Se llama meritfolio-en-espera.json y sale de Ajustes, en el otro equipo.',
    },
    waiting_unsigned: {
      said: () =>
        'Ningún equipo tuyo firmó ese archivo tal como está, así que nadie puede saber qué contiene.',
      next: 'Guárdalo de nuevo en el otro equipo, o haz que ese equipo se una otra vez.',
    },
    waiting_of_another: {
      said: () => 'Ese archivo contiene lo que hizo otra persona.',
      next: 'Solo un equipo suyo puede leerlo. Aquí no se tomó nada.',
    },
    waiting_elsewhere: {
      said: () => 'Ese archivo es de otro distrito, o de un equipo que no está en ninguno.',
      next: 'Léelo en un equipo que esté en ese distrito.',
    },
    waiting_newer: {
      said: () => 'Ese archivo es de un Meritfolio más nuevo.',
      next: 'Instala aquí la versión nueva y léelo otra vez.',
    },
    not_allowed: {
      said: () => 'Para esto hace falta un distrito, o un rol que no tienes.',
      next: 'Únete primero a tu distrito; no se pierde nada de lo que escribiste.',
    },
    device_revoked: {
      said: () => 'El distrito ya no acepta este equipo.',
      next: 'Todo sigue aquí. En Ajustes, Distrito, puede unirse de nuevo; lo que espera sale entonces.',
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
      next: 'Únelo de nuevo en Ajustes, Distrito: recibe otra llave, y lo que espera sale entonces.',
    },
    not_moved: {
      said: () => 'Algo de la carpeta de Meritfolio no se pudo mover, o no se pudo abrir después.',
      next: 'Cierra lo que tenga abierto un archivo de ella e inténtalo de nuevo. Todo está donde estaba.',
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
