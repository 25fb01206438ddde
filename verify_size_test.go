package iromath

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/errorrate"
)

// sized is the file of an IRO that makes another size of what the formula gives.
func sized(t *testing.T, a Agreement, k int, round func(float64) float64, also ...func(*iro)) (Reported, *Frame, []Determination) {
	t.Helper()
	r, _, f, ds := doctoredFile{agreement: a, plant: func(o *iro) {
		o.sizeRound = round
		for _, plant := range also {
			plant(o)
		}
	}}.reports(t, k)
	return r, f, ds
}

// roundedDown is a file whose size is rounded down to the nearest, so that rounding up gives another one.
func roundedDown(t *testing.T) int {
	t.Helper()
	for k := range 30 {
		if r, _, _ := sized(t, Agreement{}, k, math.Round); r.Size != nil {
			if n := dec(string(r.Size.Unrounded)); n.Round(0).LessThan(n) {
				return k
			}
		}
	}
	t.Fatal("no size is rounded down")
	return 0
}

// TestLargerFullSample: a full sample that is larger than the formula's and continues the draw is no error, however the report
// states it; a note says what the formula gives.
func TestLargerFullSample(t *testing.T) {
	k := roundedDown(t)
	rounds := map[string]func(float64) float64{
		"up": math.Ceil, "nine more": func(n float64) float64 { return math.Round(n) + 9 }, "thrice": func(n float64) float64 { return math.Round(3 * n) },
	}
	states := map[string]func(r *Reported){
		"all":                 func(*Reported) {},
		"the added ones":      func(r *Reported) { r.Full.Numbers, r.Full.IDs = r.Full.Numbers[50:], nil },
		"no claims":           func(r *Reported) { r.Full.Numbers, r.Full.IDs = nil, nil },
		"no sizes":            func(r *Reported) { r.Full.Size, r.Size.Size, r.Full.Reviewed, r.Estimate.SampleSize = "", "", "", "" },
		"the formula's first": func(r *Reported) { r.Size.Size = Printed(dec(string(r.Size.Unrounded)).Round(0).String()) },
		"the estimate's only": func(r *Reported) {
			r.Full.Numbers, r.Full.IDs, r.Full.Size, r.Full.Reviewed, r.Size.Size = nil, nil, "", "", ""
		},
		"added ones, no sizes": func(r *Reported) {
			r.Full.Numbers, r.Full.IDs = r.Full.Numbers[50:], nil
			r.Full.Size, r.Size.Size, r.Full.Reviewed, r.Estimate.SampleSize = "", "", "", ""
		},
	}
	for much, round := range rounds {
		for state, states := range states {
			r, f, ds := sized(t, Agreement{}, k, round)
			want := round(dec(string(r.Size.Unrounded)).InexactFloat64())
			states(&r)
			v, err := r.Verify(f, ds)
			if err != nil || !v.OK || len(v.Diagnoses) > 0 {
				t.Errorf("%s, %s: %v %+v %+v", much, state, err, different(v), v.Diagnoses)
				continue
			}
			i := slices.IndexFunc(v.Warnings, func(w Warning) bool { return w.Code == "full_sample_larger" })
			if i < 0 {
				t.Errorf("%s, %s: no note among %v", much, state, v.Warnings)
				continue
			}
			text := v.Warnings[i].Message
			for _, part := range []string{fmt.Sprintf("has %.0f claims", want), string(r.Size.Unrounded), "fixed before it was drawn"} {
				if !strings.Contains(text, part) {
					t.Errorf("%s, %s: the note does not say %q: %s", much, state, part, text)
				}
			}
			if twice := strings.Contains(text, "twice"); twice != (much == "thrice") {
				t.Errorf("%s, %s: %s", much, state, text)
			}
			if c, ok := v.Figure("size.size"); ok && state == "all" && (!strings.Contains(c.Because, "a larger full sample is sufficient") || c.Computed == c.Reported) {
				t.Errorf("%s: %+v", much, c)
			}
		}
	}
}

