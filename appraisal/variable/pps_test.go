package variable

import (
	"errors"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/sampling"
)

// ppsByHand: sizes that add up to 1,000, 4 points 250 apart: the unit of 400 is certain and took 2 of the points, those of
// 50 and 100 one each.
func ppsByHand() PPS {
	return PPS{TotalSize: dec("1000"), Hits: 4, Options: Options{Levels: decs("0.5")}, Units: []PPSUnit{
		{Name: "A", Size: dec("400"), Value: dec("30"), Hits: 2}, {Size: dec("50"), Value: dec("10")}, {Size: dec("100"),
			Value: dec("40"), Hits: 1},
	}}
}

// TestPPSByHand: taintings 10/50 = 0.2 and 40/100 = 0.4 at an interval of 250: 30 + 50 + 100 = 180, and 250² * 2/1 * 2*0.1²
// = 2500: a standard error of 50, times t = 1 for one degree of freedom at 50 percent. With replacement: taintings 0.075
// twice, 0.2 and 0.4, mean 0.1875, T = 187.5, v = 1000² * (2*0.1125² + 0.0125² + 0.2125²)/12.
func TestPPSByHand(t *testing.T) {
	p := ppsByHand()
	r, err := p.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	i := r.Intervals[0]
	for what, pair := range map[string][2]string{
		"point": {exact.String(r.PointEstimate), "180"}, "error": {exact.String(r.StandardError), "50"},
		"interval": {exact.String(r.Interval), "250"},
		"lower":    {exact.String(i.LowerLimit), "130"}, "upper": {exact.String(i.UpperLimit), "230"},
		"df":      {exact.String(i.DegreesOfFreedom), "1"},
		"certain": {exact.String(r.CertainTotal), "30"}, "certain size": {exact.String(r.CertainSize), "400"},
		"sampled":       {exact.String(r.SampledEstimate), "150"},
		"mean tainting": {exact.String(r.MeanTainting), "0.3"}, "projection": {exact.String(r.Units[2].Projection), "100"},
		"tainting":              {exact.String(r.Units[0].Tainting), "0.075"},
		"projection of certain": {exact.String(r.Units[0].Projection), "30"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s %s, want %s", what, pair[0], pair[1])
		}
	}
	if r.CertainUnits != 1 || r.SampledHits != 2 || r.Nonzero != 3 || !r.Units[0].Certain || r.Units[1].Hits != 1 ||
		!hasWarning(r.Warnings, "systematic_variance") {
		t.Errorf("%+v", r)
	}
	roundTrip(t, p)
	roundTrip(t, r)
	roundTrip(t, p.Units[0])
	roundTrip(t, r.Units[0])

	p.Selection = WithReplacement
	if r, err = p.Appraise(); err != nil {
		t.Fatal(err)
	}
	variance := exact.Rat(dec("70625")) // 1000² * (0.0253125 + 0.00015625 + 0.04515625) = 70,625
	variance.Quo(variance, exact.Int(12))
	if exact.String(r.PointEstimate) != "187.5" || !r.StandardError.Equal(exact.Sqrt(variance)) || r.SampledHits != 4 ||
		r.CertainUnits != 0 || len(r.Warnings) != 0 {
		t.Errorf("%+v", r)
	}
}

