package iromath

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling"
)

// iro is an Independent Review Organization as the tests of verification play it: it works in binary floating point, by
// the textbook, and knows nothing of Review or of the walks of a diagnosis. What an error changes is a field.
type iro struct {
	t          testing.TB
	agreement  Agreement
	claims     []FrameClaim // as it numbers them
	found      func(c FrameClaim) Determination
	refunds    []extrapolate.Refund
	costReport reportable.Date
	completed  [2]reportable.Date

	method            sampling.Method
	seed, fullSeed    string // drawn with
	documented        string // stated
	digest            string
	drawnFrom         int64
	universe          float64 // of the estimate
	sizeUniverse      float64
	exchange          map[int64]int64
	lost              string // drop, spare, correct
	netted            bool
	rate              func(s sums) float64
	met               func(rate float64) bool
	sizeValue         func(c FrameClaim, d Determination) float64
	sizeLevel         float64
	sizePrecision     float64
	sizePercentile    func(level float64, n int) float64
	sizeFPC           bool
	sizeDivisor       int
	sizeRound         func(float64) float64
	sizeKeep          func(float64) float64 // of mean and deviation
	fullSample        string                // new, beside, twice
	value             func(c FrameClaim, d Determination) float64
	level             float64
	percentile        func(level float64, n int) float64
	fpc               bool
	divisor           int
	keepMean          func(float64) float64
	keepSD            func(float64) float64
	keepErrorMean     func(float64) float64
	keepError         func(float64) float64
	keepPercentile    func(float64) float64
	point             func(mean, n float64, s sums) float64
	shape             func(skewness, kurtosis, n float64) (float64, float64)
	print             func(x float64, places int) string
	printRate         func(x float64) string
	owed              func(point, lower, upper, found, net float64) float64
	ofFound           func(over, under float64) float64
	credited          func(refunds float64) float64
	due               func(days int) reportable.Date
	reviewed          []string
	foundBeforeRefund float64
}

// honest does everything right.
func honest(t testing.TB, a Agreement, claims []FrameClaim, found func(FrameClaim) Determination, seed string) *iro {
	a, err := a.Complete()
	if err != nil {
		t.Fatal(err)
	}
	frame, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	over := func(c FrameClaim, d Determination) float64 { return max(0, difference(c, d)) }
	n := float64(len(claims))
	return &iro{
		t: t, agreement: a, claims: claims, found: found, seed: seed, documented: seed, method: a.Method, digest: frame.Digest(),
		drawnFrom: int64(len(claims)), universe: n, sizeUniverse: n, netted: a.Netting == errorrate.Netted,
		completed: [2]reportable.Date{day(t, "2026-06-20"), day(t, "2026-07-15")},
		met:       func(rate float64) bool { return rate >= a.Threshold.InexactFloat64()-1e-15 },
		sizeValue: over, sizeLevel: a.Confidence.InexactFloat64(), sizePrecision: a.Precision.InexactFloat64(), sizePercentile: zOf,
		sizeFPC: true, sizeDivisor: 1, sizeRound: math.Round, sizeKeep: keep, value: over, level: a.Confidence.InexactFloat64(),
		percentile: tOf, fpc: true, divisor: 1, keepMean: keep, keepSD: keep, keepErrorMean: keep, keepError: keep, keepPercentile: keep,
		point:   func(mean, n float64, _ sums) float64 { return mean * n },
		shape:   func(s, k, _ float64) (float64, float64) { return s, k },
		print:   fixedFloat,
		owed:    func(point, _, _, found, _ float64) float64 { return max(point, found) },
		ofFound: func(over, _ float64) float64 { return over }, credited: keep,
	}
}

func difference(c FrameClaim, d Determination) float64 {
	if d.Documentation == errorrate.Missing {
		return c.Paid.InexactFloat64()
	}
	return c.Paid.Sub(*d.Correct).InexactFloat64()
}

// order draws numbers in the order of selection.
func (o *iro) order(seed string, n int64) []int64 {
	if o.method == sampling.MethodTickets {
		o.t.Fatal("this one draws numbers")
	}
	s, err := sampling.SingleStage{Method: o.method, Seed: seed, Low: 1, High: o.drawnFrom, Size: n}.Draw()
	if err != nil {
		o.t.Fatal(err)
	}
	list := make([]int64, n)
	for _, u := range s.Sample {
		list[u.Order-1] = u.Number
	}
	return list
}

type reviewedClaim struct {
	FrameClaim
	d Determination
}

// sample reviews claims from the order of selection.
func (o *iro) sample(seed string, from, to int64) []reviewedClaim {
	order := o.order(seed, min(to+50, o.drawnFrom))
	next := to
	var list []reviewedClaim
	for _, n := range order[from:to] {
		if other, ok := o.exchange[n]; ok {
			n = other
		}
		c := o.claims[n-1]
		d := o.found(c)
		for d.Documentation == errorrate.Missing && o.lost == "spare" {
			c = o.claims[order[next]-1]
			d = o.found(c)
			next++
		}
		if d.Documentation == errorrate.Missing && o.lost == "drop" {
			continue
		}
		if d.Documentation == errorrate.Missing && o.lost == "correct" {
			paid := c.Paid
			d.Documentation, d.Correct = errorrate.Complete, &paid
		}
		c.Number = n
		list = append(list, reviewedClaim{c, d})
	}
	return list
}

