package samplesize

import (
	"errors"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
)

// TestReasons: every empty cell says why it is empty.
func TestReasons(t *testing.T) {
	flat := mustTable(t, typed(50, "1", "0")) // no deviation: 0
	for _, row := range flat.Rows {
		for _, c := range row {
			if c.Size != 0 || c.Empty != NothingVaries || c.String() != "---" {
				t.Errorf("%+v", c)
			}
		}
	}
	c, err := typed(100_000, "400", "50").Size(dec("0.80"), dec("0.25")) // 0.41: Companion Manual 4-4
	if err != nil || c.Size != 0 || c.Empty != RoundsToZero {
		t.Errorf("%+v, %v", c, err)
	}
	if c, err = typed(100_000, "400", "50").Size(dec("0.90"), dec("0.25")); err != nil || c.Size != 1 || c.Empty != "" {
		t.Errorf("%+v, %v", c, err)
	}
	s := Stratified{Strata: []Stratum{stratum("flat", 10, "1", "0"), stratum("other", 100, "2", "3")}}
	parts, total, err := s.Size(dec("0.9"), dec("0.1"))
	if err != nil || parts[0].Empty != NothingVaries || parts[1].Empty != "" || total.Empty != "" ||
		total.Size != parts[1].Size {
		t.Errorf("%+v, %+v, %v", parts, total, err)
	}
	s.Minimum = 4
	parts, total, err = s.Size(dec("0.9"), dec("0.1"))
	if err != nil || parts[0].Empty != "" || parts[0].Size != 4 || total.Size != 4+parts[1].Size {
		t.Errorf("%+v, %+v, %v", parts, total, err)
	}
	known, err := StratifiedKnown{Size: 5, Strata: s.Strata}.Sizes()
	if err != nil || known.Strata[0].Empty != NothingVaries || known.Strata[1].Empty != "" {
		t.Errorf("%+v, %v", known, err)
	}
	s.Strata[0] = stratum("small", 1, "1", "1")
	known, err = StratifiedKnown{Size: 1, Strata: s.Strata}.Sizes()
	if err != nil || known.Strata[0].Empty != RoundsToZero || known.Strata[1].Size != 1 {
		t.Errorf("%+v, %v", known, err)
	}
	s.Minimum = -1
	if _, _, err = s.Size(dec("0.9"), dec("0.1")); !errors.Is(err, ErrAllocation) {
		t.Error(err)
	}
}

// TestStratifiedPrecision: the precision of the sizes of Companion Manual 4-18, and what is refused.
func TestStratifiedPrecision(t *testing.T) {
	s := Stratified{Strata: manualStrata()}
	known, err := StratifiedKnown{Size: 500, Strata: s.Strata, Levels: decs("0.95")}.Sizes()
	if err != nil {
		t.Fatal(err)
	}
	sizes := []int64{known.Strata[0].Size, known.Strata[1].Size}
	e, err := s.Precision(sizes, dec("0.95"))
	if err != nil || !e.Precision.Equal(*known.Expected[0].Precision) || e.Size != 500 {
		t.Errorf("%+v, %v", e, err)
	}
	s.OneSided = true
	if one, err := s.Precision(sizes, dec("0.975")); err != nil || !one.Precision.Equal(*e.Precision) || !one.OneSided {
		t.Errorf("%+v, %v", one, err)
	}
	if e, err = s.Precision([]int64{0, 5}, dec("0.95")); err != nil || e.Precision != nil {
		t.Errorf("a stratum without a unit: %+v, %v", e, err)
	}
	for _, wrong := range [][]int64{nil, {1}, {1, 2, 3}, {-1, 2}, {1, 500_001}} {
		if _, err := s.Precision(wrong, dec("0.95")); !errors.Is(err, ErrSize) {
			t.Errorf("%v: %v", wrong, err)
		}
	}
	if _, err := (Stratified{}).Precision(nil, dec("0.95")); !errors.Is(err, ErrStrata) {
		t.Error(err)
	}
	if _, err := s.Precision(sizes, dec("0.5")); !errors.Is(err, appraisal.ErrLevel) {
		t.Error(err)
	}
}

// TestOneSidedLevels: a one-sided level has to be above 0.5, in tables and in single questions.
func TestOneSidedLevels(t *testing.T) {
	p := typed(100, "5", "3")
	p.OneSided = true
	for _, level := range []string{"0.5", "0.1", "0", "1", "1.2", "-1"} {
		p.Levels = []decimal.Decimal{dec(level)}
		_, table := p.Table()
		_, one := p.Size(dec(level), dec("0.1"))
		_, reaching := p.SizeStudentT(dec(level), dec("0.1"))
		_, precision := p.Precision(7, dec(level))
		_, z := p.PrecisionNormal(7, dec(level))
		for _, err := range []error{table, one, reaching, precision, z} {
			if !errors.Is(err, appraisal.ErrLevel) {
				t.Errorf("%s: %v", level, err)
			}
		}
	}
	roundTrip(t, p)
}
