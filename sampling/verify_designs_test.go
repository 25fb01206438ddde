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
		if gocmp.Diff(append([]U{}, c.reported...), v.Units, equalDecimals) != "" || v.Frame != FrameNotChecked {
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
		digestOfTests: FrameSame, "sha256:" + strings.Repeat("00", 32): FrameOther,
	} {
		v, err := d.verify(Reported[U]{Units: d.sample, FrameDigest: digest})
		if err != nil || v.Comparison != Reproduced || v.Frame != want {
			t.Errorf("digest: frame %s, want %s (%v)", v.Frame, want, err)
		}
		if text := printout(t, d.print(v.Selection)); !strings.Contains(text, "FRAME DIGEST "+digestOfTests+"\n") {
			t.Errorf("the printout does not name the frame:\n%s", text)
		}
	}
	if v, err := d.verify(Reported[U]{Units: d.sample}); err == nil {
		if s, ok := any(v.Selection).(printable); ok {
			list, err := tableSheets(s, Heading{})
			if err != nil || list[0].Rows[4][2] != "FRAME DIGEST "+digestOfTests {
				t.Errorf("row 5 of the sheet is %q (%v)", list[0].Rows[4], err)
			}
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
			verify: plan.Verify, sample: s.Summary, selected: s.Summary, another: RHCRow{Name: "REGION1"},
			outside: RHCRow{Name: "REGION13"},
			print:   func(s RHCSelection) func(io.Writer, Heading) error { return s.WriteText },
		}.check(t)
		var names []RHCRow
		for _, row := range s.Summary {
			names = append(names, RHCRow{Name: row.Name})
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
	for i, wrong := range map[int]int64{0: 2, 1: 2} { // below and above the right one
		places := slices.Clone(places)
		places[i].Order = wrong
		if v, err := framesGuide.Verify(Reported[FrameItem]{Units: places}); err != nil || v.Comparison != OtherOrder {
			t.Errorf("with a wrong order of selection: %s %v", v.Comparison, err)
		}
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
