package iromath

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling"
)

// claimsFile is a claims file with rows that do not belong, and its agreement.
func claimsFile(t *testing.T) (file string, a Agreement, found func(FrameClaim) Determination) {
	claims, found := clinic(1500, 5)
	var b strings.Builder
	b.WriteString("claim_id,segment,paid_date,payor,paid\n")
	for i, c := range claims {
		payor, date := "Medicare", "2025-05-05"
		switch {
		case i%40 == 7:
			payor = "Harbor Mutual"
		case i%55 == 9:
			date = "2024-12-30"
		}
		fmt.Fprintf(&b, "%s,1,%s,%s,%s\n", c.ID, date, payor, c.Paid.StringFixed(2))
		if i%45 == 11 {
			fmt.Fprintf(&b, "%s,2,%s,%s,17.25\n", c.ID, date, payor)
		}
	}
	return b.String(), Agreement{Protocol: ProtocolSingle, Payors: []string{"Medicare"}, From: day(t, "2025-01-01"), Through: day(t, "2025-12-31")}, found
}

// TestOtherFrames: an IRO that draws from a frame that was read wrongly is found, and how.
func TestOtherFrames(t *testing.T) {
	file, a, found := claimsFile(t)
	right, err := ReadFrame(strings.NewReader(file), a.FrameOptions(), nil)
	if err != nil {
		t.Fatal(err)
	}
	others, err := ReadOtherFrames(strings.NewReader(file), a.FrameOptions())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range others {
		got = append(got, o.Code)
		var claims []FrameClaim
		for i := range o.Frame.Size() {
			c, _ := o.Frame.Claim(i + 1)
			claims = append(claims, c)
		}
		found := func(c FrameClaim) Determination { // of a later row what was found on its claim
			id, _, _ := strings.Cut(c.ID, "#")
			d := found(FrameClaim{ID: id, Paid: c.Paid})
			d.ID = c.ID
			return d
		}
		for _, digest := range []bool{true, false} {
			iro := honest(t, a, claims, found, "5511.75")
			if !digest {
				iro.digest = ""
			}
			r := iro.report()
			r.Agreement.Payors, r.Agreement.From, r.Agreement.Through = a.Payors, a.From, a.Through
			r.Obligations = nil // to whom depends on the frame
			v, err := r.Verify(right, allOf(claims, found), others...)
			if err != nil {
				t.Fatal(err)
			}
			named(t, v, o.Code)
			if len(v.Diagnoses) != 1 {
				t.Errorf("%s is not told from %v", o.Code, v.Diagnoses[0].Equivalent)
			}
		}
	}
	if want := []string{OtherFramePayors, OtherFramePeriod, OtherFrameSegments, OtherFrameSegmentsAdded}; !slices.Equal(got, want) {
		t.Errorf("frames %v, want %v", got, want)
	}
	if _, err := ReadOtherFrames(strings.NewReader("claim_id,paid\n"), FrameOptions{}); !errors.Is(err, ErrFrame) {
		t.Error(err)
	}
	clean, err := ReadOtherFrames(strings.NewReader("claim_id,paid\nA,1\nB,2\n"), FrameOptions{})
	if err != nil || len(clean) != 0 {
		t.Errorf("%v %v", clean, err)
	}
}

// TestThresholdDiagnoses: 1.9999999 % rounded to the threshold of 2 % of the agreement, and exactly 2 % taken as below it.
func TestThresholdDiagnoses(t *testing.T) {
	judge := func(met bool) func(float64) bool { return func(float64) bool { return met } }
	for _, c := range []struct {
		threshold, over, code string
		met                   bool
	}{
		{"0.02", "1999999.90", "threshold_rounded", true},
		{"0.02", "2000000.00", "threshold_strict", false},
		{"0.02", "1500000.00", "threshold_rounded", true},
		{"0.05", "1500000.00", "threshold_misjudged", true},
	} {
		claims := make([]FrameClaim, 900)
		for i := range claims {
			claims[i] = FrameClaim{ID: fmt.Sprint("T", i), Payor: "Medicare", Paid: dec("2000000")}
		}
		f, err := NewFrame(claims)
		if err != nil {
			t.Fatal(err)
		}
		s, err := sampling.SingleStage{Seed: "7", Low: 1, High: 900, Size: 50}.Draw()
		if err != nil {
			t.Fatal(err)
		}
		drawn := map[string]bool{}
		for _, u := range s.Sample {
			drawn[claims[u.Number-1].ID] = true
		}
		wrong := claims[s.Sample[3].Number-1].ID
		over := dec(c.over)
		found := func(fc FrameClaim) Determination {
			correct := fc.Paid
			if fc.ID == wrong {
				correct = correct.Sub(over)
			} else if !drawn[fc.ID] && hashOf(fc.ID, 3)%10 == 0 {
				correct = dec("1900000")
			}
			return Determination{ID: fc.ID, Correct: &correct, Documentation: errorrate.Complete}
		}
		o := honest(t, Agreement{Protocol: ProtocolDiscovery, Precision: dec("0.9"), Threshold: dec(c.threshold)}, claims, found, "7")
		o.met = judge(c.met)
		v, err := o.report().Verify(f, allOf(claims, found))
		if err != nil {
			t.Fatal(err)
		}
		named(t, v, c.code)
	}
}

