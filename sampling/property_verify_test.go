package sampling

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/decimaltest"
)

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
