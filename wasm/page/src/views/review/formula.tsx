/** The formulas of a claims review. */
export function ReviewFormula() {
  return <>
    <p>With the amount paid <i>p</i> and the correct amount <i>c</i> of each claim of the sample, underpayments netted where the agreement allows it:</p>
    <math display="block"><mtable>
      <mtr><mtd><mtext>Net financial error rate</mtext></mtd><mtd><mi>r</mi><mo>=</mo><mfrac><mrow><mo>∑</mo><mo>(</mo><mi>p</mi><mo>−</mo><mi>c</mi><mo>)</mo></mrow><mrow><mo>∑</mo><mi>p</mi></mrow></mfrac></mtd></mtr>
      <mtr><mtd><mtext>Full sample</mtext></mtd><mtd><mi>n</mi><mo>=</mo><mfrac><mrow><mi>N</mi><msup><mrow><mo>(</mo><mi>z</mi><mi>s</mi><mo>)</mo></mrow><mn>2</mn></msup></mrow><mrow><mi>N</mi><msup><mrow><mo>(</mo><mi>d</mi><mover><mi>x</mi><mo>¯</mo></mover><mo>)</mo></mrow><mn>2</mn></msup><mo>+</mo><msup><mrow><mo>(</mo><mi>z</mi><mi>s</mi><mo>)</mo></mrow><mn>2</mn></msup></mrow></mfrac></mtd></mtr>
      <mtr><mtd><mtext>Point estimate</mtext></mtd><mtd><mover><mi>X</mi><mo>^</mo></mover><mo>=</mo><mi>N</mi><mover><mi>x</mi><mo>¯</mo></mover></mtd></mtr>
    </mtable></math>
    <p>The overpayments <i>x</i> of the sample, 0 for a correct or underpaid claim, have the mean <math><mover><mi>x</mi><mo>¯</mo></mover></math> and the standard deviation <i>s</i>; <i>N</i> is the number of claims in the frame, <i>d</i> the precision and <i>z</i> the normal percentile of the confidence level. The threshold is met by an exact comparison, not by a rounded rate. A claim whose documentation is missing is overpaid by all that was paid.</p>
    <p class="source"><span>Source:</span> OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022; RAT-STATS Companion Manual 3-2 to 3-7 and 4-2 to 4-6.</p>
  </>
}
