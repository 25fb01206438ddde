//go:build peers

package attribute

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/peerstest"
	"github.com/iromath/iromath/sampling"
)

// live makes random samples, each with the calls of functions in testdata/live.R and live.py that appraise it. A count is a sample
// of ones and zeros, so that the functions of appraisal/variable serve.
type live struct {
	*rand.Rand
	level decimal.Decimal
}

// appraised is a design that was appraised here. inR is empty where R cannot do it.
type appraised struct {
	inR, inPython string
	quantity      appraisal.Estimate
	proportion    *appraisal.Estimate // nil where the design states none
	err           error
}

func (l live) options() Options { return Options{Levels: []decimal.Decimal{l.level}} }

// sizes returns a universe and a sample size of at least low, the universe itself now and then.
func (l live) sizes(low, most int) (universe, n int64) {
	n = int64(low + l.IntN(most-low+1))
	if l.IntN(10) == 0 {
		return n, n
	}
	return n + l.Int64N(int64(10)<<(3*l.IntN(6))), n
}

// sample returns one of which some items have the characteristic, and some have not.
func (l live) sample(low, most int) (universe int64, s Sample) {
	universe, s.SampleSize = l.sizes(low, most)
	if s.SampleSize == 1 {
		return 1, Sample{SampleSize: 1, Count: l.Int64N(2)}
	}
	s.Count = 1 + l.Int64N(s.SampleSize-1)
	return universe, s
}

// python writes a sample as text.
func (s Sample) python(universe int64) string {
	return fmt.Sprintf("(%d, %d, %d)", universe, s.SampleSize, s.Count)
}

func vector(values []int64) string {
	return "c(" + strings.Trim(strings.ReplaceAll(fmt.Sprint(values), " ", ", "), "[]") + ")"
}

func tuples(list []string) string { return "[" + strings.Join(list, ", ") + "]" }

// columns are the sizes of samples and their counts for R.
type columns struct{ universes, sizes, counts []int64 }

func (c *columns) add(universe int64, s Sample) {
	c.universes, c.sizes, c.counts = append(c.universes, universe), append(c.sizes, s.SampleSize), append(c.counts, s.Count)
}

func (c columns) String() string {
	return fmt.Sprintf("%s, %s, ones(%s, %s)", vector(c.universes), vector(c.sizes), vector(c.sizes), vector(c.counts))
}

func (l live) stratified() appraised {
	d := Stratified{Options: l.options()}
	var c columns
	var strata []string
	for range 1 + l.IntN(5) {
		universe, s := l.sample(2, 60)
		d.Strata = append(d.Strata, Stratum{Universe: universe, Sample: s})
		c.add(universe, s)
		strata = append(strata, s.python(universe))
	}
	r, err := d.Appraise()
	return appraised{
		inR:      fmt.Sprintf("stratified(%s, %s, FALSE)", c, l.level),
		inPython: fmt.Sprintf("of_strata(%s)", tuples(strata)),
		quantity: r.Estimate, proportion: &r.Proportion, err: err,
	}
}

// units makes sampled units.
func (l live) units(n int64, most int) (units []SampledUnit, c columns, list []string) {
	for range n {
		universe, s := l.sample(1, most)
		units = append(units, SampledUnit{Universe: universe, Sample: s})
		c.add(universe, s)
		list = append(list, s.python(universe))
	}
	return units, c, list
}

// items is a number of items in the universe, not known (0) in half of all cases.
func (l live) items(universe int64, units []SampledUnit) int64 {
	if l.IntN(2) == 0 {
		return 0
	}
	sum := int64(0)
	for _, u := range units {
		sum += u.Universe
	}
	return sum + universe*l.Int64N(1000)
}

func (l live) twoStage() appraised {
	universe, n := l.sizes(2, 15)
	units, c, list := l.units(n, 15)
	d := TwoStage{Universe: universe, SecondaryUniverse: l.items(universe, units), Units: units, Options: l.options()}
	if universe == n && d.SecondaryUniverse > 0 {
		d.SecondaryUniverse = 0 // a complete list of units may not contradict it
	}
	r, err := d.Appraise()
	return appraised{
		inR:      fmt.Sprintf("two_stage(%d, %s, %s)", universe, c, l.level),
		inPython: fmt.Sprintf("of_two_stages(%d, %s, %d)", universe, tuples(list), d.SecondaryUniverse),
		quantity: r.Estimate, proportion: &r.Proportion, err: err,
	}
}

