package sampling

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/jsonform"
)

var digestOfTests = "sha256:" + strings.Repeat("ab", 32)

// verified is a design as the tests of verification need it: what it gives, a unit of the frame that it does not give,
// and one outside of the frame.
type verified[U, S any] struct {
	verify            func(Reported[U]) (Verdict[U, S], error)
	sample, spares    []U // as the selection lists them
	selected          []U // in the order of selection
	another, outside  U
	print             func(S) func(io.Writer, Heading) error
	countIsNotDecided bool
}

// check holds reports of all kinds against the design.
func (d verified[U, S]) check(t *testing.T) {
	t.Helper()
	replaced := func(by U) []U { return append([]U{by}, d.sample[1:]...) }
	turned := slices.Clone(d.sample)
	slices.Reverse(turned)
	if fmt.Sprint(turned) == fmt.Sprint(d.selected) { // of few units the reverse order may be that of selection
		turned = append(turned[1:], turned[0])
	}
	short := Impossible
	if d.countIsNotDecided {
		short = Differs
	}
	for name, c := range map[string]struct {
		reported                 []U
		want                     Comparison
		missing, extra           int
		count, outside, repeated bool
	}{
		"as listed":             {reported: d.sample, want: Reproduced},
		"in order of selection": {reported: d.selected, want: Reproduced},
		"turned about":          {reported: turned, want: OtherOrder},
		"another unit":          {reported: replaced(d.another), want: Differs, missing: 1, extra: 1},
		"outside of the frame":  {reported: replaced(d.outside), want: Impossible, missing: 1, extra: 1, outside: true},
		"one short":             {reported: d.sample[1:], want: short, missing: 1, count: short == Impossible},
		"repeated":              {reported: replaced(d.sample[1]), want: Impossible, missing: 1, repeated: true},
		"nothing":               {want: Impossible, missing: len(d.sample), count: true},
	} {
		v, err := d.verify(Reported[U]{Units: c.reported})
		if err != nil {
			t.Fatal(err)
		}
		if v.Comparison != c.want || len(v.Missing) != c.missing || len(v.Extra) != c.extra || v.SparesComparison != "" {
			t.Errorf("%s: %s, missing %v, extra %v", name, v.Comparison, v.Missing, v.Extra)
		}
		p := v.Problems
		if (p != nil) != (c.want == Impossible) || p != nil &&
			((p.Count != p.Size) != c.count || (p.Outside != nil) != c.outside || (p.Repeated != nil) != c.repeated) {
			t.Errorf("%s: %v", name, p)
		}
		if gocmp.Diff(c.reported, v.Units, equalDecimals) != "" || v.Frame != FrameNotChecked {
			t.Errorf("%s: the verdict holds %v, frame %s", name, v.Reported, v.Frame)
		}
		raw, err := jsonform.Marshal(v)
		var back Verdict[U, S]
		if err == nil {
			err = jsonform.Unmarshal(raw, &back)
		}
		if again, e := jsonform.Marshal(back); err != nil || e != nil || string(again) != string(raw) {
			t.Errorf("%s: %v, %s reads as %s", name, err, raw, again)
		}
	}
	for digest, want := range map[string]FrameComparison{
		digestOfTests: SameFrame, "sha256:" + strings.Repeat("00", 32): OtherFrame,
	} {
		v, err := d.verify(Reported[U]{Units: d.sample, FrameDigest: digest})
		if err != nil || v.Comparison != Reproduced || v.Frame != want {
			t.Errorf("digest: frame %s, want %s (%v)", v.Frame, want, err)
		}
		if text := printout(t, d.print(v.Selection)); !strings.Contains(text, "FRAME DIGEST "+digestOfTests+"\n") {
			t.Errorf("the printout does not name the frame:\n%s", text)
		}
	}
	if _, err := d.verify(Reported[U]{Units: d.sample, FrameDigest: "sha256:0"}); !errors.Is(err, ErrFrame) {
		t.Errorf("a digest that is none: %v", err)
	}
	if d.spares == nil {
		return
	}
	fromSpares, err := d.verify(Reported[U]{Units: replaced(d.spares[0]), Spares: d.spares})
	if err != nil || fromSpares.Comparison != Differs || fromSpares.SparesComparison != Reproduced ||
		len(fromSpares.FromSpares) != 1 || fromSpares.FromSpares[0].Order != int64(len(d.sample)+1) ||
		fmt.Sprint(fromSpares.FromSpares[0].Unit) != fmt.Sprint(d.spares[0]) {
		t.Errorf("%+v %v", fromSpares, err)
	}
	other := slices.Clone(d.spares)
	slices.Reverse(other)
	for want, spares := range map[Comparison][]U{
		OtherOrder: other, Impossible: d.spares[1:], Differs: append([]U{d.another}, d.spares[1:]...),
	} {
		if v, err := d.verify(Reported[U]{Units: d.sample, Spares: spares}); err != nil || v.SparesComparison != want {
			t.Errorf("spares are %s, want %s (%v)", v.SparesComparison, want, err)
		}
	}
}

