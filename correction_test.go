package iromath

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/sampling"
)

// privatePayor is a correction of claims that a private payor paid, with everything stated.
func privatePayor(t testing.TB, ids ...string) FrameCorrection {
	return FrameCorrection{
		Ground: GroundOtherPayor, Description: "claims paid by Example Mutual, a private payor",
		Search: "the payer id of every claim in the frame was compared with the list of Medicare contractors",
		Claims: ids, Monitor: &Consultation{Date: day(t, "2026-11-20"), With: "OIG monitor", Said: "remove all of them, use the next spares"},
	}
}

func correct(t testing.TB, r *Review, c FrameCorrection) *Review {
	t.Helper()
	next, err := r.Correct(day(t, "2026-11-22"), c)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// inOrder lists the ids of all claims that a method draws from a frame, in the order of selection.
func inOrder(t testing.TB, r *Review, size int64) []string {
	t.Helper()
	d, err := r.frame.drawSample(sampling.SingleStage{Method: r.agreement.Method, Seed: r.seeds.First, Size: size})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, n := range d.order() {
		c, _ := r.frame.Claim(n)
		ids = append(ids, c.ID)
	}
	return ids
}

// sampleIDs are the ids of a draw in the order of selection.
func sampleIDs(r *Review, d Draw) []string {
	units := d.Units()
	slices.SortFunc(units, func(a, b sampling.Unit) int { return int(a.Order - b.Order) })
	var ids []string
	for _, u := range units {
		c, _ := r.frame.Claim(u.Number)
		ids = append(ids, c.ID)
	}
	return ids
}

func worklistIDs(r *Review) (ids []string) {
	for _, c := range r.Worklist() {
		ids = append(ids, c.ID)
	}
	return ids
}

// Before any determination: the next spare steps in, and the worklist has it in the place of the claim that left.
func TestCorrectBeforeDeterminations(t *testing.T) {
	for _, m := range []sampling.Method{sampling.RATSTATS, sampling.R, sampling.MethodTickets} {
		r := newReview(t, Agreement{Protocol: ProtocolSingle, SampleSize: 20, Spares: 5, Method: m}, frameOf(t, 500, hundred), Seeds{First: "4711"})
		order := inOrder(t, r, 500)
		// Two claims of the sample, the first spare and two that nobody drew.
		left := []string{order[400], order[6], order[20], order[2], order[499]}
		next := correct(t, r, privatePayor(t, left...))
		want := slices.Concat(order[:2], order[3:6], order[7:20], order[21:23])
		if d := cmp.Diff(want, sampleIDs(next, next.Draws()[0])); d != "" {
			t.Errorf("%s: %s", m, d)
		}
		if len(next.Worklist()) != 20 || next.Stage() != StageSample || next.universe() != 495 {
			t.Errorf("%s: %d claims, %s, universe %d", m, len(next.Worklist()), next.Stage(), next.universe())
		}
		var steps []string
		for _, p := range next.Draws()[0].Replacements {
			s := fmt.Sprintf("%d %s", p.Left.Order, p.LeftID)
			if p.In != nil {
				s += fmt.Sprintf(": %d %s", p.In.Order, p.InID)
			}
			steps = append(steps, s)
		}
		if d := cmp.Diff([]string{"3 " + order[2] + ": 22 " + order[21], "7 " + order[6] + ": 23 " + order[22], "21 " + order[20]}, steps); d != "" {
			t.Errorf("%s: %s", m, d)
		}
		if plan := next.Draws()[0].plan(); plan.Size != 20 || plan.Spares != 5 {
			t.Errorf("%s: %d claims and %d spares", m, plan.Size, plan.Spares)
		}
		if !codes(next.Warnings())["left_without_determination"] {
			t.Errorf("%s: %v", m, next.Warnings())
		}
		if len(r.Worklist()) != 20 || r.universe() != 500 || slices.Contains(worklistIDs(next), order[2]) || !slices.Contains(worklistIDs(r), order[2]) {
			t.Errorf("%s: Correct changed the review it was called on, or not the next one", m)
		}
	}
}

// After determinations: only the claim that stepped in is asked for, and the universe is what belongs.
func TestCorrectAfterDeterminations(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolSingle, Spares: 2}, frameOf(t, 1000, hundred), Seeds{First: "4711"})
	order := inOrder(t, r, 200)
	done := submit(t, r, decide(r.Worklist(), func(c FrameClaim) string {
		if c.ID == order[10] || c.ID == order[11] {
			return "40.00"
		}
		return asPaid(c)
	}))
	if done.Outcome().Extrapolation.Universe != 1000 {
		t.Fatal("universe before the correction")
	}
	next := correct(t, done, privatePayor(t, order[10], order[150], order[151]))
	if next.Done() || next.Stage() != StageSample || !slices.Equal(worklistIDs(next), []string{order[100]}) {
		t.Fatalf("%s: %v", next.Stage(), worklistIDs(next))
	}
	if next.Outcome().Last != nil || next.Outcome().Extrapolation != nil {
		t.Error("an outcome of a sample that is not reviewed")
	}
	var worklist bytes.Buffer
	if err := next.WriteWorklist(&worklist); err != nil || !strings.Contains(worklist.String(), ",101,"+order[100]+",") {
		t.Errorf("%v %s", err, worklist.String())
	}
	again := submit(t, next, decide(next.Worklist(), asPaid))
	rep := report(t, again)
	if e := rep.Appraisal; e.Universe != 997 || !e.PointEstimate.Equal(dec("598.20")) { // 60/100 * 997
		t.Errorf("%d claims, %s", e.Universe, e.PointEstimate)
	}
	if !rep.ErrorRate.Overpaid.Equal(dec("60")) || rep.ErrorRate.Counts.Reviewed != 100 || len(rep.Findings) != 100 {
		t.Errorf("%s on %d claims", rep.ErrorRate.Overpaid, rep.ErrorRate.Counts.Reviewed)
	}
	if rep.Population.Size != 1000 || rep.Corrected.Size != 997 || !rep.Corrected.Paid.Equal(dec("99700")) {
		t.Errorf("%d, %+v", rep.Population.Size, rep.Corrected)
	}
	c := rep.Corrections[0]
	if c.Count != 3 || !c.Paid.Equal(dec("300")) || len(c.Claims) != 3 || len(c.Drawn) != 1 ||
		c.Drawn[0].ID != order[10] || c.Drawn[0].Order != 11 || !c.Drawn[0].Determination.Overpayment().Equal(dec("60")) {
		t.Errorf("%+v", c)
	}
	checked, err := again.Scrutiny(ScrutinyOptions{MinimumSum: true})
	if err != nil || checked.MinimumSum.Universe != 997 { // payments of claims that left are none of the universe's
		t.Errorf("%+v, %v", checked.MinimumSum, err)
	}
	if len(codes(rep.Warnings)) != len(rep.Warnings) || codes(rep.Warnings)["monitor_not_consulted"] || codes(rep.Warnings)["only_sampled_claims_left"] {
		t.Errorf("%v", rep.Warnings)
	}
}

