package variable

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
)

// TestGoldenStratified recomputes every printed figure of RAT-STATS' stratified variable appraisals, from our own
// printout wherever the figure stands in one.
func TestGoldenStratified(t *testing.T) {
	goldentest.Run(t, "variable_stratified", func(c *goldentest.Case) {
		var in struct {
			Format Format
			Strata []goldenSize
			Data   *string `json:"data_csv"`
		}
		c.Decode(&in)
		if in.Data == nil {
			r := byRelations(c, in.Strata)
			checkStratified(c, r, false)
			return
		}
		d, err := ReadStratified(strings.NewReader(sizesFile(in.Strata)),
			strings.NewReader(dataColumns(c, *in.Data, "line", string(in.Format))), DataFile{Format: in.Format})
		if err != nil {
			c.T().Fatal(err)
		}
		c.Request("appraisal.variable.stratified", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		checkStratified(c, r, true)
		checkStratifiedScreen(c, r)
		// The manual works the variance out from standard deviations with four decimals.
		variance := new(big.Rat)
		for i, s := range r.Strata {
			at := fmt.Sprintf("discussion/stratum_%d_", i+1)
			c.Equal(at+"mean", exact.Print(s.Mean, 2))
			deviation := exact.RoundPlaces(exact.Rat(s.StandardDeviation), 4)
			c.Equal(at+"standard_deviation_4dp", exact.Commas(deviation, 4))
			v := exact.Rat(deviation.Mul(deviation))
			v.Mul(v, big.NewRat(s.Universe*(s.Universe-s.SampleSize), s.SampleSize))
			variance.Add(variance, v)
		}
		c.Equal("discussion/variance_of_total", exact.Commas(exact.Round(variance), 0))
	})
}

// checkStratified compares the lines of WriteText. Where the values are not known neither are their shape and how many
// are zero.
func checkStratified(c *goldentest.Case, r StratifiedResult, known bool) {
	unless := func(s string) string {
		if !known {
			return "not known"
		}
		return s
	}
	p := printedBy(c.T(), r.WriteText)
	p.Next("NONZERO ITEMS")
	for i := range len(r.Strata) + 1 {
		f := p.Row()
		f[3] = unless(f[3])
		c.Equal(fmt.Sprintf("summary/%d", i), fieldsOf(f, "stratum", "sample_size", "value_of_sample", "nonzero_items"))
	}
	for i := range r.Strata {
		path := fmt.Sprintf("strata/%d", i)
		p.Next(fmt.Sprintf("Stratum %d", i+1))
		p.At--
		f := p.Next("MEAN / UNIVERSE")
		c.Equal(path+"/mean", f[0])
		c.Equal(path+"/universe", f[1])
		for _, label := range []string{"STANDARD DEVIATION", "SKEWNESS", "KURTOSIS", "STANDARD ERROR (MEAN)",
			"STANDARD ERROR (TOTAL)", "POINT ESTIMATE"} {
			v := p.Next(label)[0]
			if label == "SKEWNESS" || label == "KURTOSIS" {
				v = unless(v)
			}
			c.Equal(path+"/"+strings.ToLower(strings.NewReplacer(" (", "_", ")", "", " ", "_").Replace(label)), v)
		}
		p.confidence(c, path+"/confidence", "t")
	}
	f := p.Next("OVERALL")
	c.Equal("overall/point_estimate", f[len(f)-2])
	c.Equal("overall/universe", f[len(f)-1])
	c.Equal("overall/standard_error", p.Next("STANDARD ERROR")[0])
	p.confidence(c, "overall/confidence", "z")
}

func checkStratifiedScreen(c *goldentest.Case, r StratifiedResult) {
	c.Equal("screen/data_file_summary", map[string]string{"sample_size": exact.CommasInt(r.SampleSize),
		"nonzero_differences": exact.CommasInt(r.Nonzero), "sum_of_values": exact.Commas(r.Total, 2)})
	s := r.Strata[0]
	two := func(d decimal.Decimal) string { return exact.Commas(d, 2) }
	c.Equal("screen/stratum_1", map[string]any{"universe_size": exact.CommasInt(s.Universe),
		"sample_size": exact.CommasInt(s.SampleSize),
		"mean":        two(s.Mean), "standard_deviation": two(s.StandardDeviation), "skewness": two(*s.Skewness), "kurtosis": two(*s.Kurtosis),
		"standard_error_mean": two(s.StandardErrorMean), "standard_error_total": exact.Commas(s.StandardError, 0),
		"point_estimate": exact.Commas(s.PointEstimate, 0), "confidence": screenLevels(s.Estimate, "t")})
}

// byRelations appraises strata whose values are not printed. Mean and count are, and the standard error within half a
// unit: inside of that interval values are looked for from which every other printed figure follows.
func byRelations(c *goldentest.Case, sizes []goldenSize) StratifiedResult {
	var printed struct {
		Strata []struct {
			Mean  string
			Error string                       `json:"standard_error_total"`
			Sd    string                       `json:"standard_deviation"`
			Sem   string                       `json:"standard_error_mean"`
			Conf  map[string]map[string]string `json:"confidence"`
		}
		Overall struct {
			Error string                       `json:"standard_error"`
			Conf  map[string]map[string]string `json:"confidence"`
		}
	}
	raw, err := json.Marshal(c.Printed)
	if err == nil {
		err = json.Unmarshal(raw, &printed)
	}
	if err != nil {
		c.T().Fatal(err)
	}
	number := func(s string) *big.Rat { return exact.Rat(dec(strings.ReplaceAll(s, ",", ""))) }
	same := func(e appraisal.Estimate, standardError string, conf map[string]map[string]string) bool {
		for _, i := range e.Intervals {
			want := conf[exact.String(i.Level.Shift(2))]
			if exact.Commas(i.LowerLimit, 0) != want["lower_limit"] ||
				exact.Commas(i.UpperLimit, 0) != want["upper_limit"] ||
				exact.Commas(i.PrecisionAmount, 0) != want["precision_amount"] {
				return false
			}
		}
		return exact.Commas(e.StandardError, 0) == standardError
	}
	fitting := make([][]Stratum, len(sizes))
	for k, s := range sizes {
		for j := int64(-500); j <= 500; j += 5 {
			standardError := number(printed.Strata[k].Error)
			standardError.Add(standardError, big.NewRat(j, 1000))
			stratum := Stratum{Universe: s.Universe, Sample: Sample{DifferenceSums: sumsWith(c, s,
				number(printed.Strata[k].Mean), standardError)}}
			r, err := Stratified{Strata: []Stratum{stratum}}.Appraise()
			if err != nil {
				c.T().Fatal(err)
			}
			if one := r.Strata[0]; same(one.Estimate, printed.Strata[k].Error, printed.Strata[k].Conf) &&
				exact.Print(one.StandardDeviation, 2) == printed.Strata[k].Sd &&
				exact.Print(one.StandardErrorMean, 2) == printed.Strata[k].Sem {
				fitting[k] = append(fitting[k], stratum)
			}
		}
	}
	for _, a := range fitting[0] {
		for _, b := range fitting[1] {
			r, err := Stratified{Strata: []Stratum{a, b}}.Appraise()
			if err != nil {
				c.T().Fatal(err)
			}
			if same(r.Estimate, printed.Overall.Error, printed.Overall.Conf) {
				return r
			}
		}
	}
	c.T().Fatalf("no values have these figures: %d and %d candidates", len(fitting[0]), len(fitting[1]))
	return StratifiedResult{}
}

// sumsWith are the sums of values with a mean and a standard error of their total, symmetric and with a kurtosis of 2.
func sumsWith(c *goldentest.Case, size goldenSize, mean, standardError *big.Rat) *appraisal.Sums {
	n := exact.Int(size.Sample)
	mul := func(xs ...*big.Rat) *big.Rat {
		r := exact.Int(1)
		for _, x := range xs {
			r.Mul(r, x)
		}
		return r
	}
	b2 := mul(standardError, standardError, big.NewRat(size.Sample-1,
		size.Universe*(size.Universe-size.Sample))) // N(N-n)/n s^2, with s^2 = n/(n-1) b2
	square := mul(mean, mean)
	sum := func(terms ...*big.Rat) string {
		total := new(big.Rat)
		for _, x := range terms {
			total.Add(total, x)
		}
		return exact.String(exact.RoundPlaces(total.Mul(total, n), 12))
	}
	text := fmt.Sprintf(`{"count":%d,"nonzero":%d,"sum":"%s","sumSquares":"%s","sumCubes":"%s","sumFourths":"%s"}`,
		size.Sample, size.Sample,
		sum(mean), sum(b2, square), sum(mul(exact.Int(3), mean, b2), mul(square, mean)),
		sum(mul(exact.Int(2), b2, b2), mul(exact.Int(6), square, b2), mul(square, square)))
	var s appraisal.Sums
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		c.T().Fatal(err)
	}
	return &s
}

// TestGoldenStrataFormation recomputes the manual's illustration of forming strata (Companion Manual 3-8): variances of
// whole groups, divisor N. RAT-STATS has no procedure that sets boundaries.
func TestGoldenStrataFormation(t *testing.T) {
	goldentest.Run(t, "strata_formation", func(c *goldentest.Case) {
		var in struct {
			Universe []int64
			Strata   [][]int64
		}
		c.Decode(&in)
		of := func(values []int64) appraisal.Sums {
			var s appraisal.Sums
			for _, v := range values {
				if err := s.AddScaled(v, 0); err != nil {
					c.T().Fatal(err)
				}
			}
			return s
		}
		all, merged := of(in.Universe), appraisal.Sums{}
		c.Equal("universe_mean", exact.Fixed(exact.Round(all.Mean()), 2))
		c.Equal("universe_variance", exact.Fixed(exact.Round(all.CentralMoment(2)), 1))
		var variances []string
		for _, values := range in.Strata {
			s := of(values)
			merged.Merge(s)
			variances = append(variances, exact.Fixed(exact.Round(s.CentralMoment(2)), 2))
		}
		c.Equal("strata_variances", variances)
		if !merged.Equal(all) {
			t.Error("the strata are not the universe")
		}
	})
}