func (o *iro) add(list []reviewedClaim) sums {
	var s sums
	for _, c := range list {
		x := difference(c.FrameClaim, c.d)
		s.n++
		s.paid += c.Paid.InexactFloat64()
		s.over += max(0, x)
		s.under += max(0, -x)
		if x != 0 {
			s.inError++
		}
	}
	return s
}

func (o *iro) errorRate(s sums) (net, rate float64) {
	net = s.over
	if o.netted {
		net -= s.under
	}
	if o.rate != nil {
		return net, o.rate(s)
	}
	return net, net / s.paid
}

// state writes down a sample.
func (o *iro) state(list []reviewedClaim, seed string) *ReportedSample {
	s := o.add(list)
	net, rate := o.errorRate(s)
	var over, under, missing int
	r := &ReportedSample{Seed: seed, Method: o.agreement.Method}
	for _, c := range list {
		if x := difference(c.FrameClaim, c.d); x > 0 {
			over++
		} else if x < 0 {
			under++
		}
		if c.d.Documentation == errorrate.Missing {
			missing++
		}
		if !slices.Contains(r.IDs, c.ID) { // a claim that counts twice was drawn once
			r.IDs = append(r.IDs, c.ID)
			o.reviewed = append(o.reviewed, c.ID)
		}
	}
	for _, id := range r.IDs {
		i := slices.IndexFunc(o.claims, func(c FrameClaim) bool { return c.ID == id })
		r.Numbers = append(r.Numbers, int64(i+1))
	}
	n := func(i int) Printed { return Printed(fmt.Sprint(i)) }
	r.Size, r.Reviewed, r.ClaimsInError, r.ClaimsOverpaid, r.ClaimsUnderpaid = n(len(r.IDs)), n(len(list)), n(int(s.inError)), n(over), n(under)
	r.MissingDocumentation = n(missing)
	r.Paid, r.Overpaid, r.Underpaid, r.NetOverpayment = o.dollars(s.paid), o.dollars(s.over), o.dollars(s.under), o.dollars(net)
	r.ErrorRate = Printed(o.rateText(rate*100) + "%")
	return r
}

func (o *iro) dollars(x float64) Printed { return Printed("$" + o.print(inCents(x*1e6)/1e6, 2)) }

func (o *iro) rateText(x float64) string {
	if o.printRate != nil {
		return o.printRate(x)
	}
	return o.print(x, 2)
}

func valuesOf(list []reviewedClaim, f func(FrameClaim, Determination) float64) []float64 {
	var x []float64
	for _, c := range list {
		x = append(x, f(c.FrameClaim, c.d))
	}
	return x
}

// report reviews and writes everything down.
func (o *iro) report() Reported {
	r := Reported{Agreement: o.agreement}
	if r.Agreement.Protocol != ProtocolDiscovery { // Complete states nothing where there is no meaning
		r.Agreement.Threshold, r.Agreement.Precision, r.Agreement.FullSample = dec("0"), dec("0"), ""
	}
	r.Refunds, r.CostReport = o.refunds, o.costReport
	paid := 0.0
	for _, c := range o.claims {
		paid += c.Paid.InexactFloat64()
	}
	r.Population = ReportedPopulation{Claims: Printed(fixedFloat(float64(len(o.claims)), 0)), Paid: o.dollars(paid), Digest: o.digest}
	n := o.agreement.SampleSize
	first := o.sample(o.seed, 0, n)
	last, identified := first, o.completed[0]
	stated := o.state(first, o.documented)
	stated.Completed = o.completed[0]
	full := false
	if o.agreement.Protocol == ProtocolDiscovery {
		_, rate := o.errorRate(o.add(first))
		full = o.met(rate)
		stated.ThresholdMet = Printed(map[bool]string{true: "Yes", false: "No"}[full])
		r.Discovery = stated
	} else {
		r.Sample = stated
	}
	if full {
		size := o.size(&r, first)
		identified = o.completed[1]
		seed := cmp.Or(o.fullSeed, o.seed)
		from, to := int64(0), size
		switch o.fullSample {
		case "new":
			from = n
		case "beside":
			from, to = n, size+n
		}
		if last = first; size > n { // of not more claims the discovery sample is the full sample
			last = o.sample(seed, from, to)
		}
		if o.fullSample == "twice" {
			last = append(last, first...)
		}
		documented := o.documented
		if o.fullSeed != "" {
			documented = o.fullSeed
		}
		r.Full = o.state(last, documented)
		r.Full.Completed = identified
	}
	if full || o.agreement.Protocol != ProtocolDiscovery {
		o.estimate(&r, last, paid)
	}
	o.obligations(&r, first, last, identified)
	return r
}

