package iromath

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/reportable"
)

// The errors that are tried, by the part of the review that they are made in.

// hypotheses lists every error that can have been made with these data, the most specific first.
func (v *verifier) hypotheses() []hypothesis {
	var list []hypothesis
	for _, f := range []func() []hypothesis{
		v.frameHypotheses, v.drawHypotheses, v.lostHypotheses, v.rateHypotheses, v.sizeHypotheses, v.fullHypotheses,
		v.estimateHypotheses, v.owedHypotheses, v.dateHypotheses, v.printHypotheses, v.fallbacks,
	} {
		list = append(list, f()...)
	}
	return list
}

const (
	sourceSize = "RAT-STATS Companion Manual 4-6; " + oigFAQ
	// sourceSufficient is that of ruleSufficient: the FAQ has no rule of rounding.
	sourceSufficient = "RAT-STATS Companion Manual 4-6 for the rounding; " + oigFAQ + " for the number of claims"
	sourceAppraisal  = "RAT-STATS Companion Manual 3-5 to 3-7"
	sourceRepaid     = oigFAQ + "; 42 U.S.C. 1320a-7k(d)"
	sourceClock      = "42 U.S.C. 1320a-7k(d); 42 CFR 401.305"
	ruleLost         = "A claim whose documentation cannot be located stays in the sample and is overpaid by its whole paid " +
		"amount. It is not removed, not replaced by a spare and not taken as correct."
	ruleSize = "The size follows from mean and standard deviation (divisor n-1) of the discovery sample's overpayments, " +
		"zeros included, with the normal percentile of the agreement's two-sided level and its precision."
	ruleSufficient = "RAT-STATS rounds the size to nearest. The full sample must include a sufficient number of paid claims to meet " +
		"the confidence and precision levels: a larger one is a choice, a smaller one is not."
	ruleInterval = "The limits are the point estimate -/+ t*N*s*sqrt((N-n)/(n*N)), s with the divisor n-1, " +
		"t of the two-sided level with n-1 degrees of freedom."
	ruleRepaid = "An extrapolated overpayment is repaid at the point estimate."
	ruleGross  = "Overpayments found in a sample are repaid without setting off underpayments; netting is for the error rate."
	ruleDue    = "The last day is the day of identification plus the calendar days of the rule; the day itself does not count. " +
		"A cost report that is due later and, for Medicare Parts A and B, suspensions move it where neither the agreement nor OIG's " +
		"FAQ sets it; an agreement cannot set a later one."
	ruleOnce = "Figures are computed with all their digits and rounded once, when they are printed."
)

// lostHypotheses are what is done about claims that cannot be reviewed.
func (v *verifier) lostHypotheses() []hypothesis {
	var list []hypothesis
	missing := v.missing()
	for _, k := range []struct {
		lost        lostClaims
		code, error string
	}{
		{dropMissing, "missing_dropped", "Left out of the sample because documentation is missing: "},
		{replaced, "spare_for_missing", "Replaced by a spare because documentation is missing: "},
		{takenCorrect, "missing_as_correct", "Taken as paid correctly although documentation is missing: "},
	} {
		if len(missing) > 1 {
			list = append(list, hypothesis{code: k.code, error: k.error + joined(missing) + ".", rule: ruleLost, source: oigFAQ,
				slip: slip{lost: k.lost}})
		}
		for _, id := range missing[:min(len(missing), mostSingle)] {
			list = append(list, hypothesis{code: k.code, error: k.error + joined([]string{id}) + ".", rule: ruleLost, source: oigFAQ,
				slip: slip{lost: k.lost, lostID: id}})
		}
	}
	if unknown := v.unknown(); len(unknown) > 0 {
		rule := "Every claim that was drawn stays in the sample. " + ruleLost
		list = append(list,
			hypothesis{code: "claim_dropped", error: "Drawn, and left out of the sample: " + joined(unknown) + ".",
				rule: rule, source: oigFAQ, slip: slip{lost: dropUnknown}},
			hypothesis{code: "claim_replaced", error: "Drawn, and replaced by a spare: " + joined(unknown) + ".",
				rule: rule, source: oigFAQ, slip: slip{lost: spareUnknown}})
	}
	return list
}

