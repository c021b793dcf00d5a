import type { districtCommands as en } from '../en/district-commands.ts'
import type { SameShape } from '../same-shape.ts'
import { districtKeys } from './district-keys.ts'

const counted = (n: number, one: string, other: string) => (n === 1 ? `1 ${one}` : `${n} ${other}`)
const whose = (isHeld: boolean) =>
  isHeld ? 'guarda un equipo (o se restauró una copia)' : 'firmó el distrito'

export const districtCommands: SameShape<typeof en> = {
  noDistrict: f =>
    `${f.folder} no guarda ningún registro de distrito. Di su carpeta con --data, su base de datos con --database.`,
  newer: f => `${f.file} lo escribió una versión más nueva de este programa. Usa esa.`,
  older: f =>
    `${f.file} lo escribió una versión anterior. Inicia el distrito una vez con esta y vuelve a intentarlo.`,
  init: {
    noDemo: 'init hace un distrito que se queda: sin --demo ni --restored.',
    there: f =>
      `${f.folder} ya guarda un distrito y se quedó como está. Inícialo, o elige otra carpeta con --data.`,
    notEmpty: f =>
      `${f.folder} no está vacía, y lo que hay ahí no es un distrito. Elige otra carpeta con --data.`,
    databaseThere:
      'Esa base de datos ya guarda un distrito y se quedó como está. Su carpeta es otra, o esta es otra base de datos.',
    done: f => `${f.name} quedó hecho en ${f.folder}`,
    next: f =>
      `Ahora: inícialo en ${f.folder} y copia su carpeta de claves a un lugar seguro. doctor dice qué falta todavía.`,
  },
  invite: {
    use: 'Uso: invite NOMBRE-O-ID [--role ROL] [--data DIR] [--database URL]',
    nobodyNamed: 'Falta decir a quién se invita: un nombre, un id o --role.',
    noRole: f => `${f.text} no es un rol. Hay ${f.known}.`,
    nobody: f =>
      `Nadie del directorio corresponde a “${f.what}”. Quien administra agrega personas en Personas y accesos.`,
    several: f => `“${f.what}” puede ser cualquiera de ${f.n} personas. Nombra a una por su id:`,
    one: f => `  ${f.id}  ${f.name}${f.place === '' ? '' : `, ${f.place}`}`,
    more: f => `  y ${f.n} más`,
    until: f => `Sirve una sola vez, hasta el ${f.time}. Una anterior que no se usó ya no vale.`,
    at: f => `Su equipo entra al distrito en ${f.address}`,
  },
  noted: 'Anotado, con la hora de ahora. La salud del registro lo muestra.',
  keys: districtKeys,
  doctor: {
    use: `Uso: doctor [--data DIR] [--database URL] [--master-key ARCHIVO] [--no-network] [--json]
  --no-network  no le pregunta a la dirección del propio distrito`,
  },
  audit: {
    use: `Uso: audit verify [--data DIR] [--database URL] [--holds ENTRADAS:SELLO]... [--json]
  --holds  un sello como lo muestra un equipo en Ajustes, Distrito; se puede dar más de una vez`,
    oneThing: 'audit solo sabe hacer una cosa: verify.',
    noSeal: f =>
      `${f.text} no es un sello: un número de entradas, dos puntos y 64 signos de 0 a f.`,
    noKey: f =>
      `A ${f.folder} le falta la clave que firma el diario. Vuelve a poner su copia e inténtalo otra vez.`,
    unreadable: f =>
      `${f.folder} no se puede leer: su registro está dañado, o lo usa otro programa.`,
    fault: {
      missing: f => `La entrada ${f.link} fue quitada.`,
      gap: f => `La entrada ${f.link} y su lugar fueron quitados.`,
      changed: f => `La entrada ${f.link} no es lo que se escribió, o está en otro lugar.`,
      head_unsigned: f => `El sello de la entrada ${f.link} no lo firmó este distrito.`,
      rewritten: f => `Hasta la entrada ${f.link} el diario es otro que el que ${whose(f.held)}.`,
      short: f => `El diario termina antes de la entrada ${f.link}, cuyo sello ${whose(f.held)}.`,
      stray: f =>
        `${counted(f.count, 'entrada está', 'entradas están')} al lado del diario: ninguna orden escribió eso.`,
      lost: f =>
        `${counted(f.count, 'entrada fue quitada', 'entradas fueron quitadas')} antes de tener su lugar.`,
      record_changed: f => `${f.key} no es lo que escribió su última orden.`,
      record_unproved: f =>
        `No se puede saber si ${f.key} es lo que escribió su última orden: se quitó la prueba.`,
      record_unknown: f => `${f.key} no lo escribió ninguna orden.`,
      record_gone: f => `${f.key} ya no está, y ninguna orden lo quitó.`,
    },
    more: f => `Y ${counted(f.n, 'más', 'más')}.`,
    holds: f =>
      `El diario se sostiene: ${counted(f.entries, 'entrada', 'entradas')}, con ${counted(f.seals, 'sello firmado', 'sellos firmados')}. ${counted(f.records, 'registro es', 'registros son')} lo último que se escribió.`,
    holdsNot: f =>
      `El diario no se sostiene: ${counted(f.faults, 'falla', 'fallas')} en ${counted(f.entries, 'entrada', 'entradas')}.`,
    compared: f => `Sellos de equipos comparados: ${f.n}.`,
    untold: f =>
      `De ${counted(f.n, 'registro', 'registros')} no se puede decir nada: anteriores a las pruebas del diario.`,
    sealNow: f => `Su sello ahora: ${f.seal}`,
  },
  backup: {
    use: `Uso: backup [--data DIR] --to CARPETA [--thin]    (se van de ahí los archivos que ninguna copia de CARPETA nombra)
     backup [--data DIR] --noted    (se hizo con otras herramientas: lo sabe la salud del registro)`,
    onPostgres:
      'Un distrito en PostgreSQL se copia con sus propias herramientas (pg_dump); su carpeta con archivos y claves, con las tuyas.',
    noTarget: 'Falta decir adónde va la copia: --to.',
    within: 'Una copia dentro de la carpeta copiada se pierde con ella. Elige otra.',
    stopped: 'Detenido. Lo que se copió de los archivos sirve para la próxima.',
    damaged: 'No hay copia: el registro mismo está dañado.',
    unreadable: f => `${f.file} no se puede leer. Copia como el usuario dueño del distrito.`,
    done: f => `Copiado a ${f.folder}`,
    seal: f => `Su diario termina en ${f.seal}`,
    noKeys: 'La carpeta de claves no va en la copia: guarda una copia de ella en otro lugar.',
    files: f =>
      `Archivos: ${f.copied} copiados, ${f.there} ya estaban, ${f.damaged} dañados, ${f.missing} faltan.`,
    thinned: f =>
      `Aligerado: se fueron ${counted(f.files, 'archivo', 'archivos')} (${f.bytes} bytes) que ninguna copia de ahí nombra.`,
    notThinned: f => `No se aligeró nada: no se sabe qué archivos necesita ${f.notTold}.`,
    fileDamaged: f => `Dañado: ${f.name}`,
    fileMissing: f => `Falta: ${f.name}`,
    progress: f => `Archivos: ${f.done} de ${f.all}`,
    vanished: f => `${f.file} ya no está.`,
  },
  restore: {
    use: `Uso: restore [--data DIR] --from CARPETA/copies/FECHA [--with-accounts]
     restore --try [--data DIR] --from CARPETA/copies/FECHA [--scratch CARPETA]    (no toca nada)
     restore --noted [--data DIR]    (se probó con otras herramientas: lo sabe la salud del registro)`,
    noSource: 'Falta decir qué copia: --from.',
    tried: f =>
      `La copia se abre: ${counted(f.people, 'persona', 'personas')}, ${counted(f.claims, 'solicitud', 'solicitudes')}, ${counted(f.badges, 'insignia', 'insignias')}.`,
    good: 'Sirve: se podría restaurar desde ella.',
    notGood: f =>
      `No sirve: ${counted(f.faults, 'falla', 'fallas')}. Haz una nueva, y guarda las anteriores hasta que esa sirva.`,
    keysToo:
      'Para restaurar hace falta también la carpeta de claves, y la clave maestra si está cifrada: fíjate que haya copias de ambas donde las encontrarías.',
    done: f =>
      `Restaurado en ${f.folder}. Inicia el distrito: cada equipo empieza de nuevo y envía lo que le falta a la copia.`,
    accountsStay:
      'Las cuentas quedaron como estaban: nadie a quien se le quitó el acceso vuelve a entrar.',
    accountsTaken:
      'Las cuentas son las de la copia: vuelve a valer un equipo al que se le quitó el acceso después, o un acceso con contraseña que se restableció después. En cuanto el distrito funcione, quítales el acceso a esos equipos y restablece de nuevo esos accesos.',
    publishedTaken:
      'Aquí faltaban las listas publicadas y son las de la copia: una insignia revocada o suspendida después vuelve a valer hasta que haya llegado el equipo de quien lo hizo. En cuanto el distrito funcione, revisa lo que se revocó hace poco y revoca de nuevo lo que todavía vale.',
    rolesAgain:
      'Los roles que se quitaron después de hacer la copia vuelven a valer hasta que haya llegado el equipo de quien los quitó. En cuanto el distrito funcione, revisa Personas y quita lo que no debe estar.',
    before: f => `Lo que había antes está en ${f.folder}`,
    not: {
      no_backup: f =>
        `${f.file} no es una copia de un distrito: nombra una de las carpetas de copies/.`,
      damaged: f => `${f.file} no está entera. Usa una copia anterior.`,
      newer: f =>
        `${f.file} se hizo con una versión más nueva de este programa. Restáurala con esa; nada cambió.`,
      no_keys: f =>
        `A ${f.file} le falta su carpeta de claves. Pon primero la copia de esa carpeta, o sería otro distrito.`,
      stopped: f => `${f.file} quedó como estaba: se detuvo antes de reemplazar algo.`,
      in_use: f => `${f.file} está en uso: detén primero el distrito.`,
      folder_read_only: f => `Este usuario no puede leer o escribir ${f.file}.`,
      disk_full: f => `${f.file} está en un disco sin espacio.`,
      cannot_open: f => `${f.file} no se puede abrir.`,
    },
  },
}
