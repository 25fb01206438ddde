package iromath

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/sampling"
)

// state is everything a review says, as JSON.
func state(t interface{ Fatal(...any) }, r *Review) string {
	var all []byte
	for _, v := range []any{r, r.Draws(), r.Outcome(), r.Worklist(), r.Corrections(), r.SystemsWorklist(), r.Warnings(), r.findings()} {
		data, err := jsonform.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		all = append(append(all, data...), '\n')
	}
	if r.Done() {
		rep, err := r.Report(ReportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(rep)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, data...)
	}
	return string(all)
}

// checkCorrected holds a review against its own draws: samples are the first of the order that still belong.
func checkCorrected(rt *rapid.T, r *Review, left map[string]bool) {
	frame := r.Frame()
	if r.universe() != frame.Size()-int64(len(left)) {
		rt.Fatalf("universe %d of %d after %d left", r.universe(), frame.Size(), len(left))
	}
	var worklist []string
	for k, d := range r.Draws() {
		plan := d.plan()
		long := plan
		long.Size, long.Spares, long.DrawnBefore = frame.Size(), 0, 0
		full, err := frame.drawSample(long)
		if err != nil {
			rt.Fatal(err)
		}
		want := map[int64]int64{} // order by number
		for i, n := range full.order() {
			if c, _ := frame.Claim(n); !left[c.ID] && int64(len(want)) < plan.Size {
				want[n] = int64(i) + 1
			}
		}
		have := map[int64]int64{}
		for i, u := range d.Units() {
			if i > 0 && u.Number <= d.Units()[i-1].Number {
				rt.Fatalf("not in sequential order: %v", d.Units())
			}
			have[u.Number] = u.Order
		}
		if diff := cmp.Diff(want, have); diff != "" {
			rt.Fatalf("draw %d: %s", k+1, diff)
		}
		if err := d.WriteText(discard{}, Heading{}); err != nil { // the printout proves the selection again
			rt.Fatal(err)
		}
		worklist = nil
		for _, u := range d.Units() {
			if _, done := r.reviewed[u.Number]; !done {
				c, _ := frame.Claim(u.Number)
				worklist = append(worklist, c.ID)
			}
		}
	}
	if !slices.Equal(worklist, worklistIDs(r)) || r.Done() != (len(worklist) == 0) {
		rt.Fatalf("worklist %v, want %v", worklistIDs(r), worklist)
	}
	if e := r.Outcome().Extrapolation; e != nil && e.Universe != r.universe() {
		rt.Fatalf("extrapolated to %d of %d", e.Universe, r.universe())
	}
	if r.Done() {
		rep, err := r.Report(ReportOptions{})
		if err != nil {
			rt.Fatal(err)
		}
		total, size := decimal.Decimal{}, int64(0)
		for _, c := range rep.Corrections {
			total, size = total.Add(c.Paid), size+c.Count
		}
		if len(left) > 0 && (!total.Add(rep.Corrected.Paid).Equal(rep.Population.Paid) || size+rep.Corrected.Size != rep.Population.Size) {
			rt.Fatalf("%s and %s of %s; %d and %d of %d", total, rep.Corrected.Paid, rep.Population.Paid, size, rep.Corrected.Size, rep.Population.Size)
		}
		for _, f := range rep.Findings {
			if left[f.ID] || f.Order == 0 || f.Stage == "" {
				rt.Fatalf("finding %+v", f)
			}
		}
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// TestCorrectionProperties puts random corrections, walk-throughs and determinations into random reviews at random stages. At
// every step samples are the first of the order that still belong, nobody is asked for twice, the universe adds up, and a
// review that is saved and resumed, or that works everything out again, is the same.
func TestCorrectionProperties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		size := rapid.Int64Range(12, 90).Draw(rt, "frame")
		frame := frameOf(t, size, func(n int64) string { return fmt.Sprintf("%d.%02d", 20+n*7%90, n%100) })
		shares := rapid.SliceOfN(rapid.SampledFrom([]string{"1", "1", "0.5", "0.9", "0", "1.1", ""}), int(size), int(size)).Draw(rt, "correct")
		truth := func(c FrameClaim) string {
			s := shares[c.Number-1]
			if s == "" {
				return ""
			}
			return c.Paid.Mul(dec(s)).Round(2).String()
		}
		a := Agreement{
			Protocol:   rapid.SampledFrom([]Protocol{ProtocolDiscovery, ProtocolDiscovery, ProtocolSingle, ProtocolQuarterly}).Draw(rt, "protocol"),
			SampleSize: rapid.Int64Range(2, 20).Draw(rt, "sample"),
			Spares:     rapid.Int64Range(0, 4).Draw(rt, "spares"),
			Method:     rapid.SampledFrom([]sampling.Method{sampling.RATSTATS, sampling.R, sampling.MethodTickets}).Draw(rt, "method"),
		}
		seeds := Seeds{First: fmt.Sprint(rapid.IntRange(0, 86399).Draw(rt, "seed"))}
		if a.Protocol == ProtocolDiscovery && rapid.Bool().Draw(rt, "fresh") {
			a.FullSample, seeds.Full = FullSampleFresh, seeds.First+"1"
		}
		r, err := NewReview(a, frame, seeds)
		if err != nil {
			rt.Skip(err)
		}
		left, asked := map[string]bool{}, map[string]bool{}
		for range 8 {
			checkCorrected(rt, r, left)
			if rapid.IntRange(0, 3).Draw(rt, "resume") == 0 {
				saved, err := r.Save()
				if err != nil {
					rt.Fatal(err)
				}
				back, err := ResumeReview(saved, frame)
				if err != nil {
					rt.Fatal(err)
				}
				again := *r
				if err := again.start(); err != nil {
					rt.Fatal(err)
				}
				for _, other := range []*Review{back, &again} {
					if diff := cmp.Diff(state(rt, r), state(rt, other)); diff != "" {
						rt.Fatal(diff)
					}
				}
				r = back
			}
			switch rapid.IntRange(0, 2).Draw(rt, "step") {
			case 0:
				if r.Done() {
					continue
				}
				for _, id := range worklistIDs(r) {
					if asked[id] {
						rt.Fatalf("%s is asked for twice", id)
					}
					asked[id] = true
				}
				if r, err = r.Submit(day(t, "2026-11-22"), decide(r.Worklist(), truth)); err != nil {
					rt.Fatal(err)
				}
			case 1:
				var ids []string
				for _, n := range rapid.SliceOfNDistinct(rapid.Int64Range(1, size), 1, 9, rapid.ID).Draw(rt, "leave") {
					if c, _ := frame.Claim(n); !left[c.ID] {
						ids = append(ids, c.ID)
					}
				}
				if len(ids) == 0 || int64(len(ids)) >= r.universe() {
					continue
				}
				next, err := r.Correct(day(t, "2026-11-22"), privatePayor(t, ids...))
				if err != nil {
					// The one thing that may be refused.
					if !errors.Is(err, ErrMissingDocumentation) || !missing(r, ids) {
						rt.Fatalf("%v: %v", ids, err)
					}
					continue
				}
				if missing(r, ids) {
					rt.Fatalf("%v: a claim without documentation left", ids)
				}
				r = next
				for _, id := range ids {
					left[id] = true
				}
			case 2:
				var walks []WalkThrough
				for _, c := range r.SystemsWorklist() {
					if rapid.Bool().Draw(rt, "walk") {
						walks = append(walks, WalkThrough{ID: c.ID, CodedAtSource: AnswerNo, Cause: "cause"})
					}
				}
				if len(walks) == 0 {
					continue
				}
				before := len(r.SystemsWorklist())
				if r, err = r.SubmitSystems(day(t, "2026-11-22"), walks); err != nil {
					rt.Fatal(err)
				}
				if after := len(r.SystemsWorklist()); after != before-len(walks) {
					rt.Fatalf("%d open after %d of %d", after, len(walks), before)
				}
			}
		}
	})
}

// missing reports whether one of some claims was reviewed and found without documentation.
func missing(r *Review, ids []string) bool {
	return slices.ContainsFunc(r.findings(), func(f Finding) bool { return slices.Contains(ids, f.ID) && f.Documentation == "missing" })
}
