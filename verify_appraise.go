package iromath

import (
	"cmp"
	"encoding/binary"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/reportable"
)

// walkEstimate is an estimate of a walk: its figures, and the exact point estimates.
type walkEstimate struct {
	estimated
	interval appraisal.Interval // of the agreement's level
}

// cents rounds to dollars and cents.
func cents(r *big.Rat) *big.Rat { return exact.Rat(exact.RoundPlaces(r, 2)) }

// appraise extrapolates the last sample.
func (w *walk) appraise() error {
	universe := cmp.Or(w.appraised, w.frame.Size())
	var gross, net appraisal.Sums
	for _, c := range w.last {
		for _, err := range []error{gross.Add(c.Overpayment()), net.Add(c.Difference())} {
			if err != nil {
				return err
			}
		}
	}
	sums := gross
	if w.net {
		sums = net
	}
	n := sums.Count()
	switch {
	case n < 1 || n > universe:
		return errWalk
	case n == 1 && universe > 1: // nothing can be extrapolated
		return nil
	}
	mean, variance := sums.Mean(), sums.Variance()
	if n == 1 { // the only claim there is
		variance = new(big.Rat)
	}
	if w.population {
		variance.Mul(variance, big.NewRat(n-1, n))
	}
	if w.roundMean {
		mean = cents(mean)
	}
	if w.roundSD {
		sd := cents(exact.Rat(exact.Sqrt(variance)))
		variance = sd.Mul(sd, sd)
	}
	ofMean := new(big.Rat).Quo(variance, exact.Int(n))
	if !w.noFPC {
		ofMean.Mul(ofMean, big.NewRat(universe-n, universe))
	}
	if w.roundErrMean {
		se := cents(exact.Rat(exact.Sqrt(ofMean)))
		ofMean = se.Mul(se, se)
	}
	N := exact.Int(universe)
	point := new(big.Rat).Mul(N, mean)
	if w.ratio {
		t := w.tally(w.last)
		point = exact.Rat(t.over)
		point.Quo(point, exact.Rat(t.paid)).Mul(point, exact.Rat(w.frame.Paid()))
	}
	ofTotal := new(big.Rat).Mul(ofMean, N)
	ofTotal.Mul(ofTotal, N)
	if w.roundError {
		se := cents(exact.Rat(exact.Sqrt(ofTotal)))
		ofTotal = se.Mul(se, se)
	}
	e := estimated{
		universe: universe, n: n, nonzero: sums.Nonzero(), mean: exact.Round(mean), deviation: exact.Sqrt(variance),
		errorMean: exact.Sqrt(ofMean), err_: exact.Sqrt(ofTotal), point: exact.Round(point),
		net: exact.Round(new(big.Rat).Mul(N, net.Mean())),
	}
	e.total, _ = exact.Decimal(sums.Power(1))
	e.skewness, e.kurtosis = w.shape(sums)
	if err := w.intervalsOf(&e, point, ofTotal, n > 1); err != nil {
		return err
	}
	w.values.putEstimate(e)
	if w.appraised != 0 { // a report may state the right universe although it used another
		w.values["estimate.universe"] = count(universe).orAlso(count(w.frame.Size()))
	}
	return nil
}

// shape returns skewness and kurtosis, as a spreadsheet has them on request.
func (w *walk) shape(sums appraisal.Sums) (skewness, kurtosis *decimal.Decimal) {
	b2, b3, b4 := sums.CentralMoment(2), sums.CentralMoment(3), sums.CentralMoment(4)
	if b2.Sign() == 0 {
		return nil, nil
	}
	squared := new(big.Rat).Mul(b2, b2)
	ratio := new(big.Rat).Mul(b3, b3) // the square of the skewness
	ratio.Quo(ratio, new(big.Rat).Mul(squared, b2))
	k := b4.Quo(b4, squared)
	n := sums.Count()
	if w.spreadsheet {
		if n < 4 {
			return nil, nil
		}
		// SKEW = sqrt(n(n-1))/(n-2) * skewness; KURT = (n-1)/((n-2)(n-3)) * ((n+1)*kurtosis - 3(n-1))
		ratio.Mul(ratio, new(big.Rat).Mul(big.NewRat(n, n-2), big.NewRat(n-1, n-2)))
		k.Mul(k, exact.Int(n+1)).Sub(k, exact.Int(3*(n-1)))
		k.Mul(k, big.NewRat(n-1, n-2)).Quo(k, exact.Int(n-3))
	} else if w.excess {
		k.Sub(k, exact.Int(3))
	}
	s, kurt := exact.AddSqrt(new(big.Rat), b3.Sign(), ratio), exact.Round(k)
	return &s, &kurt
}

