//go:build peers

package variable

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// pairs makes strata of amounts paid and overpayments, with a known total of what was paid.
func (l live) pairs(strata int) (a Auxiliary, inR, inPython string) {
	a.Options = l.options()
	var universes []int64
	var counts []int
	var ys, xs, totals []decimal.Decimal
	var list []string
	for range strata {
		universe, n := l.sizes(4, 40)
		universe += int64(n)
		y, x := make([]decimal.Decimal, n), make([]decimal.Decimal, n)
		sum := decimal.Zero
		for i := range x {
			x[i] = l.amount()
			y[i] = x[i].Mul(decimal.New(l.Int64N(101), -2)).Truncate(2)
			sum = sum.Add(x[i])
		}
		total := sum.Mul(decimal.NewFromInt(universe / int64(n))).Mul(decimal.New(80+l.Int64N(40), -2)).Truncate(2)
		a.Strata = append(a.Strata, PairStratum{Universe: universe, TotalX: &total, Pairs: Pairs{Y: y, X: x}})
		universes, counts = append(universes, universe), append(counts, n)
		ys, xs, totals = append(ys, y...), append(xs, x...), append(totals, total)
		list = append(list, fmt.Sprintf(`(%d, %s, %s, "%s")`, universe, texts(y), texts(x), total))
	}
	inR = fmt.Sprintf("%s, %s, %s, %s, %s, %s", numbers(universes), numbers(counts), vector(ys), vector(xs), vector(totals), l.level)
	return a, inR, tuples(list)
}

// scale of an estimate by auxiliary values: what the sample alone would have said of both.
func (r AuxiliaryResult) scale() float64 {
	return r.EstimatedY.InexactFloat64() + r.EstimatedX.InexactFloat64() + r.TotalX.InexactFloat64()
}

func (l live) ratio() []appraised {
	a, inR, inPython := l.pairs(1 + l.IntN(4))
	var list []appraised
	for _, c := range []Combination{Combined, Separate} {
		r, err := Ratio{Auxiliary: a, SampleX: true, Combination: c}.Appraise()
		list = append(list, appraised{inR: fmt.Sprintf("ratio_%s(%s)", c, inR),
			inPython: fmt.Sprintf("ratio_%s(%s, True)", c, inPython), Estimate: r.Estimate, err: err, scale: r.scale()})
		r, err = Ratio{Auxiliary: a, Combination: c}.Appraise()
		list = append(list, appraised{inPython: fmt.Sprintf("ratio_%s(%s, False)", c, inPython), Estimate: r.Estimate, err: err})
	}
	return list
}

func (l live) difference() appraised {
	a, inR, inPython := l.pairs(1 + l.IntN(4))
	r, err := DifferenceEstimator{a}.Appraise()
	return appraised{inR: fmt.Sprintf("difference(%s)", inR), inPython: fmt.Sprintf("slope(%s, 1)", inPython),
		Estimate: r.Estimate, err: err, scale: r.scale()}
}

// regression: R fits the line of one sample; that of several strata, whose slope weighs the strata by their variance, is not
// one that R has.
func (l live) regression() appraised {
	a, inR, inPython := l.pairs(1 + l.IntN(2)*l.IntN(4))
	r, err := Regression{Auxiliary: a}.Appraise()
	one := appraised{inPython: fmt.Sprintf("regression(%s)", inPython), Estimate: r.Estimate, err: err, scale: r.scale()}
	if len(a.Strata) == 1 {
		one.inR = fmt.Sprintf("regression(%s)", inR)
	}
	return one
}

func (l live) separateRegression() appraised {
	a, _, inPython := l.pairs(2 + l.IntN(3))
	r, err := Regression{Auxiliary: a, Combination: Separate}.Appraise()
	return appraised{inPython: fmt.Sprintf("regression_separate(%s)", inPython), Estimate: r.Estimate, err: err}
}

// hits makes units that were drawn in proportion to size, the first two below the interval.
func (l live) hits(certain bool) (p PPS, units, sizes, values string) {
	p.Options = l.options()
	var a, y []decimal.Decimal
	var list []string
	sum := decimal.Zero
	for i := range 3 + l.IntN(40) {
		u := PPSUnit{Size: l.amount(), Hits: 1}
		if certain && i > 2 && l.IntN(8) == 0 {
			u.Size = u.Size.Mul(decimal.NewFromInt(1000))
		}
		u.Value = u.Size.Mul(decimal.New(l.Int64N(120)-10, -2)).Truncate(2)
		if !certain && l.IntN(6) == 0 {
			u.Hits = 1 + l.Int64N(3)
		}
		p.Units, p.Hits, sum = append(p.Units, u), p.Hits+u.Hits, sum.Add(u.Size)
		for range u.Hits {
			a, y = append(a, u.Size), append(y, u.Value)
		}
	}
	p.TotalSize = sum.Mul(decimal.NewFromInt(1 + l.Int64N(50))).Add(l.amount())
	for i := range a {
		list = append(list, fmt.Sprintf(`("%s", "%s")`, a[i], y[i]))
	}
	return p, tuples(list), vector(a), vector(y)
}

func (l live) withReplacement() appraised {
	p, units, sizes, values := l.hits(false)
	p.Selection = WithReplacement
	r, err := p.Appraise()
	return appraised{inR: fmt.Sprintf("with_replacement(%s, %s, %s, %s)", p.TotalSize, sizes, values, l.level),
		inPython: fmt.Sprintf(`with_replacement("%s", %s)`, p.TotalSize, units), Estimate: r.Estimate, err: err,
		scale: p.TotalSize.InexactFloat64()}
}

// systematic: units of at least the interval are hit as often as it goes into them, others once.
func (l live) systematic() appraised {
	for {
		p, _, _, _ := l.hits(true)
		interval := func() float64 { return p.TotalSize.InexactFloat64() / float64(p.Hits) }
		for range 20 { // more hits make the interval shorter, and more units certain
			p.Hits = 0
			for i := range p.Units {
				p.Hits += max(p.Units[i].Hits, 1)
			}
			for i, u := range p.Units {
				p.Units[i].Hits = max(1, int64(u.Size.InexactFloat64()/interval()))
			}
		}
		p.Hits = 0
		var list, sizes, values []string
		sampled := 0
		for _, u := range p.Units {
			p.Hits += u.Hits
		}
		for _, u := range p.Units {
			list = append(list, fmt.Sprintf(`("%s", "%s", %d)`, u.Size, u.Value, u.Hits))
			sizes, values = append(sizes, u.Size.String()), append(values, u.Value.String())
			if u.Size.InexactFloat64() < interval() {
				sampled++
			}
		}
		r, err := p.Appraise()
		if err != nil || sampled < 2 { // hits that no start gives
			continue
		}
		return appraised{
			inR: fmt.Sprintf("systematic(%s, %d, c(%s), c(%s), %s)", p.TotalSize, p.Hits, strings.Join(sizes, ", "),
				strings.Join(values, ", "), l.level),
			inPython: fmt.Sprintf(`systematic("%s", %d, %s)`, p.TotalSize, p.Hits, tuples(list)),
			Estimate: r.Estimate, scale: p.TotalSize.InexactFloat64(),
		}
	}
}
