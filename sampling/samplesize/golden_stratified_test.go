package samplesize

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
)

type goldenStrata struct {
	Mode   string `json:"mode"`
	Size   int64  `json:"total_sample_size"`
	Strata []struct {
		Name      string          `json:"name"`
		Mean      decimal.Decimal `json:"mean"`
		Deviation decimal.Decimal `json:"std_deviation"`
		Universe  int64           `json:"universe_size"`
	} `json:"strata"`
	goldenAxes
}

func (g goldenStrata) strata() []Stratum {
	var list []Stratum
	for _, s := range g.Strata {
		list = append(list, Stratum{Name: s.Name, Universe: s.Universe, MeanOverpayment: &s.Mean, OverpaymentDeviation: &s.Deviation})
	}
	return list
}

// TestGoldenStratified compares every cell, mark and figure of RAT-STATS' stratified examples with our printout. The
// exception is a hand calculation with a shortened z (Companion Manual 4-19), which TestShortenedZ repeats.
func TestGoldenStratified(t *testing.T) {
	goldentest.Run(t, "size_variable_stratified", func(c *goldentest.Case) {
		var in goldenStrata
		c.Decode(&in)
		switch in.Mode {
		case "total_unknown":
			goldenUnknown(c, in)
		case "total_known":
			goldenKnown(c, in)
		case "appraisal_check":
			goldenAppraisal(c)
		default:
			c.T().Fatalf("mode %q", in.Mode)
		}
	})
}

// goldenEntries compares the entries table and the totals line.
func goldenEntries(c *goldentest.Case, p page) {
	var entries [][]string
	for i, line := range p {
		f := columns(line)
		switch {
		case f[0] == "TOTALS":
			c.Equal("entries", entries)
			c.Equal("totals", f[1:])
			return
		case f[0] == "NBR" || len(entries) > 0:
			entries = append(entries, columns(p[i+1]))
			if strings.HasPrefix(strings.TrimSpace(p[i+1]), "TOTALS") {
				entries = entries[:len(entries)-1]
			}
		}
	}
	c.T().Error("no totals line")
}

func goldenUnknown(c *goldentest.Case, in goldenStrata) {
	s := Stratified{Strata: in.strata()}
	s.Levels, s.Precisions = in.fractions()
	c.Request("samplesize.stratified", s)
	table, err := s.Table()
	if err != nil {
		c.T().Fatal(err)
	}
	page := printed(c.T(), table.WriteText)
	goldenEntries(c, page)
	tables := page.tables()
	for i := range in.Strata {
		c.Equal(fmt.Sprintf("tables/stratum_%d", i+1), tables[i])
	}
	c.Equal("tables/total", tables[len(in.Strata)])
	c.Equal("note_asterisk", page.note("*"))
	c.Equal("note_hash", page.note("#"))
}

func goldenKnown(c *goldentest.Case, in goldenStrata) {
	s := StratifiedKnown{Strata: in.strata(), Size: in.Size}
	s.Levels, _ = in.fractions()
	sizes, err := s.Sizes()
	if err != nil {
		c.T().Fatal(err)
	}
	page := printed(c.T(), sizes.WriteText)
	goldenEntries(c, page)
	precision := map[string]string{}
	for i, line := range page {
		if f := columns(line); f[0] == "Sample Precision" {
			for k, level := range columns(page[i-1]) {
				precision[level] = f[k+1]
			}
		}
	}
	c.Equal("sample_precision", precision)
	c.Equal("total_sample_size", page.value(c.T(), "Total Sample Size"))
	var parts []map[string]string
	ratios := page.values("Ratio")
	for i, size := range page.values("Sample Size") {
		parts = append(parts, map[string]string{"sample_size": size, "ratio": ratios[i]})
	}
	c.Equal("strata", parts)
	for mark, path := range map[string]string{"*": "note_asterisk", "#": "note_hash", "!": "note_exclamation"} {
		c.Equal(path, page.note(mark))
	}
	if !c.Has("worked") {
		return
	}
	c.Equal("worked/sum_N_sd", exact.Commas(sizes.DeviationSum, 0))
	c.Equal("worked/universe_total", exact.Commas(sizes.Total, 0))
	for _, e := range sizes.Expected {
		if e.Level.Equal(dec("0.95")) {
			c.Equal("worked/precision_amount_95_with_z_1.95996", exact.Commas(*e.PrecisionAmount, 0))
			c.Equal("worked/precision_percent_95", exact.Commas(e.Precision.Shift(2), 2)+"%")
		}
	}
}

