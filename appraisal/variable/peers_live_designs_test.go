//go:build peers

package variable

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/peerstest"
	"github.com/iromath/iromath/sampling"
)

// live makes random samples, each with the calls of functions in testdata/live.R and live.py that appraise it.
type live struct {
	*rand.Rand
	level decimal.Decimal
}

// appraised is a design that was appraised here. inR or inPython is empty where the program cannot do it.
type appraised struct {
	inR, inPython string
	appraisal.Estimate
	err error
	// scale is about the size of the numbers that the estimate is a sum of.
	scale float64
}

// designs makes one case of every design. The order is that of their list in the package's documentation.
func (l live) designs() []appraised {
	list := []appraised{l.unrestricted(), l.domain(), l.stratified(), l.twoStage(), l.threeStage(), l.rhcTwoStage(),
		l.rhcThreeStage(), l.stratifiedCluster(), l.stratifiedMultistage(), l.postStratified(), l.unknownUniverse()}
	list = append(list, l.ratio()...)
	list = append(list, l.difference(), l.regression(), l.separateRegression(), l.withReplacement(), l.systematic())
	return list
}

func (l live) options() Options { return Options{Levels: []decimal.Decimal{l.level}} }

// amount returns dollars and cents of any size up to a million.
func (l live) amount() decimal.Decimal { return decimal.New(1+l.Int64N(int64(100)<<(3*l.IntN(7))), -2) }

// amounts returns so many overpayments: a share of them zero, some negative, not all of them equal.
func (l live) amounts(n int) []decimal.Decimal {
	zeros, list := l.Float64(), make([]decimal.Decimal, n)
	for i := range list {
		if i < 2 || l.Float64() > zeros {
			list[i] = l.amount()
		}
		if l.IntN(20) == 0 {
			list[i] = list[i].Neg()
		}
	}
	if n > 1 && list[0].Equal(list[1]) {
		list[1] = list[1].Add(list[1])
	}
	return list
}

// sizes returns a sample size of at least low and a universe, the sample's own size now and then.
func (l live) sizes(low, most int) (universe int64, n int) {
	n = low + l.IntN(most-low+1)
	universe = int64(n)
	if l.IntN(10) > 0 {
		universe += l.Int64N(int64(10) << (3 * l.IntN(6)))
	}
	return universe, n
}

func scaleOf(values []decimal.Decimal, factor float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += math.Abs(v.InexactFloat64())
	}
	return factor * sum
}

// vector writes numbers for R, and texts writes them for Python.
func vector(values []decimal.Decimal) string { return "c(" + peerstest.List(values) + ")" }
func texts(values []decimal.Decimal) string  { return "[" + peerstest.Quoted(values) + "]" }

func numbers[N int | int64](values []N) string {
	return "c(" + strings.Trim(strings.ReplaceAll(fmt.Sprint(values), " ", ", "), "[]") + ")"
}

func tuples(list []string) string { return "[" + strings.Join(list, ", ") + "]" }

func (l live) unrestricted() appraised {
	universe, n := l.sizes(2, 60)
	y := l.amounts(n)
	r, err := Unrestricted{Universe: universe, Sample: Sample{Difference: y}, Options: l.options()}.Appraise()
	return appraised{
		inR:      fmt.Sprintf("unrestricted(%d, %s, %s)", universe, vector(y), l.level),
		inPython: fmt.Sprintf("simple(%d, %s)", universe, texts(y)),
		Estimate: r.Estimate, err: err, scale: scaleOf(y, float64(universe)/float64(n)),
	}
}

// domain: the total of some of the items is that of a sample in which all others are zero.
func (l live) domain() appraised {
	universe, n := l.sizes(4, 60)
	all, inside := l.amounts(n), make([]int, n)
	y := make([]decimal.Decimal, n)
	for i := range all {
		if i < 2 || l.IntN(3) == 0 {
			inside[i], y[i] = 1, all[i]
		}
	}
	r, err := Unrestricted{Universe: universe, Sample: Sample{Difference: y}, Options: l.options()}.Appraise()
	return appraised{inR: fmt.Sprintf("domain(%d, %s, %s, %s)", universe, vector(all), numbers(inside), l.level),
		Estimate: r.Estimate, err: err, scale: scaleOf(all, float64(universe)/float64(n))}
}

func (l live) stratified() appraised {
	d := Stratified{Options: l.options()}
	t := l.IntN(2) == 0
	if t {
		d.DegreesOfFreedom = StrataDegrees
	}
	var universes []int64
	var counts []int
	var all []decimal.Decimal
	var strata []string
	var scale float64
	for range 1 + l.IntN(5) {
		universe, n := l.sizes(2, 40)
		if t && universe == int64(n) {
			universe++ // R counts the degrees of freedom of complete strata, this module does not
		}
		y := l.amounts(n)
		d.Strata = append(d.Strata, Stratum{Universe: universe, Sample: Sample{Difference: y}})
		universes, counts, all = append(universes, universe), append(counts, n), append(all, y...)
		strata = append(strata, fmt.Sprintf("(%d, %s)", universe, texts(y)))
		scale += scaleOf(y, float64(universe)/float64(n))
	}
	r, err := d.Appraise()
	return appraised{
		inR: fmt.Sprintf("stratified(%s, %s, %s, %s, %s)", numbers(universes), numbers(counts), vector(all), l.level,
			strings.ToUpper(fmt.Sprint(t))),
		inPython: fmt.Sprintf("stratified(%s)", tuples(strata)),
		Estimate: r.Estimate, err: err, scale: scale,
	}
}

