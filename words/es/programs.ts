import type { programs as en } from '../en/programs.ts'
import type { SameShape } from '../same-shape.ts'

export const programs: SameShape<typeof en> = {
  folder: {
    lock_unreadable: f =>
      `${f.folder} está bloqueada y su lock.json no se puede leer. No se cambió nada: vuelve a poner ese archivo desde una copia de la carpeta.`,
    lock_missing: f =>
      `${f.folder} estaba bloqueada y su lock.json ya no está. No se cambió nada: vuelve a poner ese archivo desde una copia de la carpeta.`,
    folder_read_only: f =>
      `En ${f.folder} no se puede escribir. Da permiso de escritura ahí, o elige otra carpeta con --data.`,
    disk_full: f =>
      `${f.folder} está en un disco sin espacio. Haz espacio e inicia de nuevo; no se pierde nada de lo guardado.`,
    in_use: f => `Otro programa está usando ${f.folder}.`,
    cannot_open: f =>
      `${f.folder} no se puede abrir como carpeta de registros. Elige otra con --data.`,
    newer: f =>
      `${f.folder} la guardó un Meritfolio más nuevo, y este no la puede leer. Inicia el más nuevo; no se cambió nada.`,
  },
  alreadyOpen: f =>
    f.address === undefined
      ? 'Meritfolio ya está abierto con estos datos.'
      : `Meritfolio ya está abierto con estos datos: ${f.address}`,
  portBusy: f =>
    `Otro programa está usando el puerto ${f.port}. Elige otro con --port, o no pongas ninguno.`,
  noPort: f => `${f.text} no es un puerto: un número de 1 a 65535.`,
  noWait: f => `${f.text} no es un tiempo de espera: de 0 a ${f.msMost} ms.`,
  district: {
    suspendedAgain:
      'Estaba suspendida antes de que este registro volviera de una copia más vieja, que olvidó el motivo.',
    takenBackAgain:
      'Se retiró antes de que este registro volviera de una copia más vieja, que olvidó el motivo.',
    file: {
      folder_read_only: f =>
        `En ${f.file} no se puede escribir. Da permiso de escritura ahí, o elige otra carpeta con --data.`,
      disk_full: f =>
        `${f.file} está en un disco sin espacio. Haz espacio e inicia de nuevo; no se pierde nada de lo guardado.`,
      in_use: f =>
        `Otro registro de distrito está usando ${f.file}. Cada uno necesita su propia carpeta de datos y su propia base de datos.`,
      cannot_open: f => `${f.file} no se puede abrir. Elige otra carpeta con --data.`,
      unreachable: f =>
        `${f.file} no responde. Iníciala, o revisa el equipo y el puerto después de --database.`,
      not_let_in: f =>
        `${f.file} no deja entrar a este programa, o no le deja crear sus tablas. Revisa usuario, contraseña y permisos.`,
      not_secure: f =>
        `${f.file} no ofrece una conexión de confianza (TLS). Revisa su certificado, y sslmode en la dirección.`,
      too_many: f =>
        `${f.file} no tiene más conexiones libres. Permite más (max_connections): un distrito usa hasta 25.`,
      read_only: f =>
        `${f.file} solo se puede leer. Nombra el servidor que acepta cambios, no su réplica.`,
      pooled: f =>
        `${f.file} está detrás de algo que no pasa lo que se le pide. Nombra el servidor mismo, no un pooler.`,
      no_database: f => `${f.file} no existe. Créala primero, en UTF-8: createdb --encoding=UTF8.`,
      not_utf8: f =>
        `${f.file} no guarda sus textos en UTF-8. Crea una que sí: createdb --encoding=UTF8.`,
      newer: f => `${f.file} lo escribió una versión más nueva de este programa. Inicia esa.`,
    },
    damaged: f =>
      `${f.file} está dañado y se dejó como está. ${
        f.backup === undefined
          ? 'No hay una copia entera.'
          : `La copia entera más nueva es ${f.backup}. En district/README.md está cómo restaurar.`
      }`,
    halfRestored: f =>
      `${f.folder} está restaurado a medias. Restáuralo otra vez; lo que había antes está en ${f.aside ?? f.folder}.`,
    portBusy: f =>
      `El puerto ${f.port} está en uso o no se permite. Elige otro con --port, o 0 para uno libre.`,
    noHost: f =>
      `Este equipo no tiene la dirección ${f.host} para escuchar. Elige otra con --host.`,
    at: f => `Registro del distrito en ${f.address}`,
    invitation: f => `Invitación para ${f.name}: ${f.code}`,
    invited: f => `${f.name} tiene una invitación que sirve hasta el ${f.day}. invite hace otra.`,
    noDemo: f =>
      `${f.folder} contiene un distrito que no es de demostración. Elige otra carpeta con --data.`,
    notUnderstood: f => `No se entiende: ${f.given}. Se conocen ${f.known}.`,
    noPort: f => `${f.text} no es un puerto: un número de 0 (uno libre) a 65535.`,
    noSite: f => `${f.text} no es la dirección de un sitio HTTPS, como https://record.example.org.`,
    noDatabase:
      'Lo que se da como base de datos no es una dirección como postgres://usuario@equipo/nombre.',
    noZone: f => `${f.text} no es una zona horaria; escríbela como America/Chicago.`,
    noQuota: f =>
      `${f.text} no es un lugar para los archivos de una persona: después de --quota-gb va un número de gigabytes, de 0.001 a 100000.`,
    noName: f => `Un nombre tiene de 1 a ${f.charsMax} signos.`,
    noHostGiven: 'Después de --host va una dirección para escuchar, como 127.0.0.1.',
  },
}
