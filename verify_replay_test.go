package iromath

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/sampling"
)

// TestReplay: a saved review replays to a clean answer at every stage, with its frame and without; whatever is changed in it is
// found.
func TestReplay(t *testing.T) {
	claims, found := clinic(900, 4)
	for i := range claims {
		if i%3 == 0 {
			claims[i].Payor = "State Medicaid"
		}
	}
	f, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []Agreement{
		{Protocol: ProtocolDiscovery, Precision: dec("0.4"), Spares: 4}, {Protocol: ProtocolQuarterly}, {Protocol: ProtocolSingle, Method: sampling.R},
		{Protocol: ProtocolDiscovery, Precision: dec("0.4"), FullSample: FullSampleFresh}, {Protocol: ProtocolDiscovery, Threshold: dec("0.9")},
		{Protocol: ProtocolSingle, Method: sampling.MethodTickets},
	} {
		seeds := Seeds{First: "4711"}
		if a.FullSample == FullSampleFresh {
			seeds.Full = "4712"
		}
		r := newReview(t, a, f, seeds)
		for !r.Done() {
			var list []Determination
			for _, c := range r.Worklist() {
				list = append(list, found(c))
			}
			r = submit(t, r, list)
			saved, err := r.Save()
			if err != nil {
				t.Fatal(err)
			}
			v, err := Replay(saved, f)
			if err != nil || !v.OK {
				t.Fatalf("%s at %s: %v %+v", a.Protocol, r.Stage(), err, different(v))
			}
			if a.Method == sampling.MethodTickets {
				if _, err := Replay(saved, nil); !errors.Is(err, ErrSaved) {
					t.Error(err)
				}
				continue
			}
			v, err = Replay(saved, nil)
			if err != nil || len(v.Diagnoses) > 0 {
				t.Fatal(err, v.Diagnoses)
			}
			for _, c := range different(v) {
				fresh := a.FullSample == FullSampleFresh && strings.Contains(c.Because, "no determination is given")
				if c.Status != FigureCannotCheck || !fresh && !strings.HasPrefix(c.Path, "population.") {
					t.Errorf("%s at %s without the frame: %+v", a.Protocol, r.Stage(), c)
				}
			}
		}
	}
}

// savedQuarterly is a review that is done, with its frame, its file and its point estimate as reported.
func savedQuarterly(t *testing.T) (frame *Frame, r *Review, saved []byte, point string) {
	t.Helper()
	frame = frameOf(t, 300, func(n int64) string { return fmt.Sprintf("%d.50", 40+n%60) })
	r = newReview(t, Agreement{Protocol: ProtocolQuarterly}, frame, Seeds{First: "4711"})
	r = submit(t, r, firstWrong(r.Worklist(), 7))
	saved, err := r.Save()
	if err != nil {
		t.Fatal(err)
	}
	return frame, r, saved, string(report(t, r).Results().Estimate.PointEstimate)
}

// TestReplayTampered: a result that was changed is refused when the review is resumed, and the replay says which.
func TestReplayTampered(t *testing.T) {
	frame, r, saved, point := savedQuarterly(t)
	for old, change := range map[string]string{
		`"pointEstimate": "` + point + `"`:     "estimate.pointEstimate",
		`"correct": "` + firstCorrect(r) + `"`: "sample.overpaid",
		`"first": "4711"`:                      "sample.numbers",
		`"digest": "` + frame.Digest()[:20]:    "population.digest",
		`"reviewed": "30"`:                     "sample.reviewed",
		`"claimsOverpaid": "7"`:                "sample.claimsOverpaid",
	} {
		if strings.Count(string(saved), old) == 0 {
			t.Fatalf("%s is not in the file", old)
		}
		tampered := strings.Replace(string(saved), old, old[:len(old)-2]+map[bool]string{true: "1", false: "2"}[old[len(old)-2] == '2']+old[len(old)-1:], -1)
		if _, err := ResumeReview([]byte(tampered), frame); err == nil {
			t.Errorf("%s was resumed", old)
		}
		v, err := Replay([]byte(tampered), frame)
		if err != nil {
			t.Errorf("%s: %v", old, err)
			continue
		}
		if c, ok := v.Figure(change); v.OK || !ok || c.Status == FigureMatches {
			t.Errorf("%s: %s is %+v", old, change, c)
		}
	}
	if _, err := Replay([]byte("{}"), frame); !errors.Is(err, ErrSaved) {
		t.Error(err)
	}
	payors := strings.Replace(string(saved), `"payors": [
    "Medicare"`, `"payors": [
    "Medicaid"`, 1)
	if _, err := ResumeReview([]byte(payors), frame); !errors.Is(err, ErrSaved) {
		t.Error(err)
	}
	for _, old := range []string{`"size": 300`, `"number": `} {
		if _, err := Replay([]byte(strings.Replace(string(saved), old, old+"99999999", 1)), nil); !errors.Is(err, ErrSaved) && !errors.Is(err, ErrRequest) {
			t.Errorf("%s: %v", old, err)
		}
	}
}

