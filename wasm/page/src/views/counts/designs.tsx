// Count appraisals of strata, clusters and stages.

import clusters from '../../../../../internal/goldentest/testdata/attribute_dataclus.txt'
import data2stg from '../../../../../internal/goldentest/testdata/attribute_data2stg.txt'
import data3stg from '../../../../../internal/goldentest/testdata/attribute_data3st_univ.txt'
import multi from '../../../../../internal/goldentest/testdata/attribute_datamulti.txt'
import rhc2data from '../../../../../internal/goldentest/testdata/attribute_rhc2data.txt'
import rhc2units from '../../../../../internal/goldentest/testdata/attribute_rhc2pu_cm.txt'
import rhc3data from '../../../../../internal/goldentest/testdata/attribute_rhc3data_cm.txt'
import rhc3units from '../../../../../internal/goldentest/testdata/attribute_pusurhc3_cm.txt'
import { count, Formula, integer, percent, percentage, rows, tableOf, text } from '../../kit/index.ts'
import { type Result } from '../../client.ts'
import { appraisal, sample } from '../appraisal/design.tsx'
import { ITEMS } from '../appraisal/estimate.ts'
import { rhcThreeStage, rhcTwoStage, threeStage, twoStage } from '../appraisal/formulas.tsx'
import { nameOf, stages } from '../appraisal/sections.ts'
import { primaries, rhcThree, rhcTwo, unitsTable } from '../appraisal/units.ts'
import { groupSizes } from '../dollars/stages.tsx'
import { sampleFields } from './unrestricted.tsx'

const name = text({ label: 'Name', optional: true, width: 'medium', maxLength: 60 })
const stratum = nameOf('Stratum')
/** An empty name is none. */
const named = <S extends { name?: string }>({ name, ...rest }: S) => ({ ...rest, ...(name && { name }) })

export const Stratified = appraisal({
  id: 'counts/stratified', title: 'Count appraisal of a stratified sample', calculation: 'appraisal.attribute.stratified', places: 3,
  typed: {
    label: 'Figures for each stratum',
    fields: { strata: rows({ label: 'Strata', item: 'Stratum', min: 1, max: 125, hint: 'Every item of the universe is in one of them.', fields: { name, universe: integer({ label: 'Items in the stratum', min: 1 }), ...sampleFields } }) },
    design: v => ({ strata: v.strata.map(named) }),
  },
  files: { text: { label: 'File of the strata', hint: 'A line for each stratum: its items, its sampled items, those with the characteristic.' } },
  example: {
    entry: 'rows', strata: [{ name: '', universe: '1000', sampleSize: '100', count: '2' }, { name: '', universe: '1500', sampleSize: '100', count: '6' }], levels: '80,90,95', text: sample('1000 100 2\n1500 100 6\n'),
  },
  exampleNote: 'The two strata of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.attribute.stratified'>) => [{
    table: tableOf('The strata', r.strata, [
      ['Stratum', stratum], ['Items', s => count(s.universe)], ['Sampled', s => count(s.sampleSize)], ['With the characteristic', s => count(s.count)], ['Share', s => percent(s.proportion.pointEstimate, 3)],
      ['Estimate', s => ITEMS.show(s.pointEstimate)], ['Standard error', s => ITEMS.show(s.standardError)],
    ], ['All strata', count(r.universe), count(r.sampleSize), count(r.count), percent(r.proportion.pointEstimate, 3), ITEMS.show(r.pointEstimate), ITEMS.show(r.standardError)]),
  }],
  formula: <>
    <p>With <i>x</i> of the <i>n</i> sampled of <i>N</i> items of a stratum <i>i</i> having the characteristic:</p>
    <Formula lines={[
      ['Share of a stratum', 'p_i = frac{x_i}{n_i}'],
      ['Point estimate', 'hat{T} = sum N_i p_i'],
      ['Standard error', 'SE = sqrt{sum N_i^2 * frac{N_i - n_i}{N_i} * frac{p_i (1 - p_i)}{n_i - 1}}'],
      ['Limits', 'hat{T} +- z * SE'],
    ]} />
    <p>The share of the universe is the quantity divided by all items. Limits take percentiles of the normal distribution, as RAT-STATS does.</p>
  </>,
})

const primary = { universe: integer({ label: 'Primary units in the universe', hint: 'All units that could have been drawn at the first stage.', min: 1 }) }
const known = integer({ label: 'Items in the universe', optional: true, min: 1, hint: 'Where their number is known. It decides how the share is estimated.' })

export const TwoStage = appraisal({
  id: 'counts/two-stage', title: 'Count appraisal of a two-stage sample', calculation: 'appraisal.attribute.two_stage', parameters: { ...primary, secondaryUniverse: known },
  files: { text: { label: 'File of the primary units', hint: 'A line for each: its items, its sampled items, those with the characteristic.' } },
  example: { universe: '90', secondaryUniverse: '4500', levels: '80,90,95', text: sample(data2stg) },
  exampleNote: 'The ten units of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.attribute.two_stage'>) => [stages(r.stages, r.stageVariances), unitsTable(r.units, ITEMS)],
  formula: twoStage(true),
})

export const ThreeStage = appraisal({
  id: 'counts/three-stage', title: 'Count appraisal of a three-stage sample', calculation: 'appraisal.attribute.three_stage', parameters: { ...primary, thirdUniverse: known },
  files: { text: { label: 'File of the units', hint: 'A line for each primary unit: its name, its secondary units, those drawn. It is followed by a line for each of these: its name, its items, its sampled items, those with the characteristic.' } },
  example: { universe: '12', levels: '80,90,95', text: sample(data3stg) },
  exampleNote: 'The four regions of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.attribute.three_stage'>) => [stages(r.stages, r.stageVariances), ...primaries(r.units, ITEMS)],
  formula: threeStage(true),
})

