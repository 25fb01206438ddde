package samplesize

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

// z50 is the percentile at level 0.5. As a precision it makes (E/z)^2 the square of the total.
const z50 = "0.6744897501960817432"

func mustStratified(t interface{ Fatal(...any) }, s Stratified) StratifiedTable {
	table, err := s.Table()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func mustKnown(t interface{ Fatal(...any) }, s StratifiedKnown) StratifiedSizes {
	sizes, err := s.Sizes()
	if err != nil {
		t.Fatal(err)
	}
	return sizes
}

// first returns the sizes of the strata in the first cell, and the total's.
func first(t StratifiedTable) (sizes []int64, total int64) {
	for _, s := range t.Strata {
		sizes = append(sizes, s.Rows[0][0].Size)
	}
	return sizes, t.TotalSize.Rows[0][0].Size
}

func warningCodes(list []Warning) string {
	var codes []string
	for _, w := range list {
		codes = append(codes, w.Code)
	}
	return strings.Join(codes, ",")
}

// TestRoundingUp is the printed proof of Companion Manual 4-12: at 80 %/2 % n = 2087.52 is divided into 417.50 and
// 1670.01, printed 418 and 1671, and the total is their sum, not 2088.
func TestRoundingUp(t *testing.T) {
	table := mustStratified(t, Stratified{Strata: manualStrata(), Levels: decs("0.8"), Precisions: decs("0.02")})
	sizes, total := first(table)
	text := exact.Fixed(table.TotalSize.Rows[0][0].Unrounded, 2)
	for _, s := range table.Strata {
		text += " " + exact.Fixed(s.Rows[0][0].Unrounded, 2)
	}
	if diff := cmp.Diff([]int64{418, 1671}, sizes); diff != "" || total != 2089 || text != "2087.52 417.50 1670.01" {
		t.Errorf("%v, %d, %s", sizes, total, text)
	}
}

// TestIntegersAreNotRoundedUp: the probe 0, 2 has mean 1 and s^2 = 2. Two strata of 16 with it: SUM1^2 =
// (32*sqrt(2))^2 = 2048, SUM2 = 64, T = 32. With E/z = T/4 = 8 n is 2048/128 = 16: exactly 8 a stratum, though both
// deviations are roots.
func TestIntegersAreNotRoundedUp(t *testing.T) {
	probe := decs("0", "2")
	strata := []Stratum{{Name: "a", Universe: 16, Overpayments: probe}, {Name: "b", Universe: 16, Overpayments: probe}}
	quarter := dec(z50).Mul(dec("0.25"))
	s := Stratified{Strata: strata, Levels: decs("0.5"), Precisions: []decimal.Decimal{quarter}}
	if sizes, total := first(mustStratified(t, s)); total != 16 || sizes[0] != 8 || sizes[1] != 8 {
		t.Errorf("roots: %v", sizes)
	}
	// A precision less by 1e-38 takes one more.
	s.Precisions[0] = quarter.Sub(decimal.New(1, -38))
	if sizes, _ := first(mustStratified(t, s)); sizes[0] != 9 || sizes[1] != 9 {
		t.Errorf("a little tighter: %v", sizes)
	}
	// sqrt(2) and sqrt(8), in a ratio of 1 to 2: 16*1 and 8*2 are equal shares.
	s.Strata[1] = Stratum{Name: "b", Universe: 8, Overpayments: decs("0", "4")}
	s.Precisions[0] = quarter
	// SUM1^2 = 2*(16+16)^2 = 2048, SUM2 = 32+64 = 96, T = 16+16 = 32, E/z = 8: 2048/160 = 12.8, 6.4 each.
	table := mustStratified(t, s)
	if got := exact.String(table.Strata[1].Rows[0][0].Unrounded); got != "6.4" {
		t.Error(got)
	}
}

// TestReallocation cuts strata to their universe, by hand. The request is 50 of A (10 units, s = 90), B (100, s = 9)
// and C (100, s = 1): N*s = 900, 900, 100, so n_i = 450/19 = 23.7, 23.7, 2.63. A exceeds 10: the 40 left go to B and C
// by 900:100 = 36 and 4. With 100: 47.4, 47.4, 5.26; A cut, 90 left: 81 and 9. With 150: 71, 71, 7.9; A cut, 140 left:
// 126 and 14: B exceeds 100, is cut, and C gets the last 40.
func TestReallocation(t *testing.T) {
	strata := []Stratum{stratum("A", 10, "100", "90"), stratum("B", 100, "10", "9"), stratum("C", 100, "1", "1")}
	for size, want := range map[int64]string{
		50: "10# 36 4", 100: "10# 81 9", 150: "10# 100# 40", 200: "10# 100# 90", 210: "10# 100# 100",
		19: "9 9 1", 21: "10 10 1", 22: "10# 11 1",
	} {
		got := mustKnown(t, StratifiedKnown{Size: size, Strata: strata})
		var text []string
		for _, s := range got.Strata {
			text = append(text, fmt.Sprint(s.Size)+map[bool]string{true: "#"}[s.Full])
		}
		if strings.Join(text, " ") != want {
			t.Errorf("%d: %v, want %s", size, text, want)
		}
		note := printed(t, got.WriteText).note("#")
		if hash := strings.Contains(want, "#"); hasWarning(got.Warnings, "reallocated") != hash || (note == "yes") != hash {
			t.Errorf("%d: %v, note %s", size, got.Warnings, note)
		}
	}
	all := mustKnown(t, StratifiedKnown{Size: 210, Strata: strata})
	if !all.Expected[0].PrecisionAmount.IsZero() || !all.Expected[0].Precision.IsZero() {
		t.Errorf("everything is drawn: %+v", all.Expected[0])
	}
}

// TestReallocationOfUnknown: A has 2 units with s = 60, B 100 with s = 2; SUM1 = 120+200 = 320, SUM2 = 7200+400 =
// 7600, E/z = T = 20: n = 102400/8000 = 12.8, of which A gets 4.8 and B 8. A is cut to 2 and B gets the remaining
// 10.8: 11. Sized anew B alone needs 200^2/(400+400) = 50.
func TestReallocationOfUnknown(t *testing.T) {
	s := Stratified{
		Strata: []Stratum{stratum("A", 2, "10", "60"), stratum("B", 100, "0", "2")},
		Levels: decs("0.5"), Precisions: decs(z50),
	}
	table := mustStratified(t, s)
	if sizes, total := first(table); sizes[0] != 2 || sizes[1] != 11 || total != 13 || !table.Strata[0].Rows[0][0].Full ||
		table.Strata[1].Rows[0][0].Full {
		t.Errorf("%v, %d", sizes, total)
	}
	if n := exact.String(table.TotalSize.Rows[0][0].Unrounded); n != "12.8" {
		t.Errorf("n is not solved again, but is %s", n)
	}
	if got := printed(t, table.WriteText); got.note("#") != "yes" {
		t.Error(got)
	}
	s.SizeAgain = true
	if sizes, total := first(mustStratified(t, s)); sizes[0] != 2 || sizes[1] != 50 || total != 52 {
		t.Errorf("sized anew: %v, %d", sizes, total)
	}
}

// TestExactlyTheUniverse: a part that just reaches the universe is no reallocation: 8 by N*s = 120 and 200 are 3 and
// 5, and the first stratum has 3 units.
func TestExactlyTheUniverse(t *testing.T) {
	strata := []Stratum{stratum("A", 3, "1", "40"), stratum("B", 100, "1", "2")}
	got := mustKnown(t, StratifiedKnown{Size: 8, Strata: strata})
	if got.Strata[0].Size != 3 || got.Strata[0].Full || got.Strata[1].Size != 5 {
		t.Errorf("%+v", got.Strata)
	}
	// The same with roots: deviations sqrt(2)*20 and sqrt(2).
	got = mustKnown(t, StratifiedKnown{Size: 8, Strata: []Stratum{
		{Name: "A", Universe: 3, Overpayments: decs("0", "40")}, {Name: "B", Universe: 100, Overpayments: decs("0", "2")},
	}})
	if got.Strata[0].Size != 3 || got.Strata[0].Full || !got.Strata[0].Unrounded.Equal(dec("3")) {
		t.Errorf("%+v", got.Strata)
	}
}

// TestRootsOfSeveralKinds: deviations of sqrt(2) and sqrt(3), N = 100 each, n = 50: 50*sqrt(2)/(sqrt(2)+sqrt(3)) =
// 22.474487139158904909864203735 = 50*(sqrt(6)-2).
func TestRootsOfSeveralKinds(t *testing.T) {
	strata := []Stratum{
		{Name: "two", Universe: 100, Overpayments: decs("0", "2")}, // s^2 = 2
		{Name: "three", Universe: 100, Overpayments: decs("1", "1", "4")},
	}
	got := mustKnown(t, StratifiedKnown{Size: 50, Strata: strata})
	if got.Strata[0].Size != 22 || got.Strata[1].Size != 28 ||
		exact.String(got.Strata[0].Unrounded) != "22.47448713915890491" {
		t.Errorf("%+v", got.Strata)
	}
	// The last stratum has room for all that is left: n - 5 = 45 exactly, by an interval that never gets exact.
	strata[0].Universe = 5
	strata[0].Overpayments = decs("0", "200000")
	got = mustKnown(t, StratifiedKnown{Size: 50, Strata: strata})
	if got.Strata[0].Size != 5 || !got.Strata[0].Full || got.Strata[1].Size != 45 ||
		!got.Strata[1].Unrounded.Equal(dec("45")) || got.Strata[1].Full {
		t.Errorf("%+v", got.Strata)
	}
}

// TestHalves: 5 in two equal strata are 2.5 and 2.5, rounded to 3 and 3; the note (!) names 6 and 5.
func TestHalves(t *testing.T) {
	strata := []Stratum{stratum("A", 100, "1", "2"), stratum("B", 100, "1", "2")}
	got := mustKnown(t, StratifiedKnown{Size: 5, Strata: strata})
	text := strings.Join(printed(t, got.WriteText), "\n")
	if got.Size != 6 || got.Requested != 5 || warningCodes(got.Warnings) != "small_size,total_differs" ||
		!strings.Contains(text, "NOTE (!): The sizes of the strata add up to 6 where a total of 5") {
		t.Errorf("%+v\n%s", got, text)
	}
}

// TestEmptyStratum: 5 of N*s = 10 and 990 leave 0.05 for the first, which is none: no precision. A minimum of 2 helps.
func TestEmptyStratum(t *testing.T) {
	s := StratifiedKnown{Size: 5, Strata: []Stratum{stratum("A", 10, "1", "1"), stratum("B", 990, "1", "1")}}
	got := mustKnown(t, s)
	text := strings.Join(printed(t, got.WriteText), "\n")
	if got.Strata[0].Size != 0 || got.Expected[0].Precision != nil || got.Expected[0].PrecisionAmount != nil ||
		!hasWarning(got.Warnings, "empty_stratum") || !strings.Contains(text, "Sample Precision         ---") ||
		!strings.Contains(text, "Sample Size: ---") {
		t.Errorf("%+v\n%s", got, text)
	}
	s.Minimum = 2
	got = mustKnown(t, s)
	text = strings.Join(printed(t, got.WriteText), "\n")
	if got.Strata[0].Size != 2 || !got.Strata[0].Raised || got.Strata[1].Raised || got.Size != 7 ||
		got.Expected[0].Precision == nil || !hasWarning(got.Warnings, "minimum_raised") ||
		!strings.Contains(text, "Minimum size of a stratum: 2") {
		t.Errorf("%+v\n%s", got, text)
	}
}

// TestMinimum: sizes under it are raised, to no more than the universe, and the total is still the sum. The manual's
// sizes at 80 %/10 % are 17 and 68 (Companion Manual 4-12); a third stratum of 20 that does not vary changes them by
// nothing.
func TestMinimum(t *testing.T) {
	strata := append(manualStrata(), stratum("small", 20, "5000", "0"))
	table := mustStratified(t, Stratified{Strata: strata, Levels: decs("0.8"), Precisions: decs("0.10"), Minimum: 30})
	sizes, total := first(table)
	if diff := cmp.Diff([]int64{30, 68, 20}, sizes); diff != "" || total != 118 ||
		!hasWarning(table.Warnings, "minimum_raised") {
		t.Errorf("%v, %d, %v", sizes, total, table.Warnings)
	}
}

// TestSpecialStrata: what does not vary gets nothing; a total of 0 gives what the formula gives; both is not defined.
func TestSpecialStrata(t *testing.T) {
	table := mustStratified(t, Stratified{Strata: append(manualStrata(), stratum("same", 1000, "7", "0"))})
	if table.Strata[2].Rows[0][0].String() != "---" || warningCodes(table.Warnings) != "small_size,no_variation" ||
		!table.Strata[2].Ratio.IsZero() {
		t.Errorf("%+v", table.Warnings)
	}
	same := []Stratum{stratum("A", 10, "1", "0"), stratum("B", 10, "2", "0")}
	table = mustStratified(t, Stratified{Strata: same})
	if table.TotalSize.Rows[0][0].Size != 0 || table.Strata[0].Ratio != nil ||
		!hasWarning(table.Warnings, "no_variation") {
		t.Errorf("%+v", table)
	}
	if text := strings.Join(printed(t, table.WriteText), "\n"); !strings.Contains(text, "---") {
		t.Error(text)
	}
	if _, err := (StratifiedKnown{Size: 5, Strata: same}).Sizes(); !errors.Is(err, ErrUndefined) {
		t.Errorf("nothing to allocate by: %v", err)
	}
	if got := mustKnown(t, StratifiedKnown{Size: 5, Strata: same, Allocation: Proportional}); got.Size != 6 ||
		!got.Expected[0].Precision.IsZero() {
		t.Errorf("%+v", got)
	}
	zero := []Stratum{stratum("A", 10, "0", "1"), stratum("B", 10, "0", "1")}
	table = mustStratified(t, Stratified{Strata: zero})
	if table.TotalSize.Rows[0][0].Size != 20 || !hasWarning(table.Warnings, "mean_zero") {
		t.Errorf("%+v", table)
	}
	if got := mustKnown(t, StratifiedKnown{Size: 6, Strata: zero}); got.Expected[0].Precision != nil ||
		got.Expected[0].PrecisionAmount == nil {
		t.Errorf("%+v", got)
	}
	zero = []Stratum{stratum("A", 10, "0", "0"), stratum("B", 10, "0", "0")}
	if _, err := (Stratified{Strata: zero}).Table(); !errors.Is(err, ErrUndefined) {
		t.Errorf("%v", err)
	}
}

// TestCosts: A of 100 units, s = 10, cost 4; B of 100, s = 10, cost 1: shares 1000/2 and 1000, so one third and two
// thirds. T = 1000, E/z = 1000: n = (500+1000)*(1000*2+1000*1)/(10^6 + 20000) = 4.41 (Cochran 1977, sec. 5.5).
func TestCosts(t *testing.T) {
	a, b := stratum("A", 100, "10", "10"), stratum("B", 100, "0", "10")
	four, one := dec("4.0"), dec("1")
	a.Cost, b.Cost = &four, &one
	got := mustKnown(t, StratifiedKnown{Size: 30, Strata: []Stratum{a, b}})
	if got.Strata[0].Size != 10 || got.Strata[1].Size != 20 || !got.Cost.Equal(dec("60")) {
		t.Errorf("%+v", got)
	}
	if text := strings.Join(printed(t, got.WriteText), "\n"); !strings.Contains(text,
		"Allocation: optimal, with the cost of a unit\n  Stratum 1: 4 a unit\n  Stratum 2: 1 a unit") {
		t.Error(text)
	}
	table := mustStratified(t, Stratified{Strata: []Stratum{a, b}, Levels: decs("0.5"), Precisions: decs(z50)})
	want := exact.Round(new(big.Rat).SetFrac64(1500*3000, 1_020_000))
	if n := table.TotalSize.Rows[0][0].Unrounded; !n.Equal(want) {
		t.Errorf("%s, want %s", n, want)
	}
	got = mustKnown(t, StratifiedKnown{Size: 30, Strata: []Stratum{a, b}, Allocation: Proportional})
	if got.Strata[0].Size != 15 || !got.Cost.Equal(dec("75")) {
		t.Errorf("%+v", got)
	}
}

func TestStratifiedJSON(t *testing.T) {
	var sums appraisal.Sums
	if err := sums.AddAll(decs("1", "1", "4")); err != nil {
		t.Fatal(err)
	}
	cost := dec("2.5")
	strata := []Stratum{
		{Name: "values", Universe: 50, Overpayments: decs("0", "2"), Cost: &cost},
		{Name: "sums", Universe: 90, OverpaymentSums: &sums, Cost: &cost},
	}
	s := Stratified{Strata: strata, Levels: decs("0.90"), Precisions: decs("0.25"), Allocation: Optimal, Minimum: 3}
	roundTrip(t, s)
	known := StratifiedKnown{Size: 20, Strata: strata, Levels: decs("0.90")}
	roundTrip(t, known)
	table, sizes := mustStratified(t, s), mustKnown(t, known)
	roundTrip(t, table)
	roundTrip(t, table.Strata[1])
	roundTrip(t, table.Strata[1].StratumEntry)
	roundTrip(t, table.StratifiedUniverse)
	roundTrip(t, sizes)
	roundTrip(t, sizes.Strata[0])
	roundTrip(t, sizes.Expected[0])
	roundTrip(t, strata[0])
	flipGlobals(t, func() {
		if diff := cmp.Diff(table, mustStratified(t, s)) + cmp.Diff(sizes, mustKnown(t, known)); diff != "" {
			t.Errorf("other settings of the decimal library: %s", diff)
		}
	})
}