func (l live) threeStage() appraised {
	universe, n := l.sizes(2, 6)
	d := ThreeStage{Universe: universe, Options: l.options()}
	var all columns
	var second, drawn []int64
	var primary []string
	var every []SampledUnit
	complete := universe == n
	for range n {
		M, m := l.sizes(2, 5)
		units, c, list := l.units(m, 8)
		d.Units = append(d.Units, ThreeStageUnit{Universe: M, Units: units})
		all = columns{slices.Concat(all.universes, c.universes), slices.Concat(all.sizes, c.sizes), slices.Concat(all.counts, c.counts)}
		second, drawn, every = append(second, M), append(drawn, m), append(every, units...)
		primary = append(primary, fmt.Sprintf("(%d, %s)", M, tuples(list)))
	}
	if !complete {
		d.ThirdUniverse = l.items(universe, every)
	}
	r, err := d.Appraise()
	return appraised{
		inR:      fmt.Sprintf("three_stage(%d, %s, %s, %s, %s)", universe, vector(second), vector(drawn), all, l.level),
		inPython: fmt.Sprintf("of_three_stages(%d, %s, %d)", universe, tuples(primary), d.ThirdUniverse),
		quantity: r.Estimate, proportion: &r.Proportion, err: err,
	}
}

// rhcUnits are units drawn from random groups, and the same for Python.
func (l live) rhcUnits(n int) (units []RHCUnit, list []string) {
	for range n {
		universe, s := l.sample(1, 10)
		row := sampling.RHCRow{SubUnits: universe, Size: decimal.New(1+l.Int64N(100_000), -2), UnitsInGroup: int64(1 + l.IntN(9))}
		row.GroupSize = row.Size
		if row.UnitsInGroup > 1 {
			row.GroupSize = row.Size.Add(decimal.New(1+l.Int64N(100_000), -2))
		}
		units = append(units, RHCUnit{RHCRow: row, Sample: s})
		list = append(list, fmt.Sprintf(`(%d, "%s", "%s", %d, ones(%d, %d))`, universe, row.Size, row.GroupSize, row.UnitsInGroup,
			s.SampleSize, s.Count))
	}
	return units, list
}

func (l live) rhcTwoStage() appraised {
	units, list := l.rhcUnits(2 + l.IntN(8))
	r, err := RHCTwoStage{Units: units, Options: l.options()}.Appraise()
	return appraised{inPython: fmt.Sprintf("[rhc_two_stage(%s)]", tuples(list)), quantity: r.Estimate, err: err}
}

func (l live) rhcThreeStage() appraised {
	d := RHCThreeStage{Options: l.options(), SizesOfGroups: l.IntN(2) == 0}
	var primary []string
	for range 2 + l.IntN(5) {
		units, list := l.rhcUnits(2 + l.IntN(4))
		row := sampling.RHCRow{Size: decimal.New(1+l.Int64N(1000), 0), UnitsInGroup: int64(2 + l.IntN(9))}
		row.GroupSize = row.Size.Add(decimal.New(1+l.Int64N(1000), 0))
		for _, u := range units {
			row.SubUnits += u.UnitsInGroup
		}
		d.Units = append(d.Units, RHCPrimaryUnit{RHCRow: row, Units: units})
		primary = append(primary, fmt.Sprintf(`("%s", "%s", %d, %s)`, row.Size, row.GroupSize, row.UnitsInGroup, tuples(list)))
	}
	r, err := d.Appraise()
	of := map[bool]string{true: "True", false: "False"}[d.SizesOfGroups]
	return appraised{inPython: fmt.Sprintf("[rhc_three_stage(%s, %s)]", tuples(primary), of), quantity: r.Estimate, err: err}
}

func (l live) stratifiedCluster() appraised {
	d := StratifiedCluster{Options: l.options()}
	var universes, drawn, items, sizes, counts []int64
	var strata []string
	for range 1 + l.IntN(4) {
		universe, n := l.sizes(2, 12)
		universe++ // all clusters may not contradict the number of items
		s := ClusterStratum{Universe: universe}
		var list []string
		for range n {
			c := Cluster{Items: 1 + l.Int64N(500)}
			c.Count = l.Int64N(c.Items + 1)
			s.Clusters, s.Items = append(s.Clusters, c), s.Items+c.Items
			sizes, counts = append(sizes, c.Items), append(counts, c.Count)
			list = append(list, fmt.Sprintf("(%d, %d)", c.Items, c.Count))
		}
		s.Items += (universe - n) * (1 + l.Int64N(500))
		d.Strata = append(d.Strata, s)
		universes, drawn, items = append(universes, universe), append(drawn, n), append(items, s.Items)
		strata = append(strata, fmt.Sprintf("(%d, %d, %s)", universe, s.Items, tuples(list)))
	}
	r, err := d.Appraise()
	return appraised{
		inR: fmt.Sprintf("share_of_clusters(%s, %s, %s, %s, %s, %s)", vector(universes), vector(drawn), vector(items),
			vector(sizes), vector(counts), l.level),
		inPython: fmt.Sprintf("of_clusters(%s)", tuples(strata)),
		quantity: r.Estimate, proportion: &r.Proportion, err: err,
	}
}

