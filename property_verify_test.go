package iromath

import (
	"reflect"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/exact"
)

// eachPrinted visits every figure that a report states as printed text, apart from levels, dates and words.
func eachPrinted(v reflect.Value, f func(p *Printed, field string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachPrinted(v.Elem(), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachPrinted(v.Index(i), f)
		}
	case reflect.Struct:
		if v.Type().PkgPath() != reflect.TypeFor[Results]().PkgPath() { // dates, refunds and what moves a deadline
			return
		}
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if p, ok := v.Field(i).Addr().Interface().(*Printed); ok {
				if *p != "" && name != "Level" && name != "By" && name != "ThresholdMet" {
					f(p, name)
				}
			} else {
				eachPrinted(v.Field(i), f)
			}
		}
	}
}

// printSomehow prints a figure with some number of places, in one of the forms of reports.
func printSomehow(t *rapid.T, p Printed, field string) Printed {
	d := dec(string(p))
	places := rapid.IntRange(0, 6).Draw(t, "places")
	if field == "ErrorRate" || field == "Confidence" || field == "Precision" {
		if rapid.Bool().Draw(t, "percent") {
			return Printed(exact.Commas(d.Shift(2), places) + "%")
		}
	}
	if d.IsInteger() && rapid.Bool().Draw(t, "whole") {
		places = 0
	}
	switch rapid.IntRange(0, 4).Draw(t, "form") {
	case 0:
		return Printed(exact.Fixed(d, places))
	case 1:
		return Printed(exact.Print(d, places))
	case 2:
		if text := exact.Commas(d, places); !strings.HasPrefix(text, "-") {
			return Printed("$" + text)
		}
	case 3:
		if text, negative := strings.CutPrefix(exact.Commas(d, places), "-"); negative {
			return Printed("(" + text + ")")
		}
	}
	return Printed(exact.Commas(d, places))
}

// TestPrintedFiguresVerify: a true report verifies with whatever places it is printed, and any figure that is changed by one
// unit in its last place is found, and no other.
func TestPrintedFiguresVerify(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := drawReview(rt, t)
		r := a.reported()
		var all []*Printed
		eachPrinted(reflect.ValueOf(&r.Results), func(p *Printed, field string) {
			*p = printSomehow(rt, *p, field)
			all = append(all, p)
		})
		v, err := r.Verify(a.frame, a.determinations)
		if err != nil || !v.OK || len(v.Diagnoses) > 0 || len(v.Unexplained) > 0 {
			rt.Fatalf("%v %+v", err, different(v))
		}
		p := rapid.SampledFrom(all).Draw(rt, "figure")
		f, err := readPrinted(*p, percentFigure)
		if err != nil {
			rt.Fatal(err)
		}
		unit := decimal.New(1, int32(-f.places))
		if rapid.Bool().Draw(rt, "down") {
			unit = unit.Neg()
		}
		before := len(v.Figures)
		text := exact.Fixed(f.value.Add(unit), f.places)
		if f.percent {
			text += "%"
		}
		*p = Printed(text)
		again, err := newVerifier(a.reported().withResults(r.Results), a.frame, a.determinations, nil)
		if err != nil {
			rt.Fatal(err)
		}
		if err := again.compute(); err != nil {
			rt.Fatal(err)
		}
		again.answer() // without a diagnosis: any error may give the same figure by chance
		wrong := again.result()
		if len(wrong.Figures) != before {
			rt.Fatal("another number of figures")
		}
		found := different(wrong)
		if len(found) == 1 && found[0].Status == FigureDiffers && found[0].Reported == text {
			return
		}
		for _, c := range wrong.Figures { // both neighbours of a tie are right
			if c.Reported == text && c.Because == "the exact value is a tie, rounded half to even" {
				return
			}
		}
		rt.Fatalf("%q was not found: %+v", text, found)
	})
}

func (r Reported) withResults(s Results) Reported {
	r.Results = s
	return r
}

// TestPrintedRounding holds the reading of figures to values of all kinds of digits.
func TestPrintedRounding(t *testing.T) {
	for _, c := range []struct {
		text  Printed
		kind  kind
		value string
		want  rounding
	}{
		{"13.17%", rateFigure, "0.13174", asPrinted}, {"13.18%", rateFigure, "0.13174", notIt}, {".1317", rateFigure, "0.13174", asPrinted},
		{"13.17", rateFigure, "0.13174", notIt}, {"24.77%", percentFigure, "24.7654", asPrinted}, {"24.77", percentFigure, "24.7654", asPrinted},
		{"$3,872.54", plainFigure, "3872.536", asPrinted}, {"3872.54", plainFigure, "3872.536", asPrinted}, {"3,872.53", plainFigure, "3872.536", notIt},
		{"1,635", plainFigure, "1635.4", asPrinted}, {"1,635", plainFigure, "1635.5", tieDown}, {"1,635", plainFigure, "1635.51", notIt}, {".32", plainFigure, "0.315", asPrinted},
		{"($26.03)", plainFigure, "-26.03", asPrinted}, {"-$26.03", plainFigure, "-26.03", asPrinted}, {"$-26.03", plainFigure, "-26.03", asPrinted},
		{"2.34", plainFigure, "2.335", asPrinted}, {"2.33", plainFigure, "2.335", tieDown}, {"2.32", plainFigure, "2.325", tieToEven},
		{"-2.32", plainFigure, "-2.325", tieToEven}, {"-2.33", plainFigure, "-2.335", tieDown}, {"-2.34", plainFigure, "-2.335", asPrinted},
		{"0", plainFigure, "0.5", tieToEven}, {"1", plainFigure, "0.5", asPrinted}, {"0.00", plainFigure, "0", asPrinted},
		{"0.333333333333333333333", plainFigure, "0.33333333333333333333", tooLong},
		{"1000000", plainFigure, "1000000.4", asPrinted}, {"5.", plainFigure, "5", asPrinted},
	} {
		p, err := readPrinted(c.text, c.kind)
		if err != nil {
			t.Fatalf("%s: %v", c.text, err)
		}
		if how := p.holds(number(dec(c.value))); how != c.want {
			t.Errorf("%s of %s: %d, want %d", c.text, c.value, how, c.want)
		}
	}
	for text, k := range map[Printed]kind{
		"": plainFigure, "x": plainFigure, "1.234,56": plainFigure, "(5": plainFigure, "(-5)": plainFigure, "5%": plainFigure, "1e5": plainFigure,
		"%": rateFigure, "2026-02-30": dateFigure, Printed(strings.Repeat("1", 200)): plainFigure, "12,34": plainFigure, "NaN": rateFigure,
	} {
		if p, err := readPrinted(text, k); err == nil {
			t.Errorf("%q was read as %+v", text, p)
		}
	}
}
