package iromath

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/sampling"
)

// FuzzCalculate sends requests to every calculation: none may panic, and every result is one JSON value without NaN.
func FuzzCalculate(f *testing.F) {
	all := Calculations()
	for i, c := range all {
		f.Add(i, []byte(c.Example))
		f.Add(i, []byte(strings.ReplaceAll(string(c.Example), `"1`, `"-1e30`)))
		f.Add(i, []byte(`{}`))
	}
	f.Fuzz(func(t *testing.T, which int, request []byte) {
		c := all[((which%len(all))+len(all))%len(all)]
		if len(request) > 1<<14 || bytes.Contains(request, []byte("00000")) {
			return // large requests are for the benchmarks
		}
		result, err := Calculate(c.Name, request)
		if err != nil {
			return
		}
		if !json.Valid(result) || bytes.Contains(result, []byte("NaN")) || bytes.Contains(result, []byte("Inf")) {
			t.Fatalf("%s %s: %s", c.Name, request, result)
		}
	})
}

// FuzzResumeReview reads saved reviews that were changed: one that is taken saves itself to the same bytes.
func FuzzResumeReview(f *testing.F) {
	frame := frameOf(f, 60, hundred)
	for _, a := range []Agreement{
		{Protocol: ProtocolDiscovery, SampleSize: 9}, {Protocol: ProtocolQuarterly, SampleSize: 9},
		{Protocol: ProtocolDiscovery, SampleSize: 9, Method: sampling.MethodTickets, Spares: 2},
	} {
		steps(f, newReview(f, a, frame, Seeds{First: "3"}), func(r *Review) *Review {
			saved, err := json.Marshal(r)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(saved)
			return r
		})
	}
	for _, m := range []sampling.Method{sampling.RATSTATS, sampling.MethodTickets} {
		f.Add(savedWithInputs(f, newReview(f, Agreement{Protocol: ProtocolQuarterly, SampleSize: 9, Method: m, Spares: 1}, frame, Seeds{First: "3"})))
	}
	f.Fuzz(func(t *testing.T, saved []byte) {
		r, err := ResumeReview(saved, frame)
		if err != nil {
			return
		}
		again, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		back, err := ResumeReview(again, frame)
		if err != nil {
			t.Fatalf("%s: %v", again, err)
		}
		if third, err := json.Marshal(back); err != nil || !bytes.Equal(again, third) {
			t.Fatalf("saved differently: %v", err)
		}
	})
}

// savedWithInputs saves a review with a correction, determinations, walk-throughs and another correction.
func savedWithInputs(f testing.TB, r *Review) []byte {
	unread := inOrder(f, r, r.frame.Size())[20:]
	r = correct(f, r, privatePayor(f, r.worklist[0].ID, unread[0]))
	r = submit(f, r, firstWrong(r.worklist, 3))
	r, err := r.SubmitSystems(day(f, "2026-11-22"), []WalkThrough{{ID: r.SystemsWorklist()[1].ID, CodedAtSource: AnswerNo, Cause: "why"}})
	if err != nil {
		f.Fatal(err)
	}
	saved, err := json.Marshal(correct(f, r, privatePayor(f, r.findings()[5].ID, unread[1])))
	if err != nil {
		f.Fatal(err)
	}
	return saved
}