// TestOnlyTheirDeterminations: with the determinations of the claims that the IRO reviewed and of no others, what the seed
// selects cannot be checked, and the error is named all the same.
func TestOnlyTheirDeterminations(t *testing.T) {
	for _, code := range []string{"wrong_seed", "other_frame_size", "missing_dropped", "spare_for_missing", "sized_by_paid", "drawn_beside",
		"size_other_level", "frame_reversed", "sample_changed"} {
		i := slices.IndexFunc(doctored, func(d doctoredFile) bool { return d.code == code })
		t.Run(code, func(t *testing.T) {
			claims, found := clinic(2400, 2)
			f, err := NewFrame(claims)
			if err != nil {
				t.Fatal(err)
			}
			o := honest(t, Agreement{Protocol: ProtocolDiscovery, Precision: dec("0.3")}, claims, found, "48863.78")
			doctored[i].plant(o)
			r := o.report()
			var theirs []Determination
			for _, c := range claims {
				if slices.Contains(o.reviewed, c.ID) {
					theirs = append(theirs, found(c))
				}
			}
			v, err := r.Verify(f, theirs)
			if err != nil {
				t.Fatal(err)
			}
			want := map[string]string{"missing_dropped": "claim_dropped", "spare_for_missing": "claim_replaced"}[code]
			if want == "" {
				want = code
			}
			named(t, v, want)
			larger := codes(v.Warnings)["full_sample_larger"] // for a higher level: what comes of it is right
			if c, ok := v.Figure("estimate.pointEstimate"); !ok || (c.Status == FigureMatches) != larger {
				t.Errorf("%+v", c)
			}
		})
	}
}

// TestSeveralErrors: errors that touch different figures are each named.
func TestSeveralErrors(t *testing.T) {
	claims, found := clinic(2400, 2)
	f, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	o := honest(t, Agreement{Protocol: ProtocolDiscovery, Precision: dec("0.3")}, claims, found, "48863.78")
	o.refunds = []extrapolate.Refund{{Payor: "Medicare", Amount: dec("100")}}
	var want []string
	for _, code := range []string{"excess_kurtosis", "claim_error_rate", "date_months", "refunds_not_credited"} {
		for _, d := range doctored {
			if d.code == code {
				d.plant(o)
				want = append(want, code)
			}
		}
	}
	r := o.report()
	v, err := r.Verify(f, allOf(claims, found))
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range want {
		if !slices.ContainsFunc(v.Diagnoses, func(d Diagnosis) bool { return d.Code == code }) {
			t.Errorf("%s is not named", code)
		}
	}
	if len(v.Diagnoses) != len(want) || len(v.Unexplained) > 0 {
		t.Errorf("%+v, unexplained %v", v.Diagnoses, v.Unexplained)
	}
}

