package iromath

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestFrameRows decides about the rows as the documentation of FrameRows says, and holds what comes out against ReadFrame.
func TestFrameRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, o := drawFile(t)
		rows, err := OpenFrameRows(strings.NewReader(text), o)
		if err != nil {
			t.Fatal(err)
		}
		type first struct {
			segment string
			broken  bool
		}
		seen := map[string]first{}
		var in []FrameClaim
		counts := map[ExclusionReason]int64{}
		var malformed []RowError
		for rows.Next() {
			r := rows.Row()
			if (r.Reason == ExcludedMalformed) != (rows.Malformed() != nil) {
				t.Fatalf("%+v is malformed because of %v", r, rows.Malformed())
			}
			f, known := seen[string(r.ID)]
			reason := r.Reason
			if known && !r.Broken {
				if reason = ExcludedRepeatedID; !f.broken && f.segment != string(r.Segment) {
					reason = ExcludedSecondSegment
				}
			}
			if len(r.ID) > 0 && !known {
				seen[string(r.ID)] = first{string(r.Segment), r.Broken}
			}
			switch reason {
			case "":
				in = append(in, FrameClaim{Number: int64(len(in) + 1), ID: string(r.ID), Payor: string(r.Payor), Paid: dollars(r.Cents)})
			case ExcludedMalformed:
				malformed = append(malformed, *rows.Malformed())
			}
			if reason != "" {
				counts[reason]++
			}
		}
		if rows.Err() != nil || rows.Next() {
			t.Fatalf("after the last row: %v", rows.Err())
		}
		frame, err := ReadFrame(strings.NewReader(text), o, nil)
		if errors.Is(err, ErrFrame) && in == nil {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		for _, c := range in {
			if got, _ := frame.Claim(c.Number); got.ID != c.ID || got.Payor != c.Payor || !got.Paid.Equal(c.Paid) {
				t.Fatalf("%+v, the frame has %+v", c, got)
			}
		}
		want, got := frame.Summary(), rows.Summary()
		if want.Size != int64(len(in)) || !slices.Equal(want.Exclusions, countExclusions(counts)) || !slices.Equal(want.Malformed, malformed) {
			t.Fatalf("%d claims, %v, %v; the frame has %+v", len(in), counts, malformed, want)
		}
		if got.Rows != want.Rows || got.Lines != want.Lines || got.BlankLines != want.BlankLines ||
			got.ContinuedLines != want.ContinuedLines || got.Options.ID != want.Options.ID {
			t.Fatalf("%+v, the frame has %+v", got, want)
		}
	})
}

func TestFrameRowsFields(t *testing.T) {
	rows, err := OpenFrameRows(strings.NewReader("paid, Place,claim_id\n1.50,7,A\n2\n"), FrameOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if f, ok := rows.Field(1); ok {
		t.Errorf("field %q before the first row", f)
	}
	if h := rows.Header(); !slices.Equal(h, []string{"paid", "Place", "claim_id"}) {
		t.Errorf("header %q", h)
	}
	if !rows.Next() || rows.Row().Cents != 150 {
		t.Fatalf("%+v", rows.Row())
	}
	if f, ok := rows.Field(1); !ok || string(f) != "7" {
		t.Errorf("field %q, %v", f, ok)
	}
	for _, column := range []int{-1, 3} {
		if _, ok := rows.Field(column); ok {
			t.Errorf("there is a column %d", column)
		}
	}
	if !rows.Next() || !rows.Row().Broken {
		t.Fatalf("%+v", rows.Row())
	}
	if _, ok := rows.Field(1); ok {
		t.Error("a row of one field has two")
	}
	if rows.Next() {
		t.Errorf("%+v", rows.Row())
	}
	if f, ok := rows.Field(0); ok || rows.Row().Line != 0 || rows.Malformed() != nil {
		t.Errorf("field %q, %+v behind the last row", f, rows.Row())
	}
	if s := rows.Summary(); s.Rows != 2 || s.Options.ID != "claim_id" {
		t.Errorf("%+v", s)
	}
}

// TestZeroFrameRows: rows that were not opened are none.
func TestZeroFrameRows(t *testing.T) {
	var rows FrameRows
	_, field := rows.Field(0)
	if rows.Next() || rows.Err() != nil || field || rows.Malformed() != nil || len(rows.Header()) != 0 || rows.Row().Line != 0 ||
		rows.Summary().Rows != 0 {
		t.Errorf("%+v", rows)
	}
}

func TestFrameRowsErrors(t *testing.T) {
	if _, err := OpenFrameRows(strings.NewReader("a,b\n"), FrameOptions{}); !errors.Is(err, ErrFile) {
		t.Errorf("no columns: %v", err)
	}
	if _, err := OpenFrameRows(strings.NewReader(""), FrameOptions{Comma: "x"}); err == nil {
		t.Error("a comma that is none was taken")
	}
	broken := io.MultiReader(strings.NewReader("claim_id,paid\nA,1\n"), strings.NewReader("B\x00,1\n"))
	rows, err := OpenFrameRows(broken, FrameOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
	}
	if !errors.Is(rows.Err(), ErrFile) {
		t.Errorf("a NUL byte: %v", rows.Err())
	}
}