// FuzzCorrect makes corrections read from JSON in a review that has a claim without documentation: what is refused is
// refused with a documented error, and what is taken resumes to the same bytes.
func FuzzCorrect(f *testing.F) {
	r := newReview(f, Agreement{Protocol: ProtocolQuarterly, SampleSize: 9, Spares: 2}, frameOf(f, 40, hundred), Seeds{First: "3"})
	waiting := r
	r = submit(f, r, decide(r.worklist, func(c FrameClaim) string {
		if c.ID == waiting.worklist[4].ID {
			return ""
		}
		return asPaid(c)
	}))
	for _, ids := range [][]string{{"C1", "C2"}, {r.findings()[4].ID}, {r.findings()[4].ID, "C40"}, {"C1", "C1", "X", ""}, nil} {
		data, err := json.Marshal(privatePayor(f, ids...))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, true)
		f.Add(data, false)
	}
	f.Add([]byte(`{"ground":"agreement","quote":"not these","description":"d","search":"s","claims":["C3"]}`), true)
	known := []error{ErrCorrection, ErrMissingDocumentation}
	f.Fuzz(func(t *testing.T, data []byte, done bool) {
		var c FrameCorrection
		if err := jsonform.Unmarshal(data, &c); err != nil {
			return
		}
		from := waiting
		if done {
			from = r
		}
		next, err := from.Correct(day(t, "2026-11-22"), c)
		if err != nil {
			if !slices.ContainsFunc(known, func(k error) bool { return errors.Is(err, k) }) {
				t.Fatalf("%s: %v", data, err)
			}
			return
		}
		saved, err := next.Save()
		if err != nil {
			t.Fatal(err)
		}
		back, err := ResumeReview(saved, from.Frame())
		if err != nil {
			t.Fatalf("%s: %v", saved, err)
		}
		if again, err := back.Save(); err != nil || !bytes.Equal(saved, again) {
			t.Fatalf("saved differently: %v", err)
		}
	})
}

// FuzzWalkThrough reads walk-throughs from JSON: one that is taken is complete, and completes to itself.
func FuzzWalkThrough(f *testing.F) {
	for _, s := range []string{
		`{"id":"A","codedAtSource":"yes","enteredCorrectly":"no","cause":"c"}`, `{"id":" A","other":"records","cause":"c "}`,
		`{"id":"A","point":"not_found","cause":"c","observation":"o","action":"a","recommendation":"r"}`, `{"id":"A","crossWalked":"no"}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var w WalkThrough
		if err := jsonform.Unmarshal(data, &w); err != nil {
			return
		}
		done, err := w.Complete()
		if err != nil {
			if !errors.Is(err, ErrWalkThrough) {
				t.Fatalf("%s: %v", data, err)
			}
			return
		}
		if again, err := done.Complete(); err != nil || again != done || !slices.Contains(ErrorPoints(), done.Point) {
			t.Fatalf("%+v completes to %+v, %v", done, again, err)
		}
	})
}

// FuzzReadWalkThroughs: every row is taken, of another claim, blank or named in the error.
func FuzzReadWalkThroughs(f *testing.F) {
	const head = "claim_id,coded_at_source,entered_correctly,cross_walked,cause\n"
	for _, s := range []string{head + "A,no,,,why\n", head + "A,yes,yes,no,why\nB,,,,\n", "\uFEFF" + head, "\x1F\x8B", head + "\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		taken, others, err := ReadWalkThroughs(strings.NewReader(s), WalkThroughOptions{}, []FrameClaim{{ID: "A"}})
		var rows RowErrors
		switch {
		case err != nil && !errors.As(err, &rows) && !errors.Is(err, ErrFile):
			t.Fatalf("%q: %v", s, err)
		case err == nil && (others < 0 || int(others)+len(taken) > strings.Count(s, "\n")):
			t.Fatalf("%d taken, %d others of %q", len(taken), others, s)
		}
		for _, w := range taken {
			if w.ID != "A" || w.Point == "" {
				t.Fatalf("took %+v", w)
			}
		}
	})
}

// FuzzReadDeterminations: every row is taken, of another claim, blank or named in the error.
func FuzzReadDeterminations(f *testing.F) {
	for _, s := range []string{
		"claim_id,paid,correct,documentation,reason,category\nA,1,1,complete,,\n",
		"claim_id,correct,documentation\nA,,missing\n\"B\nC\",1,complete\n",
		"\uFEFFclaim_id;correct;documentation\n", "\x1F\x8B", "claim_id,correct,documentation\n\"",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		taken, others, err := ReadDeterminations(strings.NewReader(s), DeterminationOptions{}, []FrameClaim{{ID: "A"}})
		if err == nil && (others < 0 || int(others)+len(taken) > strings.Count(s, "\n")) {
			t.Fatalf("%d taken, %d others of %q", len(taken), others, s)
		}
		for _, d := range taken {
			if d.ID != "A" {
				t.Fatalf("took claim %q", d.ID)
			}
		}
	})
}