// mostSingle bounds the claims that an error is tried on one by one.
const mostSingle = 60

// rateHypotheses are errors of the error rate and its threshold.
func (v *verifier) rateHypotheses() []hypothesis {
	list := []hypothesis{
		v.nettingHypothesis(),
		{code: "claim_error_rate", error: "The error rate is the share of claims in error, not of dollars.",
			rule: "The net financial error rate is the net overpayment divided by the dollars paid in the sample.", source: oigFAQ,
			slip: slip{claimRate: true}},
	}
	if v.review == nil || v.review.first == nil || v.agreement.Protocol != ProtocolDiscovery {
		return list
	}
	flipped := !v.review.first.ThresholdMet
	h := hypothesis{code: "threshold_misjudged", error: "The error rate was held against the threshold with the wrong result.",
		rule: "A full sample is due if the exact error rate is at or above the threshold: 5.000 percent " +
			"meets a threshold of 5 percent, 4.9999999 percent does not.",
		source: oigFAQ, slip: slip{threshold: &flipped}}
	rate, threshold := v.review.first.Exact(), exact.Rat(v.agreement.Threshold)
	if rate.Cmp(threshold) == 0 {
		h.code, h.error = "threshold_strict", "An error rate that equals the threshold was taken as below it."
	}
	for places := 2; places <= 10; places++ { // of the fraction: whole percents and more
		rounded := exact.RoundPlaces(rate, places)
		if (rounded.Cmp(v.agreement.Threshold) >= 0) == flipped && h.code == "threshold_misjudged" {
			h.code = "threshold_rounded"
			h.error = "The error rate was rounded to " + exact.String(rounded.Shift(2)) + "% before it was held against the threshold."
		}
	}
	return append(list, h)
}

// nettingHypothesis is the other netting than that of the agreement or, where the agreement as given leaves it open, than the
// default.
func (v *verifier) nettingHypothesis() hypothesis {
	h := hypothesis{code: "netting", rule: "Underpayments may be netted in the error rate; the agreement says whether they are.",
		source: oigFAQ, slip: slip{netting: errorrate.NotNetted}}
	switch {
	case v.agreement.Netting == errorrate.NotNetted:
		h.slip.netting = errorrate.Netted
		h.error = "Underpayments were set off in the error rate although the agreement does not net them."
	case v.reported.Agreement.Netting != "":
		h.error = "Underpayments were not set off in the error rate although the agreement nets them."
	default:
		h.error = "Underpayments were not set off in the error rate, which the agreement as given leaves open" + v.bothNettings() + "."
		h.rule = "Underpayments may be netted in the error rate. " + leftOpen("does not say whether they are", "nets them")
	}
	return h
}

// bothNettings states the error rates with underpayments set off and not.
func (v *verifier) bothNettings() (text string) {
	if v.review == nil || v.review.first == nil {
		return ""
	}
	for i, d := range v.review.draws {
		if i > 0 && !v.review.Done() {
			break
		}
		netted := []*errorrate.Result{v.review.first, v.review.last}[i]
		gross := netted.Sample
		gross.Netting = errorrate.NotNetted
		if other, err := gross.Rate(); err == nil {
			text += fmt.Sprintf("; that of the %s is %s with them set off and %s without", strings.ToLower(stageNames[d.Stage]),
				ratePercent(*netted), ratePercent(other))
		}
	}
	return text
}

// leftOpen says of a rule that the agreement as given leaves a parameter open, and what this library does then: a usual value of
// its own that an IRO need not share.
func leftOpen(agreement, library string) string {
	return "The agreement as given " + agreement + "; this library " + library + " by default, which is no word of the agreement: " +
		"state in it what it says."
}

