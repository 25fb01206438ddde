package iromath

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/sorting"
	"github.com/iromath/iromath/reportable"
)

// What a review comes to: the figures that are looked for first, the extrapolation, the obligations.

func (r Report) keyFigures() []document.Row {
	e := r.ErrorRate
	if r.DiscoveryErrorRate != nil {
		e = *r.DiscoveryErrorRate
	}
	rate := document.Row{Label: "Net financial error rate", Value: ratePercent(e), Note: "no threshold"}
	if r.Agreement.Protocol == ProtocolDiscovery {
		rate.Note = "of the discovery sample; threshold " + percent(e.Threshold) + either(e.ThresholdMet, " met", " not met")
	}
	list := []document.Row{rate,
		{Label: "Claims in error", Value: exact.CommasInt(r.ErrorRate.Counts.InError),
			Note: fmt.Sprintf("of %s reviewed", exact.CommasInt(r.ErrorRate.Counts.Reviewed))},
		{Label: "Gross overpayment of the sample", Value: dollarText(r.ErrorRate.Overpaid),
			Note: "of " + dollarText(r.ErrorRate.Paid) + " paid"}}
	if a := r.Appraisal; a != nil {
		list = append(list, document.Row{Label: "Extrapolated overpayment", Value: dollarText(a.PointEstimate),
			Note: fmt.Sprintf("%s interval %s to %s",
				percent(a.Interval.Level), dollarText(a.Interval.LowerLimit), dollarText(a.Interval.UpperLimit))})
	}
	var due decimal.Decimal
	var by []reportable.Date
	for _, o := range r.Obligations.Obligations {
		if o.Due != nil && exact.Check(*o.Due) == nil {
			due, by = due.Add(*o.Due), append(by, o.By)
		}
	}
	if len(by) > 0 {
		list = append(list, document.Row{Label: "To be repaid", Value: dollarText(due), Note: firstDay(by)})
	}
	return list
}

// firstDay says by when the first of some amounts is due; "" where none has a last day.
func firstDay(by []reportable.Date) string {
	sorting.By(by, reportable.Date.Compare)
	by = slices.Compact(by)
	switch first := by[len(by)-1]; {
	case first.IsZero():
		return ""
	case len(by) == 1:
		return "by " + first.String()
	case by[0].IsZero():
		return "the first part by " + by[1].String()
	}
	return "the first part by " + by[0].String()
}

func (r Report) extrapolation() []document.Block {
	if r.Appraisal == nil {
		why := "the sample has one claim only."
		if r.Agreement.Protocol == ProtocolDiscovery && !r.ErrorRate.ThresholdMet {
			why = "the error rate is below the threshold."
		}
		return paragraph("Nothing is extrapolated: %s", why)
	}
	e := r.Appraisal
	blocks := rows([]document.Row{
		{Label: "Claims in the population", Value: exact.CommasInt(e.Universe)},
		{Label: "Claims in the sample", Value: exact.CommasInt(e.Overpayment.SampleSize)},
		{Label: "Mean overpayment", Value: dollarText(e.Overpayment.Mean)},
		{Label: "standard deviation", Value: dollarText(e.Overpayment.StandardDeviation), Part: true},
		{Label: "Overpayment, point estimate", Value: dollarText(e.PointEstimate)},
		{Label: "standard error", Value: dollarText(e.Overpayment.StandardError), Part: true},
		{Label: percent(e.Interval.Level) + " confidence interval",
			Value: dollarText(e.Interval.LowerLimit) + " to " + dollarText(e.Interval.UpperLimit), Part: true},
		{Label: "precision", Value: dollarText(e.Interval.PrecisionAmount) + ", " + e.precision(), Part: true},
		{Label: "precision asked for", Value: e.asked(), Part: true},
	})
	blocks = append(blocks, document.Block{Chart: e.intervalChart()})
	if len(e.Curve) > 0 {
		blocks = append(blocks, document.Block{Chart: e.curveChart()})
	}
	return blocks
}

// asked says which precision the agreement asks for, and whether it was met; "" where it asks for none.
func (a DocumentedAppraisal) asked() string {
	if a.Precision.IsZero() {
		return ""
	}
	return percent(a.Precision) + ", " + either(a.PrecisionMet, "met", "missed")
}

// obligationNames are the kinds of obligation in words.
var obligationNames = map[extrapolate.ObligationKind]string{
	extrapolate.RepayFound:            "Repay the overpayments found",
	extrapolate.RepayExtrapolated:     "Repay the extrapolated overpayment at the point estimate",
	extrapolate.EvaluateExtrapolation: "Evaluate the potential extrapolated overpayment",
	extrapolate.SystemsReview:         "Systems review",
	extrapolate.ClaimSystemsReview:    "Review the systems behind each overpaid claim",
	extrapolate.ConsiderReportable:    "Determine whether there is a reportable event",
}

func (r Report) obligations() []document.Block {
	if len(r.Obligations.Obligations) == 0 {
		return paragraph("None from this review.")
	}
	var blocks []document.Block
	for _, o := range r.Obligations.Obligations {
		name := obligationNames[o.Kind]
		if name == "" {
			name = words(string(o.Kind))
		}
		blocks = append(blocks, heading(name)...)
		if o.Kind == extrapolate.RepayExtrapolated || o.Kind == extrapolate.EvaluateExtrapolation {
			blocks = append(blocks, paragraph("The overpayments found in the sample are contained in this amount.")...)
		}
		list := []document.Row{{Label: "State", Value: string(o.State)}, {Label: "To", Value: o.Payor}}
		if o.Open > 0 {
			list = append(list, document.Row{Label: "Claims still open", Value: exact.CommasInt(o.Open)})
		}
		if o.Claims > 0 && o.Kind != extrapolate.RepayExtrapolated && o.Kind != extrapolate.EvaluateExtrapolation {
			list = append(list, document.Row{Label: "Overpaid claims", Value: exact.CommasInt(o.Claims)})
		}
		for _, a := range []struct {
			label  string
			amount *decimal.Decimal
		}{{"Amount", o.Amount}, {"Refunded already", o.Credited}, {"Due", o.Due}} {
			if a.amount != nil && (a.amount != o.Credited || !a.amount.IsZero()) {
				list = append(list, document.Row{Label: a.label, Value: dollarText(*a.amount)})
			}
		}
		switch {
		case !o.By.IsZero():
			list = append(list, document.Row{Label: "By", Value: o.By.String()})
		case o.Days > 0 && o.Kind == extrapolate.ConsiderReportable:
			list = append(list, document.Row{Label: "Days to report one", Value: fmt.Sprint(o.Days)})
		case o.Days > 0:
			list = append(list,
				document.Row{Label: "Days", Value: fmt.Sprintf("%d after the overpayment was identified", o.Days)})
		}
		blocks = append(blocks, rows(list)...)
		blocks = append(blocks, clockBlocks(o.Deadline)...)
		var sources []string
		for _, rule := range o.Rules {
			source := rule.Citation
			if !rule.AsOf.IsZero() {
				source += "; as of " + rule.AsOf.String()
			}
			sources = append(sources, rule.Text+" ("+source+")")
		}
		if len(sources) > 0 {
			blocks = append(blocks, document.Block{List: sources})
		}
	}
	return blocks
}
