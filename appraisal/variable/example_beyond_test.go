package variable_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/sampling"
)

func dollars(texts ...string) (list []decimal.Decimal) {
	for _, s := range texts {
		list = append(list, decimal.RequireFromString(s))
	}
	return list
}

// What a Medicare contractor may demand: the lower limit of a one-sided 90 percent interval, here of the 50 claims of the
// RAT-STATS Companion Manual, page 3-3. It is the lower limit that RAT-STATS prints at 80 percent (page 3-5), and lies
// above the point where a two-sided 90 percent interval begins.
func ExampleUnrestricted_Appraise_oneSided() {
	ninety := []decimal.Decimal{decimal.RequireFromString("0.90")}
	r, err := variable.Unrestricted{
		Universe: 10_000, Sample: datasrsSample(),
		Options: variable.Options{Levels: ninety, OneSidedLevels: ninety},
	}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("point estimate", r.PointEstimate)
	fmt.Println("two-sided 90% from", r.Intervals[0].LowerLimit.StringFixed(0))
	fmt.Println("one-sided 90% from", r.OneSided[0].LowerLimit.StringFixed(0))
	// Output:
	// point estimate 706000
	// two-sided 90% from 591881
	// one-sided 90% from 617575
}

// Two strata of different size and spread: the normal distribution is what RAT-STATS takes; Student's t with
// Satterthwaite's degrees of freedom sees that most of the variance comes from eight claims.
func ExampleStratified_degreesOfFreedom() {
	strata := []variable.Stratum{
		{Name: "visits", Universe: 9000, Sample: variable.Sample{Difference: dollars("0", "12", "0", "0", "8", "0", "10",
			"0", "0", "5")}},
		{Name: "surgery", Universe: 400, Sample: variable.Sample{Difference: dollars("0", "900", "0", "1500", "0", "400",
			"0", "700")}},
	}
	for _, choice := range []variable.DegreesOfFreedom{variable.NormalDegrees, variable.StrataDegrees,
		variable.SatterthwaiteDegrees} {
		r, err := variable.Stratified{
			Strata: strata, DegreesOfFreedom: choice,
			Options: variable.Options{Levels: dollars("0.90")},
		}.Appraise()
		if err != nil {
			fmt.Println(err)
			return
		}
		i := r.Intervals[0]
		fmt.Printf("%q: df %s, %s: %s to %s\n", choice, i.DegreesOfFreedom.StringFixed(2), i.Percentile.StringFixed(4),
			i.LowerLimit.StringFixed(0), i.UpperLimit.StringFixed(0))
	}
	// Output:
	// "": df 0.00, 1.6449: 76050 to 336950
	// "strata": df 16.00, 1.7459: 68038 to 344962
	// "satterthwaite": df 7.44, 1.8780: 57558 to 355442
}

// Ten claims of a universe of 200 claims for which $52,000 was paid in all: the overpayment by its ratio to what was paid.
func ExampleRatio_Appraise() {
	paid := decimal.NewFromInt(52_000)
	r, err := variable.Ratio{Auxiliary: variable.Auxiliary{
		Strata: []variable.PairStratum{{Universe: 200, Pairs: variable.Pairs{
			Y: dollars("0", "30", "0", "120", "55", "0", "0", "80", "10", "0"),             // overpaid
			X: dollars("100", "150", "90", "600", "260", "80", "300", "420", "100", "200"), // paid
		}}},
		TotalX:  &paid,
		Options: variable.Options{Levels: dollars("0.90")},
	}}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("ratio", r.Coefficient.StringFixed(4))
	fmt.Println("overpayment", r.PointEstimate.StringFixed(2), "standard error", r.StandardError.StringFixed(2))
	fmt.Println("without the amounts paid", r.EstimatedY)
	for _, w := range r.Warnings {
		fmt.Println(w.Code)
	}
	// Output:
	// ratio 0.1283
	// overpayment 6669.57 standard error 1547.23
	// without the amounts paid 5900
	// large_sample
}

