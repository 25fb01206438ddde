package variable_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/variable"
)

// datastrclus is the data file of the RAT-STATS Companion Manual, pages 3-78 and 3-79.
const datastrclus = `STATE UNIVERSITIES 415 25
UNIV1 8 96
UNIV2 12 121
UNIV3 4 42
UNIV4 5 65
UNIV5 6 52
UNIV6 6 40
UNIV7 7 75
UNIV8 5 65
UNIV9 8 45
UNIV10 3 50
UNIV11 2 85
UNIV12 6 43
UNIV13 5 54
UNIV14 10 49
UNIV15 9 53
UNIV16 3 50
UNIV17 6 32
UNIV18 5 22
UNIV19 5 45
UNIV20 4 37
UNIV21 6 51
UNIV22 8 30
UNIV23 7 39
UNIV24 3 47
UNIV25 8 41
PRIVATE UNIVERSITIES 168 10
UNIV1 2 18
UNIV2 5 52
UNIV3 7 68
UNIV4 4 36
UNIV5 3 45
UNIV6 8 96
UNIV7 6 64
UNIV8 10 115
UNIV9 3 41
UNIV10 1 12
`

// The worked example of the RAT-STATS Companion Manual, pages 3-77 to 3-81: universities within strata, all grants of each.
func ExampleStratifiedCluster_Appraise() {
	d, err := variable.ReadStratifiedCluster(strings.NewReader(datastrclus))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := d.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	var page strings.Builder
	if err := r.WriteSummary(&page, variable.Heading{}); err != nil {
		fmt.Println(err)
		return
	}
	_, figures, _ := strings.Cut(page.String(), "APPRAISAL\n\n\n")
	fmt.Print(figures)
	// Output:
	// STRATUM IDENTIFICATION          SAMPLE    SAMPLE
	//   CLUSTER IDENTIFICATION       UNIVERSE    SIZE   SAMPLED VALUE  POINT ESTIMATE
	// ===========================  ===========  ======  =============  ==============
	// STATE UNIVERSITIES                   415      25       1,329.00          22,061
	// PRIVATE UNIVERSITIES                 168      10         547.00           9,190
	//
	// STRATUM IDENTIFICATION          SAMPLE    SAMPLE
	//   CLUSTER IDENTIFICATION       UNIVERSE    SIZE   SAMPLED VALUE  POINT ESTIMATE
	// ===========================  ===========  ======  =============  ==============
	//
	// STRATA TOTALS                        583      35
	// CLUSTER UNIT TOTALS                  200     200       1,876.00
	// OVERALL POINT ESTIMATE                                                   31,251
	// OVERALL STANDARD ERROR                                                    2,418
	//
	// CONFIDENCE LEVEL      ---80 PERCENT--      ---90 PERCENT--      ---95 PERCENT--
	// LOWER LIMIT                    28,152               27,273               26,511
	// UPPER LIMIT                    34,350               35,229               35,991
	// PRECISION AMOUNT                3,099                3,978                4,740
	// PRECISION PERCENT               9.92%               12.73%               15.17%
	// Z-VALUE USED           1.281551565545       1.644853626951       1.959963984540
}

