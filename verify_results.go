package iromath

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/reportable"
)

// Results returns the figures of a report as data, each with all its digits: what a saved review keeps, and what
// [Reported.Verify] takes. Refunds, cost report, suspensions and programs, which [ReportOptions] gave, are no figures of the
// review: whoever verifies the report gives them again.
func (r Report) Results() Results {
	full := func(d decimal.Decimal) Printed { return Printed(exact.String(d)) }
	out := Results{Population: ReportedPopulation{
		Claims: full(decimal.NewFromInt(r.Population.Size)), Paid: full(r.Population.Paid), Digest: r.Population.Digest,
	}}
	for _, d := range r.Draws {
		s := reportDraw(d.Draw)
		switch d.Stage {
		case StageDiscovery:
			out.Discovery = s
		case StageFull:
			out.Full = s
		default:
			out.Sample = s
		}
	}
	out.results(r, full)
	return out
}

// reportDraw states how a sample was drawn.
func reportDraw(d Draw) *ReportedSample {
	plan := d.plan()
	s := &ReportedSample{Method: plan.Method, Seed: plan.Seed, Size: Printed(fmt.Sprint(plan.Size))}
	for _, u := range d.Units() {
		s.Numbers = append(s.Numbers, u.Number)
	}
	if t := d.Tickets; t != nil {
		s.SpareNumbers = slices.Clone(t.SpareNumbers)
	} else {
		for _, u := range d.Selection.SpareUnits {
			s.SpareNumbers = append(s.SpareNumbers, u.Number)
		}
	}
	return s
}

// results states what came of the samples.
func (out *Results) results(r Report, full func(decimal.Decimal) Printed) {
	last := cmpOr(out.Full, out.Sample, out.Discovery)
	if last != nil {
		last.state(tallyOf(r.ErrorRate), full)
		last.Completed = r.Identified
	}
	if d := out.Discovery; d != nil {
		e := r.ErrorRate
		if r.DiscoveryErrorRate != nil {
			e = *r.DiscoveryErrorRate
			d.state(tallyOf(e), full)
		}
		d.ThresholdMet = Printed(map[bool]string{true: "yes", false: "no"}[e.ThresholdMet])
	}
	if s := r.Size; s != nil {
		out.Size = &ReportedSize{
			Confidence: full(s.Wanted.Level), Precision: full(s.Wanted.Precision), Mean: full(s.Table.Mean),
			StandardDeviation: full(s.Table.StandardDeviation), Unrounded: full(s.Wanted.Unrounded), Size: Printed(fmt.Sprint(s.Wanted.Size)),
		}
	}
	if a := r.Appraisal; a != nil {
		out.Estimate = reportEstimate(estimatedOf(a.Extrapolation), full)
	}
	for _, o := range r.Obligations.Obligations {
		if o.Amount == nil && o.By == (reportable.Date{}) {
			continue
		}
		p := ReportedObligation{Kind: o.Kind, Payor: o.Payor, By: Printed(o.By.String())}
		for _, f := range []struct {
			from *decimal.Decimal
			to   *Printed
		}{{o.Amount, &p.Amount}, {o.Credited, &p.Credited}, {o.Due, &p.Due}} {
			if f.from != nil {
				*f.to = full(*f.from)
			}
		}
		out.Obligations = append(out.Obligations, p)
	}
}

func cmpOr[T any](list ...*T) *T {
	for _, p := range list {
		if p != nil {
			return p
		}
	}
	return nil
}

func (s *ReportedSample) state(t tally, full func(decimal.Decimal) Printed) {
	n := func(i int64) Printed { return Printed(fmt.Sprint(i)) }
	s.Reviewed, s.ClaimsInError, s.ClaimsOverpaid, s.ClaimsUnderpaid = n(t.reviewed), n(t.inError), n(t.overpaid), n(t.underpaid)
	s.MissingDocumentation, s.InsufficientDocumentation = n(t.missing), n(t.incomplete)
	s.Paid, s.Overpaid, s.Underpaid, s.NetOverpayment, s.ErrorRate = full(t.paid), full(t.over), full(t.under), full(t.net), full(t.rate)
}

func reportEstimate(e estimated, full func(decimal.Decimal) Printed) *ReportedEstimate {
	n := func(i int64) Printed { return Printed(fmt.Sprint(i)) }
	p := &ReportedEstimate{
		Universe: n(e.universe), SampleSize: n(e.n), Nonzero: n(e.nonzero), Total: full(e.total), Mean: full(e.mean),
		StandardDeviation: full(e.deviation), StandardErrorMean: full(e.errorMean), StandardError: full(e.err_),
		PointEstimate: full(e.point), NetPointEstimate: full(e.net),
	}
	if e.skewness != nil && e.kurtosis != nil {
		p.Skewness, p.Kurtosis = full(*e.skewness), full(*e.kurtosis)
	}
	for _, in := range e.intervals {
		i := ReportedInterval{
			Level: full(in.Level), Percentile: full(in.Percentile), PrecisionAmount: full(in.PrecisionAmount),
			LowerLimit: full(in.LowerLimit), UpperLimit: full(in.UpperLimit),
		}
		if in.Distribution == appraisal.NoDistribution {
			i.Percentile = ""
		}
		if e.point.IsPositive() {
			i.PrecisionPercent = full(in.PrecisionPercent)
		}
		p.Intervals = append(p.Intervals, i)
	}
	return p
}
