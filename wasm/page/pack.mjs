// The files of an example in little space: what a line has in common with the one before it, or with most lines, is not there.

const LINE = /^([^,]*?)(\d+),([^,]*),(\d{4}-\d\d-\d\d),(.*)$/
const DAY = 86_400_000

/** @typedef {{ titles: string[], prefix: string, digits: number, ids: string, days: string, kinds: string[], kind: string, different: Record<string, string> }} Packed */

/**
 * Packs a claims file (claim_id, segment, paid_date and more) and the determinations of its claims.
 * @param {string} claims
 * @param {string} determinations
 * @returns {Packed}
 */
export function pack(claims, determinations) {
  const [title, ...lines] = claims.trimEnd().split('\n')
  const rows = lines.map(l => LINE.exec(l))
  const kind = rows.map(r => `${r[3]},${r[5]}`), kinds = [...new Set(kind)]
  const steps = list => list.map((v, i) => v - (list[i - 1] ?? 0)).join(' ')
  const packed = {
    titles: [title, determinations.slice(0, determinations.indexOf('\n'))], prefix: rows[0][1], digits: rows[0][2].length,
    ids: steps(rows.map(r => Number(r[2]))), days: steps(rows.map(r => Date.parse(r[4]) / DAY)), kinds, kind: kind.map(k => kinds.indexOf(k)).join(' '), different: {},
  }
  const id = line => line.slice(0, line.indexOf(','))
  const given = new Map(determinations.trimEnd().split('\n').map(l => [id(l), l]))
  for (const line of unpack(packed).determinations.trimEnd().split('\n')) {
    const own = given.get(id(line)) ?? ''
    if (own !== line) packed.different[id(line)] = own.slice(id(line).length)
  }
  const again = unpack(packed)
  if (again.claims !== claims || again.determinations !== determinations) throw new Error('an example does not come out of its packed form as it was')
  return packed
}

/**
 * @param {Packed} packed
 * @returns {{ claims: string, determinations: string }}
 */
export function unpack({ titles, prefix, digits, ids, days, kinds, kind, different }) {
  const sums = steps => { let sum = 0; return steps.split(' ').map(s => sum += Number(s)) }
  const day = sums(days), kindOf = kind.split(' ')
  const claims = [titles[0]], determinations = new Map([['', titles[1]]])
  for (const [i, number] of sums(ids).entries()) {
    const id = prefix + String(number).padStart(digits, '0'), [segment, ...rest] = kinds[kindOf[i]].split(',')
    claims.push([id, segment, new Date(day[i] * DAY).toISOString().slice(0, 10), ...rest].join(','))
    // A claim is as it should be, unless something else is said; '' says that it is not reviewed.
    const paid = rest.at(-1), own = different[id] ?? `,${paid},${paid},complete,,`
    if (own && !determinations.has(id)) determinations.set(id, id + own)
  }
  return { claims: claims.join('\n') + '\n', determinations: [...determinations.values()].join('\n') + '\n' }
}

/**
 * A text as an expression of JavaScript, without the numbers from 1 that its lines may begin with.
 * @param {string} text
 */
export function numbered(text) {
  const [, title = '', mark] = /^(\D.*\n)?1([ ,])/.exec(text) ?? []
  const number = (line, i) => i + 1 + mark + line
  const lines = text.slice(title.length).trimEnd().split('\n').map(l => l.slice(l.indexOf(mark) + 1))
  return title + lines.map(number).join('\n') + '\n' === text
    ? `${JSON.stringify(title)} + ${JSON.stringify(lines.join('\n'))}.split('\\n').map((line, i) => i + 1 + '${mark}' + line + '\\n').join('')`
    : JSON.stringify(text)
}
