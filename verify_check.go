package iromath

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/sampling"
)

// How a computed value answers for a reported figure.

// answer answers for every figure.
func (v *verifier) answer() {
	extra := v.checks
	v.checks = nil
	for _, f := range v.figures {
		v.checks = append(v.checks, v.check(f))
	}
	v.checks = append(v.checks, extra...)
	v.answered = true
}

// check answers for one figure.
func (v *verifier) check(f figure) Figure {
	c := Figure{Path: f.path, Reported: f.text}
	c.Formula, c.Source = formulaOf(f.path)
	if f.kind == listFigure {
		c.Reported = listed(f.text)
	}
	is, ok := v.values[f.path]
	if !ok {
		a, known := v.none[f.path]
		if !known {
			a, known = v.none[partOf(f.path)]
		}
		switch {
		case known && a.notDue:
			c.Status, c.Computed, c.Because = FigureDiffers, "not due", a.why
		case known:
			c.Status, c.Because = FigureCannotCheck, a.why
		default:
			c.Status, c.Computed, c.Because = FigureDiffers, "not defined", "the figure has no value here"
		}
		return c
	}
	c.Computed, c.Exact, c.Status = f.like(is), is.all(), FigureMatches
	if f.kind == listFigure {
		c.Computed = listed(is.text)
	}
	switch f.holds(is) {
	case notIt:
		c.Status, c.Difference = FigureDiffers, f.less(is)
	case tieToEven:
		c.Because = "the exact value is a tie, rounded half to even"
	case tieDown:
		c.Status, c.Difference, c.Because = FigureDiffers, f.less(is), "the exact value is a tie and was rounded toward zero"
	case tooLong:
		c.Status, c.Because = FigureCannotCheck, fmt.Sprintf("it has more digits than the %d that a value is stated with", exact.Digits)
	}
	if c.Status == FigureMatches && c.Because == "" {
		c.Because = v.because[f.path]
	}
	if f.kind == listFigure {
		v.explainList(f, is, &c)
	}
	return c
}

// listed shortens a list for people.
func listed(text string) string {
	items := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	return finding.Join("unit", "units", len(items), func(i int) string { return items[i] })
}

// explainList says which units of a list are missing and which are too many.
func (v *verifier) explainList(f figure, is value, c *Figure) {
	if c.Status == FigureMatches {
		if part := partOf(f.path); strings.HasSuffix(f.path, ".numbers") && v.inOtherOrder(part) {
			c.Because = "the same units, in another order than the draw gives"
		}
		return
	}
	reported, computed := strings.Split(f.text, "\n"), strings.Split(is.text, "\n")
	diff := func(a, b []string) []string {
		in := make(map[string]bool, len(b))
		for _, x := range b {
			in[x] = true
		}
		return slices.DeleteFunc(slices.Clone(a), func(x string) bool { return x == "" || in[x] })
	}
	var parts []string
	for _, g := range []struct {
		word  string
		units []string
	}{{"not reported", diff(computed, reported)}, {"not drawn", diff(reported, computed)}} {
		if len(g.units) > 0 {
			parts = append(parts, g.word+": "+strings.Join(g.units[:min(len(g.units), 20)], ", "))
			if more := len(g.units) - 20; more > 0 {
				parts[len(parts)-1] += fmt.Sprintf(" and %d more", more)
			}
		}
	}
	if len(parts) == 0 {
		parts = []string{"a unit stands more than once"}
	}
	c.Because = strings.Join(parts, "; ")
}

// inOtherOrder reports whether the numbers of a sample are neither in sequential order nor in that of selection.
func (v *verifier) inOtherOrder(part string) bool {
	if v.review == nil || v.agreement.Method == sampling.MethodTickets {
		return false
	}
	d := v.review.draws[0]
	if part == partFull {
		d = v.review.draws[len(v.review.draws)-1]
	}
	verdict, err := d.plan().Verify(sampling.Reported[int64]{Units: v.reported.sampleAt(part).Numbers})
	return err == nil && verdict.Comparison == sampling.OtherOrder
}

// result puts the answer together.
func (v *verifier) result() Verification {
	out := Verification{OK: true, Figures: v.checks, Diagnoses: v.diagnoses, Warnings: v.warnings, Software: textfile.Software}
	explained := map[string]bool{}
	for _, d := range v.diagnoses {
		for _, p := range d.Explains {
			explained[p] = true
		}
	}
	for _, c := range v.checks {
		out.OK = out.OK && c.Status == FigureMatches
		if c.Status == FigureDiffers && !explained[c.Path] {
			out.Unexplained = append(out.Unexplained, c.Path)
		}
	}
	return out
}
