package iromath

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/sampling/samplesize"
)

// The charts of a report, as data with the sentence that says what there is to see.

// categoryChart shows the claims in error by category.
func (r Report) categoryChart() *document.Chart {
	e := r.ErrorRate
	c := &document.Chart{
		Kind: document.Bars, Title: "Errors by category", X: document.Axis{Title: "Claims in error", Unit: document.Count},
		Table: document.Table{
			Caption: "Claims in error; percentages are of the claims reviewed",
			Columns: append([]document.Column{{Title: "Category"}},
				column("In error", "Overpaid", "Underpaid", "Dollars overpaid", "Dollars underpaid")...),
		},
	}
	share := func(n int64) string { return shareText(n, e.Counts.Reviewed) }
	var parts []string
	for _, t := range e.Categories {
		name := categoryName(t.Category)
		parts = append(parts, fmt.Sprintf("%s %s", name, exact.CommasInt(t.Claims)))
		c.Points = append(c.Points, document.Point{Label: name, Value: decimal.NewFromInt(t.Claims)})
		c.Table.Rows = append(c.Table.Rows, []string{name, share(t.Claims), share(t.ClaimsOverpaid), share(t.ClaimsUnderpaid),
			dollarText(t.Overpaid), dollarText(t.Underpaid)})
	}
	c.Table.Total = []string{"Total", share(e.Counts.InError), share(e.Counts.Overpaid), share(e.Counts.Underpaid),
		dollarText(e.Overpaid), dollarText(e.Underpaid)}
	c.Alternative = fmt.Sprintf("%s of the %s reviewed %s in error: %s.", exact.CommasInt(e.Counts.InError),
		counting(e.Counts.Reviewed, "claim", "claims"), verb(e.Counts.InError, "is", "are"), strings.Join(parts, ", "))
	return c
}

// overpaymentChart shows how many claims were overpaid by how much; nil where none was.
func (r Report) overpaymentChart() *document.Chart {
	var amounts []decimal.Decimal
	for _, f := range r.lastFindings() {
		if exact.Check(f.Overpayment) == nil && f.Overpayment.IsPositive() {
			amounts = append(amounts, f.Overpayment)
		}
	}
	if len(amounts) == 0 {
		return nil
	}
	slices.SortFunc(amounts, decimal.Decimal.Cmp)
	n := len(amounts)
	largest, median := amounts[n-1], amounts[n/2]
	if n%2 == 0 { // half the sum of both, without a division that rounds
		median = amounts[n/2-1].Add(amounts[n/2]).Mul(decimal.New(5, -1))
	}
	c := &document.Chart{
		Kind: document.Histogram, Title: "Distribution of the overpayments",
		X: document.Axis{Title: "Overpayment of a claim", Unit: document.Dollars},
		Y: document.Axis{Title: "Claims", Unit: document.Count},
		Table: document.Table{Caption: "Overpaid claims by amount",
			Columns: append([]document.Column{{Title: "Overpayment"}}, column("Claims", "Share of the overpaid claims")...)},
	}
	// Classes of one width hold 19 of 20 claims; the few that were overpaid by far more stand in an open class.
	body := amounts[(19*n-1)/20]
	width := classWidth(body)
	at := 0
	for low := (decimal.Decimal{}); at < n; low = low.Add(width) {
		high, first, name := low.Add(width), at, "over "+dollarText(low)
		open := low.Cmp(body) >= 0 && largest.Cmp(high) > 0
		if open {
			high = largest
		} else {
			name += " to " + dollarText(high)
		}
		for at < n && amounts[at].Cmp(high) <= 0 {
			at++
		}
		count := int64(at - first)
		c.Points = append(c.Points, document.Point{Value: decimal.NewFromInt(count), Low: low, High: high, Marked: open})
		c.Table.Rows = append(c.Table.Rows, []string{name, exact.CommasInt(count), shareOf(count, int64(n))})
	}
	c.Alternative = fmt.Sprintf("%s overpaid; the median overpayment is %s, the largest %s.",
		counting(int64(n), "claim was", "claims were"), dollarText(median), dollarText(largest))
	if zero := r.ErrorRate.Counts.Reviewed - int64(n); zero > 0 {
		c.Alternative += fmt.Sprintf(" The other %s of the sample, with no overpayment, %s not shown.",
			counting(zero, "claim", "claims"), verb(zero, "is", "are"))
	}
	return c
}

// classWidth is the round number, 1, 2 or 5 times a power of ten, of which the largest amount takes at most ten.
func classWidth(largest decimal.Decimal) decimal.Decimal {
	for width := decimal.New(1, -2); ; width = width.Shift(1) {
		for _, times := range []int64{1, 2, 5} {
			if w := width.Mul(decimal.NewFromInt(times)); w.Shift(1).Cmp(largest) >= 0 {
				return w
			}
		}
	}
}

