package iromath

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// TestFilesOfAReview goes through a review in JSON alone: claims file, worklist, determinations, walk-throughs, report.
func TestFilesOfAReview(t *testing.T) {
	answer := func(name string, request any, result any) {
		t.Helper()
		data, err := json.Marshal(request)
		if err != nil {
			t.Fatal(err)
		}
		if data, err = Calculate(name, data); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, result); err != nil {
			t.Fatal(err)
		}
	}
	type object = map[string]any
	var file strings.Builder
	file.WriteString("claim_id,paid\n")
	for i := range 200 {
		fmt.Fprintf(&file, "C%d,100.00\n", i+1)
	}
	var frame struct{ Claims json.RawMessage }
	answer("review.frame", object{"text": file.String()}, &frame)
	review := object{"agreement": object{"protocol": "quarterly"}, "seeds": object{"first": "1"}, "claims": frame.Claims}
	var worklist struct{ Text string }
	answer("review.worklist", review, &worklist)
	filled := strings.ReplaceAll(worklist.Text, "100.00,,,", "100.00,75.00,complete,")
	if strings.Count(filled, "75.00") != 30 {
		t.Fatalf("worklist %s", worklist.Text)
	}
	var stands struct{ Worklist json.RawMessage }
	answer("review", review, &stands)
	var determinations struct {
		Determinations json.RawMessage
		Others         int64
	}
	answer("review.determinations", object{"text": filled + "C999,1.00,100,1.00,complete,,,,,,,,,\n", "worklist": stands.Worklist}, &determinations)
	if determinations.Others != 1 {
		t.Errorf("%d others", determinations.Others)
	}
	first := object{"date": "2026-11-22", "determinations": determinations.Determinations}
	review["submitted"] = []any{first}
	answer("review.systems_worklist", review, &worklist)
	filled = strings.ReplaceAll(worklist.Text, "25.00,,,,,,", "25.00,no,,,,,the cause")
	var walks struct{ WalkThroughs json.RawMessage }
	answer("review.walkthroughs", object{"text": filled}, &walks)
	review["submitted"] = []any{first, object{"date": "2026-11-23", "systems": walks.WalkThroughs}}
	var done struct {
		Stage           Stage
		SystemsWorklist []FrameClaim
		Report          *struct{}
	}
	answer("review", review, &done)
	if done.Stage != StageDone || done.Report == nil || len(done.SystemsWorklist) != 0 {
		t.Errorf("stage %s, %d without walk-through", done.Stage, len(done.SystemsWorklist))
	}
}

// TestReadReviewed: the error rate of what is read is that of the claims, and every wrong row is named at once.
func TestReadReviewed(t *testing.T) {
	for _, head := range []string{"id", "claim_id", "Claim_ID", "ID"} {
		claims, err := ReadReviewedClaims(strings.NewReader(head+",paid,correct,documentation,number,payor\n"+
			"A,$1 00,,missing\nB,10,5,complete,7,Medicare\n"), DeterminationOptions{})
		var rows RowErrors
		if !errors.As(err, &rows) || len(rows) != 1 || rows[0].Line != 2 || claims != nil {
			t.Errorf("%s: %v", head, err)
		}
	}
	claims, err := ReadReviewedClaims(strings.NewReader("id,paid,correct,documentation,number,payor,category\n"+
		"A,\"$1,000.00\",,Missing,,,\nB,10,5,complete,7,Medicare,medical necessity\n"), DeterminationOptions{})
	if err != nil || len(claims) != 2 || claims[0].Number != 0 || claims[1].Number != 7 || claims[1].Payor != "Medicare" ||
		claims[1].Category != "medical_necessity" || claims[0].Paid.String() != "1000" {
		t.Errorf("%v, %+v", err, claims)
	}

	_, err = ReadReviewedClaims(strings.NewReader("id,paid,correct,documentation,number\n"+
		"A,,5,complete,1\nB,x,5,complete,0\nA,5,5,complete,1\nC,5,,complete,\nD,5,5,lost,\n,5,5,complete,\nE,-1,0,complete,\nF,1,1,complete,x\nG,1\n"),
		DeterminationOptions{})
	var rows RowErrors
	if !errors.As(err, &rows) {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows {
		got = append(got, fmt.Sprint(r.Line, " ", r.Column))
	}
	want := "2 paid,3 paid,3 number,4 number,4 id,5 ,6 ,7 id,8 ,9 number,10 "
	if strings.Join(got, ",") != want {
		t.Errorf("%q\n%v", got, err)
	}

	for text, want := range map[string]error{
		"":                              ErrFile,
		"paid,correct,documentation\n":  ErrFile,
		"id,claim_id,paid,correct\n":    ErrFile,
		"id,correct,documentation\n":    ErrFile,
		"id,paid,correct,documentation": nil,
	} {
		if _, err := ReadReviewedClaims(strings.NewReader(text), DeterminationOptions{}); err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// FuzzReadReviewedClaims: what is read is a set of claims by the rules of error rates.
func FuzzReadReviewedClaims(f *testing.F) {
	for _, s := range []string{
		"id,paid,correct,documentation,number,payor\nA,1,1,complete,1,M\nB,2,,missing,,\n", "claim_id,paid,correct,documentation\nA,1,1,complete\nA,1,1,complete\n",
		"\uFEFFid;paid;correct;documentation\n", "\x1F\x8B", "id,paid,correct,documentation\n\"",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		claims, err := ReadReviewedClaims(strings.NewReader(s), DeterminationOptions{})
		if err != nil {
			return
		}
		data, err := json.Marshal(map[string]any{"claims": claims})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Calculate("errorrate", data); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if bytes.Count([]byte(s), []byte("\n")) < len(claims)-1 {
			t.Fatalf("%d claims in %q", len(claims), s)
		}
	})
}