func TestVerifyRefuses(t *testing.T) {
	f := frameOf(t, 60, hundred)
	c, _ := f.Claim(1)
	fine := Determination{ID: c.ID, Correct: amount("1"), Documentation: errorrate.Complete}
	single := Agreement{Protocol: ProtocolQuarterly}
	for name, q := range map[string]struct {
		r    Reported
		d    []Determination
		f    *Frame
		want error
		text string
	}{
		"no protocol":      {r: Reported{}, f: f, want: ErrAgreement},
		"no frame":         {r: Reported{Agreement: single}, want: ErrFrame},
		"an empty frame":   {r: Reported{Agreement: single}, f: new(Frame), want: ErrFrame},
		"full under IA":    {r: Reported{Agreement: single, Results: Results{Full: &ReportedSample{}}}, f: f, want: ErrReported, text: "full"},
		"sample under CIA": {r: Reported{Agreement: Agreement{Protocol: ProtocolDiscovery}, Results: Results{Sample: &ReportedSample{}}}, f: f, want: ErrReported, text: "sample"},
		"threshold":        {r: Reported{Agreement: single, Results: Results{Sample: &ReportedSample{ThresholdMet: "no"}}}, f: f, want: ErrReported, text: "thresholdMet"},
		"figures": {r: Reported{Agreement: single, Results: Results{Population: ReportedPopulation{Claims: "many"}, Sample: &ReportedSample{Paid: "1.2.3"}}},
			f: f, want: ErrReported, text: "2 wrong figures"},
		"level":       {r: Reported{Agreement: single, Results: Results{Estimate: &ReportedEstimate{Intervals: []ReportedInterval{{Level: "90"}}}}}, f: f, want: ErrReported, text: "level"},
		"level twice": {r: Reported{Agreement: single, Results: Results{Estimate: &ReportedEstimate{Intervals: []ReportedInterval{{Level: "90%"}, {Level: ".9"}}}}}, f: f, want: ErrReported, text: "twice"},
		"obligation":  {r: Reported{Agreement: single, Results: Results{Obligations: []ReportedObligation{{Kind: "repay"}}}}, f: f, want: ErrReported, text: "repay"},
		"obligations": {r: Reported{Agreement: single, Results: Results{Obligations: []ReportedObligation{{Kind: "repay_found"}, {Kind: "repay_found"}}}}, f: f, want: ErrReported, text: "twice"},
		"twice":       {r: Reported{Agreement: single}, f: f, d: []Determination{fine, fine}, want: ErrRepeated},
		"blanks":      {r: Reported{Agreement: single}, f: f, d: []Determination{fine, {ID: fine.ID + " ", Documentation: errorrate.Missing}}, want: ErrUnknown, text: strconv.Quote(fine.ID + " ")},
		"payor":       {r: Reported{Agreement: Agreement{Protocol: ProtocolQuarterly, Payors: []string{"State Medicaid"}}, Results: Results{Sample: &ReportedSample{Seed: "1"}}}, f: f, want: ErrPopulation},
	} {
		_, err := q.r.Verify(q.f, q.d)
		if !errors.Is(err, q.want) || !strings.Contains(fmt.Sprint(err), q.text) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, other := range []OtherFrame{{}, {Frame: new(Frame)}} {
		if _, err := (Reported{Agreement: single}).Verify(f, nil, other); !errors.Is(err, ErrFrame) {
			t.Error(err)
		}
	}
	if _, err := ParseReported([]byte(`{"agreement":{"protocol":"single"},"sample":{"sed":"1"}}`)); !errors.Is(err, ErrRequest) {
		t.Error(err)
	}
}

// TestCannotCheck: what the data do not tell is said, with the reason.
func TestCannotCheck(t *testing.T) {
	claims, found := clinic(600, 1)
	f, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	a := Agreement{Protocol: ProtocolDiscovery, Precision: dec("0.2"), FullSample: FullSampleFresh}
	all := allOf(claims, found)
	for name, c := range map[string]struct {
		r            Reported
		path         string
		status       FigureStatus
		because      string
		determinates []Determination
	}{
		"nothing of the draw": {r: Reported{Agreement: a, Results: Results{Discovery: &ReportedSample{Paid: "1"}}}, path: "discovery.paid", status: FigureCannotCheck, because: "no seed"},
		"no such seed":        {r: Reported{Agreement: a, Results: Results{Discovery: &ReportedSample{Numbers: []int64{1, 2, 3, 4, 5, 6}}}}, path: "discovery.numbers", status: FigureCannotCheck, because: "with no seed"},
		"a seed that is none": {r: Reported{Agreement: a, Results: Results{Discovery: &ReportedSample{Seed: "x", Paid: "1"}}}, path: "discovery.seed", status: FigureDiffers, because: "not a number"},
		"no seed of the full sample": {r: Reported{Agreement: a, Results: Results{Discovery: &ReportedSample{Seed: "5"}, Full: &ReportedSample{Paid: "2"}}}, path: "full.paid",
			status: FigureCannotCheck, because: "seed"},
		"a seed of the full sample that is none": {r: Reported{Agreement: a, Results: Results{Discovery: &ReportedSample{Seed: "5"}, Full: &ReportedSample{Seed: "y", Paid: "2"}}},
			path: "full.paid", status: FigureCannotCheck, because: "not a number"},
		"the same seed twice": {r: Reported{Agreement: a, Results: Results{Discovery: &ReportedSample{Seed: "5"}, Full: &ReportedSample{Seed: "5", Paid: "2"}}},
			path: "full.paid", status: FigureCannotCheck, because: "same numbers"},
		"no determinations": {r: Reported{Agreement: Agreement{Protocol: ProtocolSingle}, Results: Results{Sample: &ReportedSample{Seed: "5", Paid: "2"}}}, determinates: []Determination{},
			path: "sample.paid", status: FigureCannotCheck, because: "100 claims: K"},
		"not due": {r: Reported{Agreement: Agreement{Protocol: ProtocolDiscovery, Threshold: dec("0.9")}, Results: Results{Discovery: &ReportedSample{Seed: "5"},
			Estimate: &ReportedEstimate{PointEstimate: "$1.00"}}}, path: "estimate.pointEstimate", status: FigureDiffers, because: "below the threshold of 90%"},
		"no such obligation": {r: Reported{Agreement: Agreement{Protocol: ProtocolSingle}, Results: Results{Sample: &ReportedSample{Seed: "5"},
			Obligations: []ReportedObligation{{Kind: "repay_extrapolated", Amount: "1"}}}}, path: "obligations[repay_extrapolated].amount", status: FigureDiffers, because: "no such"},
		"twenty-five places": {r: Reported{Agreement: Agreement{Protocol: ProtocolSingle}, Results: Results{Sample: &ReportedSample{Seed: "5", ErrorRate: "0.1317412345678901234567890123"}}},
			path: "sample.errorRate", status: FigureDiffers},
	} {
		ds := all
		if c.determinates != nil {
			ds = c.determinates
		}
		v, err := c.r.Verify(f, ds)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got, ok := v.Figure(c.path)
		if v.OK || !ok || got.Status != c.status || !strings.Contains(got.Because, c.because) {
			t.Errorf("%s: %+v", name, got)
		}
		var out strings.Builder
		if err := v.WriteText(&out); err != nil || !strings.Contains(out.String(), c.path) {
			t.Errorf("%s: %v\n%s", name, err, &out)
		}
	}
	other := slices.Clone(all)
	for i := range other {
		other[i].Paid = amount("1.00")
	}
	v, err := Reported{Agreement: Agreement{Protocol: ProtocolQuarterly}, Results: Results{Sample: &ReportedSample{Seed: "5"}}}.Verify(f, other)
	if err != nil || v.OK || v.Count(FigureDiffers) != 30 || !strings.HasPrefix(v.Figures[0].Path, "determinations[") {
		t.Errorf("%v %+v", err, v)
	}
	bad := slices.Clone(all)
	for i := range bad {
		bad[i].Documentation = "lost"
	}
	_, err = Reported{Agreement: Agreement{Protocol: ProtocolQuarterly}, Results: Results{Sample: &ReportedSample{Seed: "5"}}}.Verify(f, bad)
	if !errors.Is(err, errorrate.ErrDocumentation) {
		t.Error(err)
	}
}

// TestVerificationJSON: what goes in and what comes out reads back to the same bytes.
func TestVerificationJSON(t *testing.T) {
	planted, _, f, ds := doctoredFile{plant: func(o *iro) { o.percentile = zOf }}.reports(t, 2)
	v, err := planted.Verify(f, ds)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var back Verification
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(v, back); diff != "" {
		t.Error(diff)
	}
	raw, err = json.Marshal(planted)
	if err != nil {
		t.Fatal(err)
	}
	read, err := ParseReported(raw)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := json.Marshal(read); err != nil || !bytes.Equal(raw, again) {
		t.Errorf("%v\n%s\n%s", err, raw, again)
	}
}

// TestWeekdays holds business days to days that were counted on a calendar.
func TestWeekdays(t *testing.T) {
	for _, c := range []struct {
		from string
		days int
		want string
	}{{"2026-07-15", 60, "2026-10-07"}, {"2026-11-27", 1, "2026-11-30"}, {"2026-11-28", 1, "2026-11-30"}, {"2026-11-30", 5, "2026-12-07"}} {
		if got := addWeekdays(day(t, c.from), c.days); got.String() != c.want {
			t.Errorf("%s + %d: %s", c.from, c.days, got)
		}
	}
	if got := addMonths(day(t, "2026-12-31"), 2); got.String() != "2027-02-28" {
		t.Error(got)
	}
	if got := addWeekdays(reportable.Date{}, 5); !got.IsZero() {
		t.Error(got)
	}
}