// stages are primary units with samples of their items.
type stages struct {
	units     []SampledUnit
	universes []int64
	counts    []int
	all       []decimal.Decimal
	scale     float64
}

func (l live) stages(n, most int) stages {
	var s stages
	for range n {
		universe, m := l.sizes(1, most)
		if m == 1 {
			universe = 1 // an only item, not one out of more
		}
		y := l.amounts(m)
		s.units = append(s.units, SampledUnit{Universe: universe, Sample: Sample{Difference: y}})
		s.universes, s.counts, s.all = append(s.universes, universe), append(s.counts, m), append(s.all, y...)
		s.scale += scaleOf(y, float64(universe)/float64(m))
	}
	return s
}

// tuples writes the units for Python.
func (s stages) tuples() string {
	var list []string
	for _, u := range s.units {
		list = append(list, fmt.Sprintf("(%d, %s)", u.Universe, texts(u.Difference)))
	}
	return tuples(list)
}

func (l live) twoStage() appraised {
	universe, n := l.sizes(2, 15)
	s := l.stages(n, 12)
	r, err := TwoStage{Universe: universe, Units: s.units, Options: l.options()}.Appraise()
	return appraised{
		inR:      fmt.Sprintf("two_stage(%d, %s, %s, %s, %s)", universe, numbers(s.universes), numbers(s.counts), vector(s.all), l.level),
		inPython: fmt.Sprintf("expand(%d, [simple(*u) for u in %s])", universe, s.tuples()),
		Estimate: r.Estimate, err: err, scale: s.scale * float64(universe) / float64(n),
	}
}

func (l live) threeStage() appraised {
	universe, n := l.sizes(2, 6)
	d := ThreeStage{Universe: universe, Options: l.options()}
	var all stages
	var primary []string
	var second []int64
	var drawn []int
	for range n {
		units, m := l.sizes(2, 5)
		s := l.stages(m, 6)
		d.Units = append(d.Units, ThreeStageUnit{Universe: units, Units: s.units})
		second, drawn = append(second, units), append(drawn, m)
		all.universes, all.counts, all.all = slices.Concat(all.universes, s.universes), slices.Concat(all.counts, s.counts), slices.Concat(all.all, s.all)
		all.scale += s.scale * float64(units) / float64(m)
		primary = append(primary, fmt.Sprintf("(%d, %s)", units, s.tuples()))
	}
	r, err := d.Appraise()
	return appraised{
		inR: fmt.Sprintf("three_stage(%d, %s, %s, %s, %s, %s, %s)", universe, numbers(second), numbers(drawn),
			numbers(all.universes), numbers(all.counts), vector(all.all), l.level),
		inPython: fmt.Sprintf("expand(%d, [expand(m, [simple(*u) for u in units]) for m, units in %s])", universe, tuples(primary)),
		Estimate: r.Estimate, err: err, scale: all.scale * float64(universe) / float64(n),
	}
}

// rhcUnits are units drawn from random groups, and the same for Python.
func (l live) rhcUnits(n int) (units []RHCUnit, list []string) {
	s := l.stages(n, 8)
	for i, u := range s.units {
		row := sampling.RHCRow{SubUnits: u.Universe, Size: l.amount(), UnitsInGroup: int64(1 + l.IntN(9))}
		row.GroupSize = row.Size
		if row.UnitsInGroup > 1 {
			row.GroupSize = row.Size.Add(l.amount())
		}
		units = append(units, RHCUnit{RHCRow: row, Sample: s.units[i].Sample})
		list = append(list, fmt.Sprintf(`(%d, "%s", "%s", %d, %s)`, row.SubUnits, row.Size, row.GroupSize, row.UnitsInGroup,
			texts(u.Difference)))
	}
	return units, list
}

func (l live) rhcTwoStage() appraised {
	units, list := l.rhcUnits(2 + l.IntN(8))
	r, err := RHCTwoStage{Units: units, Options: l.options()}.Appraise()
	return appraised{inPython: fmt.Sprintf("rhc_two_stage(%s)", tuples(list)), Estimate: r.Estimate, err: err}
}