// TestReplayWithoutClaims: what cannot be checked without the claims file is neither a difference nor in want of an explanation,
// and is listed with its reason; a figure that differs stays unexplained beside it.
func TestReplayWithoutClaims(t *testing.T) {
	_, _, saved, point := savedQuarterly(t)
	forged := strings.Replace(string(saved), `"pointEstimate": "`+point+`"`, `"pointEstimate": "1`+point+`"`, 1)
	const unchecked = "population.paid, population.digest: the claims of the frame are not at hand."
	for _, c := range []struct {
		saved       string
		unexplained []string
		says, not   string
	}{
		{string(saved), nil, "There are none.", "Not explained"},
		{forged, []string{"estimate.pointEstimate"}, "Not explained by any single error that was tried: estimate.pointEstimate.", "There are none."},
	} {
		v, err := Replay([]byte(c.saved), nil)
		if err != nil {
			t.Fatal(err)
		}
		if v.OK || v.Count(FigureCannotCheck) != 2 || !slices.Equal(v.Unexplained, c.unexplained) {
			t.Errorf("%v, unexplained %v", v.OK, v.Unexplained)
		}
		var text strings.Builder
		if err := v.WriteText(&text); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"What cannot be checked", unchecked, c.says} {
			if !strings.Contains(strings.ToLower(text.String()), strings.ToLower(want)) {
				t.Errorf("the answer does not say %q:\n%s", want, &text)
			}
		}
		if strings.Contains(text.String(), c.not) {
			t.Errorf("the answer says %q:\n%s", c.not, &text)
		}
	}
}

func firstCorrect(r *Review) string {
	return r.batches[0].Determinations[0].Correct.String()
}

// TestReportOfIDs: a report that names claims by their ids, drawn by numbers or by tickets, is verified like one of numbers.
func TestReportOfIDs(t *testing.T) {
	claims, found := clinic(700, 6)
	f, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []Agreement{
		{Protocol: ProtocolSingle}, {Protocol: ProtocolSingle, Method: sampling.MethodTickets, Spares: 3}, {Protocol: ProtocolSingle, Method: sampling.Python},
	} {
		r := newReview(t, a, f, Seeds{First: "48613"})
		var list []Determination
		for _, c := range r.Worklist() {
			list = append(list, found(c))
		}
		r = submit(t, r, list)
		reported := Reported{Agreement: a, Results: report(t, r).Results()}
		s := reported.Sample
		s.IDs = claimIDs(t, f, r.Draws()[0])
		s.Numbers, s.SpareNumbers = nil, nil
		if a.Method == sampling.MethodTickets {
			for _, u := range r.Draws()[0].Tickets.SpareUnits {
				s.SpareIDs = append(s.SpareIDs, u.ID)
			}
		}
		v, err := reported.Verify(f, list)
		if err != nil || !v.OK {
			t.Fatalf("%s: %v %+v", a.Method, err, different(v))
		}
		documented := s.Seed
		s.Seed = "48163"
		v, err = reported.Verify(f, allOf(claims, found))
		if err != nil {
			t.Fatal(err)
		}
		if a.Method == sampling.MethodTickets {
			s.SpareIDs = nil
			if v, err = reported.Verify(f, allOf(claims, found)); err != nil {
				t.Fatal(err)
			}
		}
		named(t, v, "wrong_seed")
		s.Seed = documented
		s.IDs = append(slices.Clone(s.IDs[1:]), "no such claim")
		if v, err = reported.Verify(f, list); err != nil {
			t.Fatal(err)
		}
		if c, ok := v.Figure("sample.ids"); !ok || c.Status != FigureDiffers || !strings.Contains(c.Because, "not drawn: no such claim") {
			t.Errorf("%+v", c)
		}
		s.IDs = append(slices.Clone(s.IDs[:99]), s.IDs[0])
		if v, err = reported.Verify(f, list); err != nil {
			t.Fatal(err)
		}
		if c, ok := v.Figure("sample.ids"); !ok || c.Status != FigureDiffers || c.Because == "" {
			t.Errorf("%+v", c)
		}
	}
}

