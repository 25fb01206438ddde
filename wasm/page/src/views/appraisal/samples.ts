// The samples of designs: pasted rows that name their stratum or unit, and the values in a design for a histogram.

import { fault, minus, plural, type Table } from '../../kit/index.ts'
import { type Kind } from './options.ts'

interface Named { name: string }

/** The name that a row and its stratum have in common. */
const key = (name: string) => name.trim().toLowerCase()

/**
 * Deals rows with a column "group" out to groups, each with the other columns of its rows. field is that of the rows, list that of
 * the groups, what is the word for a group. A row of no group, a group without rows and a name twice are errors at their place.
 */
export function deal<G extends Named>(rows: Table, groups: readonly G[], field: string, list: string, what: string): (G & Record<string, string[]>)[] {
  const { group = [], ...columns } = rows.columns
  const out = groups.map(g => ({ ...g, ...Object.fromEntries(Object.keys(columns).map(c => [c, [] as string[]])) }))
  const at = new Map<string, number>()
  groups.forEach((g, i) => {
    if (at.has(key(g.name))) throw fault(`${list}[${i}].name`, `Two of them are called “${g.name}”`)
    at.set(key(g.name), i)
  })
  const lost: number[] = []
  group.forEach((name, r) => {
    const g = at.get(key(name))
    if (g === undefined) lost.push(r)
    else for (const [c, cells] of Object.entries(columns)) (out[g] as unknown as Record<string, string[]>)[c]!.push(cells[r]!)
  })
  if (lost.length > 0) {
    throw fault(field, `${plural(lost.length, 'row names', 'rows name')} a ${what} that is not listed`,
      lost.map(r => ({ line: rows.lines[r], value: group[r], message: `is not the name of a ${what}` })))
  }
  const empty = out.findIndex(g => Object.keys(columns).some(c => (g as any)[c].length === 0))
  if (empty >= 0) throw fault(`${list}[${empty}].name`, `No row belongs to the ${what} “${groups[empty]!.name}”`)
  return out as (G & Record<string, string[]>)[]
}

/** Every value of a kind in a design, however deep its units are. */
export function valuesOf(design: any, kind: Kind): string[] {
  if (Array.isArray(design)) {
    const out: string[] = []
    for (const d of design) for (const v of valuesOf(d, kind)) out.push(v)
    return out
  }
  if (typeof design !== 'object' || design === null) return []
  const { examined, audited, difference } = design as Partial<Record<Kind, string[]>>
  if (design[kind]) return design[kind]
  if (kind === 'difference' && examined && audited) return examined.map((e, i) => minus(e, audited[i]!))
  if (examined || audited || difference) return []
  return valuesOf(design.strata ?? design.units, kind)
}
