// The formulas of the sample sizes.

const N = <mi>N</mi>, S2 = <msup><mi>s</mi><mn>2</mn></msup>

export const UnrestrictedSize = () => <>
  <p>With a universe of <i>N</i> units, mean <math><mover><mi>x</mi><mo>¯</mo></mover></math> and standard deviation <i>s</i> of the overpayments, wanted precision <i>p</i>, and the percentile <i>z</i> of the level:</p>
  <math display="block"><mtable>
    <mtr><mtd><mi>E</mi><mo>=</mo><mi>p</mi>{N}<mover><mi>x</mi><mo>¯</mo></mover></mtd></mtr>
    <mtr><mtd><mi>n</mi><mo>=</mo><mfrac><msup><mrow><mo>(</mo><mi>s</mi>{N}<mo>)</mo></mrow><mn>2</mn></msup><mrow><msup><mrow><mo>(</mo><mi>E</mi><mo>/</mo><mi>z</mi><mo>)</mo></mrow><mn>2</mn></msup><mo>+</mo>{N}{S2}</mrow></mfrac></mtd></mtr>
  </mtable></math>
  <p>The size is rounded to the nearest whole number, as RAT-STATS does. A two-sided level <i>c</i> takes the percentile (1 + <i>c</i>)/2 of the normal distribution, a one-sided level <i>c</i> the percentile <i>c</i>.</p>
</>

export const RateSize = () => <>
  <p>With a share <i>p</i> of the units in error, each wrong by its whole reported amount, and mean <i>m</i> and standard deviation <i>s</i> of the reported amounts, the differences have</p>
  <math display="block"><mtable>
    <mtr><mtd><mtext>Mean</mtext></mtd><mtd><mi>p</mi><mi>m</mi></mtd></mtr>
    <mtr><mtd><mtext>Variance</mtext></mtd><mtd><mi>p</mi><mo>(</mo>{S2}<mo>+</mo><mo>(</mo><mn>1</mn><mo>−</mo><mi>p</mi><mo>)</mo><msup><mi>m</mi><mn>2</mn></msup><mo>)</mo></mtd></mtr>
  </mtable></math>
  <p>and the size follows from them as from those of a probe sample. Errors in part of an amount do not fit this model.</p>
</>

export const PrecisionFormula = () => <>
  <p>The precision of <i>n</i> out of <i>N</i> units with mean <math><mover><mi>x</mi><mo>¯</mo></mover></math> and standard deviation <i>s</i>:</p>
  <math display="block"><mtable>
    <mtr><mtd><mtext>Precision amount</mtext></mtd><mtd><mi>A</mi><mo>=</mo><msub><mi>t</mi><mrow><mi>n</mi><mo>−</mo><mn>1</mn></mrow></msub><mo>⋅</mo>{N}<mo>⋅</mo><mfrac><mi>s</mi><msqrt><mi>n</mi></msqrt></mfrac><mo>⋅</mo><msqrt><mfrac><mrow>{N}<mo>−</mo><mi>n</mi></mrow>{N}</mfrac></msqrt></mtd></mtr>
    <mtr><mtd><mtext>Precision</mtext></mtd><mtd><mi>A</mi><mo>/</mo><mo>(</mo>{N}<mover><mi>x</mi><mo>¯</mo></mover><mo>)</mo></mtd></mtr>
  </mtable></math>
  <p>With strata the squares of their standard errors are added, and the percentile is that of the normal distribution.</p>
</>

export const StrataSize = () => <>
  <p>With <i>N</i><sub>h</sub> units and standard deviation <i>s</i><sub>h</sub> in stratum <i>h</i>, the total size for a precision amount <i>E</i> is, for the optimal allocation without costs,</p>
  <math display="block"><mi>n</mi><mo>=</mo><mfrac><msup><mrow><mo>(</mo><mo>∑</mo><msub>{N}<mi>h</mi></msub><msub><mi>s</mi><mi>h</mi></msub><mo>)</mo></mrow><mn>2</mn></msup><mrow><msup><mrow><mo>(</mo><mi>E</mi><mo>/</mo><mi>z</mi><mo>)</mo></mrow><mn>2</mn></msup><mo>+</mo><mo>∑</mo><msub>{N}<mi>h</mi></msub><msubsup><mi>s</mi><mi>h</mi><mn>2</mn></msubsup></mrow></mfrac></math>
  <p>and a stratum takes its part by <i>N</i><sub>h</sub><i>s</i><sub>h</sub> (by <i>N</i><sub>h</sub><i>s</i><sub>h</sub>/√cost where the strata have costs), or by <i>N</i><sub>h</sub> for the proportional allocation. Parts are rounded up where the total follows from the precision, and to the nearest number where the total is given. A part above the universe of its stratum goes to the others.</p>
</>

export const AttributeSize = () => <>
  <p>A sample of <i>n</i> units is taken to find the anticipated share of errors, rounded to the nearest number. Its limits <i>k</i><sub>1</sub> and <i>k</i><sub>2</sub> are the exact hypergeometric ones, those of the unrestricted attribute appraisal. The size is the smallest <i>n</i> with</p>
  <math display="block"><msub><mi>k</mi><mn>2</mn></msub><mo>−</mo><msub><mi>k</mi><mn>1</mn></msub><mo>≤</mo><mtext>range</mtext><mo>⋅</mo>{N}</math>
  <p>That no smaller size will do is proven. RAT-STATS prints sizes that are 0 to 6 larger in its manuals' examples, by a search that it does not describe.</p>
</>

export const LimitSize = () => <>
  <p>A sample of <i>n</i> units is taken to find the expected share of errors, rounded up. Its upper limit is the largest number <i>k</i> of errors in the universe with</p>
  <math display="block"><mi>P</mi><mo>(</mo><mi>X</mi><mo>≤</mo><mtext>found</mtext><mo>|</mo><mi>k</mi><mo>)</mo><mo>&gt;</mo><mn>1</mn><mo>−</mo><mtext>level</mtext></math>
  <p>(hypergeometric), and the size is the smallest <i>n</i> with <i>k</i> at most the limit.</p>
</>

export const DiscoverySize = () => <>
  <p>A sample of <i>n</i> out of <i>N</i> units of which <i>D</i> are in error misses all of them with the probability</p>
  <math display="block"><mfrac><mrow><mi>C</mi><mo>(</mo>{N}<mo>−</mo><mi>D</mi><mo>,</mo><mi>n</mi><mo>)</mo></mrow><mrow><mi>C</mi><mo>(</mo>{N}<mo>,</mo><mi>n</mi><mo>)</mo></mrow></mfrac></math>
  <p>and the size is the smallest <i>n</i> for which that is at most 1 − level, decided in exact arithmetic.</p>
</>

export const RootFrequency = () => <>
  <p>With the units counted in classes by an amount that is known for all of them,</p>
  <math display="block"><mo>∑</mo><msqrt><mrow><mtext>count</mtext><mo>⋅</mo><mtext>width</mtext></mrow></msqrt></math>
  <p>is added up class by class and divided by the number of strata; the boundaries are the class limits nearest to these marks.</p>
</>
