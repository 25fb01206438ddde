package iromath

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
)

// TestWalkThroughPoints goes through every combination of answers: the point is the first no, and a no is only taken behind
// questions that were answered.
func TestWalkThroughPoints(t *testing.T) {
	answers := []WalkAnswer{"", AnswerYes, AnswerNo, AnswerNotExamined}
	for _, coded := range answers {
		for _, entered := range answers {
			for _, crossed := range answers {
				w := WalkThrough{ID: "A", CodedAtSource: coded, EnteredCorrectly: entered, CrossWalked: crossed, Cause: "why"}
				// The rule, written down once more.
				var want ErrorPoint
				contradicts := false
				for i, a := range []WalkAnswer{coded, entered, crossed} {
					if a == AnswerNo && want == "" {
						want = ErrorPoints()[i]
						for _, before := range []WalkAnswer{coded, entered, crossed}[:i] {
							contradicts = contradicts || before != AnswerYes
						}
					}
				}
				for _, point := range append(ErrorPoints(), "") {
					for _, other := range []string{"", "scheduling"} {
						w.Point, w.Other = point, other
						expected := want
						switch {
						case want == "" && point == "" && other != "":
							expected = PointOther
						case want == "" && (point == PointOther || point == PointNotFound):
							expected = point
						}
						ok := !contradicts && expected != "" && (point == "" || point == expected) && (expected == PointOther) == (other != "")
						got, err := w.Complete()
						if ok != (err == nil) || ok && got.Point != expected || err != nil && !errors.Is(err, ErrWalkThrough) {
							t.Errorf("%q %q %q, point %q, other %q: %q, %v", coded, entered, crossed, point, other, got.Point, err)
						}
						if again, err := got.Complete(); ok && (err != nil || again != got || slices.Contains([]WalkAnswer{got.CodedAtSource, got.EnteredCorrectly, got.CrossWalked}, "")) {
							t.Errorf("%+v completes to %+v, %v", got, again, err)
						}
					}
				}
			}
		}
	}
}

func TestWalkThroughRefuses(t *testing.T) {
	for says, w := range map[string]WalkThrough{
		"id is empty":           {CodedAtSource: AnswerNo, Cause: "why"},
		"cause is empty":        {ID: "A", CodedAtSource: AnswerNo, Cause: " "},
		`codedAtSource "maybe"`: {ID: "A", CodedAtSource: "maybe", Cause: "why"},
		`point "nowhere"`:       {ID: "A", Point: "nowhere", Cause: "why"},
		"UTF-8":                 {ID: "A", CodedAtSource: AnswerNo, Cause: "\xff"},
		"enteredCorrectly is answered no although": {ID: "A", EnteredCorrectly: AnswerNo, Cause: "why"},
		"point data_entry contradicts":             {ID: "A", CodedAtSource: AnswerNo, EnteredCorrectly: AnswerNo, Point: PointEntry, Cause: "why"},
		"none of which is no":                      {ID: "A", CodedAtSource: AnswerYes, Point: PointSource, Cause: "why"},
		"has to be named":                          {ID: "A", Point: PointOther, Cause: "why"},
		"but the point is source_coding":           {ID: "A", CodedAtSource: AnswerNo, Other: "records", Cause: "why"},
		"does not follow":                          {ID: "A", CodedAtSource: AnswerYes, EnteredCorrectly: AnswerYes, CrossWalked: AnswerYes, Cause: "why"},
	} {
		if _, err := w.Complete(); !errors.Is(err, ErrWalkThrough) || !strings.Contains(err.Error(), says) {
			t.Errorf("%+v: %v, want %q", w, err, says)
		}
	}
}

// reviewedFull is a discovery review that is done with a full sample.
func reviewedFull(t testing.TB) *Review {
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery, Spares: 5}, frameOf(t, 3000, hundred), Seeds{First: "2468"})
	for !r.Done() {
		d := firstWrong(r.Worklist(), 7)
		d[1].Correct, d[1].Documentation = nil, errorrate.Missing
		r = submit(t, r, d)
	}
	return r
}