// selectedBy sorts units by their order of selection.
func selectedBy[U any](units []U, order func(U) int64) []U {
	return slices.SortedFunc(slices.Values(units), func(a, b U) int { return cmp.Compare(order(a), order(b)) })
}

func TestVerifyDesigns(t *testing.T) {
	t.Run("single stage", func(t *testing.T) {
		plan := guidePlan
		plan.FrameDigest = digestOfTests
		verified[int64, Selection]{
			verify: plan.Verify, sample: guideSequential, selected: guideSelected, spares: guideSpares, another: 1, outside: 1001,
			print: func(s Selection) func(io.Writer, Heading) error { return s.WriteText },
		}.check(t)
	})
	t.Run("sets", func(t *testing.T) {
		plan := setsGuide
		plan.FrameDigest = digestOfTests
		s := mustDrawSets(t, plan)
		verified[Set, SetsSelection]{
			verify: plan.Verify, sample: s.Sample, selected: selectedBy(s.Sample, Set.order), spares: s.SpareSets,
			another: Set{Numbers: []int64{1, 1}}, outside: Set{Numbers: []int64{659, 1}},
			print: func(s SetsSelection) func(io.Writer, Heading) error { return s.WriteFlat },
		}.check(t)
	})
	t.Run("frames", func(t *testing.T) {
		plan := framesGuide
		plan.FrameDigest = digestOfTests
		s := mustDrawFrames(t, plan)
		verified[FrameItem, FramesSelection]{
			verify: plan.Verify, sample: s.Sample, selected: selectedBy(s.Sample, FrameItem.order), spares: s.SpareItems,
			another: FrameItem{Frame: 2, Item: 8405}, outside: FrameItem{Frame: 1, Item: 1051},
			print: func(s FramesSelection) func(io.Writer, Heading) error { return s.WriteText },
		}.check(t)
	})
	t.Run("frames of two", func(t *testing.T) {
		plan := framesTwoGuide()
		plan.FrameDigest = digestOfTests
		s := mustDrawFramesOfTwo(t, plan)
		verified[SubFrameItem, FramesOfTwoSelection]{
			verify: plan.Verify, sample: s.Sample, selected: selectedBy(s.Sample, SubFrameItem.order), spares: s.SpareItems,
			another: SubFrameItem{Frame: 1, SubFrame: 1, Item: 1}, outside: SubFrameItem{Frame: 4, SubFrame: 1, Item: 1},
			print: func(s FramesOfTwoSelection) func(io.Writer, Heading) error { return s.WritePrinter },
		}.check(t)
	})
	t.Run("systematic", func(t *testing.T) {
		for _, variant := range []Variant{Fractional, Classic} {
			plan := Systematic{Seed: "100", Low: 1, High: 1000, Size: 7, Variant: variant, FrameDigest: digestOfTests}
			s, err := plan.Draw()
			if err != nil {
				t.Fatal(err)
			}
			verified[int64, SystematicSelection]{
				verify: plan.Verify, sample: numbersOf(s.Sample), selected: numbersOf(s.Sample), another: 1, outside: 1001,
				print: func(s SystematicSelection) func(io.Writer, Heading) error { return s.WriteText },
			}.check(t)
		}
	})
	t.Run("PPS", func(t *testing.T) {
		plan := PPS{Seed: "1357", Sizes: decimaltest.Decs("120.50", "0", "3000", "100", "900", "40", "250"), Size: 9,
			FrameDigest: digestOfTests}
		s, err := plan.Draw()
		if err != nil || len(s.Units) < 3 || s.Units[0].Hits == 0 {
			t.Fatal(s, err)
		}
		verified[PPSUnit, PPSSelection]{
			verify: plan.Verify, sample: bare(s.Units), selected: bare(s.Units), another: PPSUnit{Number: 6},
			outside: PPSUnit{Number: 2}, countIsNotDecided: true,
			print: func(s PPSSelection) func(io.Writer, Heading) error { return s.WriteText },
		}.check(t)
		wrong := slices.Clone(s.Units)
		if v, err := plan.Verify(Reported[PPSUnit]{Units: wrong}); err != nil || v.Comparison != Reproduced {
			t.Errorf("%s %v", v.Comparison, err)
		}
		wrong[0].Hits++
		if v, err := plan.Verify(Reported[PPSUnit]{Units: wrong}); err != nil || v.Comparison != Impossible ||
			v.Problems.Count != 10 || v.Problems.Size != 9 {
			t.Errorf("one hit too many: %s %v", v.Comparison, v.Problems)
		}
		wrong[1].Hits--
		if v, err := plan.Verify(Reported[PPSUnit]{Units: wrong}); err != nil || v.Comparison != Differs || len(v.Extra) != 2 {
			t.Errorf("hits of two units: %s %v", v.Comparison, v.Extra)
		}
		wrong = slices.Clone(s.Units)
		wrong[0].Size = decimal.New(1, 0)
		if v, err := plan.Verify(Reported[PPSUnit]{Units: wrong}); err != nil || v.Comparison != Impossible {
			t.Errorf("another size: %s %v", v.Comparison, v.Problems)
		}
	})
	t.Run("second", func(t *testing.T) {
		plan := Second{Plan: guidePlan, Earlier: []int64{236, 507, 1}}
		plan.Plan.FrameDigest = digestOfTests
		s, err := plan.Draw()
		if err != nil {
			t.Fatal(err)
		}
		verified[int64, SecondSelection]{
			verify: plan.Verify, sample: numbersOf(s.Sample), selected: numbersOf(selectedBy(s.Sample, Unit.order)),
			spares: numbersOf(s.SpareUnits), another: 2, outside: 236,
			print: func(s SecondSelection) func(io.Writer, Heading) error { return s.WriteText },
		}.check(t)
	})
	t.Run("tickets", func(t *testing.T) {
		ids := []string{"A-1", "A-2", "A-3", "B-1", "B-2", "B-3"}
		plan := Tickets{Seed: "314159", Size: 3, Spares: 2, FrameDigest: digestOfTests}
		verified[string, TicketSelection]{
			verify: func(r Reported[string]) (Verdict[string, TicketSelection], error) {
				return plan.Verify(slices.Values(ids), r)
			},
			sample: []string{"A-3", "B-2", "B-3"}, selected: []string{"B-2", "B-3", "A-3"}, spares: []string{"A-2", "B-1"},
			another: "A-1", outside: "A-4",
			print: func(s TicketSelection) func(io.Writer, Heading) error { return s.WriteText },
		}.check(t)
		if _, err := plan.Verify(nil, Reported[string]{}); !errors.Is(err, ErrSize) {
			t.Errorf("no frame: %v", err)
		}
	})
	t.Run("RHC", func(t *testing.T) {
		plan := rhcRegions(t)
		plan.FrameDigest = digestOfTests
		s := mustDrawRHC(t, plan)
		verified[RHCRow, RHCSelection]{
			verify: plan.Verify, sample: s.Summary, selected: s.Summary, another: RHCRow{Description: "REGION1"},
			outside: RHCRow{Description: "REGION13"},
			print:   func(s RHCSelection) func(io.Writer, Heading) error { return s.WriteText },
		}.check(t)
		var names []RHCRow
		for _, row := range s.Summary {
			names = append(names, RHCRow{Description: row.Description})
		}
		if v, err := plan.Verify(Reported[RHCRow]{Units: names}); err != nil || v.Comparison != Reproduced {
			t.Errorf("by their names: %s %v", v.Comparison, err)
		}
		names[1].GroupSize = decimal.New(7, 0)
		if v, err := plan.Verify(Reported[RHCRow]{Units: names}); err != nil || v.Comparison != Differs {
			t.Errorf("another group: %s %v", v.Comparison, err)
		}
		names[1].SubUnits = 7
		if v, err := plan.Verify(Reported[RHCRow]{Units: names}); err != nil || v.Comparison != Impossible {
			t.Errorf("another unit: %s %v", v.Comparison, err)
		}
	})
}

