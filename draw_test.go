package iromath

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/sampling"
)

// claimIDs lists the ids of the claims of a draw in the order of selection.
func claimIDs(t testing.TB, f *Frame, d Draw) []string {
	t.Helper()
	list := make([]string, len(d.Units()))
	for _, u := range d.Units() {
		c, ok := f.Claim(u.Number)
		if !ok {
			t.Fatalf("%v is not in the frame", u)
		}
		list[u.Order-1] = c.ID
	}
	return list
}

// TestReviewByTickets goes through a review whose claims are drawn by tickets: worklist, drawing on, spares, saved state
// and report.
func TestReviewByTickets(t *testing.T) {
	a := Agreement{Protocol: ProtocolDiscovery, Method: sampling.MethodTickets, Spares: 4}
	frame, seeds := frameOf(t, 5000, hundred), Seeds{First: "20261122-public-dice"}
	var ids []string
	for n := range frame.Size() {
		c, _ := frame.Claim(n + 1)
		ids = append(ids, c.ID)
	}
	r := newReview(t, a, frame, seeds)
	want := func(size, before int64) sampling.TicketSelection {
		s, err := sampling.Tickets{Seed: seeds.First, Size: size, Spares: 4, DrawnBefore: before,
			FrameDigest: frame.Digest()}.DrawFrom(ids)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	first := r.Draws()[0]
	if d := cmp.Diff(want(50, 0), first.Tickets.TicketSelection); d != "" {
		t.Error(d)
	}
	inOrder := func(a, b sampling.Unit) int { return int(a.Number - b.Number) }
	if units := first.Units(); len(units) != 50 || !slices.IsSortedFunc(units, inOrder) {
		t.Errorf("%v", units)
	}
	for i, u := range first.Tickets.SpareUnits {
		if c, _ := frame.Claim(first.Tickets.SpareNumbers[i]); c.ID != u.ID {
			t.Errorf("spare %s is claim %v", u.ID, c)
		}
	}
	discovery := r.Worklist()
	full := submit(t, r, firstWrong(discovery, 5))
	second := full.Draws()[1]
	size := full.Outcome().Size.Size
	if d := cmp.Diff(want(size, 50), second.Tickets.TicketSelection); d != "" {
		t.Error(d)
	}
	if got := claimIDs(t, frame, second); !slices.Equal(got[:50], claimIDs(t, frame, first)) {
		t.Error("the full sample does not begin with the discovery sample")
	}
	if n := int64(len(full.Worklist())); n != size-50 {
		t.Errorf("%d more claims for a full sample of %d", n, size)
	}
	saved, err := full.Save()
	if err != nil {
		t.Fatal(err)
	}
	resumed, err := ResumeReview(saved, frame)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(full.Draws(), resumed.Draws()); d != "" {
		t.Error(d)
	}
	done := submit(t, resumed, firstWrong(resumed.Worklist(), 5))
	if allForms(t, done) != allForms(t, submit(t, full, firstWrong(full.Worklist(), 5))) {
		t.Error("the resumed review reports otherwise")
	}
	rep := report(t, done)
	var out strings.Builder
	if err := rep.WriteText(&out); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(out.String()), " ")
	for _, part := range []string{
		generators[sampling.MethodTickets], sampling.TicketsRecommendation, "FRAME DIGEST " + frame.Digest(),
		"PUBLIC SEED: 20261122-public-dice", "Discovery sample 50 5,000 tickets 20261122-public-dice 0 50",
		"orders of selection 1 to 50 were drawn before",
	} {
		if !strings.Contains(text, part) {
			t.Errorf("the report does not say %q", part)
		}
	}
	raw, err := json.Marshal(rep)
	if err != nil || strings.Contains(string(raw), `"selection":`) {
		t.Errorf("an empty selection stands in the report: %v", err)
	}
	for _, f := range rep.Findings {
		if f.Order < 1 || f.Order > size {
			t.Errorf("%s has the order of selection %d", f.ID, f.Order)
		}
	}
	// What a caller changes in a draw changes no other.
	first.Tickets.Sample[0].ID, first.Tickets.Numbers[0] = "changed", -1
	if d := cmp.Diff(want(50, 0), r.Draws()[0].Tickets.TicketSelection); d != "" {
		t.Error(d)
	}
}

