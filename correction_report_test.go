package iromath

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling"
)

// Missing documentation is never resolved by a spare.
func TestCorrectMissingDocumentation(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly, Spares: 5}, frameOf(t, 300, hundred), Seeds{First: "4711"})
	order := inOrder(t, r, 300)
	done := submit(t, r, decide(r.Worklist(), func(c FrameClaim) string {
		if c.ID == order[1] || c.ID == order[2] {
			return ""
		}
		return asPaid(c)
	}))
	for _, ids := range [][]string{{order[1]}, {order[2], order[1]}} {
		for _, g := range Grounds() {
			c := privatePayor(t, ids...)
			c.Ground, c.Quote = g, "words of the agreement"
			if _, err := done.Correct(day(t, "2026-11-22"), c); !errors.Is(err, ErrMissingDocumentation) || !strings.Contains(err.Error(), order[1]) {
				t.Errorf("%s %v: %v", g, ids, err)
			}
		}
	}
	c := privatePayor(t, order[1])
	c.Ground = "missing_documentation"
	if _, err := done.Correct(day(t, "2026-11-22"), c); !errors.Is(err, ErrCorrection) {
		t.Errorf("a ground of its own: %v", err)
	}
	// No list is long enough, and none of its claims leaves.
	for _, ids := range [][]string{{order[200], order[1]}, {order[1], order[7]}, append(slices.Clone(order[31:130]), order[2])} {
		next, err := done.Correct(day(t, "2026-11-22"), privatePayor(t, ids...))
		if !errors.Is(err, ErrMissingDocumentation) || next != nil || strings.Contains(err.Error(), order[200]) {
			t.Errorf("%v: %v", ids, err)
		}
	}
	// The others of the kind leave, and the claims without documentation stay errors of the sample.
	rep := report(t, submit(t, correct(t, done, privatePayor(t, order[7], order[200])), decide([]FrameClaim{{ID: order[30], Paid: dec("100")}}, asPaid)))
	if rep.ErrorRate.Counts.MissingDocumentation != 2 || !rep.ErrorRate.Overpaid.Equal(dec("200")) || rep.Corrected.Size != 298 {
		t.Errorf("%+v of %d", rep.ErrorRate.Counts, rep.Corrected.Size)
	}
	// Nothing but claims of the sample: the chance of that is stated. 30/300 * 29/299 = 0.97 %
	c = privatePayor(t, order[3], order[7])
	c.Monitor = nil
	alone := correct(t, done, c)
	for _, code := range []string{"only_sampled_claims_left", "monitor_not_consulted"} {
		if !codes(alone.Warnings())[code] {
			t.Errorf("no %s in %v", code, alone.Warnings())
		}
	}
	if !slices.ContainsFunc(alone.Warnings(), func(w Warning) bool { return strings.Contains(w.Message, "all of them was 0.97%") }) {
		t.Errorf("%v", alone.Warnings())
	}
	if got := allDrawn(100_000, 100, 2); got != "below 0.01%" {
		t.Error(got)
	}
}

func TestCorrectRefuses(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly, SampleSize: 3, Spares: 1}, frameOf(t, 12, hundred), Seeds{First: "4711"})
	on := day(t, "2026-11-22")
	all := inOrder(t, r, 12)
	for name, c := range map[string]struct {
		change func(*FrameCorrection)
		want   error
		says   string
	}{
		"ground":            {func(c *FrameCorrection) { c.Ground = "" }, ErrCorrection, "ground"},
		"unknown ground":    {func(c *FrameCorrection) { c.Ground = "chart not found" }, ErrCorrection, "chart not found"},
		"description":       {func(c *FrameCorrection) { c.Description = " " }, ErrCorrection, "description is empty"},
		"search":            {func(c *FrameCorrection) { c.Search = "" }, ErrCorrection, "search is empty"},
		"quote":             {func(c *FrameCorrection) { c.Ground = GroundAgreement }, ErrCorrection, "quote is empty"},
		"text":              {func(c *FrameCorrection) { c.Search = "\xff" }, ErrCorrection, "UTF-8"},
		"claims":            {func(c *FrameCorrection) { c.Claims = nil }, ErrCorrection, "claims are none"},
		"monitor with":      {func(c *FrameCorrection) { c.Monitor.With = "" }, ErrCorrection, "monitor.with"},
		"monitor said":      {func(c *FrameCorrection) { c.Monitor.Said = "" }, ErrCorrection, "monitor.said"},
		"monitor date":      {func(c *FrameCorrection) { c.Monitor.Date = reportable.Date{} }, ErrCorrection, "monitor.date"},
		"monitor after":     {func(c *FrameCorrection) { c.Monitor.Date = day(t, "2026-11-23") }, ErrCorrection, "after the correction"},
		"unknown and twice": {func(c *FrameCorrection) { c.Claims = []string{"C1", "X", "C1", "Y", ""} }, ErrCorrection, "not in the frame: 3 claims: X; Y; ; listed twice: 1 claim: C1"},
		"everything":        {func(c *FrameCorrection) { c.Claims = all }, ErrCorrection, "all 12 claims"},
	} {
		bad := privatePayor(t, "C1")
		c.change(&bad)
		if _, err := r.Correct(on, bad); !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	once := correct(t, r, privatePayor(t, " C1 ", "C2"))
	_, err := once.Correct(on, privatePayor(t, "C2", "C3"))
	var list *CorrectionError
	if !errors.As(err, &list) || !slices.Equal(list.Left, []string{"C2"}) || !errors.Is(err, ErrCorrection) {
		t.Errorf("a claim that left before: %v", err)
	}
	if _, err := once.Correct(day(t, "2026-11-21"), privatePayor(t, "C3")); !errors.Is(err, ErrDate) {
		t.Errorf("a day before the first correction: %v", err)
	}
	if _, err := once.Submit(day(t, "2026-11-21"), decide(once.Worklist(), asPaid)); !errors.Is(err, ErrDate) {
		t.Errorf("determinations before the correction: %v", err)
	}
	if _, err := (&Review{}).Correct(on, privatePayor(t, "C1")); !errors.Is(err, ErrNotStarted) {
		t.Errorf("%v", err)
	}
	for _, m := range []sampling.Method{sampling.Python, sampling.NumPy} {
		r := newReview(t, Agreement{Protocol: ProtocolSingle, SampleSize: 3, Method: m}, frameOf(t, 12, hundred), Seeds{First: "1"})
		if _, err := r.Correct(on, privatePayor(t, "C1")); !errors.Is(err, ErrCorrection) || !strings.Contains(err.Error(), "new review") {
			t.Errorf("%s: %v", m, err)
		}
	}
	// The caller's correction is copied, and what comes out can be changed.
	mine := privatePayor(t, "C5", "C6")
	next := correct(t, r, mine)
	mine.Claims[0], mine.Monitor.Said = "C9", "nothing"
	out := next.Corrections()
	out[0].Monitor.Said, out[0].Claims[0] = "something else", "C7"
	if c := next.Corrections()[0]; c.Monitor.Said != "remove all of them, use the next spares" || c.Claims[0] != "C5" {
		t.Errorf("%+v", c)
	}
}