// TestCalculateReplay: what the calculation review saves is what review.replay takes.
func TestCalculateReplay(t *testing.T) {
	raw, err := Calculate("review", []byte(`{"agreement":{"protocol":"quarterly","sampleSize":2},"seeds":{"first":"1234"},`+exampleClaims+
		`,"submitted":[{"date":"2026-11-22","determinations":[{"id":"A-2","correct":"255.50","documentation":"complete"},`+
		`{"id":"A-3","documentation":"missing"}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	var result struct {
		Saved json.RawMessage `json:"saved"`
	}
	if err := json.Unmarshal(raw, &result); err != nil {
		t.Fatal(err)
	}
	answer, err := Calculate("review.replay", []byte(`{"saved":`+string(result.Saved)+`,`+exampleClaims+`}`))
	if err != nil || !strings.HasPrefix(string(answer), `{"ok":true,`) {
		t.Errorf("%v %s", err, answer)
	}
}

// TestReplayCorrected: a review with a correction and walk-throughs is run again with its frame; a changed figure is found, and a
// review with walk-throughs alone is replayed as any other.
func TestReplayCorrected(t *testing.T) {
	_, r := checked(t, ReportOptions{})
	saved, err := r.Save()
	if err != nil {
		t.Fatal(err)
	}
	v, err := Replay(saved, r.Frame())
	if err != nil || !v.OK || v.Count(FigureMatches) < 30 {
		t.Fatalf("%v: %d of %d match: %v", err, v.Count(FigureMatches), len(v.Figures), v.Unexplained)
	}
	c, ok := v.Figure("estimate.pointEstimate")
	if !ok || !strings.Contains(string(saved), `"pointEstimate": "`+c.Reported+`"`) {
		t.Fatalf("%+v", c)
	}
	forged := strings.Replace(string(saved), `"pointEstimate": "`+c.Reported+`"`, `"pointEstimate": "1`+c.Reported+`"`, 1)
	v, err = Replay([]byte(forged), r.Frame())
	if err != nil || v.OK || !slices.Equal(v.Unexplained, []string{"estimate.pointEstimate"}) {
		t.Errorf("%v: %v", err, v.Unexplained)
	}
	if _, err := Replay(saved, nil); !errors.Is(err, ErrSaved) {
		t.Errorf("without the claims file: %v", err)
	}
	if _, err := ResumeReview([]byte(forged), r.Frame()); !errors.Is(err, ErrSaved) {
		t.Errorf("false results are taken: %v", err)
	}
	walked := reviewedFull(t)
	walked, err = walked.SubmitSystems(day(t, "2026-12-05"), []WalkThrough{{ID: walked.SystemsWorklist()[0].ID, CodedAtSource: AnswerNo, Cause: "an old table"}})
	if err != nil {
		t.Fatal(err)
	}
	if saved, err = walked.Save(); err != nil {
		t.Fatal(err)
	}
	for _, f := range []*Frame{walked.Frame(), nil} {
		v, err := Replay(saved, f)
		if err != nil || v.Count(FigureDiffers) > 0 {
			t.Errorf("%v: %v", err, v.Unexplained)
		}
	}
}