// bare leaves out what follows from the numbers of units.
func bare(units []PPSUnit) []PPSUnit {
	return mapList(units, func(u PPSUnit) PPSUnit { return PPSUnit{Number: u.Number} })
}

// TestVerifyNames: an item of frames is named by its random number or by its place, and both have to agree.
func TestVerifyNames(t *testing.T) {
	places := []FrameItem{{Frame: 1, Item: 119}, {Frame: 2, Item: 8662}, {Frame: 2, Item: 8957}} // User's Guide 2-48
	numbers := []FrameItem{{Number: 119}, {Number: 1308}, {Number: 1603}}
	for _, reported := range [][]FrameItem{places, numbers} {
		if v, err := framesGuide.Verify(Reported[FrameItem]{Units: reported}); err != nil || v.Comparison != Reproduced {
			t.Errorf("%v: %s %v", reported, v.Comparison, err)
		}
	}
	numbers[1].Frame, numbers[1].Item = 2, 8663
	v, err := framesGuide.Verify(Reported[FrameItem]{Units: numbers})
	if err != nil || v.Comparison != Impossible || len(v.Problems.Outside) != 1 {
		t.Errorf("a number of another item: %s %v", v.Comparison, err)
	}
	places[0].Order, places[1].Order = 3, 1
	if v, err := framesGuide.Verify(Reported[FrameItem]{Units: places}); err != nil || v.Comparison != Reproduced {
		t.Errorf("with orders of selection: %s %v", v.Comparison, err)
	}
	places[1].Order = 2
	if v, err := framesGuide.Verify(Reported[FrameItem]{Units: places}); err != nil || v.Comparison != OtherOrder {
		t.Errorf("with a wrong order of selection: %s %v", v.Comparison, err)
	}
	two := framesTwoGuide()
	s := mustDrawFramesOfTwo(t, two)
	byNumber := mapList(s.Sample, func(v SubFrameItem) SubFrameItem { return SubFrameItem{Number: v.Number} })
	byPlace := mapList(s.Sample, func(v SubFrameItem) SubFrameItem {
		return SubFrameItem{Frame: v.Frame, SubFrame: v.SubFrame, Item: v.Item}
	})
	for _, reported := range [][]SubFrameItem{byNumber, byPlace} {
		if v, err := two.Verify(Reported[SubFrameItem]{Units: reported}); err != nil || v.Comparison != Reproduced {
			t.Errorf("%v: %s %v", reported, v.Comparison, err)
		}
	}
}