// The draw goes on beyond the spares as far as it has to, and a later correction can take away what stepped in.
func TestCorrectBeyondSpares(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly, Spares: 1}, frameOf(t, 400, hundred), Seeds{First: "4711"})
	order := inOrder(t, r, 400)
	next := correct(t, r, privatePayor(t, slices.Concat(order[:10], order[300:])...))
	if d := cmp.Diff(order[10:40], sampleIDs(next, next.Draws()[0])); d != "" {
		t.Error(d)
	}
	next = correct(t, next, privatePayor(t, order[30], order[12]))
	if d := cmp.Diff(slices.Concat(order[10:12], order[13:30], order[31:42]), sampleIDs(next, next.Draws()[0])); d != "" {
		t.Error(d)
	}
	var pairs []string
	for _, p := range next.Draws()[0].Replacements[8:] {
		pairs = append(pairs, fmt.Sprintf("%d: %d for %d", p.Correction, p.In.Order, p.Left.Order))
	}
	if d := cmp.Diff([]string{"1: 39 for 9", "1: 40 for 10", "2: 41 for 13", "2: 42 for 31"}, pairs); d != "" {
		t.Error(d)
	}
	// All but the last ten of the order leave: every claim that remains is the sample.
	next = correct(t, r, privatePayor(t, order[:390]...))
	if got := sampleIDs(next, next.Draws()[0]); !slices.Equal(got, order[390:]) || !codes(next.Warnings())["frame_smaller_than_sample"] ||
		!codes(next.Warnings())["spares_short"] {
		t.Errorf("%v %v", got, next.Warnings())
	}
	rep := report(t, submit(t, next, firstWrong(next.Worklist(), 2)))
	if !rep.Appraisal.PointEstimate.Equal(dec("100")) || !rep.Appraisal.Interval.PrecisionAmount.IsZero() {
		t.Errorf("%s of a census", rep.Appraisal.PointEstimate)
	}
	if len(rep.Corrections[0].Claims) != 0 || rep.Corrections[0].Count != 390 || rep.Corrections[0].Digest == "" {
		t.Errorf("%+v", rep.Corrections[0])
	}
}

