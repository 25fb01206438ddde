// The answer of a verification in words and tables, whatever the design.

import { count, plural, type Block } from '../../kit/index.ts'
import { plain, type Unit } from './design.ts'
import { type Found } from './seeds.tsx'

export type Comparison = 'reproduced' | 'other_order' | 'differs' | 'impossible'

export interface Verdict {
  comparison: Comparison
  reported: any[]
  missing?: any[]
  extra?: any[]
  problems?: { count?: number; size?: number; outside?: any[]; repeated?: any[] }
  frame: 'same' | 'other' | 'not_checked'
  sparesComparison?: string
  fromSpares?: { order: number; unit: any }[]
}

/** What a verdict is about. */
export interface About {
  units: [one: string, many: string]
  columns: { title: string; figures?: boolean }[]
  cells(unit: any): string[]
  /** What the plan gives. */
  sample: Unit[]
  spares: Unit[]
}

export const VERDICTS: Record<Comparison, string> = { reproduced: 'Reproduced', other_order: 'Same units, other order', differs: 'Differs', impossible: 'Impossible' }

/** The verdict in one sentence. */
export function verdictSaid(v: Verdict, about: About): string {
  const [one, many] = about.units, n = v.reported.length
  switch (v.comparison) {
    case 'reproduced': return `Reproduced: the seed gives exactly the ${plural(n, `reported ${one}`, `reported ${many}`)}.`
    case 'other_order': return `The seed gives the same ${plural(n, one, many)}, but they are reported neither in sequential order nor in the order of selection.`
    case 'differs': {
      const extra = v.extra?.length ?? 0, spare = v.fromSpares?.length ?? 0
      if (extra === n && !spare) return `The sample differs: none of the ${plural(n, `reported ${one}`, `reported ${many}`)} is what the seed gives.`
      return `The sample differs: ${count(extra)} of the ${plural(n, `reported ${one}`, `reported ${many}`)} ${extra === 1 ? 'is' : 'are'} not what the seed gives` + (spare ? `: ${spare === extra ? (extra === 1 ? 'it is' : 'they are') : `${spare} of them ${spare === 1 ? 'is' : 'are'}`} ${spare === 1 ? 'a spare' : 'spares'} that stood in.` : '.')
    }
    default: return `The report cannot be a sample of this plan: ${reasons(v, about).join('; ')}.`
  }
}

function reasons({ problems: p }: Verdict, { units: [one, many], cells }: About): string[] {
  const list = (units: any[]) => units.slice(0, 8).map(u => cells(u).join(' – ')).join(', ') + (units.length > 8 ? ' …' : '')
  return [
    ...(p?.count !== undefined || p?.size !== undefined ? [`${plural(p?.count ?? 0, `${one} is`, `${many} are`)} reported where the plan has ${count(p?.size ?? 0)}`] : []),
    ...(p?.outside?.length ? [`${p.outside.length === 1 ? 'one is' : `${count(p.outside.length)} are`} outside of the frame (${list(p.outside)})`] : []),
    ...(p?.repeated?.length ? [`${p.repeated.length === 1 ? 'one stands' : `${count(p.repeated.length)} stand`} more than once (${list(p.repeated)})`] : []),
  ]
}

const SPARES: Record<string, string> = {
  reproduced: 'what the seed gives', other_order: 'what the seed gives, in another order', differs: 'not what the seed gives', impossible: 'no spares of this plan',
}

export function verdictBlocks(v: Verdict, about: About): Block[] {
  const { columns, cells } = about
  // A report may state less of a unit than the plan has of it.
  const stated = (v.missing ?? []).map(cells), key = (c: string[]) => c.join('\n')
  const missing = new Set(stated.map(key)), lengths = [...new Set(stated.map(c => c.length))]
  const isMissing = (u: Unit) => lengths.some(n => missing.has(key(u.cells.slice(0, n))))
  const table = (caption: string, units: any[]): Block => {
    const rows = units.map(cells)
    return { table: { caption, columns: columns.slice(0, Math.max(...rows.map(r => r.length))), rows } }
  }
  const why = v.comparison === 'impossible' ? reasons(v, about) : []
  return [
    ...(why.length ? [{ list: why.map(r => r.charAt(0).toUpperCase() + r.slice(1) + '.') }] : []),
    ...(v.fromSpares?.length ? [{
      table: {
        caption: 'Spares that stood in: they are the plan\'s spares, reported in the sample', columns: [...columns, { title: 'Order of selection', figures: true }],
        rows: v.fromSpares.map(f => [...cells(f.unit), String(f.order)]),
      },
    }] : []),
    ...(v.extra?.length ? [table('Reported, but not given by the seed', v.extra)] : []),
    ...(v.missing?.length ? [table('Given by the seed, but not reported', v.missing)] : []),
    {
      rows: [
        { label: 'Reported', value: plural(v.reported.length, ...about.units) },
        ...(v.sparesComparison ? [{ label: 'Reported spares', value: SPARES[v.sparesComparison] ?? v.sparesComparison }] : []),
        ...(v.frame !== 'not_checked' ? [{ label: 'Frame at hand', value: v.frame === 'same' ? 'the one that was documented with the draw' : 'not the one that was documented with the draw' }] : []),
      ],
    },
    {
      table: {
        caption: 'What the seed gives', columns: [...columns, { title: 'Order of selection', figures: true }, { title: 'In the report' }],
        rows: [
          ...about.sample.map(u => [...u.cells, plain(u.order), isMissing(u) ? 'missing' : 'yes']),
          ...about.spares.map(u => [...u.cells, plain(u.order), 'spare']),
        ],
      },
    },
  ]
}

/** The seeds that give what was reported, where the stated one does not. */
export function seedHint(found: Found | undefined, stated: string): Block[] {
  if (!found) return []
  if (found.matches.length === 0) return [{ paragraph: 'No RAT-STATS seed gives the reported numbers: all 65,536 start states were tried.' }]
  const slips = found.matches.flatMap(m => m.slips ?? [])
  const [state] = found.matches
  const examples = [...(state?.timesOfDay ?? []).slice(0, 3), ...(state?.wholeNumbers ?? []).slice(0, 3)]
  return [{
    heading: 'Another seed gives the reported numbers',
    paragraph: slips.length
      ? `The reported numbers are those of the seed ${slips.slice(0, 5).join(' or ')}, which is one slip of the hand away from ${stated}. ${found.note}`
      : `${found.matches.length === 1 ? 'One start state' : `${count(found.matches.length)} start states`} of RAT-STATS gives the reported numbers, for example with the seed ${examples.join(', ')}. ${found.note}`,
  }]
}
