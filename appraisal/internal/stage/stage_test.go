package stage

import (
	"errors"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/finding"
)

func TestErrors(t *testing.T) {
	units, universe := errors.New("units"), errors.New("universe")
	e := Errors{Units: units, Universe: universe}
	full := int64(MaxUniverse)
	for name, c := range map[string]struct{ err, want error }{
		"fits":             {e.Check(5, 5), nil},
		"none":             {e.Check(5, 0), units},
		"too many":         {e.Check(MaxUniverse, MaxUnits+1), units},
		"no universe":      {e.Check(0, 1), universe},
		"negative":         {e.Check(-7, 1), universe},
		"too large":        {e.Check(MaxUniverse+1, 1), universe},
		"more than all":    {e.Check(4, 5), universe},
		"overflow":         {e.Add(&full, 1), universe},
		"not known":        {e.Known(0, 9, true), nil},
		"known":            {e.Known(10, 9, false), nil},
		"all of them":      {e.Known(9, 9, true), nil},
		"fewer than drawn": {e.Known(8, 9, false), universe},
		"below zero":       {e.Known(-1, 9, false), universe},
		"too many items":   {e.Known(MaxUniverse+1, 9, false), universe},
		"more in a census": {e.Known(10, 9, true), universe},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v", name, c.err)
		}
	}
}

// TestWarnings: what does not vary is told where nothing else accounts for a standard error of zero.
func TestWarnings(t *testing.T) {
	of := func(universe, size int64) []appraisal.StageSize {
		return []appraisal.StageSize{{Universe: universe, SampleSize: size}, {Universe: 9, SampleSize: 9}}
	}
	for name, c := range map[string]struct {
		list []finding.Warning
		want string
	}{
		"nothing":       {Warnings(of(5, 3), false, "items", nil, nil), ""},
		"census":        {Warnings(of(3, 3), true, "items", nil, nil), ""},
		"all equal":     {Warnings(of(5, 3), true, "items", nil, nil), "no_variation "},
		"single unit":   {Warnings(of(5, 1), true, "items", nil, nil), "single_unit "},
		"the only unit": {Warnings(of(1, 1), true, "items", nil, nil), ""},
		"single item":   {Warnings(of(5, 3), true, "items", nil, finding.Places{"unit 2"}), "single_item "},
	} {
		got := ""
		for _, w := range c.list {
			got += w.Code + " "
		}
		if got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