// intervalsOf works out the intervals that are reported, and that of the agreement.
func (w *walk) intervalsOf(e *estimated, point, variance *big.Rat, uncertain bool) error {
	levels := []decimal.Decimal{w.a.Confidence}
	for _, l := range w.v.intervals() {
		if !l.Equal(w.a.Confidence) {
			levels = append(levels, l)
		}
	}
	for _, stated := range levels {
		level := stated
		if !w.level.IsZero() && stated.Equal(w.a.Confidence) {
			level = w.level
		}
		var df *big.Rat
		if !w.normal {
			df = exact.Int(e.n - 1)
		}
		c := appraisal.Confidence{}
		if uncertain {
			f := appraisal.Percentile
			if w.oneSided {
				f = appraisal.OneSidedPercentile
			}
			var err error
			if c, err = f(level, df); err != nil {
				return err
			}
		}
		q := exact.Rat(c.Percentile)
		if w.tPlaces > 0 {
			q = exact.Rat(exact.RoundPlaces(q, w.tPlaces))
		}
		in := appraisal.Interval{Confidence: appraisal.Confidence{Level: stated, Percentile: exact.Round(q)}}
		squared := q.Mul(q, q)
		squared.Mul(squared, variance)
		in.PrecisionAmount = exact.Sqrt(squared)
		in.LowerLimit, in.UpperLimit = exact.AddSqrt(point, -1, squared), exact.AddSqrt(point, +1, squared)
		if point.Sign() > 0 {
			relative := new(big.Rat).Mul(squared, exact.Int(10000))
			in.PrecisionPercent = exact.Sqrt(relative.Quo(relative, new(big.Rat).Mul(point, point)))
		}
		e.intervals = append(e.intervals, in)
	}
	w.estimated = &walkEstimate{*e, e.intervals[0]}
	return nil
}

// owe works out what is owed.
func (w *walk) owe() error {
	p := w.repayment()
	list, err := w.obligations(p)
	if err != nil {
		return err
	}
	for i := range list {
		o := &list[i]
		switch {
		case o.Amount == nil:
		case o.Kind == extrapolate.RepayFound:
			w.found(o)
		case w.estimated != nil:
			w.amount(o, p)
		}
		if w.by != nil && !o.By.IsZero() {
			o.By = w.by(*o)
		}
	}
	w.v.putObligations(w.values, list)
	return nil
}

// repayment asks what is owed.
func (w *walk) repayment() extrapolate.Repayment {
	_, last := w.v.days()
	facts := w.v.reported.options()
	p := extrapolate.Repayment{
		Protocol: w.a.Protocol, Reviewed: errorrate.Sample{Claims: unique(w.last), Netting: w.a.Netting, Threshold: w.a.Threshold},
		Payors: w.frame.Payors(), AlsoReviewed: withoutClaims(w.discovery, w.last), Identified: last,
		Days: w.a.daysToRepay(facts), ReportDays: w.a.ReportDays, Refunds: facts.Refunds, CostReport: facts.CostReport,
		Suspensions: facts.Suspensions, Programs: facts.Programs,
	}
	if w.estimated != nil {
		p.Extrapolated = &extrapolate.Sample{Universe: max(w.frame.Size(), w.universe), Claims: p.Reviewed.Claims}
	}
	if w.credit == creditNone {
		p.Refunds = nil
	}
	return p
}