// The same claims with what should have been paid as y: the known total paid less the estimated overpayment.
func ExampleDifferenceEstimator_Appraise() {
	paid := decimal.NewFromInt(52_000)
	r, err := variable.DifferenceEstimator{Auxiliary: variable.Auxiliary{
		Strata: []variable.PairStratum{{Universe: 200, Pairs: variable.Pairs{
			Y: dollars("100", "120", "90", "480", "205", "80", "300", "340", "90", "200"),
			X: dollars("100", "150", "90", "600", "260", "80", "300", "420", "100", "200"),
		}}},
		TotalX: &paid,
	}}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("should have been paid", r.PointEstimate, "of", r.TotalX)
	// Output:
	// should have been paid 46100 of 52000
}

// A page of a regression estimate.
func ExampleAuxiliaryResult_WriteText() {
	paid := decimal.NewFromInt(50)
	r, err := variable.Regression{Auxiliary: variable.Auxiliary{
		Strata: []variable.PairStratum{{Universe: 10, Pairs: variable.Pairs{Y: dollars("1", "3", "2"), X: dollars("2", "4",
			"6")}}},
		TotalX: &paid, DegreesOfFreedom: variable.StrataDegrees,
		Options: variable.Options{Levels: dollars("0.90"), OneSidedLevels: dollars("0.90")},
	}}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	var page strings.Builder
	if err := r.WriteText(&page, variable.Heading{Audit: "Example clinic"}); err != nil {
		fmt.Println(err)
		return
	}
	_, figures, _ := strings.Cut(page.String(), "Example clinic\n\n\n")
	fmt.Fprint(os.Stdout, figures)
	// Output:
	// (an estimator that RAT-STATS does not have)
	//
	//  STRATUM   SAMPLE                        MEAN          MEAN
	//   NUMBER     SIZE      UNIVERSE          OF X          OF Y           SLOPE
	//        1        3            10          4.00          2.00      0.25000000
	//
	//            KNOWN TOTAL OF X                        50.00
	//            TOTAL OF X FROM THE SAMPLE              40.00
	//            TOTAL OF Y FROM THE SAMPLE                 20
	// OVERALL    POINT ESTIMATE / UNIVERSE                  23                 10
	//            STANDARD ERROR                              6
	//
	//                                         CONFIDENCE LIMITS
	//                                        90% CONFIDENCE LEVEL
	//            LOWER LIMIT                                  -15
	//            UPPER LIMIT                                   60
	//            PRECISION AMOUNT                              37
	//            PRECISION PERCENT                         166.01%
	//            T-VALUE USED                      6.313751514675
	//
	//                                         ONE-SIDED LIMITS
	//            (each holds alone; RAT-STATS prints none)
	//                                               90% ONE-SIDED
	//            LOWER LIMIT                                    4
	//            UPPER LIMIT                                   41
	//            T-VALUE USED                      3.077683537175
}

