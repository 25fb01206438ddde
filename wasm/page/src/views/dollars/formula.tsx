/** The estimate of a total from a simple random sample, with its limits. */
export function UnrestrictedFormula() {
  return <>
    <p>With <i>n</i> items out of a universe of <i>N</i>, their mean <math><mover><mi>x</mi><mo>¯</mo></mover></math> and standard deviation <i>s</i> (divisor <i>n</i> − 1):</p>
    <math display="block"><mtable>
      <mtr><mtd><mtext>Point estimate</mtext></mtd><mtd><mover><mi>X</mi><mo>^</mo></mover><mo>=</mo><mi>N</mi><mover><mi>x</mi><mo>¯</mo></mover></mtd></mtr>
      <mtr><mtd><mtext>Standard error</mtext></mtd><mtd><mi>SE</mi><mo>=</mo><mi>N</mi><mo>⋅</mo><mfrac><mi>s</mi><msqrt><mi>n</mi></msqrt></mfrac><mo>⋅</mo><msqrt><mfrac><mrow><mi>N</mi><mo>−</mo><mi>n</mi></mrow><mi>N</mi></mfrac></msqrt></mtd></mtr>
      <mtr><mtd><mtext>Limits</mtext></mtd><mtd><mover><mi>X</mi><mo>^</mo></mover><mo>±</mo><msub><mi>t</mi><mrow><mi>n</mi><mo>−</mo><mn>1</mn></mrow></msub><mo>⋅</mo><mi>SE</mi></mtd></mtr>
      <mtr><mtd><mtext>Precision</mtext></mtd><mtd><mfrac><mrow><msub><mi>t</mi><mrow><mi>n</mi><mo>−</mo><mn>1</mn></mrow></msub><mo>⋅</mo><mi>SE</mi></mrow><mover><mi>X</mi><mo>^</mo></mover></mfrac></mtd></mtr>
    </mtable></math>
    <p>A two-sided level <i>c</i> takes the percentile (1 + <i>c</i>)/2 of Student's <i>t</i>, a one-sided level <i>c</i> the percentile <i>c</i>, both with <i>n</i> − 1 degrees of freedom. Arithmetic is exact until the square root; nothing is rounded before it is printed.</p>
  </>
}