const items = { label: 'File of the samples', hint: 'A line for each unit, in their order: its number, its sampled items, those with the characteristic.' }

export const RHCTwoStage = appraisal({
  id: 'counts/rhc-two-stage', title: 'Count appraisal of a two-stage sample in random groups (RHC)', calculation: 'appraisal.attribute.rhc_two_stage', parameters: { secondaryUniverse: known },
  files: { units: { label: 'File of the primary units', hint: 'A line for each unit drawn: its name, its items, its size, the size of its group, the units in its group.' }, data: items },
  example: { levels: '80,90,95', units: sample(rhc2units), data: sample(rhc2data) },
  exampleNote: 'The three units of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.attribute.rhc_two_stage'>) => rhcTwo(r, ITEMS),
  formula: rhcTwoStage(true),
})

export const RHCThreeStage = appraisal({
  id: 'counts/rhc-three-stage', title: 'Count appraisal of a three-stage sample in random groups (RHC)', calculation: 'appraisal.attribute.rhc_three_stage',
  parameters: { thirdUniverse: known, ...groupSizes },
  files: { units: { label: 'File of the units', hint: 'A line for each primary unit, followed by those of its secondary units: name, units or items in it, size, size of its group, units in its group; on the line of a primary unit also the secondary units that were drawn.' }, data: items },
  example: { levels: '80,90,95', units: sample(rhc3units), data: sample(rhc3data) },
  exampleNote: 'The four regions of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.attribute.rhc_three_stage'>) => rhcThree(r, ITEMS),
  formula: rhcThreeStage(true),
})

export const StratifiedCluster = appraisal({
  id: 'counts/stratified-cluster', title: 'Count appraisal of a stratified cluster sample', calculation: 'appraisal.attribute.stratified_cluster',
  files: { text: { label: 'File of the strata and clusters', hint: 'A line for each stratum: its name, its clusters, those drawn, its items. It is followed by a line for each of these clusters: its name, its items, those with the characteristic.' } },
  example: { levels: '80,90,95', text: sample(clusters) },
  exampleNote: 'The universities of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.attribute.stratified_cluster'>) => [{
    table: tableOf('The strata', r.strata, [
      ['Stratum', stratum], ['Clusters', s => count(s.universe)], ['Drawn', s => count(s.sampleSize)], ['Items', s => count(s.items)], ['Reviewed', s => count(s.reviewed)], ['With the characteristic', s => count(s.count)],
      ['Share', s => percent(s.proportion.pointEstimate, 2)], ['Estimate', s => ITEMS.show(s.pointEstimate)],
    ], ['All strata', count(r.universe), count(r.sampleSize), count(r.items), count(r.reviewed), count(r.count), percent(r.proportion.pointEstimate, 2), ITEMS.show(r.pointEstimate)]),
  }],
  formula: <>
    <p>Of the <i>N</i> clusters of a stratum <i>h</i>, which hold <i>M</i> items, <i>n</i> were drawn and reviewed completely. Cluster <i>j</i> has <i>m</i> items, <i>a</i> of them with the characteristic:</p>
    <Formula lines={[
      ['Share of a stratum', 'p_h = frac{sum_j a_jh}{sum_j m_jh}'],
      ['Point estimate', 'hat{T} = sum M_h p_h'],
      ['Variance', 'v = sum frac{N_h (N_h - n_h)}{n_h (n_h - 1)} sum_j (a_jh - p_h m_jh)^2'],
      ['Limits', 'hat{T} +- z * sqrt{v}'],
    ]} />
    <p>The share of a stratum is a ratio, with a small bias unless all clusters have as many items.</p>
  </>,
})

export const StratifiedMultistage = appraisal({
  id: 'counts/stratified-multistage', title: 'Count appraisal of strata that were appraised before', calculation: 'appraisal.attribute.stratified_multistage', single: false,
  typed: {
    label: 'Figures for each stratum',
    fields: {
      strata: rows({
        label: 'Strata', item: 'Stratum', min: 1, max: 500, hint: 'Each with the result of its own appraisal, of any design. The strata are independent of each other and make up the universe.',
        fields: { name, proportion: percentage({ label: 'Share with the characteristic' }), standardError: percentage({ label: 'Standard error of that' }), universe: integer({ label: 'Items in the stratum', min: 1 }) },
      }),
    },
    design: v => ({ strata: v.strata.map(named) }),
  },
  files: { text: { label: 'File of the strata', hint: 'A line for each stratum: percentage, standard error in percent, items.' } },
  example: {
    entry: 'rows', strata: [{ name: '', proportion: '16.90', standardError: '1.99', universe: '5600' }, { name: '', proportion: '21.84', standardError: '3.57', universe: '3500' }], levels: '80,90,95', text: sample(multi),
  },
  exampleNote: 'The two strata of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.attribute.stratified_multistage'>) => [{
    table: tableOf('The strata', r.strata, [['Stratum', stratum], ['Share', s => percent(s.proportion, 2)], ['Standard error', s => percent(s.standardError, 2)], ['Items', s => count(s.universe)]],
      ['All strata', percent(r.proportion.pointEstimate, 2), percent(r.proportion.standardError, 2), count(r.universe)]),
  }],
  formula: <>
    <p>With the share <i>p</i>, its standard error and the items <i>M</i> of each stratum <i>i</i>:</p>
    <Formula lines={[['Share', 'p = sum frac{M_i}{M} p_i'], ['Standard error', 'SE = sqrt{sum (frac{M_i}{M} SE_i)^2}'], ['Quantity', 'M p'], ['Limits', 'M (p +- z * SE)']]} />
  </>,
})
