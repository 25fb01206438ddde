import { Formula, Inline } from '../../kit/index.ts'

/** The formulas of a claims review. */
export function ReviewFormula() {
  return <>
    <p>With the amount paid <i>p</i> and the correct amount <i>c</i> of each claim of the sample, underpayments netted where the agreement allows it:</p>
    <Formula lines={[
      ['Net financial error rate', 'r = frac{sum (p - c)}{sum p}'],
      ['Full sample', 'n = frac{N (z s)^2}{N (d bar{x})^2 + (z s)^2}'],
      ['Point estimate', 'hat{X} = N bar{x}'],
    ]} />
    <p>The overpayments <i>x</i> of the sample, 0 for a correct or underpaid claim, have the mean <Inline of="bar{x}" /> and the standard deviation <i>s</i>; <i>N</i> is the number of claims in the frame, <i>d</i> the precision and <i>z</i> the normal percentile of the confidence level. The threshold is met by an exact comparison, not by a rounded rate. A claim whose documentation is missing is overpaid by all that was paid.</p>
    <p class="source"><span>Source:</span> OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022; RAT-STATS Companion Manual 3-2 to 3-7 and 4-2 to 4-6.</p>
  </>
}