// sizeHypotheses are errors of the size of the full sample.
func (v *verifier) sizeHypotheses() []hypothesis {
	if v.agreement.Protocol != ProtocolDiscovery {
		return nil
	}
	var list []hypothesis
	given, rule := v.reported.Agreement, ruleSize
	if given.Confidence.IsZero() || given.Precision.IsZero() {
		rule += " " + leftOpen("does not state both level and precision",
			"takes "+percent(v.agreement.Confidence)+" confidence and "+percent(v.agreement.Precision)+" precision")
	}
	add := func(code, error string, s slip) {
		list = append(list, hypothesis{code: code, error: error, rule: rule, source: sourceSize, slip: s})
	}
	add("sized_by_paid", "The full sample was sized from paid amounts.", slip{sizeBy: byPaid})
	add("sized_by_difference", "The full sample was sized with underpayments as negative amounts, not as zero.",
		slip{sizeBy: byDifference})
	list = append(list, hypothesis{code: "size_truncated", error: "The size of the full sample was cut off, where the nearest is larger.",
		rule: ruleSufficient, source: sourceSufficient, slip: slip{sizeDown: true}})
	add("size_t_percentile", "The full sample was sized with Student's t in place of the normal percentile.",
		slip{sizeT: true})
	add("size_no_fpc", "The full sample was sized without the finite population correction.", slip{sizeNoFPC: true})
	add("size_population_divisor", "The standard deviation behind the size has the divisor n in place of n-1.",
		slip{sizePopulation: true})
	add("size_one_sided", "The full sample was sized with a one-sided percentile.", slip{sizeOneSided: true})
	add("size_intermediate_rounding", "Mean and standard deviation were rounded to cents before the full sample was sized.",
		slip{sizePlaces: true})
	for _, l := range percents(80, 85, 90, 95, 98, 99) {
		if !l.Equal(v.agreement.Confidence) {
			add("size_other_level", "The full sample was sized for "+percent(l)+" confidence.", slip{sizeLevel: l})
		}
	}
	for _, p := range percents(1, 2, 5, 10, 15, 20, 25, 30, 50) {
		if !p.Equal(v.agreement.Precision) {
			add("size_other_precision", "The full sample was sized for "+percent(p)+" precision.", slip{sizePrecision: p})
		}
	}
	for _, n := range v.universes() {
		add("size_wrong_universe", "The full sample was sized for a universe of "+exact.CommasInt(n)+" claims.",
			slip{sized: n})
	}
	return list
}

// percents are fractions of a hundred.
func percents(list ...int64) []decimal.Decimal {
	var out []decimal.Decimal
	for _, n := range list {
		out = append(out, exact.Canonical(decimal.New(n, -2)))
	}
	return out
}

// fullHypotheses are errors of what the full sample is made of.
func (v *verifier) fullHypotheses() []hypothesis {
	if v.agreement.Protocol != ProtocolDiscovery {
		return nil
	}
	var list []hypothesis
	rule := v.withDiscovery("Where the discovery sample is used for the full sample, it is part of it as a whole: of 200 claims 50 are " +
		"there and 150 are drawn on, and all 200 are appraised and reported.")
	add := func(code, error string, s slip) {
		list = append(list, hypothesis{code: code, error: error, source: oigFAQ, slip: s, rule: rule})
	}
	if v.agreement.FullSample == FullSampleContinue {
		add("discovery_left_out",
			"The claims of the discovery sample are not in the full sample; only the added claims were appraised.", slip{fullNew: true})
		add("drawn_beside", "The whole size was drawn anew beside the discovery sample, which is not in the full sample.",
			slip{fullAdded: true})
	}
	add("discovery_twice", "The claims of the discovery sample are in the full sample twice.", slip{fullTwice: true})
	return list
}

// withDiscovery adds to a rule that the agreement as given leaves open whether the discovery sample is part of the full sample.
func (v *verifier) withDiscovery(rule string) string {
	if v.reported.Agreement.FullSample != "" {
		return rule
	}
	return rule + " OIG allows that, if statistically appropriate. " + leftOpen("does not say whether the full sample is drawn anew",
		"draws on from the discovery sample")
}