// TestSystemsReview: required with a full sample; open until every overpaid claim has its walk-through.
func TestSystemsReview(t *testing.T) {
	r := reviewedFull(t)
	open := r.SystemsWorklist()
	if len(open) != 14 {
		t.Fatalf("%d overpaid claims", len(open))
	}
	rep := report(t, r)
	s := rep.Systems
	if !s.Required || s.Obligation != extrapolate.SystemsReview || s.State != extrapolate.StateOpen || len(s.Open) != 14 ||
		!codes(rep.Warnings)["systems_review_open"] {
		t.Errorf("%+v %v", s, rep.Warnings)
	}
	var walks []WalkThrough
	for i, c := range open {
		w := WalkThrough{ID: c.ID, CodedAtSource: AnswerNo, Cause: "the level of service was read off an old table", Recommendation: "retire the table", Action: "training"}
		switch {
		case i == 3:
			w = WalkThrough{ID: c.ID, CodedAtSource: AnswerYes, EnteredCorrectly: AnswerNo, Cause: "a digit was mistyped", Recommendation: "edits at entry"}
		case i == 4:
			w = WalkThrough{ID: c.ID, Other: "medical records", Cause: "the chart was not filed", Observation: "charts leave the room unsigned"}
		case i == 5:
			w = WalkThrough{ID: c.ID, CodedAtSource: AnswerYes, EnteredCorrectly: AnswerYes, CrossWalked: AnswerNo, Cause: "the charge master was not updated", Recommendation: "yearly update"}
		case i == 6:
			w = WalkThrough{ID: c.ID, Point: PointNotFound, Cause: "the vendor keeps no log", Recommendation: "keep logs"}
		}
		walks = append(walks, w)
	}
	part, err := r.SubmitSystems(day(t, "2026-12-01"), walks[:10])
	if err != nil {
		t.Fatal(err)
	}
	rep = report(t, part)
	for _, o := range rep.Obligations.Obligations {
		if o.Kind == extrapolate.SystemsReview && (o.State != extrapolate.StateOpen || o.Open != 4) {
			t.Errorf("%+v", o)
		}
	}
	if got := part.SystemsWorklist(); len(got) != 4 || len(r.SystemsWorklist()) != 14 {
		t.Errorf("%d open", len(got))
	}
	done, err := part.SubmitSystems(day(t, "2026-12-05"), walks[10:])
	if err != nil {
		t.Fatal(err)
	}
	rep = report(t, done)
	s = rep.Systems
	if s.State != extrapolate.StateDone || len(s.Open) != 0 || len(s.Claims) != 14 || codes(rep.Warnings)["systems_review_open"] ||
		!codes(rep.Warnings)["systems_point_not_found"] || !codes(rep.Warnings)["systems_no_recommendation"] {
		t.Errorf("%+v %v", s, rep.Warnings)
	}
	var points []string
	for _, p := range s.Points {
		points = append(points, fmt.Sprintf("%s/%s/%d", p.Point, p.Other, p.Claims))
	}
	want := []string{"source_coding//10", "data_entry//1", "cross_walk//1", "other/medical records/1", "not_found//1"}
	total := dec("0") // two missing charts are overpaid by 100, the others by 50
	for _, p := range s.Points {
		total = total.Add(p.Overpaid)
	}
	if !slices.Equal(points, want) || !total.Equal(dec("800")) {
		t.Errorf("%v, %s in all", points, total)
	}
	if len(s.Causes) != 5 || len(s.Recommendations) != 4 || len(s.Observations) != 1 || len(s.Actions) != 1 || len(s.Causes[0].Claims) != 10 {
		t.Errorf("%+v", s)
	}
	for _, o := range rep.Obligations.Obligations {
		if o.Kind == extrapolate.SystemsReview && (o.State != extrapolate.StateDone || o.Open != 0) {
			t.Errorf("%+v", o)
		}
	}
	text := reportText(t, rep)
	for _, want := range []string{"10. SYSTEMS REVIEW", "Points where the errors arose", "Coding on the source document 10 $600.00",
		"Other: medical records 1 $", "- the level of service was read off an old table (", "Recommendations: - retire the table (",
		"Actions taken: - training", "Observations: - charts leave", " yes no not examined Entry into the system", "State done", "still open 0"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	// Saved and resumed, the report is the same to the byte.
	saved, err := done.Save()
	if err != nil {
		t.Fatal(err)
	}
	back, err := ResumeReview(saved, r.Frame())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(allForms(t, done), allForms(t, back)); d != "" {
		t.Error(d)
	}
	// A claim that leaves takes its walk-through out of the report, not out of the record.
	next := correct2(t, done, privatePayor(t, walks[3].ID, "C2999", "C2998"))
	if _, kept := next.walked[walks[3].ID]; !kept || slices.ContainsFunc(next.SystemsWorklist(), func(c FrameClaim) bool { return c.ID == walks[3].ID }) {
		t.Error("the walk-through of a claim that left")
	}
}

// correct2 corrects on a later day.
func correct2(t testing.TB, r *Review, c FrameCorrection) *Review {
	t.Helper()
	next, err := r.Correct(day(t, "2026-12-20"), c)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// TestSystemsByProtocol: each overpaid claim under the single and quarterly protocols; below the threshold of a discovery
// sample nothing is required, and what is handed in is reported.
func TestSystemsByProtocol(t *testing.T) {
	for _, p := range []Protocol{ProtocolSingle, ProtocolQuarterly, ProtocolDiscovery} {
		r := newReview(t, Agreement{Protocol: p}, frameOf(t, 900, hundred), Seeds{First: "9"})
		r = submit(t, r, firstWrong(r.Worklist(), 2))
		rep := report(t, r)
		switch {
		case p == ProtocolDiscovery && rep.Systems != nil:
			t.Errorf("%+v", rep.Systems)
		case p != ProtocolDiscovery && (!rep.Systems.Required || rep.Systems.Obligation != extrapolate.ClaimSystemsReview || len(rep.Systems.Open) != 2):
			t.Errorf("%s: %+v", p, rep.Systems)
		}
		r, err := r.SubmitSystems(reportable.Date{}, []WalkThrough{{ID: r.SystemsWorklist()[0].ID, CodedAtSource: AnswerNo, Cause: "why"}})
		if err != nil {
			t.Fatal(err)
		}
		rep = report(t, r)
		if rep.Systems == nil || rep.Systems.Required != (p != ProtocolDiscovery) || len(rep.Systems.Claims) != 1 || codes(rep.Warnings)["systems_review_open"] == (p == ProtocolDiscovery) {
			t.Errorf("%s: %+v", p, rep.Systems)
		}
	}
	r := newReview(t, Agreement{Protocol: ProtocolSingle}, frameOf(t, 900, hundred), Seeds{First: "9"})
	if rep := report(t, submit(t, r, decide(r.Worklist(), asPaid))); rep.Systems != nil {
		t.Errorf("no overpaid claim: %+v", rep.Systems)
	}
}

func TestSubmitSystemsRefuses(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly, SampleSize: 6}, frameOf(t, 50, hundred), Seeds{First: "5"})
	wait := r.Worklist()
	if _, err := r.SubmitSystems(reportable.Date{}, []WalkThrough{{ID: wait[0].ID, CodedAtSource: AnswerNo, Cause: "why"}}); !errors.Is(err, ErrNotReviewed) {
		t.Errorf("a claim without a determination: %v", err)
	}
	r = submit(t, r, firstWrong(wait, 3))
	ok := func(id string) WalkThrough { return WalkThrough{ID: id, CodedAtSource: AnswerNo, Cause: "why"} }
	_, err := r.SubmitSystems(reportable.Date{}, []WalkThrough{
		ok(wait[0].ID), ok(wait[0].ID), ok(wait[4].ID), ok("none"), ok("no one"), {ID: wait[1].ID, CodedAtSource: AnswerYes, Cause: "why"}, {},
	})
	var wrong *SystemsError
	if !errors.As(err, &wrong) || !slices.Equal(wrong.Repeated, []string{wait[0].ID}) || !slices.Equal(wrong.NotOverpaid, []string{wait[4].ID}) ||
		!slices.Equal(wrong.NotReviewed, []string{"none", "no one"}) || len(wrong.Walks) != 2 {
		t.Fatalf("%v", err)
	}
	for _, kind := range []error{ErrNotReviewed, ErrNotOverpaid, ErrWalkRepeated, ErrWalkThrough} {
		if !errors.Is(err, kind) {
			t.Errorf("%v is not named in: %v", kind, err)
		}
	}
	for _, id := range []string{wait[0].ID, wait[4].ID, "none", "no one", wait[1].ID, "2 wrong walk-throughs"} {
		if !strings.Contains(err.Error(), id) {
			t.Errorf("%s is not named in: %v", id, err)
		}
	}
	one, err := r.SubmitSystems(day(t, "2026-12-01"), []WalkThrough{ok(wait[0].ID)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := one.SubmitSystems(day(t, "2026-12-01"), []WalkThrough{ok(wait[0].ID)}); !errors.Is(err, ErrWalkRepeated) {
		t.Errorf("again: %v", err)
	}
	if _, err := one.SubmitSystems(day(t, "2026-11-30"), []WalkThrough{ok(wait[1].ID)}); !errors.Is(err, ErrDate) {
		t.Errorf("a day before: %v", err)
	}
	if _, err := one.SubmitSystems(reportable.Date{}, nil); !errors.Is(err, ErrNoWalkThrough) {
		t.Errorf("none: %v", err)
	}
	if _, err := (&Review{}).SubmitSystems(reportable.Date{}, nil); !errors.Is(err, ErrNotStarted) {
		t.Errorf("%v", err)
	}
	if err := (&Review{}).WriteSystemsWorklist(&bytes.Buffer{}); !errors.Is(err, ErrNotStarted) {
		t.Errorf("%v", err)
	}
}

// TestReadWalkThroughs: the systems worklist is filled in and read again; every wrong row is named.
func TestReadWalkThroughs(t *testing.T) {
	r := reviewedFull(t)
	var file bytes.Buffer
	if err := r.WriteSystemsWorklist(&file); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(file.String()), "\n")
	if len(lines) != 15 || !strings.HasSuffix(lines[1], ",100.00,50.00,,,,,,,,,") {
		t.Fatalf("%d lines, %s", len(lines), lines[1])
	}
	for i := range lines[1:] {
		lines[i+1] = strings.TrimSuffix(lines[i+1], ",,,,,,,,,") + ",Yes, NO ,not examined,Data entry,,a slip,seen,told,\"check, twice\""
	}
	filled := strings.Join(lines, "\n") + "\n"
	walks, others, err := ReadWalkThroughs(strings.NewReader(filled), WalkThroughOptions{}, r.SystemsWorklist())
	if err != nil || len(walks) != 14 || others != 0 {
		t.Fatalf("%d, %d, %v", len(walks), others, err)
	}
	want := WalkThrough{ID: r.SystemsWorklist()[2].ID, CodedAtSource: AnswerYes, EnteredCorrectly: AnswerNo, CrossWalked: AnswerNotExamined, Point: PointEntry,
		Cause: "a slip", Observation: "seen", Action: "told", Recommendation: "check, twice"}
	if d := cmp.Diff(want, walks[2]); d != "" {
		t.Error(d)
	}
	if _, others, err := ReadWalkThroughs(strings.NewReader(filled), WalkThroughOptions{}, r.SystemsWorklist()[:3]); others != 11 || err != nil {
		t.Errorf("%d others, %v", others, err)
	}
	if all, _, err := ReadWalkThroughs(strings.NewReader(filled), WalkThroughOptions{}, nil); len(all) != 14 || err != nil {
		t.Errorf("%d without a worklist, %v", len(all), err)
	}
	const head = "claim_id,coded_at_source,entered_correctly,cross_walked,cause\n"
	_, _, err = ReadWalkThroughs(strings.NewReader(head+"A,no,,,why\nB,yes,,,why\nC,no\n,no,,,why\nD,no,,,\n"), WalkThroughOptions{}, nil)
	var rows RowErrors
	if !errors.As(err, &rows) || len(rows) != 4 || rows[0].Line != 3 || rows[1].Line != 4 || rows[2].Line != 5 || rows[3].Line != 6 {
		t.Errorf("%v", err)
	}
	for _, bad := range []string{"", "claim_id,cause\n", head[:10]} {
		if _, _, err := ReadWalkThroughs(strings.NewReader(bad), WalkThroughOptions{}, nil); !errors.Is(err, ErrFile) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	named := WalkThroughOptions{ID: "a", CodedAtSource: "b", EnteredCorrectly: "c", CrossWalked: "d", Cause: "e", Comma: ";"}
	if got, _, err := ReadWalkThroughs(strings.NewReader("a;b;c;d;e\nX;no;;;why\n"), named, nil); err != nil || got[0].Point != PointSource {
		t.Errorf("%v %v", got, err)
	}
}

// TestCalculateReviewInputs: the JSON contract takes determinations, corrections and walk-throughs in their order.
func TestCalculateReviewInputs(t *testing.T) {
	claims := `"claims":[{"id":"A-1","paid":"100"},{"id":"A-2","paid":"100"},{"id":"A-3","paid":"100"},{"id":"A-4","paid":"100"},{"id":"A-5","paid":"100"}]`
	ask := func(submitted string) (string, error) {
		result, err := Calculate("review", []byte(`{"agreement":{"protocol":"quarterly","sampleSize":2},"seeds":{"first":"1234"},`+claims+
			`,"submitted":[`+submitted+`]}`))
		return string(result), err
	}
	var first struct {
		Worklist []FrameClaim `json:"worklist"`
	}
	result, err := ask("")
	if err != nil {
		t.Fatal(err)
	}
	if err := decode(result, "worklist", &first.Worklist); err != nil {
		t.Fatal(err)
	}
	a, b := first.Worklist[0].ID, first.Worklist[1].ID
	rest := slices.DeleteFunc([]string{"A-1", "A-2", "A-3", "A-4", "A-5"}, func(id string) bool { return id == a || id == b })
	decided := fmt.Sprintf(`{"determinations":[{"id":%q,"correct":"50","documentation":"complete"},{"id":%q,"correct":"100","documentation":"complete"}]}`, a, b)
	corrected := fmt.Sprintf(`{"date":"2026-11-22","correction":{"ground":"other_payor","description":"private","search":"payer ids compared","claims":[%q,%q]}}`, b, rest[0])
	result, err = ask(decided + "," + corrected)
	if err != nil || !strings.Contains(result, `"stage":"sample"`) || !strings.Contains(result, `"monitor_not_consulted"`) ||
		!strings.Contains(result, `"systemsWorklist":[{`) {
		t.Fatalf("%s %v", result, err)
	}
	if err := decode(result, "worklist", &first.Worklist); err != nil || len(first.Worklist) != 1 {
		t.Fatal(result)
	}
	more := fmt.Sprintf(`{"determinations":[{"id":%q,"correct":"100","documentation":"complete"}]}`, first.Worklist[0].ID)
	walked := fmt.Sprintf(`{"systems":[{"id":%q,"codedAtSource":"no","cause":"why"}]}`, a)
	result, err = ask(strings.Join([]string{decided, corrected, more, walked}, ","))
	if err != nil || !strings.Contains(result, `"universe":3,"numbered":5`) || !strings.Contains(result, `"state":"done"`) {
		t.Fatalf("%s %v", result, err)
	}
	for bad, want := range map[string]error{
		strings.Replace(decided, `{"det`, `{"systems":[{"id":"A-1","cause":"c"}],"det`, 1): errInput,
		`{}`:             ErrMissing,
		`{"systems":[]}`: ErrNoWalkThrough,
		`{"correction":{"ground":"other_payor","claims":["A-1"],"because":"x"}}`:              ErrRequest,
		`{"correction":{"ground":"missing","description":"d","search":"s","claims":["A-1"]}}`: ErrCorrection,
		`{"correction":null,"systems":[{"id":"A-1","codedAtSource":true}]}`:                   ErrRequest,
	} {
		if _, err := ask(bad); !errors.Is(err, want) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// decode reads one field of a JSON object.
func decode(object, field string, into any) error {
	var fields map[string]any
	if err := jsonform.Unmarshal([]byte(object), &fields); err != nil {
		return err
	}
	data, err := jsonform.Marshal(fields[field])
	if err != nil {
		return err
	}
	return jsonform.Unmarshal(data, into)
}
