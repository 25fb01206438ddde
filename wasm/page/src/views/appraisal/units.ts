// Tables of the units of a sample in stages, of dollars and of counts.

import { count, decimal, money, percent, tableOf, type Block } from '../../kit/index.ts'
import { ITEMS, type Measure } from './estimate.ts'
import { nameOf, stages, variance } from './sections.ts'

interface Unit {
  name?: string; universe: number; sampleSize: number; pointEstimate: string; standardError: string
  nonzero?: number; mean?: string; count?: number; proportion?: string
}
interface Primary { name?: string; universe: number; items: number; sampleSize: number; pointEstimate: string; standardError: string; units: Unit[] }

/** What was found in a unit: amounts have a mean, counts a share. */
const found = <U extends Unit>(list: readonly U[]) => (list.some(u => u.count !== undefined)
  ? [['With the characteristic', (u: U) => count(u.count ?? 0)] as const, ['Share', (u: U) => percent(u.proportion ?? '0', 2)] as const]
  : [['Not zero', (u: U) => count(u.nonzero ?? 0)] as const, ['Mean', (u: U) => money(u.mean ?? '0')] as const])

const estimates = <U extends { pointEstimate: string; standardError: string }>(m: Measure) =>
  [['Point estimate', (u: U) => m.show(u.pointEstimate)] as const, ['Standard error', (u: U) => m.show(u.standardError)] as const]

export const unitsTable = (units: readonly Unit[], m: Measure): Block => ({
  table: tableOf('Primary units that were drawn', units, [['Unit', nameOf('Unit')], ['Items', u => count(u.universe)], ['Sampled', u => count(u.sampleSize)], ...found(units), ...estimates<Unit>(m)]),
})

/** The primary units, and the secondary ones of all of them. */
export function primaries(list: readonly Primary[], m: Measure): Block[] {
  const name = nameOf('Unit')
  const all = list.flatMap((p, i) => p.units.map((u, j) => ({ ...u, path: `${name(p, i)}, ${name(u, j)}` })))
  return [
    { table: tableOf('Primary units that were drawn', list, [
      ['Unit', name], ['Secondary units', p => count(p.universe)], ['Drawn', p => count(p.units.length)], ['Items in those drawn', p => count(p.items)], ['Sampled', p => count(p.sampleSize)], ...estimates<Primary>(m),
    ]) },
    { table: tableOf('Secondary units that were drawn', all, [['Unit', u => u.path], ['Items', u => count(u.universe)], ['Sampled', u => count(u.sampleSize)], ...found(all), ...estimates<Unit>(m)]) },
  ]
}

interface RHCUnit {
  name?: string; subUnits?: number; sampleSize: number; mean?: string; count?: number; nonzero?: number
  sizesRatio: string; pointEstimate: string; withinVariance: string; betweenVariance: string
}

const rhcColumns = <U extends RHCUnit>(m: Measure) => [
  ['Items', (u: U) => count(u.subUnits ?? 0)] as const, ['Sampled', (u: U) => count(u.sampleSize)] as const,
  ...(m === ITEMS ? [['With the characteristic', (u: U) => count(u.count ?? 0)] as const, ['Share', (u: U) => percent(u.mean ?? '0', 2)] as const]
    : [['Not zero', (u: U) => count(u.nonzero ?? 0)] as const, ['Mean', (u: U) => money(u.mean ?? '0')] as const]),
  ['Sizes ratio', (u: U) => decimal(u.sizesRatio, 4)] as const, ['Estimate of the group', (u: U) => m.show(u.pointEstimate)] as const,
]
const variances = <U extends { withinVariance: string; betweenVariance: string }>() =>
  [['Variance within', (u: U) => decimal(u.withinVariance, 0)] as const, ['Variance between', (u: U) => decimal(u.betweenVariance, 0)] as const]

type Sizes = readonly { universe: number; sampleSize: number }[]

/** An RHC sample of two stages, with one unit of each random group. */
export const rhcTwo = (r: { stages: Sizes; withinVariance: string; betweenVariance: string; units: readonly RHCUnit[] }, m: Measure): Block[] => [
  stages(r.stages),
  variance([['from drawing units', r.betweenVariance], ['from drawing items in them', r.withinVariance]]),
  { table: tableOf('Primary units that were drawn, one of each group', r.units, [['Unit', nameOf('Unit')], ...rhcColumns(m), ...variances<RHCUnit>()]) },
]

interface RHCPrimary { name?: string; items: number; sampleSize: number; sizesRatio: string; pointEstimate: string; withinVariance: string; betweenVariance: string; units: RHCUnit[] }

/** An RHC sample of three stages. */
export function rhcThree(r: { stages: Sizes; stage1Variance: string; stages2And3Variance: string; units: readonly RHCPrimary[] }, m: Measure): Block[] {
  const name = nameOf('Unit'), list = r.units
  const all = list.flatMap((p, i) => p.units.map((u, j) => ({ ...u, path: `${name(p, i)}, ${name(u, j)}` })))
  return [
    stages(r.stages),
    variance([['from drawing primary units', r.stage1Variance], ['from drawing in them', r.stages2And3Variance]]),
    { table: tableOf('Primary units that were drawn, one of each group', list, [
      ['Unit', name], ['Items in the units drawn', p => count(p.items)], ['Sampled', p => count(p.sampleSize)], ['Estimate of the unit', p => m.show(p.pointEstimate)],
      ['Sizes ratio', p => decimal(p.sizesRatio, 4)], ...variances<RHCPrimary>(),
    ]) },
    { table: tableOf('Secondary units that were drawn, one of each group', all, [['Unit', u => u.path], ...rhcColumns(m)]) },
  ]
}