// TestTicketsDoNotDependOnTheFile: another order of the claims file draws the same claims, and a claim that leaves the
// frame is replaced by the first spare, without moving another.
func TestTicketsDoNotDependOnTheFile(t *testing.T) {
	claims := make([]FrameClaim, 400)
	for i := range claims {
		claims[i] = FrameClaim{ID: fmt.Sprintf("C%d", i+1), Paid: dec("100")}
	}
	drawn := func(claims []FrameClaim) (sample []string, spare string) {
		frame, err := NewFrame(claims)
		if err != nil {
			t.Fatal(err)
		}
		r := newReview(t, Agreement{Protocol: ProtocolQuarterly, Method: sampling.MethodTickets, Spares: 1}, frame, Seeds{First: "4711"})
		return claimIDs(t, frame, r.Draws()[0]), r.Draws()[0].Tickets.SpareUnits[0].ID
	}
	sample, spare := drawn(claims)
	turned := slices.Clone(claims)
	slices.Reverse(turned)
	if other, _ := drawn(turned); !slices.Equal(sample, other) {
		t.Errorf("%v, turned about %v", sample, other)
	}
	without := slices.DeleteFunc(slices.Clone(claims), func(c FrameClaim) bool { return c.ID == sample[3] })
	want := append(slices.Delete(slices.Clone(sample), 3, 4), spare)
	if other, _ := drawn(without); !slices.Equal(want, other) {
		t.Errorf("%v, want %v", other, want)
	}
}

func TestReviewByTicketsRefuses(t *testing.T) {
	frame := frameOf(t, 100, hundred)
	a := Agreement{Protocol: ProtocolDiscovery, Method: sampling.MethodTickets, FullSample: FullSampleFresh}
	for _, c := range []struct {
		seeds Seeds
		want  error
	}{
		{Seeds{First: "one", Full: "one"}, ErrSeeds},
		{Seeds{First: "one", Full: "tw\no"}, sampling.ErrSeed},
		{Seeds{First: "one\x00", Full: "two"}, sampling.ErrSeed},
		{Seeds{First: "one", Full: "two"}, nil},
	} {
		if _, err := NewReview(a, frame, c.seeds); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c.seeds, err)
		}
	}
	a.RATSTATSRequired = true
	if _, err := a.Complete(); !errors.Is(err, ErrAgreement) {
		t.Errorf("tickets where RAT-STATS is required: %v", err)
	}
}

// TestDrawJSON: a draw holds one selection, and reads again as it was written.
func TestDrawJSON(t *testing.T) {
	frame := frameOf(t, 100, hundred)
	for _, m := range []sampling.Method{sampling.RATSTATS, sampling.MethodTickets} {
		d := newReview(t, Agreement{Protocol: ProtocolQuarterly, Method: m, Spares: 2}, frame, Seeds{First: "7"}).Draws()[0]
		raw, err := jsonform.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if tickets := strings.Contains(string(raw), `"tickets":{`); tickets != (m == sampling.MethodTickets) ||
			strings.Contains(string(raw), `"selection":{`) == tickets {
			t.Errorf("%s", raw)
		}
		var back Draw
		if err := jsonform.Unmarshal(raw, &back); err != nil {
			t.Fatal(err)
		}
		if again, err := jsonform.Marshal(back); err != nil || string(again) != string(raw) {
			t.Errorf("%s reads as %s (%v)", raw, again, err)
		}
	}
}

// TestCalculateReviewByTickets: the JSON contract draws by tickets, too.
func TestCalculateReviewByTickets(t *testing.T) {
	const request = `{"agreement":{"protocol":"quarterly","sampleSize":2,"method":"tickets"},` +
		`"seeds":{"first":"13 04 55 21 87 02"},"claims":[{"id":"A-1","paid":"100"},{"id":"A-2","paid":"100"},{"id":"A-3","paid":"100"},{"id":"A-4","paid":"100"},` +
		`{"id":"A-5","paid":"100"}]}`
	result, err := Calculate("review", []byte(request))
	const want = `"worklist":[{"number":2,"id":"A-2","paid":"100"},{"number":4,"id":"A-4",`
	if err != nil || !strings.Contains(string(result), want) {
		t.Errorf("%s %v", result, err)
	}
}

// TestDrawWithoutNumbers: a draw of JSON may hold fewer numbers than claims; those without have the number of no claim.
func TestDrawWithoutNumbers(t *testing.T) {
	var d Draw
	if err := json.Unmarshal([]byte(`{"tickets":{"sample":[{"order":1,"id":"A"},{"order":2,"id":"B"}],"numbers":[7]}}`), &d); err != nil {
		t.Fatal(err)
	}
	if got, want := d.Units(), []sampling.Unit{{Order: 2}, {Order: 1, Number: 7}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