func (o *iro) size(r *Reported, first []reviewedClaim) int64 {
	mean, sd := moments(valuesOf(first, o.sizeValue), o.sizeDivisor)
	mean, sd = o.sizeKeep(mean), o.sizeKeep(sd)
	z := o.sizePercentile(o.sizeLevel, len(first))
	e := o.sizePrecision * mean * o.sizeUniverse / z
	below := e * e
	if o.sizeFPC {
		below += o.sizeUniverse * sd * sd
	}
	n := sd * sd * o.sizeUniverse * o.sizeUniverse / below
	size := min(o.sizeRound(n), o.sizeUniverse)
	r.Size = &ReportedSize{
		Confidence: Printed(o.print(o.agreement.Confidence.InexactFloat64()*100, 0) + "%"),
		Precision:  Printed(o.print(o.agreement.Precision.InexactFloat64()*100, 0) + "%"),
		Mean:       o.dollars(mean), StandardDeviation: o.dollars(sd), Unrounded: Printed(o.print(n, 4)), Size: Printed(o.print(size, 0)),
	}
	return int64(size)
}

func (o *iro) estimate(r *Reported, last []reviewedClaim, popPaid float64) {
	x := valuesOf(last, o.value)
	n := float64(len(x))
	mean, sd := moments(x, o.divisor)
	s := o.add(last)
	s.popPaid = popPaid
	var m [5]float64
	nonzero, total := 0, 0.0
	for _, v := range x {
		for k := 2; k <= 4; k++ {
			m[k] += math.Pow(v-mean, float64(k)) / n
		}
		if v != 0 {
			nonzero++
		}
		total += v
	}
	skewness, kurtosis := o.shape(m[3]/math.Pow(m[2], 1.5), m[4]/(m[2]*m[2]), n)
	mean, sd = o.keepMean(mean), o.keepSD(sd)
	se := sd / math.Sqrt(n)
	if o.fpc {
		se *= math.Sqrt(1 - n/o.universe)
	}
	se = o.keepErrorMean(se)
	seTotal := o.keepError(se * o.universe)
	point := o.point(mean, o.universe, s)
	net, _ := moments(valuesOf(last, difference), 1)
	e := &ReportedEstimate{
		Universe: Printed(fixedFloat(float64(len(o.claims)), 0)), SampleSize: Printed(fixedFloat(n, 0)), Nonzero: Printed(fmt.Sprint(nonzero)),
		Total: o.dollars(total), Mean: o.dollars(mean), StandardDeviation: o.dollars(sd), Skewness: Printed(o.print(skewness, 2)),
		Kurtosis: Printed(o.print(kurtosis, 2)), StandardErrorMean: o.dollars(se), StandardError: o.dollars(seTotal),
		PointEstimate: o.dollars(point), NetPointEstimate: o.dollars(net * o.universe),
	}
	stated := o.agreement.Confidence.InexactFloat64()
	var lower, upper float64
	for _, level := range []float64{stated, 0.99} {
		used := level
		if level == stated {
			used = o.level
		}
		q := o.keepPercentile(o.percentile(used, len(x)))
		amount := q * seTotal
		if level == stated {
			lower, upper = point-amount, point+amount
		}
		e.Intervals = append(e.Intervals, ReportedInterval{
			Level: Printed(fixedFloat(level*100, 0) + "%"), Percentile: Printed(o.print(q, 9)), PrecisionAmount: o.dollars(amount),
			PrecisionPercent: Printed(o.rateText(100*amount/point) + "%"), LowerLimit: o.dollars(point - amount), UpperLimit: o.dollars(point + amount),
		})
	}
	r.Estimate = e
	o.foundBeforeRefund = o.owed(point, lower, upper, s.over, net*o.universe)
}

func (o *iro) obligations(r *Reported, first, last []reviewedClaim, identified reportable.Date) {
	refunds := 0.0
	for _, f := range o.refunds {
		refunds += f.Amount.InexactFloat64()
	}
	// The statute's day is the later of 60 days and the cost report; days that the agreement sets itself count where they end sooner.
	due := identified.AddDays(60)
	if o.costReport.Compare(due) > 0 {
		due = o.costReport
	}
	if own := identified.AddDays(o.agreement.RepayDays); o.agreement.RepayDays != 60 && own.Compare(due) < 0 {
		due = own
	}
	if o.due != nil {
		due = o.due(60)
	}
	by := Printed(due.String())
	s := o.add(last)
	pay := func(kind extrapolate.ObligationKind, payor string, amount float64) {
		amount = inCents(amount)
		c := o.credited(min(refunds, amount))
		r.Obligations = append(r.Obligations, ReportedObligation{Kind: kind, Payor: payor, Amount: o.dollars(amount), Credited: o.dollars(c),
			Due: o.dollars(amount - c), By: by})
	}
	switch {
	case r.Full != nil:
		pay(extrapolate.RepayExtrapolated, "Medicare", o.foundBeforeRefund)
	default:
		pay(extrapolate.RepayFound, "Medicare", o.ofFound(s.over, s.under))
	}
	if r.Sample != nil {
		r.Obligations = append(r.Obligations, ReportedObligation{Kind: extrapolate.EvaluateExtrapolation, Payor: "Medicare",
			Amount: o.dollars(inCents(o.foundBeforeRefund))})
	}
}
