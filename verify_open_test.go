package iromath

import (
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/sampling"
)

// TestOpenAgreement: where the agreement as given leaves a parameter open and an IRO does otherwise than our default, the diagnosis
// says that it is left open and whose default it is; where the agreement states it, that it is the agreement's.
func TestOpenAgreement(t *testing.T) {
	const open = "The agreement as given "
	for _, c := range []struct {
		code     string
		plant    func(o *iro)
		leave    func(a *Agreement)
		open     []string // said of an open agreement
		notSaid  string   // and not
		ofStated string   // said of a stated one
	}{
		{"netting", func(o *iro) { o.netted = false }, func(a *Agreement) { a.Netting = "" },
			[]string{"which the agreement as given leaves open", "that of the discovery sample is ", "that of the full sample is ", " with them set off and ",
				open + "does not say whether they are; this library nets them by default"},
			"although the agreement", "although the agreement nets them"},
		{"size_other_level", func(o *iro) { o.sizeLevel = 0.95 }, func(a *Agreement) { a.Confidence = dec("0") },
			[]string{open + "does not state both level and precision; this library takes 90% confidence and 25% precision by default"}, "", "the agreement's two-sided level"},
		{"size_other_precision", func(o *iro) { o.sizePrecision = 0.3 }, func(a *Agreement) { a.Precision = dec("0") },
			[]string{open + "does not state both level and precision"}, "", "the agreement's two-sided level"},
		{"drawn_beside", func(o *iro) { o.fullSample = "beside" }, func(a *Agreement) { a.FullSample = "" },
			[]string{"if statistically appropriate", open + "does not say whether the full sample is drawn anew; this library draws on"}, "", "Where the discovery sample is used"},
		{"full_other_seed", func(o *iro) { o.fullSeed = "777.25" }, func(a *Agreement) { a.FullSample = "" },
			[]string{"was drawn anew", "if statistically appropriate", open + "does not say whether"}, "which it continues", "which it continues"},
		{"other_method", func(o *iro) { o.method, o.seed, o.documented = sampling.R, "4711", "4711" }, func(a *Agreement) { a.Method = "" },
			[]string{"another program may be used", open + "names no method; this library draws as RAT-STATS does by default"}, "", "draw the sample; anyone"},
	} {
		for _, leave := range []bool{true, false} {
			r, _, f, ds := doctoredFile{agreement: Agreement{Protocol: ProtocolDiscovery}, plant: c.plant}.reports(t, 2)
			if leave {
				c.leave(&r.Agreement)
			}
			v, err := r.Verify(f, ds)
			if err != nil {
				t.Fatal(err)
			}
			named(t, v, c.code)
			d := v.Diagnoses[slices.IndexFunc(v.Diagnoses, func(d Diagnosis) bool { return d.Code == c.code })]
			text := d.Error + " " + d.Rule
			want := []string{c.ofStated}
			if leave {
				want = c.open
			}
			for _, part := range want {
				if !strings.Contains(text, part) {
					t.Errorf("%s, left open %v: %q is not in %q", c.code, leave, part, text)
				}
			}
			if leave && c.notSaid != "" && strings.Contains(text, c.notSaid) || !leave && strings.Contains(text, "as given") {
				t.Errorf("%s, left open %v: %q", c.code, leave, text)
			}
		}
	}
}

// TestBothNettings: the two error rates of a sample whose netting the agreement leaves open: of $5,000 paid $250 were overpaid and
// $50 underpaid.
func TestBothNettings(t *testing.T) {
	f := frameOf(t, 50, hundred)
	var ds []Determination
	for i := range f.Size() {
		c, _ := f.Claim(i + 1)
		correct := dec("100")
		switch i {
		case 4, 14, 24, 34, 44:
			correct = dec("50")
		case 20:
			correct = dec("150")
		}
		ds = append(ds, Determination{ID: c.ID, Correct: &correct, Documentation: errorrate.Complete})
	}
	r := Reported{Agreement: Agreement{Protocol: ProtocolSingle, SampleSize: 50}, Results: Results{Sample: &ReportedSample{Seed: "5", ErrorRate: "5.00%"}}}
	v, err := r.Verify(f, ds)
	if err != nil {
		t.Fatal(err)
	}
	named(t, v, "netting")
	if d := v.Diagnoses[0]; !strings.Contains(d.Error, "that of the sample is 4.000% with them set off and 5.000% without.") {
		t.Error(d.Error)
	}
}
