import postdata from '../../../../../internal/goldentest/testdata/variable_postdata_cm.txt'
import unitfile from '../../../../../internal/goldentest/testdata/variable_univpost_cm.txt'
import { Formula } from '../../kit/index.ts'
import { type Result } from '../../client.ts'
import { appraisal, sample } from '../appraisal/design.tsx'
import { column, inStrata } from '../appraisal/strata.ts'
import { strataBlocks, strataFiles, typedStrata } from './stratified.tsx'

export const PostStratified = appraisal({
  id: 'dollars/post-stratified', title: 'Dollar appraisal with strata formed afterwards', calculation: 'appraisal.variable.post_stratified', amounts: true,
  typed: typedStrata, files: strataFiles,
  example: {
    entry: 'rows', strata: [{ name: 'Inpatient', universe: '373' }, { name: 'Outpatient', universe: '1146' }], levels: '80,90,95',
    items: sample(inStrata(column(postdata, 1, false), ['Inpatient', 'Outpatient'], [45, 55], 'Stratum\tOverpayment')), units: sample(unitfile), data: sample(postdata),
  },
  exampleNote: 'The 100 items of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.variable.post_stratified'>) => strataBlocks(r.strata),
  formula: <>
    <p>One simple random sample of <i>n</i> of the <i>N</i> items of the universe was drawn, and its items were told apart by strata afterwards. A stratum <i>i</i> has as many items of the universe as are known, and the mean and standard deviation <i>s</i> of those that happened to be drawn:</p>
    <Formula lines={[
      ['Point estimate', 'hat{X} = sum N_i bar{x}_i'],
      ['Variance', 'v = sum (frac{N - n}{n} * N_i s_i^2 + frac{N}{n^2} * (N - N_i) s_i^2)'],
      ['Limits', 'hat{X} +- z * sqrt{v}'],
    ]} />
    <p>The variance takes the size of the whole sample, since the number of items of a stratum was left to chance. It is an approximation. RAT-STATS’ policy asks for 20 sampled items and 6 that are not zero in every stratum, and 100 items in all.</p>
  </>,
})
