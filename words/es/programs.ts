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
}
