package iromath

import (
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestPrint: what a calculation says of its printout is true, and every page is headed by the software.
func TestPrint(t *testing.T) {
	all := Calculations()
	h := Heading{Audit: "Example Clinic", Date: "11/22/2026"}
	for _, c := range all {
		var b strings.Builder
		err := all.Print(&b, c.Name, c.Example, h)
		switch {
		case !c.Printout && !errors.Is(err, ErrPrintout):
			t.Errorf("%s has no printout: %v", c.Name, err)
		case c.Printout && err != nil:
			t.Errorf("%s: %v", c.Name, err)
		case c.Printout && strings.Count(b.String(), "\n") < 3:
			t.Errorf("%s prints %q", c.Name, b.String())
		}
		if err := all.Print(failing{}, c.Name, c.Example, h); c.Printout && !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s hides the error of the writer: %v", c.Name, err)
		}
		d, err := all.Document(c.Name, c.Example)
		if c.Result.Implements(reflect.TypeFor[documented]()) {
			if err != nil || d.Title == "" || len(d.Sections) == 0 {
				t.Errorf("%s: document %v, %v", c.Name, d, err)
			}
		} else if !errors.Is(err, ErrPrintout) {
			t.Errorf("%s has no document: %v", c.Name, err)
		}
	}
	for _, f := range []func(string, string) error{
		func(name, request string) error { return all.Print(io.Discard, name, []byte(request), h) },
		func(name, request string) error { _, err := all.Document(name, []byte(request)); return err },
	} {
		if err := f("nothing", `{}`); !errors.Is(err, ErrCalculation) {
			t.Error(err)
		}
		if err := f("review.report", `{`); !errors.Is(err, ErrRequest) {
			t.Error(err)
		}
	}
	if err := all.Print(io.Discard, "review.report", []byte(`{"agreement":{"protocol":"single"},"seeds":{"first":"1"},`+
		`"claims":[{"id":"A","paid":"1"}]}`), h); !errors.Is(err, ErrNotDone) {
		t.Error(err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// TestParts: the parts of the contract hold each calculation exactly once.
func TestParts(t *testing.T) {
	var names, whole []string
	for _, part := range []Contract{SamplingCalculations(), SampleSizeCalculations(), AppraisalCalculations(),
		ExtrapolateCalculations(), ReviewCalculations(), VerifyCalculations(), ComplianceCalculations()} {
		for _, c := range part {
			names = append(names, c.Name)
			if _, err := part.Calculate(c.Name, c.Example); err != nil {
				t.Error(err)
			}
		}
	}
	for _, c := range Calculations() {
		whole = append(whole, c.Name)
	}
	if slices.Sort(names); !slices.Equal(names, whole) {
		t.Errorf("the parts have %v,\nthe whole has %v", names, whole)
	}
	if _, err := SamplingCalculations().Calculate("errorrate", []byte(`{}`)); !errors.Is(err, ErrCalculation) {
		t.Error(err)
	}
	if _, err := (Contract{{Name: "made.by.hand"}}).Calculate("made.by.hand", []byte(`{}`)); !errors.Is(err, ErrCalculation) {
		t.Error(err)
	}
}