func (l live) stratifiedMultistage() appraised {
	d := StratifiedMultistage{Options: l.options()}
	var list []string
	for range 1 + l.IntN(6) {
		s := StratumProportion{Universe: 1 + l.Int64N(1_000_000), Proportion: decimal.New(l.Int64N(10_001), -4),
			StandardError: decimal.New(l.Int64N(1000), -4)}
		d.Strata = append(d.Strata, s)
		list = append(list, fmt.Sprintf(`(%d, "%s", "%s")`, s.Universe, s.Proportion, s.StandardError))
	}
	r, err := d.Appraise()
	return appraised{inPython: fmt.Sprintf("of_proportions(%s)", tuples(list)), quantity: r.Estimate, proportion: &r.Proportion, err: err}
}

// liveDesigns makes the cases of a test: all designs but the two with exact limits.
func liveDesigns(t *testing.T, cases int, random *rand.Rand) []appraised {
	t.Helper()
	var list []appraised
	for range cases {
		l := live{random, peerstest.Level(random, 0.3)}
		for _, d := range []appraised{l.stratified(), l.twoStage(), l.threeStage(), l.rhcTwoStage(), l.rhcThreeStage(),
			l.stratifiedCluster(), l.stratifiedMultistage()} {
			if d.err != nil {
				t.Fatalf("%s: %v", d.inPython, d.err)
			}
			list = append(list, d)
		}
	}
	return list
}

func figures(e appraisal.Estimate) []decimal.Decimal {
	return []decimal.Decimal{e.PointEstimate, e.StandardError, e.Intervals[0].LowerLimit, e.Intervals[0].UpperLimit}
}

// TestLiveSurvey appraises samples with R's package survey. Its floating point is the reason for the tolerance of 1e-12: of the
// figure itself, and for limits of the estimate with its precision.
func TestLiveSurvey(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	var lines []string
	var designs []appraised
	for _, d := range liveDesigns(t, (cases+4)/5, random) {
		if d.inR != "" {
			lines, designs = append(lines, d.inR), append(designs, d)
		}
	}
	for i, answer := range peerstest.R(t, "survey").Ask(t, lines, "../variable/testdata/live", "testdata/live") {
		got := figures(designs[i].quantity)
		if len(answer) > 4 {
			got = append(got, figures(*designs[i].proportion)[:len(answer)-4]...)
		}
		for k, g := range got {
			scale := 0.0
			if k == 2 || k == 3 {
				scale = got[3].InexactFloat64()
			}
			peerstest.Near(t, fmt.Sprintf("%s: figure %d", lines[i], k+1), g, answer[k], scale, 1e-12)
		}
	}
}

// TestLiveFractions works the same designs out in fractions of Python: quantity and proportion, each with its standard error
// and limits, are equal in all twenty digits.
func TestLiveFractions(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	designs := liveDesigns(t, cases, random)
	lines := make([]string, len(designs))
	for i, d := range designs {
		lines[i] = fmt.Sprintf(`stated(%s, "%s")`, d.inPython, d.quantity.Intervals[0].Percentile)
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "../variable/testdata/live", "testdata/live") {
		got := figures(designs[i].quantity)
		if designs[i].proportion != nil {
			got = append(got, figures(*designs[i].proportion)...)
		}
		if len(answer) != len(got) {
			t.Fatalf("%s: %v", lines[i], answer)
		}
		for k, g := range got {
			if want := decimal.RequireFromString(answer[k]); !g.Equal(want) {
				t.Errorf("%s: figure %d is %s, want %s", lines[i], k+1, g, want)
			}
		}
	}
}

// TestLiveUnrestricted compares quantity, proportion and exact limits with fractions of Python: all are equal.
func TestLiveUnrestricted(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	var lines []string
	var results []UnrestrictedResult
	for range 2 * cases {
		l := live{random, peerstest.Level(random, 0.3)}
		universe, s := l.sample(2, 80)
		universe = min(universe, 1500)
		r, err := Unrestricted{Universe: universe, Sample: s, Options: Options{Levels: []decimal.Decimal{l.level}}}.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprintf("of_items(%d, %d, %d, %q)", universe, s.SampleSize, s.Count, l.level))
		results = append(results, r)
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "../variable/testdata/live", "testdata/live", "../../internal/dist/testdata/live") {
		r := results[i]
		limits := r.Intervals[0]
		for k, g := range []decimal.Decimal{r.PointEstimate, *r.StandardError, r.Proportion, *r.StandardErrorProportion,
			decimal.NewFromInt(limits.LowerLimit), decimal.NewFromInt(limits.UpperLimit), limits.LowerProportion, limits.UpperProportion} {
			if want := decimal.RequireFromString(answer[k]); !g.Equal(want) {
				t.Errorf("%s: figure %d is %s, want %s", lines[i], k+1, g, want)
			}
		}
	}
}
