// Files as one ZIP archive, stored as they are and read-only (PKWARE APPNOTE 6.3). Evidence is small and mostly compressed already.

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const b of bytes) c = TABLE[(c ^ b) & 255]! ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

/** Little-endian numbers: [bytes, value] after each other. */
function record(...fields: [size: 2 | 4, value: number][]): Uint8Array {
  const out = new Uint8Array(fields.reduce((n, [size]) => n + size, 0)), view = new DataView(out.buffer)
  let at = 0
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  return out
}

const SIGNATURE = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 }
const UTF8 = 0x0800, UNIX = 3 << 8, READ_ONLY_FILE = (0o100444 << 16) >>> 0

/** made is a moment such as "2026-03-20T17:00:00-04:00": the archive has its date and time as written. */
export function zip(files: { name: string; content: Uint8Array }[], made: string): Blob {
  const m = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(made)!.slice(1).map(Number) as [number, number, number, number, number, number]
  const time = (m[3] << 11) | (m[4] << 5) | (m[5] >> 1), date = ((m[0] - 1980) << 9) | (m[1] << 5) | m[2]
  const body: BlobPart[] = [], directory: Uint8Array[] = []
  let offset = 0
  for (const f of files) {
    const name = new TextEncoder().encode(f.name), size = f.content.length
    const common: [2 | 4, number][] = [[2, 20], [2, UTF8], [2, 0], [2, time], [2, date], [4, crc32(f.content)], [4, size], [4, size], [2, name.length], [2, 0]]
    const local = record([4, SIGNATURE.local], ...common)
    directory.push(record([4, SIGNATURE.central], [2, UNIX | 20], ...common, [2, 0], [2, 0], [2, 0], [4, READ_ONLY_FILE], [4, offset]), name)
    body.push(local as BlobPart, name as BlobPart, f.content as BlobPart)
    offset += local.length + name.length + size
  }
  const length = directory.reduce((n, d) => n + d.length, 0)
  const end = record([4, SIGNATURE.end], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, length], [4, offset], [2, 0])
  return new Blob([...body, ...(directory as BlobPart[]), end as BlobPart])
}