// TestVerifyWhatWasDrawn: whatever is drawn is reproduced, whatever is drawn on is reproduced as a whole and by its added
// units, and a plan that cannot be drawn is refused.
func TestVerifyWhatWasDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sets := drawSetsPlan(t)
		drawn := mustDrawSets(t, sets)
		if v, err := sets.Verify(Reported[Set]{Units: drawn.Sample, Spares: drawn.SpareSets}); err != nil ||
			v.Comparison != Reproduced || sets.Spares > 0 && v.SparesComparison != Reproduced {
			t.Fatalf("sets: %s %s %v", v.Comparison, v.SparesComparison, err)
		}
		frames := drawFramesPlan(t)
		if frames.Size > 1 {
			frames.DrawnBefore = rapid.Int64Range(1, frames.Size-1).Draw(t, "before")
			s := mustDrawFrames(t, frames)
			for _, reported := range [][]FrameItem{s.Sample, s.Additional()} {
				if v, err := frames.Verify(Reported[FrameItem]{Units: reported}); err != nil || v.Comparison != Reproduced {
					t.Fatalf("frames: %s %v", v.Comparison, err)
				}
			}
		}
		rhc := drawRHCPlan(t)
		if s, err := rhc.Draw(); err == nil {
			if v, err := rhc.Verify(Reported[RHCRow]{Units: s.Summary}); err != nil || v.Comparison != Reproduced {
				t.Fatalf("RHC: %s %v", v.Comparison, err)
			}
		}
	})
	bad := []error{}
	add := func(err error) { bad = append(bad, err) }
	_, err := SingleStage{}.Verify(Reported[int64]{})
	add(err)
	_, err = Sets{}.Verify(Reported[Set]{})
	add(err)
	_, err = Frames{}.Verify(Reported[FrameItem]{})
	add(err)
	_, err = FramesOfTwo{}.Verify(Reported[SubFrameItem]{})
	add(err)
	_, err = RHC{}.Verify(Reported[RHCRow]{})
	add(err)
	_, err = Stratified{}.Verify(StratifiedReported{})
	add(err)
	_, err = Systematic{}.Verify(Reported[int64]{})
	add(err)
	_, err = PPS{}.Verify(Reported[PPSUnit]{})
	add(err)
	_, err = Second{}.Verify(Reported[int64]{})
	add(err)
	_, err = Tickets{}.Verify(nil, Reported[string]{})
	add(err)
	for i, err := range bad {
		if err == nil {
			t.Errorf("design %d verifies a plan without anything", i+1)
		}
	}
}