// A frame of two payors: after all claims of one have left, what is owed goes to the other alone.
func TestCorrectPayors(t *testing.T) {
	var claims []FrameClaim
	var private []string
	for i := range 300 {
		c := FrameClaim{ID: fmt.Sprintf("P%d", i), Payor: "Medicare", Paid: dec("100")}
		if i%4 == 0 {
			c.Payor = "Example Mutual"
			private = append(private, c.ID)
		}
		claims = append(claims, c)
	}
	frame, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly}, frame, Seeds{First: "4711"})
	part := correct(t, r, privatePayor(t, private[1:]...))
	if !slices.ContainsFunc(part.Warnings(), func(w Warning) bool {
		return w.Code == "same_payor_remains" && strings.Contains(w.Message, "still has 1 claim of the same payor") && strings.Contains(w.Message, "Example Mutual")
	}) {
		t.Errorf("one claim of the payor stays: %v", part.Warnings())
	}
	r = correct(t, r, privatePayor(t, private...))
	if codes(r.Warnings())["same_payor_remains"] {
		t.Errorf("%v", r.Warnings())
	}
	rep := report(t, submit(t, r, firstWrong(r.Worklist(), 6)))
	if codes(rep.Warnings)["payors_not_split"] || rep.Appraisal.Universe != 225 || !rep.Corrected.Paid.Equal(dec("22500")) {
		t.Errorf("%d claims, %v", rep.Appraisal.Universe, rep.Warnings)
	}
	for _, f := range rep.Findings {
		if f.Payor != "Medicare" {
			t.Errorf("claim %s of %s", f.ID, f.Payor)
		}
	}
}

func reportText(t testing.TB, rep Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := rep.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestCorrectionInReport looks for what a report has to say about corrections.
func TestCorrectionInReport(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly, Spares: 2}, frameOf(t, 300, hundred), Seeds{First: "4711"})
	order := inOrder(t, r, 300)
	r = submit(t, r, firstWrong(r.Worklist(), 3))
	c := privatePayor(t, order[0], order[30], order[290])
	c.Ground, c.Quote = GroundAgreement, "other than claims of laboratories"
	r = correct(t, r, c)
	r = submit(t, r, []Determination{{ID: order[31], Correct: amount("100"), Documentation: errorrate.Complete}})
	rep := report(t, r)
	text := reportText(t, rep)
	data, err := json.Marshal(rep)
	if err != nil {
		t.Fatal(err)
	}
	var back Report
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(back)
	if err != nil || !bytes.Equal(data, again) || reportText(t, back) != text {
		t.Errorf("the report reads otherwise from its JSON: %v %s", err, cmp.Diff(string(data), string(again)))
	}
	if d := cmp.Diff(rep.Draws[0].Units(), back.Draws[0].Units()); d != "" {
		t.Error(d)
	}
	for _, want := range []string{
		"Correction 1 of the frame, 2026-11-22", "Claims that left 3", "Paid for them $300.00", "left out by the agreement",
		`"other than claims of laboratories"`, "Looked for all like these the payer id of every claim",
		"2026-11-20, OIG monitor: remove all of them, use the next spares", "Claim ids ", "Claims that belong 297", rep.Corrected.Digest,
		rep.Corrections[0].Digest, fmt.Sprintf("Order 1, number %s (%s), left with correction 1; order 32, number %s (%s), stepped in.",
			order[0][1:], order[0], order[31][1:], order[31]),
		fmt.Sprintf("Order 31, number %s (%s), left with correction 1; it is passed over.", order[30][1:], order[30]),
		"3 claims that never belonged in the population left the frame with 1 correction",
		"3 claims left the frame because they never belonged in the population; 297 remain.", "The systems behind 0 of the 3 overpaid claims", "Claims in the population 297",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
}
