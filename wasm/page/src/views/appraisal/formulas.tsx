// Formulas of designs in stages, which dollars and counts share: x is an amount, or 1 for an item with the characteristic.

import { Formula } from '../../kit/index.ts'

const counts = <p>An item with the characteristic counts as 1, any other as 0: the mean of a unit is the share <i>p</i> of its sampled items, and its variance <i>p</i>(1 − <i>p</i>)<i>m</i>/(<i>m</i> − 1).</p>
const normal = <p>Limits take percentiles of the normal distribution, as RAT-STATS does. Arithmetic is exact until the square root.</p>

export const twoStage = (share = false) => <>
  <p><i>n</i> of the <i>N</i> primary units were drawn, and of the <i>M</i> items of such a unit <i>m</i>, with mean and variance <i>s</i>²:</p>
  <Formula lines={[
    ['Total of a unit', 'T_i = M_i bar{x}_i'],
    ['Point estimate', 'hat{T} = frac{N}{n} sum T_i'],
    ['Variance', 'v = frac{N (N - n)}{n} * s_T^2 + frac{N}{n} sum frac{M_i (M_i - m_i)}{m_i} s_i^2'],
    ['Limits', 'hat{T} +- z * sqrt{v}'],
  ]} />
  {share && <>{counts}<p>Where the number of all items is known, the share is the quantity divided by it. Where it is not, it is the quantity divided by the estimated number of items, a ratio estimator, which has a small bias.</p></>}
  {normal}
</>

export const threeStage = (share = false) => <>
  <p><i>n</i> of the <i>N</i> primary units were drawn, <i>m</i> of the <i>M</i> secondary units of each, and <i>b</i> of the <i>B</i> items of each of those:</p>
  <Formula lines={[
    ['Secondary unit', 'T_ij = B_ij bar{x}_ij'],
    ['Primary unit', 'T_i = frac{M_i}{m_i} sum T_ij'],
    ['Point estimate', 'hat{T} = frac{N}{n} sum T_i'],
    ['Variance, stage 1', 'frac{N (N - n)}{n} * s_T^2'],
    ['Variance, stage 2', 'frac{N}{n} sum frac{M_i (M_i - m_i)}{m_i} s_i^2'],
    ['Variance, stage 3', 'frac{N}{n} sum frac{M_i}{m_i} sum frac{B_ij (B_ij - b_ij)}{b_ij} s_ij^2'],
    ['Limits', 'hat{T} +- z * sqrt{v}'],
  ]} />
  {share && <>{counts}<p>Where the number of all items is known, the share is the quantity divided by it; otherwise it is the quantity divided by the estimated number of items.</p></>}
  {normal}
</>

export const rhcTwoStage = (share = false) => <>
  <p>The primary units were put into random groups, and of each group one unit was drawn with a probability proportional to its size (Rao, Hartley and Cochran). Unit <i>i</i> has the size <i>A</i>, its group of <i>N</i> units the size <i>B</i>; the sizes of all groups add up to <i>X</i>:</p>
  <Formula lines={[
    ['Point estimate', 'hat{T} = sum frac{B_i}{A_i} M_i bar{x}_i'],
    ['Between', 'c * frac{B_i}{X} (frac{X}{A_i} M_i bar{x}_i - hat{T})^2'],
    ['', 'c = frac{sum N_i^2 - N}{N^2 - sum N_i^2}'],
    ['Within', 'frac{B_i}{A_i} * frac{M_i (M_i - m_i)}{m_i} s_i^2'],
    ['Limits', 'hat{T} +- z * sqrt{sum ("between" + "within")}'],
  ]} />
  {share && counts}{normal}
</>

export const rhcThreeStage = (share = false) => <>
  <p>Units were put into random groups at both stages, and of each group one was drawn with a probability proportional to its size (Rao, Hartley and Cochran). Inside of primary unit <i>i</i> its total and the variance <i>v</i> of that are those of two stages, with its size <i>A</i> in the place of <i>X</i>. Then</p>
  <Formula lines={[
    ['Point estimate', 'hat{T} = sum frac{B_i}{A_i} T_i'],
    ['Variance, stage 1', 'c * sum frac{B_i}{X} (frac{X}{A_i} T_i - hat{T})^2'],
    ['Variance, stages 2 and 3', 'sum frac{B_i}{A_i} v_i'],
    ['Limits', 'hat{T} +- z * sqrt{"sum of both"}'],
  ]} />
  <p>RAT-STATS holds the sizes of secondary units against the size of the primary unit, even where the groups do not add up to it. The other way is an option.</p>
  {share && counts}{normal}
</>