// Two strata that were appraised before, each by a two-stage sample: RAT-STATS Companion Manual, page 3-89.
func ExampleStratifiedMultistage_Appraise() {
	d, err := variable.ReadStratifiedMultistage(strings.NewReader("24,077 1,277\n19,182   873\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := d.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	ninety, _ := r.At(decimal.RequireFromString("0.9"))
	fmt.Println("point estimate", r.PointEstimate, "standard error", r.StandardError.StringFixed(0))
	fmt.Println("90% limits", ninety.LowerLimit.StringFixed(0), "to", ninety.UpperLimit.StringFixed(0))
	// Output:
	// point estimate 43259 standard error 1547
	// 90% limits 40715 to 45803
}

// Bad debts of a hospital: RAT-STATS Companion Manual, pages 3-91 to 3-98. Only with the sample at hand could inpatient and outpatient
// debts be told apart; how many there are of each was known.
func ExamplePostStratified_Appraise() {
	inpatient := "242.27 240.43 243.43 241.00 235.71 239.74 249.53 232.61 243.51 243.70 241.36 238.86 241.20 246.14 236.91 " +
		"244.91 231.91 249.58 227.84 239.07 232.89 242.15 238.93 243.41 241.61 240.04 229.43 238.12 240.82 241.84 236.08 248.11 " +
		"239.39 236.00 238.67 242.88 241.90 238.96 234.03 237.86 239.01 239.21 245.45 242.08 241.39"
	outpatient := "46.32 37.59 31.23 22.92 44.96 25.99 31.75 42.37 28.82 14.80 22.44 12.93 37.22 12.29 21.02 24.76 49.69 50.43 " +
		"9.03 32.47 28.43 18.54 31.48 4.45 54.76 9.45 19.73 33.71 59.84 22.73 15.54 22.14 21.81 53.10 38.72 36.58 39.26 53.71 40.95 " +
		"24.82 45.05 25.30 58.31 25.30 9.48 15.93 25.00 29.27 26.29 38.26 31.30 37.97 38.52 11.53 3.64"
	amounts := func(text string) (list []decimal.Decimal) {
		for _, s := range strings.Fields(text) {
			list = append(list, decimal.RequireFromString(s))
		}
		return list
	}
	r, err := variable.PostStratified{Strata: []variable.Stratum{
		{Name: "inpatient", Universe: 373, Sample: variable.Sample{Difference: amounts(inpatient)}},
		{Name: "outpatient", Universe: 1146, Sample: variable.Sample{Difference: amounts(outpatient)}},
	}}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range r.Strata {
		fmt.Println(s.Name, s.PointEstimate.StringFixed(0), "standard error", s.StandardError.StringFixed(2))
	}
	fmt.Println("together", r.PointEstimate.StringFixed(0), "standard error", r.StandardError.StringFixed(0))
	// Output:
	// inpatient 89520 standard error 347.13
	// outpatient 34379 standard error 1800.03
	// together 123898 standard error 1833
}

// Claims in 575 file drawers, of which 70 were counted; 55 claims were reviewed: RAT-STATS Companion Manual, pages 3-99 to 3-106.
func ExampleUnknownUniverse_Appraise() {
	typed := func(size int64, mean, deviation string) variable.Measured {
		return variable.Measured{SampleSize: size, Mean: decimal.RequireFromString(mean), StandardDeviation: decimal.RequireFromString(deviation)}
	}
	r, err := variable.UnknownUniverse{Universe: 575, Counts: typed(70, "10.33", "2.75"), Amounts: typed(55, "15.65", "5.45")}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("about", r.EstimatedUniverse, "claims")
	var page strings.Builder
	if err := r.WriteText(&page, variable.Heading{}); err != nil {
		fmt.Println(err)
		return
	}
	_, figures, _ := strings.Cut(page.String(), "SIZE\n\n")
	fmt.Fprint(os.Stdout, figures)
	// Output:
	// about 5939.75 claims
	//    = = = = = = = = = = = = = = = = I N P U T = = = = = = = = = = = = = = = =
	//                                         SAMPLE TO             SAMPLE FOR
	//                                    ESTIMATE POPULATION    VARIABLE ATTRIBUTE
	//    UNIVERSE                                     575
	//    SAMPLE                                        70                    55
	//    MEAN                                          10.33                 15.65
	//    STANDARD DEVIATION                             2.75                  5.45
	//
	//    = = = = = = = = = = = = =  E S T I M A T I O N  = = = = = = = = = = = = =
	//                       80% CONFIDENCE      90% CONFIDENCE      95% CONFIDENCE
	//    POINT ESTIMATE             92,957              92,957              92,957
	//    STANDARD ERROR              5,152               5,152               5,152
	//    LOWER LIMIT                86,355              84,483              82,859
	//    UPPER LIMIT                99,560             101,431             103,055
	//    PRECISION AMOUNT            6,603               8,474              10,098
	//    PRECISION PERCENT           7.10%               9.12%              10.86%
	//    Z-VALUE USED       1.281551565545      1.644853626951      1.959963984540
}