// Claims drawn with probability proportional to what was paid, and the overpayment found in those that were hit.
func ExamplePPS_Appraise() {
	drawn, err := sampling.PPS{
		Seed: "4711", Size: 6,
		Sizes: dollars("120", "80", "4000", "300", "60", "900", "250", "1500", "40", "700", "90", "600", "360", "200", "800"),
	}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	overpaid := map[int64]decimal.Decimal{3: decimal.NewFromInt(500), 7: decimal.NewFromInt(25), 10: decimal.NewFromInt(140)}
	p := variable.PPS{TotalSize: drawn.Total, Hits: drawn.PPS.Size, Options: variable.Options{Levels: dollars("0.90")}}
	for _, u := range drawn.Units {
		value := overpaid[u.Number]
		p.Units = append(p.Units, variable.PPSUnit{Name: fmt.Sprint("claim ", u.Number), Size: u.Size, Value: value,
			Hits: u.Hits})
	}
	r, err := p.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	var page strings.Builder
	if err := r.WriteText(&page, variable.Heading{}); err != nil {
		fmt.Println(err)
		return
	}
	_, figures, _ := strings.Cut(page.String(), "does not have)\n\n")
	fmt.Fprint(os.Stdout, figures)
	// Output:
	// UNIT
	//   NUMBER          SIZE         VALUE   TAINTING      HITS        PROJECTION
	//        1      4,000.00        500.00     0.1250   CERTAIN            500.00
	//        2        250.00         25.00     0.1000         1            166.67
	//        3        700.00        140.00     0.2000         1            333.33
	//        4        360.00           .00     0.0000         1               .00
	//
	//              1  claim 3
	//              2  claim 7
	//              3  claim 10
	//              4  claim 13
	//
	//            SELECTION                          SYSTEMATIC
	//            INTERVAL                             1,666.67
	//            CERTAIN UNITS                               1
	//            TOTAL OF THE CERTAIN UNITS             500.00
	//            SAMPLED HITS                                3
	//            MEAN TAINTING                      0.10000000
	// OVERALL    POINT ESTIMATE                          1,000
	//            STANDARD ERROR                            289
	//
	//                                         CONFIDENCE LIMITS
	//                                        90% CONFIDENCE LEVEL
	//            LOWER LIMIT                                  157
	//            UPPER LIMIT                                1,843
	//            PRECISION AMOUNT                             843
	//            PRECISION PERCENT                          84.29%
	//            T-VALUE USED                      2.919985580354
}

// Sixty dollars were drawn of a million, each in a claim of its own: one claim was wrong altogether, one by half. What may
// the overpayment be at most?
func ExampleStringerBound_Appraise() {
	r, err := variable.StringerBound{PPS: variable.PPS{
		TotalSize: decimal.NewFromInt(1_000_000), Hits: 60, Selection: variable.WithReplacement,
		Options: variable.Options{OneSidedLevels: dollars("0.95")},
		Units: []variable.PPSUnit{
			{Name: "claim 17", Size: decimal.NewFromInt(400), Value: decimal.NewFromInt(400)},
			{Name: "claim 902", Size: decimal.NewFromInt(50), Value: decimal.NewFromInt(25)},
			{Name: "correct claims, 100 each", Size: decimal.NewFromInt(100), Hits: 58},
		},
	}}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("at most", r.Bounds[0].UpperLimit.StringFixed(0), "with a confidence of", r.Bounds[0].Level)
	fmt.Println("without any wrong claim", r.Bounds[0].BasicPrecision.StringFixed(0))
	// Output:
	// at most 88938 with a confidence of 0.95
	// without any wrong claim 48703
}

// Overpayments rise with the payments, but not from zero: a line through the sample's means, at the known mean payment.
func ExampleRegression_Appraise() {
	amounts := func(list ...string) []decimal.Decimal {
		values := make([]decimal.Decimal, len(list))
		for i, s := range list {
			values[i] = decimal.RequireFromString(s)
		}
		return values
	}
	paid := decimal.RequireFromString("100000")
	r, err := variable.Regression{Auxiliary: variable.Auxiliary{
		TotalX: &paid, DegreesOfFreedom: variable.StrataDegrees,
		Strata: []variable.PairStratum{{Universe: 1000, Pairs: variable.Pairs{
			Y: amounts("0", "12.50", "0", "40", "8"), X: amounts("80", "125", "90", "140", "100")}}},
	}}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("slope", r.Coefficient.StringFixed(4))
	fmt.Println("point estimate", r.PointEstimate.StringFixed(2), "standard error", r.StandardError.StringFixed(2))
	fmt.Println(r.Warnings[0].Code)
	// Output:
	// slope 0.6004
	// point estimate 7897.18 standard error 3589.14
	// large_sample
}