// estimateHypotheses are errors of the extrapolation.
func (v *verifier) estimateHypotheses() []hypothesis {
	var list []hypothesis
	add := func(code, error, rule string, s slip) {
		list = append(list, hypothesis{code: code, error: error, rule: rule, source: sourceAppraisal, slip: s})
	}
	add("normal_percentile", "The limits have the normal percentile (z) in place of Student's t.", ruleInterval,
		slip{normal: true})
	add("no_fpc", "The standard error lacks the finite population correction.", ruleInterval, slip{noFPC: true})
	add("population_divisor", "The standard deviation has the divisor n in place of n-1.", ruleInterval,
		slip{population: true})
	add("one_sided", "The limits have a one-sided percentile in place of the two-sided one.", ruleInterval,
		slip{oneSided: true})
	for _, l := range percents(50, 80, 85, 90, 95, 98, 99) {
		if !l.Equal(v.agreement.Confidence) {
			add("other_level", "The interval is that of "+percent(l)+" confidence.", ruleInterval, slip{level: l})
		}
	}
	for _, n := range v.universes() {
		add("wrong_universe", "The sample was extrapolated to "+exact.CommasInt(n)+" claims.",
			"The universe is the number of claims in the frame that the sample was drawn from.", slip{appraised: n})
	}
	list = append(list,
		hypothesis{code: "net_extrapolated", error: "Net differences were extrapolated, underpayments as negative amounts.",
			rule:   "Overpayments are extrapolated, a claim paid correctly or underpaid as zero.",
			source: oigFAQ, slip: slip{net: true}},
		hypothesis{code: "rate_extrapolated", error: "The overpaid share of the dollars of the sample was applied to the dollars of the population.",
			rule: "The point estimate is the mean overpayment times the number of claims in the frame.", source: sourceAppraisal, slip: slip{ratio: true}})
	moments := "Skewness and kurtosis are b3/b2^(3/2) and b4/b2^2 with bk = sum((x-mean)^k)/n."
	add("spreadsheet_shape", "Skewness and kurtosis are those of a spreadsheet's SKEW and KURT.", moments,
		slip{spreadsheet: true})
	add("excess_kurtosis", "The kurtosis is the excess over that of a normal distribution, 3.", moments, slip{excess: true})
	add("mean_rounded", "The mean was rounded to cents before it was multiplied.", ruleOnce, slip{roundMean: true})
	add("deviation_rounded", "The standard deviation was rounded to cents before the standard error.", ruleOnce,
		slip{roundSD: true})
	add("error_of_mean_rounded", "The standard error of the mean was rounded to cents before it was multiplied.", ruleOnce,
		slip{roundErrMean: true})
	add("error_rounded", "The standard error was rounded to cents before the precision.", ruleOnce, slip{roundError: true})
	for places := 1; places <= 6; places++ {
		add("percentile_rounded",
			"The percentile was rounded to "+counting(int64(places), "place", "places")+" before the precision.", ruleOnce, slip{tPlaces: places})
	}
	return list
}

// owedHypotheses are errors of the amounts owed.
func (v *verifier) owedHypotheses() []hypothesis {
	var list []hypothesis
	add := func(code, error, rule string, s slip) {
		list = append(list, hypothesis{code: code, error: error, rule: rule, source: sourceRepaid, slip: s})
	}
	add("upper_limit_repaid", "The amount is the upper limit of the interval.", ruleRepaid, slip{repay: repayUpper})
	add("lower_limit_repaid", "The amount is the lower limit of the interval.", ruleRepaid, slip{repay: repayLower})
	add("sample_repaid", "The amount is what was found in the sample, not extrapolated.", ruleRepaid, slip{repay: repaySample})
	add("found_added", "What was found in the sample was added to the point estimate, in which it is contained.", ruleRepaid,
		slip{repay: repayBoth})
	add("net_repaid", "Underpayments were set off against the overpayments to be repaid.", ruleGross, slip{repay: repayNet})
	add("net_estimate_repaid", "The amount is the point estimate of the net difference.", ruleRepaid,
		slip{repay: repayNetEstimate})
	if len(v.reported.Refunds) > 0 {
		rule := "Refunds already made are credited once."
		add("refunds_not_credited", "Refunds already made were not credited.", rule, slip{credit: creditNone})
		add("refunds_credited_twice", "Refunds already made were credited twice.", rule, slip{credit: creditTwice})
	}
	return list
}

