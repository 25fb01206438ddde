package variable

import (
	"strings"
	"testing"
)

// TestMinimumSumPage: both claims drawn are in error, of 4. If 2 of the 4 are, that has the chance 1/6, if 3 are, 1/2: at 90
// percent 2 are certain, at 45 percent all 4, with the payments of the other two.
func TestMinimumSumPage(t *testing.T) {
	r, err := MinimumSum{Sample: Sample{Examined: decs("10", "20"), Audited: decs("0", "0")}, Unsampled: decs("40", "30"),
		OneSidedLevels: decs("0.9", "0.45")}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(pageOf(t, r), "does not have)\n\n")
	const want = `           UNIVERSE                                    4
           SAMPLE SIZE                                 2
           SHARE THAT MAKES A CLAIM IN ERROR           1
           CLAIMS IN ERROR IN THE SAMPLE               2
           OVERPAYMENT OF THOSE CLAIMS             30.00
           OVERPAYMENT OF THE SAMPLE               30.00

                                        LOWER LIMITS

                                              90% ONE-SIDED
           CLAIMS IN ERROR IN THE UNIVERSE             2
           SMALLEST PAYMENTS NOT DRAWN               .00
           LOWER LIMIT                             30.00

                                              45% ONE-SIDED
           CLAIMS IN ERROR IN THE UNIVERSE             4
           SMALLEST PAYMENTS NOT DRAWN             70.00
           LOWER LIMIT                            100.00
`
	if body != want {
		t.Errorf("%s\nwant\n%s", body, want)
	}
}

// TestStringerPage: without a tainting the bound is the basic precision; of one hit at 90 percent it is 0.9 of the size.
func TestStringerPage(t *testing.T) {
	r, err := StringerBound{PPS: PPS{TotalSize: dec("1000"), Hits: 1, Selection: WithReplacement, Units: []PPSUnit{{Size: dec("10"), Value: dec("0"), Hits: 1}},
		Options: Options{OneSidedLevels: decs("0.9")}}}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(pageOf(t, r), "does not have)\n\n")
	const want = `           SELECTION                    WITH REPLACEMENT
           SAMPLED HITS                                1
           TAINTED HITS                                0
           SIZE THAT THE HITS STAND FOR         1,000.00
           TOTAL OF THE CERTAIN UNITS                .00

                                        UPPER LIMITS

                                              90% ONE-SIDED
           BASIC PRECISION                        900.00
           UPPER LIMIT                            900.00
`
	if body != want {
		t.Errorf("%s\nwant\n%s", body, want)
	}
}
