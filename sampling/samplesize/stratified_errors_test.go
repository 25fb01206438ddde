package samplesize

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

// many returns strata of one kind.
func many(n int) []Stratum {
	list := make([]Stratum, n)
	for i := range list {
		list[i] = stratum(fmt.Sprint(i), 10, "1", "1")
	}
	return list
}

func TestStratifiedErrors(t *testing.T) {
	good, low := stratum("A", 10, "1", "1"), dec("0")
	with := func(change func(*Stratum)) []Stratum {
		s := stratum("B", 10, "1", "1")
		change(&s)
		return []Stratum{good, s}
	}
	huge := decimal.New(1, 2_000_000_000)
	for name, c := range map[string]struct {
		strata []Stratum
		want   error
		text   string
	}{
		"none":        {nil, ErrStrata, "0 strata"},
		"no name":     {with(func(s *Stratum) { s.Name = "" }), ErrStrata, "stratum 2 has no name"},
		"twice":       {with(func(s *Stratum) { s.Name = "A" }), ErrStrata, "stratum 2 (A) has the name of stratum 1"},
		"no universe": {with(func(s *Stratum) { s.Universe = 0 }), ErrUniverse, "(stratum 2 (B))"},
		"no data":     {with(func(s *Stratum) { s.MeanOverpayment = nil }), ErrProbe, "(stratum 2 (B))"},
		"two ways":    {with(func(s *Stratum) { s.Overpayments = decs("1", "2") }), ErrProbe, "(stratum 2 (B))"},
		"one cost":    {with(func(s *Stratum) { s.Cost = s.MeanOverpayment }), ErrAllocation, "every stratum has a cost or none"},
		"too large":   {with(func(s *Stratum) { s.Universe = MaxUniverse }), ErrUniverse, "more than"},
		"cost 0": {[]Stratum{{Name: "A", Universe: 2, MeanOverpayment: &low, OverpaymentDeviation: &low, Cost: &low}}, ErrAllocation,
			"cost 0 is not above 0"},
		"huge cost": {[]Stratum{{Name: "A", Universe: 2, MeanOverpayment: &low, OverpaymentDeviation: &low, Cost: &huge}}, ErrAllocation,
			"cost"},
		"too many": {make([]Stratum, maxStrata+1), ErrStrata, "10001 strata"},
	} {
		_, unknown := Stratified{Strata: c.strata}.Table()
		_, known := StratifiedKnown{Strata: c.strata, Size: 5}.Sizes()
		for _, err := range []error{unknown, known} {
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
				t.Errorf("%s: %v, want %v …%s…", name, err, c.want, c.text)
			}
		}
	}
	two := []Stratum{good, stratum("B", 10, "1", "1")}
	for name, c := range map[string]struct {
		s    Stratified
		want error
	}{
		"allocation": {Stratified{Strata: two, Allocation: "equal"}, ErrAllocation},
		"minimum":    {Stratified{Strata: two, Minimum: -1}, ErrAllocation},
		"level":      {Stratified{Strata: two, Levels: decs("1")}, appraisal.ErrLevel},
		"precision":  {Stratified{Strata: two, Precisions: decs("0")}, ErrPrecision},
		"cells": {Stratified{Strata: two, Levels: make([]decimal.Decimal, 1000),
			Precisions: make([]decimal.Decimal, 600)}, ErrStrata},
		"cells of the default axes": {Stratified{Strata: many(maxStrata), Levels: make([]decimal.Decimal, 5)}, ErrStrata},
	} {
		if _, err := c.s.Table(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, c := range map[string]struct {
		s    StratifiedKnown
		want error
	}{
		"size 0":     {StratifiedKnown{Strata: two}, ErrSize},
		"size -1":    {StratifiedKnown{Strata: two, Size: -1}, ErrSize},
		"size 21":    {StratifiedKnown{Strata: two, Size: 21}, ErrSize},
		"allocation": {StratifiedKnown{Strata: two, Size: 5, Allocation: "equal"}, ErrAllocation},
		"minimum":    {StratifiedKnown{Strata: two, Size: 5, Minimum: -1}, ErrAllocation},
		"level":      {StratifiedKnown{Strata: two, Size: 5, Levels: decs("0")}, appraisal.ErrLevel},
		"levels":     {StratifiedKnown{Strata: two, Size: 5, Levels: make([]decimal.Decimal, 101)}, appraisal.ErrLevel},
	} {
		if _, err := c.s.Sizes(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestManyStrata: 500 are RAT-STATS' limit (User's Guide A-3), 501 a warning.
func TestManyStrata(t *testing.T) {
	var strata []Stratum
	for i := range 501 {
		strata = append(strata, stratum(fmt.Sprint(i), 10, "1", fmt.Sprintf("%d.5", i)))
	}
	l, err := newLayers(strata)
	if err != nil {
		t.Fatal(err)
	}
	if !hasWarning(l.warnings(), "many_strata") {
		t.Error("501 strata without a warning")
	}
	l.list = l.list[:500]
	if hasWarning(l.warnings(), "many_strata") {
		t.Error("500 strata with a warning")
	}
}

// TestManyRoots: strata with roots of many kinds stay quick, since intervals are kept short.
func TestManyRoots(t *testing.T) {
	var strata []Stratum
	for i := range 300 {
		s := Stratum{Name: fmt.Sprint(i), Universe: 1000}
		for k := range 3 + i%50 {
			s.Overpayments = append(s.Overpayments, decimal.New(int64((i+7)*(k+1)*(k+3)%9973), -2))
		}
		strata = append(strata, s)
	}
	table := mustStratified(t, Stratified{Strata: strata, Levels: decs("0.9"), Precisions: decs("0.1")})
	if c := table.TotalSize.Rows[0][0]; c.Size < 300 || exact.Int(c.Size).Cmp(exact.Rat(c.Unrounded)) < 0 {
		t.Errorf("%+v", c)
	}
}