// dateHypotheses are errors of due dates.
func (v *verifier) dateHypotheses() []hypothesis {
	var list []hypothesis
	type due = extrapolate.Obligation
	add := func(code, error string, by func(due) reportable.Date) {
		list = append(list, hypothesis{code: code, error: error, rule: ruleDue, source: sourceClock, slip: slip{by: by}})
	}
	first, last := v.days()
	add("date_first_day_counted", "The day of identification was counted as the first day.",
		func(o due) reportable.Date { return o.By.AddDays(-1) })
	add("date_started_next_day", "The clock was started a day late.",
		func(o due) reportable.Date { return o.By.AddDays(1) })
	add("date_months", "Months were counted in place of days.",
		func(o due) reportable.Date { return addMonths(last, o.Days/30) })
	add("date_business_days", "Business days were counted in place of calendar days.",
		func(o due) reportable.Date { return addWeekdays(last, o.Days) })
	if first != last && !first.IsZero() {
		add("date_from_discovery", "The clock was started on the day of the discovery sample.",
			func(o due) reportable.Date { return first.AddDays(o.Days) })
	}
	if usual, ok := usual(v.agreement.Protocol); ok && v.agreement.RepayDays > usual.RepayDays {
		add("date_beyond_statute", "The days of the agreement were counted beyond the last day of the statute.",
			func(due) reportable.Date { return last.AddDays(v.agreement.RepayDays) })
	}
	facts := v.reported.options()
	clock := extrapolate.OverpaymentClock{
		Program: extrapolate.MedicareAB, Identified: last, CostReport: facts.CostReport, Suspensions: facts.Suspensions,
	}
	if d, err := clock.Deadline(); err == nil && d.By != d.SixtyDays {
		add("date_not_moved", "The deadline was not moved by the cost report or the suspensions.",
			func(o due) reportable.Date { return last.AddDays(o.Days) })
		add("date_moved", "The deadline was moved where the agreement, OIG's FAQ or Medicaid's statute sets the day.",
			func(due) reportable.Date { return d.By })
	}
	for _, other := range []int{30, 45, 90, 120} {
		if other != v.agreement.RepayDays {
			add("date_other_days", counting(int64(other), "day was", "days were")+" counted.",
				func(due) reportable.Date { return last.AddDays(other) })
		}
	}
	return list
}

// addMonths adds months of the calendar; the last day of the month where it has no such day.
func addMonths(d reportable.Date, months int) reportable.Date {
	m := int(d.Month()) - 1 + months
	year, month := d.Year()+m/12, m%12+1
	for day := d.Day(); day > 0; day-- {
		if e := civil(year, month, day); !e.IsZero() {
			return e
		}
	}
	return reportable.Date{}
}

// addWeekdays adds days from Monday to Friday.
func addWeekdays(d reportable.Date, days int) reportable.Date {
	for days > 0 {
		next := d.AddDays(1)
		if next.IsZero() || next == d {
			return reportable.Date{}
		}
		if d = next; d.Weekday() != 0 && d.Weekday() != 6 {
			days--
		}
	}
	return d
}

// printHypotheses are errors of how figures are printed.
func (v *verifier) printHypotheses() []hypothesis {
	rule := "Figures are rounded to the nearest."
	ties := v.values.clone()
	for _, f := range v.figures {
		if is, ok := v.values[f.path]; ok && f.holds(is) == tieDown {
			is.truncate = true
			ties[f.path] = is
		}
	}
	return []hypothesis{
		{code: "tie_rounded_down", error: "A figure whose exact value lies midway between two was rounded toward zero, as programs that work in binary do at times.",
			rule:   rule + " A figure that lies midway is rounded half away from zero or half to even.",
			source: "this library, as printed figures are read", values: ties},
		{code: "truncated", error: "Figures were cut off, not rounded.", rule: rule, source: sourceAppraisal, slip: slip{truncate: true}},
		{code: "rates_truncated", error: "Percentages were cut off, not rounded.", rule: rule, source: sourceAppraisal, slip: slip{truncateRates: true}},
	}
}
