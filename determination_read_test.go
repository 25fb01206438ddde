package iromath

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/errorrate"
)

func TestReadDeterminations(t *testing.T) {
	text := "\uFEFFReason, CLAIM_ID ,paid,correct,documentation,category\r\n" +
		"\"too high, by much\",A1,\"$1,000.00\",900.50,Complete,Medical necessity\r\n" +
		",A2,50,,missing,\n\n" +
		",B9,,,,\n" +
		",A3,,0,insufficient,coding\n"
	worklist := []FrameClaim{{ID: "A1"}, {ID: "A2"}, {ID: "A3"}}
	got, others, err := ReadDeterminations(strings.NewReader(text), DeterminationOptions{}, worklist)
	if err != nil {
		t.Fatal(err)
	}
	want := []Determination{
		{ID: "A1", Paid: amount("1000"), Correct: amount("900.5"), Documentation: errorrate.Complete, Reason: "too high, by much", Category: errorrate.CategoryMedicalNecessity},
		{ID: "A2", Paid: amount("50"), Documentation: errorrate.Missing},
		{ID: "A3", Correct: amount("0"), Documentation: errorrate.Insufficient, Category: errorrate.CategoryCoding},
	}
	if diff := cmp.Diff(want, got); diff != "" || others != 1 {
		t.Errorf("%d others\n%s", others, diff)
	}
	all, others, err := ReadDeterminations(strings.NewReader(text), DeterminationOptions{}, nil)
	if err != nil || len(all) != 4 || others != 0 {
		t.Errorf("without a worklist: %d, %d others, %v", len(all), others, err)
	}
}

func TestReadDeterminationsOfServices(t *testing.T) {
	text := "claim_id,correct,documentation,Beneficiary,service_date,code_submitted,code_reimbursed,code_correct\n" +
		"A1,10,complete,1EG4,2025-02-28,99215,99215,99213\nA2,10,complete,,,,,\n"
	got, _, err := ReadDeterminations(strings.NewReader(text), DeterminationOptions{Patient: "beneficiary"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := errorrate.Service{Patient: "1EG4", ServiceDate: day(t, "2025-02-28"), CodeSubmitted: "99215", CodeReimbursed: "99215", CodeCorrect: "99213"}
	if got[0].Service != want || got[1].Service != (errorrate.Service{}) {
		t.Errorf("%+v", got)
	}
	_, _, err = ReadDeterminations(strings.NewReader(strings.Replace(text, "-28", "-30", 1)), DeterminationOptions{}, nil)
	var rows RowErrors
	if !errors.As(err, &rows) || len(rows) != 1 || rows[0].Column != "service_date" {
		t.Errorf("%v", err)
	}
}

func TestReadDeterminationsRefuses(t *testing.T) {
	header := "claim_id,paid,correct,documentation\n"
	_, _, err := ReadDeterminations(strings.NewReader(header+"A1,1.2.3,x,complete\nA2,1,2\n,1,1,complete\nA4,1,1,complete\n\"A5,1,1,complete\n"), DeterminationOptions{}, nil)
	var rows RowErrors
	if !errors.As(err, &rows) {
		t.Fatal(err)
	}
	var lines []int64
	for _, r := range rows {
		lines = append(lines, r.Line)
	}
	if diff := cmp.Diff([]int64{2, 2, 3, 4, 6}, lines); diff != "" {
		t.Errorf("%s\n%v", diff, err)
	}
	for name, c := range map[string]struct {
		text string
		o    DeterminationOptions
		want string
	}{
		"empty":         {"", DeterminationOptions{}, "no header"},
		"no column":     {"claim_id,correct\n", DeterminationOptions{}, `"documentation"`},
		"named column":  {header, DeterminationOptions{Reason: "why"}, `"why"`},
		"column twice":  {"claim_id,correct,correct,documentation\n", DeterminationOptions{}, "twice"},
		"wrong comma":   {header, DeterminationOptions{Comma: "::"}, "comma"},
		"NUL":           {header + "A\x00,1,1,complete\n", DeterminationOptions{}, "NUL"},
		"damaged gzip":  {"\x1F\x8B damaged", DeterminationOptions{}, "gzip"},
		"UTF-16":        {"\xFF\xFEc\x00", DeterminationOptions{}, "UTF-16"},
		"other comma ;": {header, DeterminationOptions{Comma: ";"}, "no column"},
	} {
		if _, _, err := ReadDeterminations(strings.NewReader(c.text), c.o, nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestWorklistIsAFileOfDeterminations: a worklist that was filled in is read as it is.
func TestWorklistIsAFileOfDeterminations(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly}, frameOf(t, 99, hundred), Seeds{First: "77"})
	var out bytes.Buffer
	if err := r.WriteWorklist(&out); err != nil {
		t.Fatal(err)
	}
	filled := strings.ReplaceAll(out.String(), "100.00,,,", "100.00,75.00,complete,")
	d, others, err := ReadDeterminations(strings.NewReader(filled), DeterminationOptions{}, r.Worklist())
	if err != nil || others != 0 || len(d) != 30 {
		t.Fatalf("%d, %d others, %v", len(d), others, err)
	}
	rep := report(t, submit(t, r, d))
	if !rep.ErrorRate.ErrorRate.Equal(dec("0.25")) {
		t.Errorf("error rate %s", rep.ErrorRate.ErrorRate)
	}
	empty, _, err := ReadDeterminations(strings.NewReader(out.String()), DeterminationOptions{}, r.Worklist())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Submit(day(t, "2026-01-01"), empty); !errors.Is(err, errorrate.ErrDocumentation) {
		t.Errorf("a worklist that was not filled in: %v", err)
	}
}