// TestShortenedZ: with the z of 1.95996 that Companion Manual 4-19 calculates with, its 219,038,136 comes out.
func TestShortenedZ(t *testing.T) {
	l, err := newLayers(manualStrata())
	if err != nil {
		t.Fatal(err)
	}
	z := appraisal.Confidence{Percentile: dec("1.95996")}
	got := expected(500, z, l.total, l.errorOf([]int64{100, 400}))
	if exact.Commas(*got.PrecisionAmount, 0) != "219,038,136" || exact.Commas(got.Precision.Shift(2), 2) != "6.26" {
		t.Errorf("%+v", got)
	}
}

// goldenAppraisal repeats the appraisal of a sample of the sizes that the table gives (Companion Manual 4-13 to 4-15).
// Its values are not printed, only their count, sum and standard error, rounded to the dollar. A standard error of
// 159,584,887 exactly would give 264,061,920 for the printed 264,061,921; what lies between 159,584,887.23 and 887.40
// gives all printed figures.
func goldenAppraisal(c *goldentest.Case) {
	var in struct {
		Strata []struct {
			Universe  int64  `json:"N"`
			Size      int64  `json:"n"`
			Value     string `json:"value"`
			Deviation string `json:"printed_sd"`
			OfMean    string `json:"se_mean"`
			OfTotal   string `json:"se_total"`
		} `json:"strata"`
	}
	c.Decode(&in)
	plain := func(s string) *big.Rat { return exact.Rat(dec(strings.ReplaceAll(s, ",", ""))) }
	compare := func(path string, point, variance, df *big.Rat) {
		e, err := appraisal.NewEstimate(point, variance, appraisal.Options{}, df)
		if err != nil {
			c.T().Fatal(err)
		}
		c.Equal(path+"/point_estimate", exact.Commas(e.PointEstimate, 0))
		for _, i := range e.Intervals {
			c.Equal(path+"/"+percent(i.Level), map[string]string{
				"lower": exact.Commas(i.LowerLimit, 0), "upper": exact.Commas(i.UpperLimit, 0),
				"precision_amount": exact.Commas(i.PrecisionAmount, 0), "precision_percent": exact.Percent(i.PrecisionPercent),
				"quantile": exact.Fixed(i.Percentile, 12),
			})
		}
	}
	point, variance, universe := new(big.Rat), new(big.Rat), int64(0)
	for k, s := range in.Strata {
		mean := plain(s.Value)
		mean.Quo(mean, exact.Int(s.Size))
		se := exact.Rat(dec([]string{"79041756", "159584887.3"}[k]))
		one := new(big.Rat).Mul(se, se)
		// It is the printed standard error, and that of the printed deviation.
		deviation := new(big.Rat).Quo(one, unrestricted{universe: s.Universe, variance: exact.Int(1)}.errorOf(s.Size))
		ofMean := new(big.Rat).Quo(se, exact.Int(s.Universe))
		if exact.Commas(exact.Round(se), 0) != s.OfTotal || exact.Commas(exact.Round(ofMean), 2) != s.OfMean ||
			exact.Commas(exact.Sqrt(deviation), 2) != s.Deviation {
			c.T().Errorf("stratum %d: standard error %s", k+1, se.FloatString(1))
		}
		path := fmt.Sprintf("stratum_%d", k+1)
		c.Equal(path+"/mean", exact.Commas(exact.Round(mean), 2))
		total := mean.Mul(mean, exact.Int(s.Universe))
		compare(path, total, one, exact.Int(s.Size-1))
		point.Add(point, total)
		variance.Add(variance, one)
		universe += s.Universe
	}
	c.Equal("overall/universe", exact.CommasInt(universe))
	c.Equal("overall/standard_error", exact.Commas(exact.Sqrt(variance), 0))
	compare("overall", point, variance, nil)
}