// Between discovery and full sample: the discovery sample is completed first, and drawing on skips the spare that stepped in.
func TestCorrectDiscovery(t *testing.T) {
	frame := frameOf(t, 3000, hundred)
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery, Spares: 3}, frame, Seeds{First: "4711"})
	order := inOrder(t, r, 3000)
	full := submit(t, r, decide(r.Worklist(), func(c FrameClaim) string {
		if i := slices.Index(order, c.ID); i < 8 {
			return "40"
		}
		return asPaid(c)
	}))
	size := full.Outcome().Size.Size
	if full.Stage() != StageFull || int64(len(full.Worklist())) != size-50 {
		t.Fatalf("%s with %d claims", full.Stage(), len(full.Worklist()))
	}
	// A correct claim of the discovery sample leaves, with fifty that were not drawn yet.
	left := append([]string{order[20]}, order[2000:2050]...)
	back := correct(t, full, privatePayor(t, left...))
	if back.Stage() != StageDiscovery || !slices.Equal(worklistIDs(back), order[50:51]) {
		t.Fatalf("%s: %v", back.Stage(), worklistIDs(back))
	}
	on := submit(t, back, decide(back.Worklist(), asPaid))
	more := int(on.fullSize)
	if on.Stage() != StageFull || on.fullSize < size || on.Outcome().Size.Size > size {
		t.Fatalf("%s, %d and %d claims", on.Stage(), on.fullSize, on.Outcome().Size.Size)
	}
	want := slices.Concat(order[:20], order[21:more+1])
	if d := cmp.Diff(want, sampleIDs(on, on.Draws()[1])); d != "" {
		t.Error(d)
	}
	asked := worklistIDs(on)
	if len(asked) != more-50 || slices.Contains(asked, order[50]) || !slices.Contains(asked, order[more]) {
		t.Errorf("%d claims asked for", len(asked))
	}
	done := submit(t, on, decide(on.Worklist(), func(c FrameClaim) string {
		if slices.Index(order, c.ID) < 80 {
			return "0"
		}
		return asPaid(c)
	}))
	rep := report(t, done)
	if rep.Appraisal.Universe != 2949 || rep.Size.Table.Universe != 2949 || int64(len(rep.Findings)) != rep.Size.Drawn {
		t.Errorf("universe %d, sized for %d", rep.Appraisal.Universe, rep.Size.Table.Universe)
	}
	for _, f := range rep.Findings {
		if f.ID == order[50] && (f.Order != 51 || f.Stage != StageDiscovery) {
			t.Errorf("the claim that stepped in has order %d in the %s", f.Order, f.Stage)
		}
	}
	// After the full sample: eight correct claims of the discovery sample leave, and the overpaid orders 52 to 59 step in, which
	// are reviewed already. The full sample is filled up: it was drawn and gets no smaller, though fewer claims would do.
	again := correct(t, done, privatePayor(t, slices.Concat(order[30:38], order[100:101], order[2900:2950])...))
	if asked := worklistIDs(again); again.Stage() != StageFull || len(asked) != 9 || !slices.Contains(asked, order[more+9]) {
		t.Fatalf("%s: %v", again.Stage(), asked)
	}
	rep = report(t, submit(t, again, decide(again.Worklist(), asPaid)))
	if rep.Appraisal.Universe != 2890 || rep.ErrorRate.Counts.Reviewed != int64(more) || !codes(rep.Warnings)["full_sample_kept"] {
		t.Errorf("%d of %d, %v", rep.ErrorRate.Counts.Reviewed, rep.Appraisal.Universe, rep.Warnings)
	}
}

// A corrected discovery sample below the threshold: no full sample is due any more, and what was found beside it is owed.
func TestCorrectUndoesFullSample(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery}, frameOf(t, 3000, hundred), Seeds{First: "4711"})
	order := inOrder(t, r, 3000)
	wrong := func(c FrameClaim) string {
		if i := slices.Index(order, c.ID); i < 6 || i == 55 {
			return "40"
		}
		return asPaid(c)
	}
	full := submit(t, r, decide(r.Worklist(), wrong))
	done := submit(t, full, decide(full.Worklist(), wrong))
	undone := correct(t, done, privatePayor(t, slices.Concat(order[:4], order[2000:2010])...))
	if !undone.Done() || undone.Outcome().Extrapolation != nil || undone.Outcome().Size != nil {
		t.Fatalf("%s: %v", undone.Stage(), worklistIDs(undone))
	}
	rep := report(t, undone)
	if !codes(rep.Warnings)["full_sample_no_longer_due"] || len(rep.Draws) != 1 {
		t.Errorf("%v", rep.Warnings)
	}
	if o := rep.Obligations.Obligations[0]; o.Kind != extrapolate.RepayFound || !o.Due.Equal(dec("180")) { // orders 5, 6 and 56
		t.Errorf("%s %s", o.Kind, o.Due)
	}
	for _, f := range rep.Findings {
		if f.ID == order[55] && (f.Order != 56 || f.Stage != StageFull) {
			t.Errorf("order %d in the %s", f.Order, f.Stage)
		}
	}
	if text := reportText(t, rep); !strings.Contains(text, "for a sample that was drawn before the frame was corrected") {
		t.Error("the summary does not say what the further claims were reviewed for")
	}
}