func (l live) rhcThreeStage() appraised {
	d := RHCThreeStage{Options: l.options(), SizesOfGroups: l.IntN(2) == 0}
	var primary []string
	for range 2 + l.IntN(5) {
		units, list := l.rhcUnits(2 + l.IntN(4))
		row := sampling.RHCRow{Size: l.amount(), UnitsInGroup: int64(2 + l.IntN(9))}
		row.GroupSize = row.Size.Add(l.amount())
		for _, u := range units {
			row.SubUnits += u.UnitsInGroup
		}
		d.Units = append(d.Units, RHCPrimaryUnit{RHCRow: row, Units: units})
		primary = append(primary, fmt.Sprintf(`("%s", "%s", %d, %s)`, row.Size, row.GroupSize, row.UnitsInGroup, tuples(list)))
	}
	r, err := d.Appraise()
	of := map[bool]string{true: "True", false: "False"}[d.SizesOfGroups]
	return appraised{inPython: fmt.Sprintf("rhc_three_stage(%s, %s)", tuples(primary), of), Estimate: r.Estimate, err: err}
}

func (l live) stratifiedCluster() appraised {
	d := StratifiedCluster{Options: l.options()}
	var universes []int64
	var clusters, items []int
	var all []decimal.Decimal
	var strata []string
	var scale float64
	for range 1 + l.IntN(4) {
		universe, n := l.sizes(2, 10)
		s := ClusterStratum{Universe: universe}
		var totals []decimal.Decimal
		for range n {
			y := l.amounts(1 + l.IntN(8))
			sum := decimal.Sum(y[0], y[1:]...)
			s.Clusters = append(s.Clusters, Cluster{Items: int64(len(y)), Value: sum})
			items, all, totals = append(items, len(y)), append(all, y...), append(totals, sum)
			scale += scaleOf(y, float64(universe)/float64(n))
		}
		d.Strata = append(d.Strata, s)
		universes, clusters = append(universes, universe), append(clusters, n)
		strata = append(strata, fmt.Sprintf("(%d, %s)", universe, texts(totals)))
	}
	r, err := d.Appraise()
	return appraised{
		inR: fmt.Sprintf("clusters(%s, %s, %s, %s, %s)", numbers(universes), numbers(clusters), numbers(items), vector(all),
			l.level),
		inPython: fmt.Sprintf("stratified(%s)", tuples(strata)),
		Estimate: r.Estimate, err: err, scale: scale,
	}
}

func (l live) stratifiedMultistage() appraised {
	d := StratifiedMultistage{Options: l.options()}
	var universes []int64
	var primary []int
	var all stages
	var entries []string
	for range 1 + l.IntN(4) {
		universe, n := l.sizes(2, 8)
		s := l.stages(n, 6)
		one, err := TwoStage{Universe: universe, Units: s.units, Options: l.options()}.Appraise()
		if err != nil {
			return appraised{err: err}
		}
		d.Strata = append(d.Strata, StratumTotal{PointEstimate: one.PointEstimate, StandardError: one.StandardError})
		entries = append(entries, fmt.Sprintf(`("%s", "%s")`, one.PointEstimate, one.StandardError))
		universes, primary = append(universes, universe), append(primary, n)
		all.universes, all.counts, all.all = slices.Concat(all.universes, s.universes), slices.Concat(all.counts, s.counts), slices.Concat(all.all, s.all)
		all.scale += s.scale * float64(universe) / float64(n)
	}
	r, err := d.Appraise()
	return appraised{
		inR: fmt.Sprintf("multistage(%s, %s, %s, %s, %s, %s)", numbers(universes), numbers(primary), numbers(all.universes),
			numbers(all.counts), vector(all.all), l.level),
		inPython: fmt.Sprintf("multistage(%s)", tuples(entries)),
		Estimate: r.Estimate, err: err, scale: all.scale,
	}
}

// postStratified: RAT-STATS' variance is not that of R, which has no part in it.
func (l live) postStratified() appraised {
	d := PostStratified{Options: l.options()}
	var universes []int64
	var counts []int
	var all []decimal.Decimal
	var strata []string
	var scale float64
	for range 2 + l.IntN(4) {
		universe, n := l.sizes(2, 30)
		y := l.amounts(n)
		d.Strata = append(d.Strata, Stratum{Universe: universe, Sample: Sample{Difference: y}})
		universes, counts, all = append(universes, universe), append(counts, n), append(all, y...)
		strata = append(strata, fmt.Sprintf("(%d, %s)", universe, texts(y)))
		scale += scaleOf(y, float64(universe)/float64(n))
	}
	r, err := d.Appraise()
	return appraised{
		inR:      fmt.Sprintf("post_stratified(%s, %s, %s)", numbers(universes), numbers(counts), vector(all)),
		inPython: fmt.Sprintf("post_stratified(%s)", tuples(strata)),
		Estimate: r.Estimate, err: err, scale: scale,
	}
}

func (l live) unknownUniverse() appraised {
	units, n := l.sizes(2, 40)
	counts := make([]decimal.Decimal, n)
	for i := range counts {
		counts[i] = decimal.NewFromInt(5 + l.Int64N(20))
	}
	amounts := l.amounts(2 + l.IntN(min(n, 30)))
	r, err := UnknownUniverse{Universe: units, Counts: Measured{Values: counts}, Amounts: Measured{Values: amounts},
		Options: l.options()}.Appraise()
	return appraised{inPython: fmt.Sprintf("unknown(%d, %s, %s)", units, texts(counts), texts(amounts)), Estimate: r.Estimate, err: err}
}