// TestLargerFullSampleOtherwise: a fresh full sample, and one where the discovery sample would do, are larger by choice too.
func TestLargerFullSampleOtherwise(t *testing.T) {
	for _, size := range []float64{50, 70} { // where the formula gives less than the discovery sample has
		r, f, ds := sized(t, Agreement{Protocol: ProtocolDiscovery, Precision: dec("0.8")}, 2, func(float64) float64 { return size },
			func(o *iro) { o.completed[1] = o.completed[0] })
		if n := dec(string(r.Size.Unrounded)); n.GreaterThan(dec("50")) {
			t.Fatal(n)
		}
		v, err := r.Verify(f, ds)
		if err != nil || !v.OK || len(v.Diagnoses) > 0 {
			t.Errorf("%v: %v %+v %+v", size, err, different(v), v.Diagnoses)
		}
		if codes(v.Warnings)["full_sample_larger"] != (size > 50) {
			t.Errorf("%v: %v", size, v.Warnings)
		}
	}
	a := Agreement{Protocol: ProtocolDiscovery, Precision: dec("0.3"), FullSample: FullSampleFresh}
	f := frameOf(t, 900, hundred)
	var ds []Determination
	for i := range f.Size() {
		c, _ := f.Claim(i + 1)
		d := Determination{ID: c.ID, Correct: &c.Paid, Documentation: errorrate.Complete}
		if i%4 == 0 {
			d.Correct = amount("40")
		}
		ds = append(ds, d)
	}
	r := Reported{Agreement: a, Results: Results{Discovery: &ReportedSample{Seed: "5"}, Full: &ReportedSample{Seed: "6", Size: "400", Reviewed: "400"}}}
	if v, err := r.Verify(f, ds); err != nil || !v.OK || !codes(v.Warnings)["full_sample_larger"] {
		t.Errorf("%v %+v", err, different(v))
	}
}

// TestLargerFullSampleDiffers: a larger sample is no excuse for anything else: claims that do not continue the draw, a size that
// is not the one drawn, a smaller sample, more claims than there are; another error is named as ever.
func TestLargerFullSampleDiffers(t *testing.T) {
	more := func(n float64) float64 { return math.Round(n) + 9 }
	less := func(n float64) float64 { return math.Round(n) - 4 }
	for name, c := range map[string]struct {
		round  func(float64) float64
		plant  func(*iro)
		change func(*Reported)
		code   string
		path   string
	}{
		"exchanged": {round: more, plant: func(o *iro) { o.exchange = map[int64]int64{o.order(o.seed, 60)[59]: 2000} }, code: "sample_changed", path: "full.numbers"},
		"normal":    {round: more, plant: func(o *iro) { o.percentile = zOf }, code: "normal_percentile", path: "estimate.intervals[0.9].lowerLimit"},
		"dropped":   {round: more, plant: func(o *iro) { o.lost = "drop" }, code: "missing_dropped", path: "full.paid"},
		"smaller":   {round: less, code: "size_changed", path: "full.size"},
		"other size": {round: more, change: func(r *Reported) { r.Size.Size = "2000" },
			path: "size.size"},
		"more than there are": {round: math.Round, change: func(r *Reported) { r.Full.Numbers, r.Full.IDs, r.Full.Size = nil, nil, "2,401" }, path: "full.size"},
	} {
		plant := c.plant
		if plant == nil {
			plant = func(*iro) {}
		}
		r, f, ds := sized(t, Agreement{}, 1, c.round, plant)
		if c.change != nil {
			c.change(&r)
		}
		v, err := r.Verify(f, ds)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := v.Figure(c.path); v.OK || !ok || got.Status != FigureDiffers {
			t.Errorf("%s: %+v", name, got)
		}
		if c.code != "" {
			t.Run(name, func(t *testing.T) { named(t, v, c.code) })
		}
	}
}

// TestSizeSources: the rounding of a size is that of RAT-STATS; OIG's FAQ has none.
func TestSizeSources(t *testing.T) {
	for k := range 30 {
		r, f, ds := sized(t, Agreement{}, k, math.Floor)
		if n := dec(string(r.Size.Unrounded)); n.Round(0).LessThanOrEqual(n) {
			continue
		}
		v, err := r.Verify(f, ds)
		if err != nil {
			t.Fatal(err)
		}
		named(t, v, "size_truncated")
		for _, d := range v.Diagnoses {
			if d.Code == "size_truncated" && (!strings.HasPrefix(d.Source, "RAT-STATS Companion Manual 4-6 for the rounding;") || !strings.Contains(d.Rule, "a smaller one is not")) {
				t.Errorf("%+v", d)
			}
		}
		return
	}
	t.Fatal("no size is rounded up")
}
