package sampling

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/decimaltest"
)

func TestVerifyStratified(t *testing.T) {
	plan := stratifiedPlan()
	plan.FrameDigest = digestOfTests
	s, err := plan.Draw()
	if err != nil {
		t.Fatal(err)
	}
	if text := printout(t, s.WriteText); strings.Count(text, "FRAME DIGEST "+digestOfTests+"\n") != 4 {
		t.Errorf("the pages do not name the frame:\n%s", text)
	}
	report := func() StratifiedReported {
		r := StratifiedReported{FrameDigest: digestOfTests}
		for _, stratum := range slices.Backward(s.Selections) {
			r.Strata = append(r.Strata, StratumReported{Name: stratum.Name, Units: numbersOf(stratum.Selection.Sample)})
		}
		r.Strata[0].Spares = numbersOf(s.Selections[2].Selection.SpareUnits)
		return r
	}
	for name, c := range map[string]struct {
		change func(*StratifiedReported)
		want   Comparison
		spares Comparison
	}{
		"as drawn":         {func(r *StratifiedReported) {}, Reproduced, Reproduced},
		"another order":    {func(r *StratifiedReported) { slices.Reverse(r.Strata[1].Units) }, OtherOrder, Reproduced},
		"another spare":    {func(r *StratifiedReported) { r.Strata[0].Spares = []int64{r.Strata[0].Units[0]} }, Reproduced, Differs},
		"one outside":      {func(r *StratifiedReported) { r.Strata[0].Units[0] = 91 }, Impossible, Reproduced},
		"one short":        {func(r *StratifiedReported) { r.Strata[2].Units = r.Strata[2].Units[1:] }, Impossible, Reproduced},
		"a stratum misses": {func(r *StratifiedReported) { r.Strata = r.Strata[1:] }, Impossible, ""},
	} {
		r := report()
		c.change(&r)
		v, err := plan.Verify(r)
		if err != nil || v.Comparison != c.want || v.SparesComparison != c.spares || v.Frame != FrameSame ||
			len(v.Verdicts)+len(v.NotReported) != 3 || len(v.Strata) != len(r.Strata) {
			t.Errorf("%s: %+v %v", name, v, err)
		}
		decimaltest.RoundTrip(t, v, equalDecimals)
	}
	for _, change := range []func(*StratifiedReported){
		func(r *StratifiedReported) { r.Strata[1].Name = "Dental" },
		func(r *StratifiedReported) { r.Strata[1].Name = r.Strata[0].Name },
	} {
		r := report()
		change(&r)
		if _, err := plan.Verify(r); !errors.Is(err, ErrStratum) {
			t.Error(err)
		}
	}
	if _, err := plan.Verify(StratifiedReported{FrameDigest: "x"}); !errors.Is(err, ErrFrame) {
		t.Error(err)
	}
}