// obligations answers what is owed, once for all walks with the same claims.
func (w *walk) obligations(p extrapolate.Repayment) ([]extrapolate.Obligation, error) {
	key := owedKey{frame: w.frame, universe: w.universe, lost: w.lost, lostID: w.lostID, credit: w.credit, estimated: w.estimated != nil}
	var numbers []byte
	for _, list := range [][]errorrate.Claim{p.Reviewed.Claims, p.AlsoReviewed} {
		for _, c := range list {
			numbers = binary.AppendVarint(numbers, c.Number)
		}
		numbers = append(numbers, 0)
	}
	key.numbers = string(numbers)
	if list, ok := w.v.owed[key]; ok {
		return slices.Clone(list), nil
	}
	owed, err := p.Obligations()
	if err != nil {
		return nil, err
	}
	if w.v.owed == nil {
		w.v.owed = map[owedKey][]extrapolate.Obligation{}
	}
	w.v.owed[key] = owed.Obligations
	return slices.Clone(owed.Obligations), nil
}

// owedKey tells apart what obligations follow from.
type owedKey struct {
	frame     *Frame
	universe  int64
	lost      lostClaims
	lostID    string
	credit    creditAs
	estimated bool
	numbers   string
}

// days are those of the first and the last submission.
func (v *verifier) days() (first, last reportable.Date) {
	first = v.reported.sampleAt(v.firstPart()).Completed
	last = first
	if d := v.reported.sampleAt(partFull).Completed; !d.IsZero() {
		last = d
	}
	return first, last
}

// found changes an amount that was found by the slip.
func (w *walk) found(o *extrapolate.Obligation) {
	amount := *o.Amount
	if w.repay == repayNet {
		for _, c := range slices.Concat(w.last, withoutClaims(w.discovery, w.last)) {
			if c.Payor == o.Payor {
				amount = amount.Sub(c.Underpayment())
			}
		}
	}
	w.pay(o, amount, *o.Credited)
}

// amount puts the walk's own amount in the place of an extrapolated one.
func (w *walk) amount(o *extrapolate.Obligation, p extrapolate.Repayment) {
	var reviewed, net, refunds decimal.Decimal
	for _, c := range slices.Concat(p.Reviewed.Claims, p.AlsoReviewed) {
		reviewed, net = reviewed.Add(c.Overpayment()), net.Add(c.Difference())
	}
	for _, r := range p.Refunds {
		refunds = refunds.Add(r.Amount)
	}
	e := w.estimated
	amount := e.point
	switch w.repay {
	case repayUpper:
		amount = e.interval.UpperLimit
	case repayLower:
		amount = e.interval.LowerLimit
	case repaySample:
		amount = reviewed
	case repayBoth:
		amount = e.point.Add(reviewed)
	case repayNetEstimate:
		amount = e.net
	}
	amount = exact.RoundPlaces(exact.Rat(amount), 2)
	if o.Kind != extrapolate.RepayExtrapolated {
		o.Amount = &amount
		return
	}
	if w.repay == asOwed && reviewed.GreaterThan(amount) {
		amount = reviewed
	}
	credited := decimal.Max(decimal.Min(refunds, amount), decimal.Decimal{})
	if w.repay == asOwed && amount.Equal(*o.Amount) { // refunds to payors that the population does not have
		credited = *o.Credited
	}
	w.pay(o, amount, credited)
}

// pay credits refunds to an amount.
func (w *walk) pay(o *extrapolate.Obligation, amount, credited decimal.Decimal) {
	if w.credit == creditTwice {
		credited = credited.Add(credited)
	}
	due := amount.Sub(credited)
	o.Amount, o.Credited, o.Due = &amount, &credited, &due
}

// unique lists claims once each.
func unique(claims []errorrate.Claim) []errorrate.Claim {
	seen := make(map[int64]bool, len(claims))
	var list []errorrate.Claim
	for _, c := range claims {
		if !seen[c.Number] {
			seen[c.Number] = true
			list = append(list, c)
		}
	}
	return list
}

// withoutClaims lists claims that are not among others.
func withoutClaims(claims, others []errorrate.Claim) []errorrate.Claim {
	in := make(map[int64]bool, len(others))
	for _, c := range others {
		in[c.Number] = true
	}
	return slices.DeleteFunc(slices.Clone(claims), func(c errorrate.Claim) bool { return in[c.Number] })
}