func TestPPSErrors(t *testing.T) {
	unit := func(size, value string, hits int64) PPSUnit {
		return PPSUnit{Size: dec(size), Value: dec(value), Hits: hits}
	}
	huge := decimal.New(1, 2_000_000_000)
	for name, c := range map[string]struct {
		p    PPS
		want error
	}{
		"nothing":         {PPS{}, ErrHits},
		"selection":       {PPS{TotalSize: dec("10"), Hits: 1, Selection: "random"}, ErrHits},
		"no hits":         {PPS{TotalSize: dec("10"), Units: []PPSUnit{unit("1", "1", 1)}}, ErrHits},
		"total size zero": {PPS{Hits: 1, Units: []PPSUnit{unit("1", "1", 1)}}, ErrHits},
		"total size huge": {PPS{TotalSize: huge, Hits: 1, Units: []PPSUnit{unit("1", "1", 1)}}, ErrHits},
		"size zero":       {PPS{TotalSize: dec("10"), Hits: 1, Units: []PPSUnit{unit("0", "1", 1)}}, ErrHits},
		"size negative":   {PPS{TotalSize: dec("10"), Hits: 1, Units: []PPSUnit{unit("-3", "1", 1)}}, ErrHits},
		"hits negative":   {PPS{TotalSize: dec("10"), Hits: 1, Units: []PPSUnit{unit("3", "1", -1)}}, ErrHits},
		"value huge":      {PPS{TotalSize: dec("10"), Hits: 1, Units: []PPSUnit{{Size: dec("1"), Value: huge}}}, ErrHits},
		"too few hits": {PPS{TotalSize: dec("10"), Hits: 3, Units: []PPSUnit{unit("1", "1", 1), unit("1", "1", 1)}},
			ErrHits},
		"too many hits": {PPS{TotalSize: dec("10"), Hits: 1, Units: []PPSUnit{unit("1", "1", 1), unit("1", "1", 1)}},
			ErrHits},
		"hits that overflow": {PPS{TotalSize: dec("10"), Hits: 5, Selection: WithReplacement, Units: []PPSUnit{unit("1",
			"1", 1), unit("1", "1", 1<<62)}}, ErrHits},
		"twice below interval": {PPS{TotalSize: dec("10"), Hits: 2, Units: []PPSUnit{unit("4", "1", 2)}}, ErrHits},
		"certain, but once": {PPS{TotalSize: dec("10"), Hits: 5, Units: []PPSUnit{unit("4", "1", 1), unit("1", "0", 4)}},
			ErrHits},
		"larger than all": {PPS{TotalSize: dec("10"), Hits: 2, Selection: WithReplacement, Units: []PPSUnit{unit("6",
			"1", 1), unit("5", "1", 1)}}, ErrHits},
		"single": {PPS{TotalSize: dec("10"), Hits: 1, Units: []PPSUnit{unit("1", "1", 1)}}, ErrSingle},
		"single draw": {PPS{TotalSize: dec("10"), Hits: 1, Selection: WithReplacement, Units: []PPSUnit{unit("1",
			"1", 1)}}, ErrSingle},
		"only certain": {PPS{TotalSize: dec("9.5"), Hits: 2, Units: []PPSUnit{unit("9", "1", 2)}}, ErrHits},
		"level": {PPS{TotalSize: dec("10"), Hits: 2, Options: Options{Levels: decs("1")},
			Units: []PPSUnit{unit("1", "1", 1), unit("2", "1", 1)}}, appraisal.ErrLevel},
	} {
		if _, err := c.p.Appraise(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	p := ppsByHand()
	p.Units[0].Size = dec("-1")
	if _, err := p.Appraise(); err == nil || !strings.Contains(err.Error(), "unit 1 (A)") {
		t.Errorf("%v", err)
	}
	// All that there is is certain: nothing is uncertain, and no percentile is needed.
	r, err := PPS{TotalSize: dec("10"), Hits: 2, Units: []PPSUnit{unit("5", "1", 1), unit("5", "2", 1)}}.Appraise()
	if err != nil || !r.StandardError.IsZero() || !r.PointEstimate.Equal(dec("3")) ||
		r.Intervals[0].Distribution != appraisal.NoDistribution || len(r.Warnings) > 0 {
		t.Errorf("%+v, %v", r, err)
	}
	r, err = PPS{TotalSize: dec("10"), Hits: 1, Units: []PPSUnit{unit("4", "1", 0)}, ZeroVarianceForSingle: true}.Appraise()
	if err != nil || !r.StandardError.IsZero() || !r.PointEstimate.Equal(dec("2.5")) || !hasWarning(r.Warnings, "single_item") {
		t.Errorf("%+v, %v", r, err)
	}
	r, err = PPS{TotalSize: dec("10"), Hits: 2, Units: []PPSUnit{unit("2", "1", 0), unit("4", "2", 0)}}.Appraise()
	if err != nil || !r.StandardError.IsZero() || !hasWarning(r.Warnings, "no_variation") {
		t.Errorf("%+v, %v", r, err)
	}
}

// TestPPSOfSamplingPPS: whatever sampling.PPS draws is a sample that PPS takes; certain units are the same, and a value in
// proportion to the size is estimated without error.
func TestPPSOfSamplingPPS(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.Int64Range(0, 5000), 1, 40).Draw(t, "sizes")
		plan := sampling.PPS{Seed: rapid.StringMatching(`[1-9][0-9]{0,4}`).Draw(t, "seed"), Size: rapid.Int64Range(1,
			20).Draw(t, "hits")}
		for _, s := range sizes {
			plan.Sizes = append(plan.Sizes, decimal.New(s, -2))
		}
		drawn, err := plan.Draw()
		if err != nil {
			return // all sizes are zero
		}
		p := PPS{TotalSize: drawn.Total, Hits: plan.Size, ZeroVarianceForSingle: true}
		var certain int64
		for _, u := range drawn.Units {
			p.Units = append(p.Units, PPSUnit{Size: u.Size, Value: u.Size.Mul(dec("0.25")), Hits: u.Hits})
			if u.Certainty {
				certain += u.Hits
			}
		}
		r, err := p.Appraise()
		if certain == plan.Size && err != nil { // nothing below the interval was hit
			if !errors.Is(err, ErrHits) {
				t.Fatal(err)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if r.CertainUnits != drawn.CertaintyUnits || r.SampledHits != plan.Size-drawn.CertaintyHits ||
			!r.StandardError.IsZero() {
			t.Fatalf("%+v of %+v", r, drawn)
		}
		if drawn.CertaintyUnits == 0 && !r.PointEstimate.Equal(drawn.Total.Mul(dec("0.25"))) {
			t.Fatalf("%s of %s", r.PointEstimate, drawn.Total)
		}
	})
}

// TestPPSOrderAndScale: the order of the units does not matter, nor whether a unit that was drawn twice stands once with
// two hits or twice; a power of ten moves the decimal point.
func TestPPSOrderAndScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := cents(2).Draw(t, "values")
		p := PPS{TotalSize: dec("1000000"), Selection: WithReplacement}
		for _, v := range values {
			u := PPSUnit{Size: decimal.New(rapid.Int64Range(1, 1_000_000).Draw(t, "size"), -2), Value: v,
				Hits: rapid.Int64Range(1, 3).Draw(t, "times")}
			p.Units, p.Hits = append(p.Units, u), p.Hits+u.Hits
		}
		appraise := func(p PPS) appraisal.Estimate {
			r, err := p.Appraise()
			if err != nil {
				t.Fatal(err)
			}
			return r.Estimate
		}
		a := appraise(p)
		other := p
		other.Units = rapid.Permutation(p.Units).Draw(t, "order")
		if encode(t, appraise(other)) != encode(t, a) {
			t.Fatal("the order matters")
		}
		other.Units = nil
		for _, u := range p.Units {
			for range u.Hits {
				other.Units = append(other.Units, PPSUnit{Size: u.Size, Value: u.Value})
			}
		}
		if encode(t, appraise(other)) != encode(t, a) {
			t.Fatal("one entry a hit is another estimate")
		}
		power := rapid.Int32Range(-4, 4).Draw(t, "power")
		other.Units = nil
		for _, u := range p.Units {
			u.Value = u.Value.Shift(power)
			other.Units = append(other.Units, u)
		}
		b := appraise(other)
		if !b.PointEstimate.Equal(a.PointEstimate.Shift(power)) || !b.StandardError.Equal(a.StandardError.Shift(power)) {
			t.Fatalf("%s, %s", a.PointEstimate, b.PointEstimate)
		}
	})
}
