// The formulas of the sample sizes.

import { Formula, Inline } from '../../kit/index.ts'

const mean = <Inline of="bar{x}" />

export const UnrestrictedSize = () => <>
  <p>With a universe of <i>N</i> units, mean {mean} and standard deviation <i>s</i> of the overpayments, wanted precision <i>p</i>, and the percentile <i>z</i> of the level:</p>
  <Formula lines={[['Precision amount', 'E = p N bar{x}'], ['Size', 'n = frac{(s N)^2}{(E / z)^2 + N s^2}']]} />
  <p>The size is rounded to the nearest whole number, as RAT-STATS does. A two-sided level <i>c</i> takes the percentile (1 + <i>c</i>)/2 of the normal distribution, a one-sided level <i>c</i> the percentile <i>c</i>.</p>
</>

export const RateSize = () => <>
  <p>With a share <i>p</i> of the units in error, each wrong by its whole reported amount, and mean <i>m</i> and standard deviation <i>s</i> of the reported amounts, the differences have</p>
  <Formula lines={[['Mean', 'p m'], ['Variance', 'p (s^2 + (1 - p) m^2)']]} />
  <p>and the size follows from them as from those of a probe sample. Errors in part of an amount do not fit this model.</p>
</>

export const PrecisionFormula = () => <>
  <p>The precision of <i>n</i> out of <i>N</i> units with mean {mean} and standard deviation <i>s</i>:</p>
  <Formula lines={[['Precision amount', 'A = t_{n - 1} * N * frac{s}{sqrt{n}} * sqrt{frac{N - n}{N}}'], ['Precision', 'A / (N bar{x})']]} />
  <p>With strata the squares of their standard errors are added, and the percentile is that of the normal distribution.</p>
</>

export const StrataSize = () => <>
  <p>With <i>N</i><sub>h</sub> units and standard deviation <i>s</i><sub>h</sub> in stratum <i>h</i>, the total size for a precision amount <i>E</i> is, for the optimal allocation without costs,</p>
  <Formula lines={[['Size', 'n = frac{(sum N_h s_h)^2}{(E / z)^2 + sum N_h s_h^2}']]} />
  <p>and a stratum takes its part by <i>N</i><sub>h</sub><i>s</i><sub>h</sub> (by <i>N</i><sub>h</sub><i>s</i><sub>h</sub>/√cost where the strata have costs), or by <i>N</i><sub>h</sub> for the proportional allocation. Parts are rounded up where the total follows from the precision, and to the nearest number where the total is given. A part above the universe of its stratum goes to the others.</p>
</>

export const AttributeSize = () => <>
  <p>A sample of <i>n</i> units is taken to find the anticipated share of errors, rounded to the nearest number. Its limits <i>k</i><sub>1</sub> and <i>k</i><sub>2</sub> are the exact hypergeometric ones, those of the unrestricted attribute appraisal. The size is the smallest <i>n</i> with</p>
  <Formula lines={[['', 'k_2 - k_1 <= range * N']]} />
  <p>That no smaller size will do is proven. RAT-STATS prints sizes that are 0 to 6 larger in its manuals' examples, by a search that it does not describe.</p>
</>

export const LimitSize = () => <>
  <p>A sample of <i>n</i> units is taken to find the expected share of errors, rounded up. Its upper limit is the largest number <i>k</i> of errors in the universe with</p>
  <Formula lines={[['', 'P (X <= found | k) > 1 - level']]} />
  <p>(hypergeometric), and the size is the smallest <i>n</i> with <i>k</i> at most the limit.</p>
</>

export const DiscoverySize = () => <>
  <p>A sample of <i>n</i> out of <i>N</i> units of which <i>D</i> are in error misses all of them with the probability</p>
  <Formula lines={[['', 'frac{C (N - D, n)}{C (N, n)}']]} />
  <p>and the size is the smallest <i>n</i> for which that is at most 1 − level, decided in exact arithmetic.</p>
</>

export const RootFrequency = () => <>
  <p>With the units counted in classes by an amount that is known for all of them,</p>
  <Formula lines={[['', 'sum sqrt{count * width}']]} />
  <p>is added up class by class and divided by the number of strata; the boundaries are the class limits nearest to these marks.</p>
</>
