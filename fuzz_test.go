package iromath

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

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
		{Protocol: Discovery, SampleSize: 9}, {Protocol: Quarterly, SampleSize: 9},
		{Protocol: Discovery, SampleSize: 9, Method: sampling.MethodTickets, Spares: 2},
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
