package iromath

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// steps walks a review from draw to report and calls f at every stage.
func steps(t testing.TB, r *Review, f func(*Review) *Review) *Review {
	t.Helper()
	r = f(r)
	for !r.Done() {
		r = f(submit(t, r, firstWrong(r.Worklist(), 8)))
	}
	return r
}

func allForms(t testing.TB, r *Review) string {
	t.Helper()
	rep := report(t, r)
	data, err := json.Marshal(rep)
	if err != nil {
		t.Fatal(err)
	}
	forms := written(t, rep)
	return string(data) + forms["text"] + forms["markdown"] + forms["html"]
}

// TestResumeAtEveryStage saves and resumes after every step and gets the same report to the byte.
func TestResumeAtEveryStage(t *testing.T) {
	for name, c := range map[string]struct {
		a     Agreement
		seeds Seeds
	}{
		"discovery": {Agreement{Protocol: ProtocolDiscovery, Name: "CIA", Spares: 4}, Seeds{First: "12345"}},
		"fresh":     {Agreement{Protocol: ProtocolDiscovery, FullSample: FullSampleFresh}, Seeds{First: "12345", Full: "54321.5"}},
		"single":    {Agreement{Protocol: ProtocolSingle}, Seeds{First: "12,345.00"}},
		"quarterly": {Agreement{Protocol: ProtocolQuarterly, Payors: []string{"Medicare"}}, Seeds{First: "0"}},
	} {
		t.Run(name, func(t *testing.T) {
			frame := frameOf(t, 900, hundred)
			straight := steps(t, newReview(t, c.a, frame, c.seeds), func(r *Review) *Review { return r })
			resumed := steps(t, newReview(t, c.a, frame, c.seeds), func(r *Review) *Review {
				saved, err := r.Save()
				if err != nil {
					t.Fatal(err)
				}
				back, err := ResumeReview(saved, frameOf(t, 900, hundred))
				if err != nil {
					t.Fatal(err)
				}
				again, err := back.Save()
				if err != nil || !bytes.Equal(saved, again) {
					t.Fatalf("saved again: %v\n%s", err, cmp.Diff(string(saved), string(again)))
				}
				if bytes.Contains(saved, []byte(`"C899"`)) != contains(r, 899) {
					t.Error("the saved review holds claims that were not drawn")
				}
				return back
			})
			if diff := cmp.Diff(allForms(t, straight), allForms(t, resumed)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func contains(r *Review, number int64) bool {
	for _, d := range r.drawn() {
		if d.Number == number {
			return true
		}
	}
	return false
}

// TestResumeRefusesInputs changes a saved review with corrections and walk-throughs.
func TestResumeRefusesInputs(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly, SampleSize: 9, Spares: 1}, frameOf(t, 60, hundred), Seeds{First: "3"})
	saved := string(savedWithInputs(t, r))
	if _, err := ResumeReview([]byte(saved), r.Frame()); err != nil {
		t.Fatal(err)
	}
	left := r.worklist[0].ID
	for name, c := range map[string]struct {
		old, new string
		want     error
	}{
		"another claim left":  {`"claims":["` + left + `"`, `"claims":["` + r.worklist[1].ID + `"`, ErrSaved},
		"unknown claim left":  {`"claims":["` + left + `"`, `"claims":["nobody"`, ErrCorrection},
		"no search":           {`"search":"the payer`, `"search":"","description":"the payer`, ErrSaved},
		"ground":              {`"ground":"other_payor"`, `"ground":"lost_chart"`, ErrCorrection},
		"two things":          {`"correction":{`, `"systems":[],"correction":{`, ErrSaved},
		"walk-through":        {`"codedAtSource":"no"`, `"codedAtSource":"yes"`, ErrWalkThrough},
		"unknown field":       {`"ground":`, `"grounds":1,"ground":`, ErrSaved},
		"stage of correction": {`{"stage":"sample","date":"2026-11-22","correction"`, `{"stage":"done","date":"2026-11-22","correction"`, ErrSaved},
	} {
		if !strings.Contains(saved, c.old) {
			t.Fatalf("%s: %q is not in the saved review", name, c.old)
		}
		if _, err := ResumeReview([]byte(strings.Replace(saved, c.old, c.new, 1)), r.Frame()); !errors.Is(err, c.want) || !errors.Is(err, ErrSaved) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestResumeRefuses changes a saved review in every place that an adversary would.
func TestResumeRefuses(t *testing.T) {
	frame := frameOf(t, 900, hundred)
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery}, frame, Seeds{First: "12345"})
	full := submit(t, r, firstWrong(r.Worklist(), 8))
	saved, err := full.Save()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ResumeReview(saved, frame); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		old, new string
		want     error
	}{
		"format":        {`"iromath review 1"`, `"iromath review 9"`, ErrSaved},
		"seed":          {`"first": "12345"`, `"first": "12346"`, ErrSaved},
		"digest":        {`"digest": "sha256:`, `"digest": "sha256:0`, ErrFrameChanged},
		"excluded":      {`"reason": "zero_paid",` + "\n" + `        "count": 0`, `"reason": "zero_paid", "count": 5`, ErrFrameChanged},
		"frame paid":    {`"paid": "90000"`, `"paid": "80000"`, ErrFrameChanged},
		"stage":         {`"stage": "full_sample",` + "\n" + `  "drawn"`, `"stage": "done",` + "\n" + `  "drawn"`, ErrSaved},
		"order":         {`"order": 1,`, `"order": 2,`, ErrSaved},
		"drawn claim":   {`"paid": "100"`, `"paid": "100.01"`, ErrSaved},
		"threshold":     {`"threshold": "0.05"`, `"threshold": "0.5"`, ErrSaved},
		"precision":     {`"precision": "0.25"`, `"precision": "0.5"`, ErrSaved},
		"sample size":   {`"sampleSize": 50`, `"sampleSize": 51`, ErrSaved},
		"protocol":      {`"protocol": "discovery"`, `"protocol": "single"`, ErrSaved},
		"unknown field": {`"format"`, `"extra": 1, "format"`, ErrSaved},
		"not JSON":      {`{`, ``, ErrSaved},
		"submission":    {`"stage": "discovery_sample"`, `"stage": "full_sample"`, ErrSaved},
		"documentation": {`"documentation": "complete"`, `"documentation": "missing"`, ErrSaved},
	} {
		if !strings.Contains(string(saved), c.old) {
			t.Fatalf("%s: %q is not in the saved review", name, c.old)
		}
		changed := strings.Replace(string(saved), c.old, c.new, 1)
		if _, err := ResumeReview([]byte(changed), frame); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	other := frameOf(t, 900, func(n int64) string {
		if n == 899 {
			return "100.01"
		}
		return "100.00"
	})
	if _, err := ResumeReview(saved, other); !errors.Is(err, ErrFrameChanged) {
		t.Errorf("one cent in a claim that was not drawn: %v", err)
	}
	if _, err := ResumeReview(saved, nil); !errors.Is(err, ErrFrameChanged) {
		t.Errorf("no frame: %v", err)
	}
	if _, err := SavedFrameOptions([]byte("{}")); !errors.Is(err, ErrSaved) {
		t.Errorf("%v", err)
	}
	if err := json.Unmarshal(saved, &Review{}); !errors.Is(err, ErrSaved) {
		t.Errorf("a review without its frame: %v", err)
	}
}