// TestDigestIsChecked: every plan refuses a digest that is none, and its printout shows one.
func TestDigestIsChecked(t *testing.T) {
	for name, draw := range map[string]func(digest string) error{
		"single stage": func(d string) error { p := guidePlan; p.FrameDigest = d; _, err := p.Draw(); return err },
		"sets":         func(d string) error { p := setsGuide; p.FrameDigest = d; _, err := p.Draw(); return err },
		"frames":       func(d string) error { p := framesGuide; p.FrameDigest = d; _, err := p.Draw(); return err },
		"frames of two": func(d string) error {
			p := framesTwoGuide()
			p.FrameDigest = d
			_, err := p.Draw()
			return err
		},
		"RHC":        func(d string) error { p := rhcRegions(t); p.FrameDigest = d; _, err := p.Draw(); return err },
		"stratified": func(d string) error { p := stratifiedPlan(); p.FrameDigest = d; _, err := p.Draw(); return err },
		"systematic": func(d string) error {
			_, err := Systematic{Seed: "1", Low: 1, High: 9, Size: 2, FrameDigest: d}.Draw()
			return err
		},
		"PPS": func(d string) error {
			_, err := PPS{Seed: "1", Sizes: decimaltest.Decs("1", "2"), Size: 1, FrameDigest: d}.Draw()
			return err
		},
		"second": func(d string) error {
			p := Second{Plan: guidePlan}
			p.Plan.FrameDigest = d
			_, err := p.Draw()
			return err
		},
		"tickets": func(d string) error {
			_, err := Tickets{Seed: "1", Size: 1, FrameDigest: d}.DrawFrom([]string{"A", "B"})
			return err
		},
	} {
		if err := draw(digestOfTests); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := draw("sha256:" + strings.Repeat("AB", 32)); !errors.Is(err, ErrFrame) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzVerifyJSON: whatever was reported is held against a plan without a panic, and a verdict is never better than what
// was reported.
func FuzzVerifyJSON(f *testing.F) {
	plan := `{"seed":"48863.78","low":1,"high":1000,"size":10,"spares":4}`
	f.Add([]byte(plan), []byte(`{"reported":[22,141,236,247,257,301,643,650,718,821],"reportedSpares":[980]}`))
	f.Add([]byte(`{"seed":"34346.94","ranges":[{"low":1,"high":1050},{"low":8405,"high":9565}],"size":3}`),
		[]byte(`{"reported":[{"frame":1,"item":119},{"number":1308},{"frame":-9223372036854775808,"item":1}]}`))
	f.Add([]byte(`{"seed":"1","sizes":["1.50","0","3000"],"size":7}`), []byte(`{"reported":[{"number":9223372036854775807,"hits":-1}]}`))
	f.Add([]byte(`{"seed":"100","ranges":[{"low":1,"high":21},{"low":1,"high":94}],"size":2}`), []byte(`{"reported":[{"numbers":[1,2,3,4,5]}]}`))
	f.Add([]byte(`{"partitionSeed":"1","selectionSeed":"2","sampleSize":1,"units":[{"description":"A","subUnits":1,"size":"1"}]}`),
		[]byte(`{"reported":[{"description":"A","unit":-1}]}`))
	f.Add([]byte(`{"plan":{"seed":"200","low":1,"high":1000,"size":5},"earlier":[22]}`), []byte(`{"reported":[22]}`))
	f.Add([]byte(`{"seed":"1","low":1,"high":1000,"size":7,"variant":"classic"}`), []byte(`{"reported":[1]}`))
	f.Add([]byte(`{"seed":"x","strata":[{"name":"a","low":1,"high":9,"size":1,"seed":"3"}]}`), []byte(`{"strata":[{"name":"a","reported":[1]}]}`))
	f.Fuzz(func(t *testing.T, plan, reported []byte) {
		fuzzVerify(t, plan, reported, func(p SingleStage) int64 { return p.Size + p.Spares }, SingleStage.Verify)
		fuzzVerify(t, plan, reported, func(p Sets) int64 { return p.Size + p.Spares }, Sets.Verify)
		fuzzVerify(t, plan, reported, func(p Frames) int64 { return p.Size + p.Spares }, Frames.Verify)
		fuzzVerify(t, plan, reported, func(p FramesOfTwo) int64 { return p.Size + p.Spares }, FramesOfTwo.Verify)
		fuzzVerify(t, plan, reported, func(p RHC) int64 { return p.SampleSize }, RHC.Verify)
		fuzzVerify(t, plan, reported, func(p Systematic) int64 { return p.Size }, Systematic.Verify)
		fuzzVerify(t, plan, reported, func(p PPS) int64 { return p.Size }, PPS.Verify)
		fuzzVerify(t, plan, reported, func(p Second) int64 { return p.Plan.Size + p.Plan.Spares }, Second.Verify)
		var s Stratified
		var r StratifiedReported
		if jsonform.Unmarshal(plan, &s) == nil && jsonform.Unmarshal(reported, &r) == nil &&
			!slices.ContainsFunc(s.Strata, func(s Stratum) bool { return s.Size > 300 || s.Spares > 300 }) {
			_, err := s.Verify(r)
			fuzzError(t, err)
		}
	})
}

func fuzzVerify[P, U, S any](
	t *testing.T, plan, reported []byte, size func(P) int64, verify func(P, Reported[U]) (Verdict[U, S], error),
) {
	var p P
	var r Reported[U]
	if jsonform.Unmarshal(plan, &p) != nil || jsonform.Unmarshal(reported, &r) != nil || size(p) > 300 {
		return
	}
	v, err := verify(p, r)
	if fuzzError(t, err) {
		return
	}
	if v.Comparison == Reproduced && (v.Missing != nil || v.Extra != nil || v.Problems != nil) ||
		v.Comparison == Impossible && v.Problems == nil {
		t.Fatalf("%+v", v)
	}
	if _, err := jsonform.Marshal(v); err != nil {
		t.Fatal(err)
	}
}

// fuzzError reports whether there is an error, which has to be a documented one.
func fuzzError(t *testing.T, err error) bool {
	if err == nil {
		return false
	}
	known := []error{ErrMethod, ErrSeed, ErrFrame, ErrSize, ErrDrawOn, ErrVariant, ErrSizes, ErrEarlier, ErrStratum}
	if !slices.ContainsFunc(known, func(e error) bool { return errors.Is(err, e) }) {
		t.Fatal(err)
	}
	return true
}

// TestTicketsAtHand: of ids that are all at hand every repeated one is refused, drawn or not.
func TestTicketsAtHand(t *testing.T) {
	plan := Tickets{Seed: "314159", Size: 1}
	ids := []string{"A-1", "A-2", "A-3", "B-1", "B-2", "B-3"} // B-2 has the smallest ticket
	s, err := plan.DrawFrom(ids)
	if err != nil || s.Sample[0].ID != "B-2" {
		t.Fatal(s, err)
	}
	if v, err := plan.VerifyFrom(ids, Reported[string]{Units: []string{"B-2"}}); err != nil || v.Comparison != Reproduced {
		t.Error(v, err)
	}
	ids = append(ids, "A-1", "B-1", "A-1")
	if _, err := plan.Draw(slices.Values(ids)); err != nil {
		t.Errorf("a stream sees repeated ids among those it keeps: %v", err)
	}
	const want = `sampling: repeated ids: 2 ids: "A-1" given 3 times; "B-1" given 2 times`
	if _, err := plan.DrawFrom(ids); !errors.Is(err, ErrTicketRepeated) || err.Error() != want {
		t.Error(err)
	}
	if _, err := plan.VerifyFrom(ids, Reported[string]{}); !errors.Is(err, ErrTicketRepeated) {
		t.Error(err)
	}
}
