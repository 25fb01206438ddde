// Strata whose samples are clusters, or appraisals that were made before.

import clusters from '../../../../../internal/goldentest/testdata/variable_datastrclus.txt'
import multi from '../../../../../internal/goldentest/testdata/variable_datastrmulti.txt'
import { count, dollars, Formula, money, rows, tableOf, text } from '../../kit/index.ts'
import { type Result } from '../../client.ts'
import { appraisal, sample } from '../appraisal/design.tsx'
import { nameOf } from '../appraisal/sections.ts'

export const StratifiedCluster = appraisal({
  id: 'dollars/stratified-cluster', title: 'Dollar appraisal of a stratified cluster sample', calculation: 'appraisal.variable.stratified_cluster',
  files: { text: { label: 'File of the strata and clusters', hint: 'A line for each stratum: its name, its clusters, those that were drawn. It is followed by a line for each of these: its name, its items, their amounts in all.' } },
  example: { levels: '80,90,95', text: sample(clusters) },
  exampleNote: 'The universities of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.variable.stratified_cluster'>) => [{
    table: tableOf('The strata', r.strata, [
      ['Stratum', nameOf('Stratum')], ['Clusters', s => count(s.universe)], ['Drawn', s => count(s.sampleSize)], ['Items in those drawn', s => count(s.reviewed)], ['Amount in them', s => money(s.total)],
      ['Point estimate', s => money(s.pointEstimate)], ['Standard error', s => money(s.standardError)],
    ], ['All strata', count(r.universe), count(r.sampleSize), count(r.reviewed), money(r.total), money(r.pointEstimate), money(r.standardError)]),
  }],
  formula: <>
    <p>Of the <i>N</i> clusters of a stratum <i>h</i>, <i>n</i> were drawn and reviewed completely. With <i>y</i> the amount in a cluster, its mean, and its variance <i>s</i>² (divisor <i>n</i> − 1):</p>
    <Formula lines={[
      ['Point estimate', 'hat{T} = sum N_h bar{y}_h'],
      ['Variance', 'v = sum frac{N_h (N_h - n_h)}{n_h} s_h^2'],
      ['Limits', 'hat{T} +- z * sqrt{v}'],
    ]} />
    <p>The numbers of items are printed and change no figure.</p>
  </>,
})

export const StratifiedMultistage = appraisal({
  id: 'dollars/stratified-multistage', title: 'Dollar appraisal of strata that were appraised before', calculation: 'appraisal.variable.stratified_multistage', single: false,
  typed: {
    label: 'Figures for each stratum',
    fields: {
      strata: rows({
        label: 'Strata', item: 'Stratum', min: 1, max: 500, hint: 'Each with the result of its own appraisal, of any design. The strata are independent of each other and make up the universe.',
        fields: {
          name: text({ label: 'Name', optional: true, width: 'medium', maxLength: 60 }), pointEstimate: dollars({ label: 'Point estimate of the total' }), standardError: dollars({ label: 'Standard error of that', min: '0' }),
        },
      }),
    },
    design: v => ({ strata: v.strata.map(({ name, ...s }) => ({ ...s, ...(name && { name }) })) }),
  },
  files: { text: { label: 'File of the strata', hint: 'A line for each stratum: point estimate and standard error.' } },
  example: {
    entry: 'rows', strata: [{ name: '', pointEstimate: '24,077', standardError: '1,277' }, { name: '', pointEstimate: '19,182', standardError: '873' }], levels: '80,90,95', text: sample(multi),
  },
  exampleNote: 'The two strata of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.variable.stratified_multistage'>) => [{
    table: tableOf('The strata', r.strata, [['Stratum', nameOf('Stratum')], ['Point estimate', s => money(s.pointEstimate)], ['Standard error', s => money(s.standardError)]],
      ['All strata', money(r.pointEstimate), money(r.standardError)]),
  }],
  formula: <>
    <p>With the point estimate and the standard error of each stratum <i>h</i>:</p>
    <Formula lines={[['Point estimate', 'hat{T} = sum hat{T}_h'], ['Standard error', 'SE = sqrt{sum SE_h^2}'], ['Limits', 'hat{T} +- z * SE']]} />
  </>,
})