// intervalChart shows the point estimate with the limits of every level, and the net difference beside.
func (a DocumentedAppraisal) intervalChart() *document.Chart {
	c := &document.Chart{
		Kind: document.Intervals, Title: "Point estimate and confidence limits",
		X: document.Axis{Title: "Overpayment of the population", Unit: document.Dollars},
		Table: document.Table{Caption: "Estimates and limits",
			Columns: append([]document.Column{{Title: "Estimate"}},
				column("Lower limit", "Point estimate", "Upper limit", "Precision")...)},
	}
	add := func(label string, point decimal.Decimal, i appraisal.Interval, marked bool) {
		c.Points = append(c.Points,
			document.Point{Label: label, Value: point, Low: i.LowerLimit, High: i.UpperLimit, Marked: marked})
		precision := "not defined"
		if point.IsPositive() {
			precision = fixed(i.PrecisionPercent, 2) + "%"
		}
		c.Table.Rows = append(c.Table.Rows, []string{label, dollarText(i.LowerLimit), dollarText(point),
			dollarText(i.UpperLimit), precision})
	}
	for _, i := range a.Overpayment.Intervals {
		add(percent(i.Level)+" confidence", a.PointEstimate, i, sameNumber(i.Level, a.Interval.Level))
	}
	c.Alternative = fmt.Sprintf("The point estimate is %s. The two-sided %s confidence interval, the agreement's, runs from %s to %s.",
		dollarText(a.PointEstimate), percent(a.Interval.Level), dollarText(a.Interval.LowerLimit), dollarText(a.Interval.UpperLimit))
	if i, ok := a.Net.At(a.Interval.Level); ok {
		add("Net difference, "+percent(i.Level), a.Net.PointEstimate, i, false)
		c.Alternative += " The net difference, underpayments set off, stands below for comparison and is not what is repaid."
	}
	return c
}

// sameNumber compares two numbers that may come from a report that was read.
func sameNumber(a, b decimal.Decimal) bool {
	return exact.Check(a) == nil && exact.Check(b) == nil && a.Equal(b)
}

// curveChart shows the precision against the sample size.
func (a DocumentedAppraisal) curveChart() *document.Chart {
	c := &document.Chart{
		Kind: document.Curve, Title: "Precision against sample size, " + percent(a.Interval.Level) + " confidence",
		X: document.Axis{Title: "Claims in the sample", Unit: document.Count},
		Y: document.Axis{Title: "Precision", Unit: document.Percent},
		Table: document.Table{Caption: "Precision with these claims' mean and standard deviation",
			Columns: column("Claims", "Precision", "Precision in dollars")},
	}
	for _, e := range a.Curve {
		if e.Precision == nil || e.PrecisionAmount == nil {
			continue
		}
		own := e.Size == a.Overpayment.SampleSize
		size := exact.CommasInt(e.Size)
		p := document.Point{Low: decimal.NewFromInt(e.Size), Value: exact.InPercent(*e.Precision), Marked: own}
		if own {
			p.Label = "this sample: " + size + " claims, " + fixed(p.Value, 2) + "%"
			size += " (this sample)"
		}
		c.Points = append(c.Points, p)
		c.Table.Rows = append(c.Table.Rows, []string{size, fixed(p.Value, 2) + "%", dollarText(*e.PrecisionAmount)})
	}
	c.Alternative = fmt.Sprintf("The sample of %s has a precision of %s. With the mean and standard deviation of its claims, larger samples "+
		"would have had a better one.", counting(a.Overpayment.SampleSize, "claim", "claims"), a.precision())
	if !a.Precision.IsZero() {
		c.Target = &document.Point{Label: percent(a.Precision) + " asked for", Value: exact.InPercent(a.Precision)}
		c.Alternative += fmt.Sprintf(" The agreement asks for %s.", percent(a.Precision))
		if a.ClaimsNeeded > 0 {
			c.Alternative += fmt.Sprintf(" %s would meet it.", counting(a.ClaimsNeeded, "claim", "claims"))
		}
	}
	return c
}

// precisionCurve works out the precision of samples of round sizes, of the sample's own size and of that which would have
// met the agreement's precision. None where there is no overpayment to be precise about, where all are equal, so that no size
// would be more precise, and where nothing is left to draw.
func precisionCurve(e extrapolate.Extrapolation) (samplesize.Curve, error) {
	n := e.Overpayment.SampleSize
	if e.Overpayment.Sums.Nonzero() == 0 || n < 2 || n >= e.Universe || e.Overpayment.StandardError.IsZero() {
		return nil, nil
	}
	most := min(e.Universe, max(3*n, 2*e.ClaimsNeeded))
	sizes := []int64{n}
	if e.ClaimsNeeded > 0 {
		sizes = append(sizes, e.ClaimsNeeded)
	}
	step := classWidth(decimal.NewFromInt(most)).Ceil().IntPart()
	sizes = append(sizes, step/4, step/2)
	for size := step; size <= most; size += step {
		sizes = append(sizes, size)
	}
	slices.Sort(sizes)
	sizes = slices.DeleteFunc(slices.Compact(sizes), func(size int64) bool { return size < 10 && size != n || size < 2 })
	return samplesize.Probe{
		Universe: e.Universe, OverpaymentSums: &e.Overpayment.Sums, Levels: []decimal.Decimal{e.Confidence},
	}.Curve(appraisal.StudentT, sizes)
}
