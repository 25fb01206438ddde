import { Formula, Inline } from '../../kit/index.ts'

/** The estimate of a total from a simple random sample, with its limits. */
export function UnrestrictedFormula() {
  return <>
    <p>With <i>n</i> items out of a universe of <i>N</i>, their mean <Inline of="bar{x}" /> and standard deviation <i>s</i> (divisor <i>n</i> − 1):</p>
    <Formula lines={[
      ['Point estimate', 'hat{X} = N bar{x}'],
      ['Standard error', 'SE = N * frac{s}{sqrt{n}} * sqrt{frac{N - n}{N}}'],
      ['Limits', 'hat{X} +- t_{n - 1} * SE'],
      ['Precision', 'frac{t_{n - 1} * SE}{hat{X}}'],
    ]} />
    <p>A two-sided level <i>c</i> takes the percentile (1 + <i>c</i>)/2 of Student's <i>t</i>, a one-sided level <i>c</i> the percentile <i>c</i>, both with <i>n</i> − 1 degrees of freedom. Arithmetic is exact until the square root; nothing is rounded before it is printed.</p>
  </>
}