// A fresh full sample is corrected by its own order; one that was drawn gets no smaller.
func TestCorrectFreshFullSample(t *testing.T) {
	a := Agreement{Protocol: ProtocolDiscovery, FullSample: FullSampleFresh, Spares: 2}
	r := newReview(t, a, frameOf(t, 2000, hundred), Seeds{First: "4711", Full: "815"})
	full := submit(t, r, firstWrong(r.Worklist(), 9))
	size := full.fullSize
	second := sampleIDs(full, full.Draws()[1])
	inFirst := map[string]bool{}
	for _, id := range sampleIDs(full, full.Draws()[0]) {
		inFirst[id] = true
	}
	only := slices.DeleteFunc(slices.Clone(second), func(id string) bool { return inFirst[id] })
	next := correct(t, full, privatePayor(t, only[0], only[3]))
	if next.Stage() != StageFull || next.fullSize != size {
		t.Fatalf("%s, %d and %d claims", next.Stage(), next.fullSize, size)
	}
	got := sampleIDs(next, next.Draws()[1])
	want := slices.DeleteFunc(slices.Clone(second), func(id string) bool { return id == only[0] || id == only[3] })
	if int64(len(got)) != size || !slices.Equal(got[:len(want)], want) {
		t.Errorf("%d claims of %d", len(got), size)
	}
	if len(next.Draws()[0].Replacements) != 0 || len(next.Draws()[1].Replacements) != 2 {
		t.Errorf("%+v", next.Draws()[1].Replacements)
	}
	// All overpayments of the discovery sample but one leave: the formula gives another size, and 9 claims step in.
	var left []string
	for _, c := range full.first.Claims {
		if c.Overpayment().IsPositive() && len(left) < 4 {
			left = append(left, c.ID)
		}
	}
	back := correct(t, full, privatePayor(t, left...))
	if back.Stage() != StageDiscovery || len(back.Draws()) != 1 || len(back.Worklist()) > 4 {
		t.Fatalf("%s with %d", back.Stage(), len(back.Worklist()))
	}
	after := submit(t, back, decide(back.Worklist(), asPaid))
	if after.Stage() != StageFull || after.fullSize < size {
		t.Errorf("%s, %d claims after %d", after.Stage(), after.fullSize, size)
	}
}

// TestCorrectByTicketsIsANewReview: by tickets a corrected review is the review of the frame without the claims.
func TestCorrectByTicketsIsANewReview(t *testing.T) {
	a := Agreement{Protocol: ProtocolDiscovery, Method: sampling.MethodTickets, Spares: 4}
	seeds := Seeds{First: "public dice 4 4 2 6"}
	frame := frameOf(t, 1500, hundred)
	r := newReview(t, a, frame, seeds)
	order := inOrder(t, r, 1500)
	left := slices.Concat(order[3:5], order[52:54], order[700:900])
	var rest []FrameClaim
	for n := range frame.Size() {
		if c, _ := frame.Claim(n + 1); !slices.Contains(left, c.ID) {
			c.Number = 0
			rest = append(rest, c)
		}
	}
	smaller, err := NewFrame(rest)
	if err != nil {
		t.Fatal(err)
	}
	wrong := func(c FrameClaim) string {
		if slices.Index(order, c.ID)%5 == 0 {
			return "40"
		}
		return asPaid(c)
	}
	corrected, anew := correct(t, r, privatePayor(t, left...)), newReview(t, a, smaller, seeds)
	for !anew.Done() {
		if d := cmp.Diff(worklistIDs(anew), worklistIDs(corrected)); d != "" {
			t.Fatal(d)
		}
		corrected, anew = submit(t, corrected, decide(corrected.Worklist(), wrong)), submit(t, anew, decide(anew.Worklist(), wrong))
	}
	have, want := corrected.Outcome().Extrapolation, anew.Outcome().Extrapolation
	if !have.PointEstimate.Equal(want.PointEstimate) || !have.Interval.PrecisionAmount.Equal(want.Interval.PrecisionAmount) || !corrected.Done() {
		t.Errorf("%s ± %s, a new review %s ± %s", have.PointEstimate, have.Interval.PrecisionAmount, want.PointEstimate, want.Interval.PrecisionAmount)
	}
}
