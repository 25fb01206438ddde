package iromath

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A diagnosis is a hypothesis that was tried on the data: the review is worked out again with one thing done otherwise, and
// every reported figure that this changes has to come out as printed.

// hypothesis is an error that may have been made.
type hypothesis struct {
	code, error, rule, source string
	slip                      slip
	// values that come out; nil: those of a walk with the slip.
	values values
	// also are paths that it explains beside the figures that come out.
	also []string
	// fallback: it says what was done and not why, so it is given only where nothing else explains the same.
	fallback bool
}

// explanation is what a hypothesis explains.
type explanation struct {
	hypothesis
	paths []string
}

// diagnose tries every hypothesis where a figure does not match.
func (v *verifier) diagnose() {
	open := map[string]bool{}
	for _, c := range v.checks {
		if c.Status != FigureMatches {
			open[c.Path] = true
		}
	}
	if len(open) == 0 {
		return
	}
	var found []explanation
	for _, h := range v.hypotheses() {
		if paths, ties := v.explains(h); len(paths) > 0 {
			if ties {
				h.error += " Of the figures that lie midway between two, some were rounded toward zero."
			}
			found = append(found, explanation{h, paths})
		}
	}
	v.give(found)
}

// matches reports whether a figure is what a value prints as.
func (f figure) matches(v value, ok bool) bool {
	if !ok {
		return false
	}
	how := f.holds(v)
	return how == asPrinted || how == tieToEven
}

// against reports whether a figure of one of the parts speaks against what a walk has come to, so that it need not go on.
func (v *verifier) against(would values, parts ...string) bool {
	return slices.ContainsFunc(v.figures, func(f figure) bool {
		then, ok := would[f.path]
		if !ok || !slices.Contains(parts, partOf(f.path)) {
			return false
		}
		is, known := v.values[f.path]
		how := f.holds(then)
		return how != asPrinted && how != tieToEven && how != tieDown && (!known || f.matches(is, true) || !then.sameAs(is))
	})
}

// explains returns the figures that do not match and come out as printed with a hypothesis; none where another figure
// speaks against it. A figure whose exact value is a tie may have been rounded either way: programs that work in binary do.
func (v *verifier) explains(h hypothesis) (paths []string, ties bool) {
	would := h.values
	if would == nil {
		if would = v.with(h.slip); would == nil {
			return nil, false
		}
	}
	exactly := 0
	for _, f := range v.figures {
		if strings.HasSuffix(f.path, ".spareNumbers") || strings.HasSuffix(f.path, ".spareIds") {
			continue // of no weight for anything else
		}
		is, ok := v.values[f.path]
		then, thenOK := would[f.path]
		if h.values != nil && !thenOK {
			then, thenOK = is, ok // it says nothing about the others
		}
		right := f.matches(is, ok)
		switch {
		case f.matches(then, thenOK):
			if !right {
				paths = append(paths, f.path)
				exactly++
			}
		case thenOK && f.holds(then) == tieDown:
			if !ok || !then.sameAs(is) {
				paths, ties = append(paths, f.path), true
			}
		case right, thenOK && (!ok || !then.sameAs(is)):
			return nil, false
		}
	}
	if exactly == 0 && h.also == nil {
		return nil, false
	}
	return append(paths, h.also...), ties
}

// give writes down the diagnoses that are left when those that explain less than another are dropped.
func (v *verifier) give(found []explanation) {
	slices.SortStableFunc(found, func(a, b explanation) int {
		if a.fallback != b.fallback {
			return map[bool]int{true: 1, false: -1}[a.fallback]
		}
		return cmp.Compare(len(b.paths), len(a.paths))
	})
	covered := map[string]bool{}
	var kept []explanation
	for _, e := range found {
		within := func(o explanation) bool {
			return o.code == e.code || len(o.paths) > len(e.paths) && subset(e.paths, o.paths)
		}
		if slices.ContainsFunc(kept, within) || e.fallback && all(e.paths, covered) {
			continue
		}
		kept = append(kept, e)
		for _, p := range e.paths {
			covered[p] = true
		}
	}
	for _, e := range kept {
		d := Diagnosis{Code: e.code, Error: e.error, Rule: e.rule, Source: e.source, Explains: e.paths}
		for _, o := range kept {
			if o.code != e.code && slices.Equal(o.paths, e.paths) {
				d.Equivalent = append(d.Equivalent, o.code)
			}
		}
		v.diagnoses = append(v.diagnoses, d)
	}
}

func subset(a, b []string) bool {
	in := map[string]bool{}
	for _, p := range b {
		in[p] = true
	}
	return all(a, in)
}

func all(paths []string, in map[string]bool) bool {
	return !slices.ContainsFunc(paths, func(p string) bool { return !in[p] })
}

// clone copies values, for hypotheses that change a few.
func (v values) clone() values { return maps.Clone(v) }
