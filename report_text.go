package iromath

import (
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/reportable"
)

// pageWidth is the width of the text of a report.
const pageWidth = 96

// textReport writes a report section by section.
type textReport struct {
	textfile.Page
	section int
}

// WriteText writes the report as plain text, 96 columns wide, amounts in dollars and cents. Errors are those of w.
func (r Report) WriteText(w io.Writer) error {
	t := &textReport{}
	t.cover(r)
	t.head("Outcome")
	t.paragraphs(r.Summary)
	t.head("Methodology")
	t.paragraphs(r.Methodology)
	t.population(r.Population)
	t.corrections(r.Corrections, r.Corrected)
	t.documentation(r)
	t.findings(r)
	t.errorRates(r)
	t.extrapolation(r)
	t.scrutiny(r)
	t.systems(r.Systems)
	t.obligations(r)
	t.head("Software")
	t.Paragraph(3, pageWidth, r.Software.Name+" "+r.Software.Version)
	t.paragraphs(r.Software.Description)
	t.head("Warnings")
	if len(r.Warnings) == 0 {
		t.Paragraph(3, pageWidth, "None.")
	}
	for _, warning := range r.Warnings {
		t.Paragraph(3, pageWidth, "- "+warning.Message+" ["+warning.Code+"]")
	}
	_, err := t.WriteTo(w)
	return err
}

func (t *textReport) head(title string) {
	t.section++
	t.Blank()
	line := fmt.Sprintf("%d. %s", t.section, strings.ToUpper(title))
	t.Line("%s", line)
	t.Line("%s", strings.Repeat("-", len(line)))
}

func (t *textReport) paragraphs(texts []string) {
	for _, s := range texts {
		t.Paragraph(3, pageWidth, s)
		t.Blank()
	}
}

// row writes a label and a value.
func (t *textReport) row(label, value string) {
	if value != "" {
		t.Row(textfile.Left(4, label), textfile.Left(34, value))
	}
}

func (t *textReport) cover(r Report) {
	t.Row(textfile.Center(pageWidth, strings.ToUpper(r.Title)))
	t.Row(textfile.Center(pageWidth, r.Agreement.Name))
	t.Blank()
	a := r.Agreement
	t.row("Provider", a.Provider)
	t.row("Reviewer", a.Reviewer)
	t.row("Review period", period(a.From, a.Through))
	t.row("Protocol", map[Protocol]string{
		Discovery: "discovery sample, at the threshold a full sample",
		Single:    "single sample",
		Quarterly: "quarterly sample",
	}[a.Protocol])
	t.row("Date of the report", r.Date.String())
	t.row("Determinations complete on", r.Identified.String())
}

// period writes a review period that may be open on a side, "" for none.
func period(from, through reportable.Date) string {
	switch {
	case from.IsZero() && through.IsZero():
		return ""
	case from.IsZero():
		return "through " + through.String()
	case through.IsZero():
		return "from " + from.String()
	}
	return from.String() + " through " + through.String()
}

func (t *textReport) population(s FrameSummary) {
	t.head("Population")
	o := s.Options
	t.row("Payors taken", strings.Join(o.Payors, ", "))
	if p := period(o.From, o.Through); p != "" {
		t.row("Period taken", p+" (column "+o.Date+")")
	}
	if o.ID != "" {
		var columns []string
		for _, c := range []struct{ what, name string }{{"claim id", o.ID}, {"paid", o.Paid}, {"segment", o.Segment}, {"payor", o.Payor}} {
			if c.name != "" {
				columns = append(columns, c.what+": "+c.name)
			}
		}
		t.row("Columns", strings.Join(columns, ", "))
	}
	t.row("Claims in the frame", exact.CommasInt(s.Size))
	t.row("Paid for them", dollarText(s.Paid))
	t.row("Rows of the claims file", exact.CommasInt(s.Rows))
	for _, e := range s.Exclusions {
		t.row("  left out, "+strings.ReplaceAll(string(e.Reason), "_", " "), exact.CommasInt(e.Count))
	}
	t.row("Frame digest", s.Digest)
	for i, m := range s.Malformed {
		if i == 20 {
			t.Paragraph(5, pageWidth, fmt.Sprintf("and %d more malformed rows", s.Excluded(ExcludedMalformed)-20))
			break
		}
		t.Paragraph(5, pageWidth, m.Error())
	}
}

// stageNames are the stages in words.
var stageNames = map[Stage]string{StageDiscovery: "Discovery sample", StageFull: "Full sample", StageSample: "Sample"}

func (t *textReport) documentation(r Report) {
	t.head("Sampling documentation")
	for _, d := range r.Draws {
		s := d.plan()
		t.row(stageNames[d.Stage], fmt.Sprintf("%s claims of %s, method "+
			"%s, seed %s", exact.CommasInt(s.Size), exact.CommasInt(s.High), s.Method, s.Seed))
		if s.DrawnBefore > 0 {
			t.row("", fmt.Sprintf("orders of selection 1 to %d were drawn before, %d are new", s.DrawnBefore, s.Size-s.DrawnBefore))
		}
	}
	if r.Size != nil {
		t.row("Full sample size", fmt.Sprintf("%d at %s confidence and %s precision (unrounded %s)",
			r.Size.Wanted.Size, percent(r.Size.Wanted.Level), percent(r.Size.Wanted.Precision), exact.Fixed(r.Size.Wanted.Unrounded, 4)))
	}
	for _, d := range r.Draws {
		t.replaced(d.Draw)
	}
	for _, d := range r.Draws {
		t.printout(stageNames[d.Stage]+": random numbers", d.Printout)
	}
	if r.Size != nil {
		t.printout("Full sample: size", r.Size.Printout)
	}
}

// printout sets a printout off from the text.
func (t *textReport) printout(title, text string) {
	t.Blank()
	t.Line("--- %s %s", title, strings.Repeat("-", max(3, pageWidth-5-len(title))))
	for _, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		t.Line("%s", line)
	}
	t.Line("%s", strings.Repeat("-", pageWidth))
}

func (t *textReport) findings(r Report) {
	t.head("Findings claim by claim")
	left, right := textfile.Left, textfile.Right
	t.Row(right(7, "NUMBER"), right(14, "ORDER"), left(17, "CLAIM"), right(48, "PAID"), right(61, "CORRECT"), right(74, "OVERPAID"), right(87, "UNDERPAID"))
	correct := 0
	for _, f := range r.Findings {
		if !f.InError() && f.Documentation == errorrate.Complete {
			correct++
		}
		amount := func(d decimal.Decimal) string {
			if d.IsZero() {
				return "-"
			}
			return exact.Commas(d, 2)
		}
		should := "missing"
		if f.Correct != nil {
			should = exact.Commas(*f.Correct, 2)
		}
		t.Row(right(7, fmt.Sprint(f.Number)), right(14, fmt.Sprint(f.Order)), left(17, f.ID), right(48, exact.Commas(f.Paid, 2)),
			right(61, should), right(74, amount(f.Overpayment)), right(87, amount(f.Underpayment)))
		if why := because(f); why != "" {
			t.Paragraph(16, pageWidth, why)
		}
	}
	t.Blank()
	t.Paragraph(3, pageWidth, fmt.Sprintf("%d claims in all, %d of them paid correctly with complete "+
		"documentation.", len(r.Findings), correct))
}

// because says why a claim is in error.
func because(f Finding) string {
	var parts []string
	if !f.InError() && f.Documentation == errorrate.Complete {
		return f.Reason
	}
	documentation, category := string(f.Documentation)+" documentation", strings.ReplaceAll(string(f.Category), "_", " ")
	if f.Documentation == errorrate.Complete {
		documentation = ""
	} else if f.Category == errorrate.DocumentationError {
		category = ""
	}
	for _, s := range []string{f.Payor, documentation, category, f.Reason} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "; ")
}

func (t *textReport) errorRates(r Report) {
	t.head("Net financial error rate")
	if r.DiscoveryErrorRate != nil {
		t.errorRate("Discovery sample", *r.DiscoveryErrorRate, r.Agreement.Protocol == Discovery)
		t.Blank()
		t.errorRate("Full sample", r.ErrorRate, false)
		return
	}
	t.errorRate(stageNames[r.lastStage()], r.ErrorRate, r.Agreement.Protocol == Discovery)
}

func (t *textReport) errorRate(title string, e errorrate.Result, threshold bool) {
	t.Paragraph(3, pageWidth, title)
	t.row("Claims reviewed", exact.CommasInt(e.Counts.Reviewed))
	t.row("  in error", exact.CommasInt(e.Counts.InError))
	t.row("  overpaid", exact.CommasInt(e.Counts.Overpaid))
	t.row("  underpaid", exact.CommasInt(e.Counts.Underpaid))
	t.row("  documentation missing", exact.CommasInt(e.Counts.Missing))
	t.row("  documentation insufficient", exact.CommasInt(e.Counts.Incomplete))
	t.row("Dollars paid", dollarText(e.Paid))
	t.row("Overpayments", dollarText(e.Overpaid))
	t.row("Underpayments", dollarText(e.Underpaid))
	t.row("Net overpayment", dollarText(e.NetOverpayment)+" ("+strings.ReplaceAll(string(e.Netting), "_", " ")+")")
	t.row("Net financial error rate", ratePercent(e))
	if threshold {
		t.row("Threshold", percent(e.Threshold))
		t.row("Threshold met", map[bool]string{true: "yes", false: "no"}[e.ThresholdMet])
	}
	for _, c := range e.Categories {
		name := string(c.Category)
		if c.Category == errorrate.Unclassified {
			name = "unclassified"
		}
		t.row("  "+strings.ReplaceAll(name, "_", " "), fmt.Sprintf("%d claims, overpaid %s, "+
			"underpaid %s", c.Claims, dollarText(c.Overpaid), dollarText(c.Underpaid)))
	}
}

func (t *textReport) extrapolation(r Report) {
	t.head("Extrapolation")
	if r.Appraisal == nil {
		why := "the sample has one claim only."
		if r.Agreement.Protocol == Discovery && !r.ErrorRate.ThresholdMet {
			why = "the error rate is below the threshold."
		}
		t.Paragraph(3, pageWidth, "Nothing is extrapolated: "+why)
		return
	}
	e := r.Appraisal
	t.row("Claims in the population", exact.CommasInt(e.Universe))
	t.row("Claims in the sample", exact.CommasInt(e.Overpayment.SampleSize))
	t.row("Overpayment, point estimate", dollarText(e.PointEstimate))
	t.row("  "+percent(e.Interval.Level)+" confidence interval", dollarText(e.Interval.LowerLimit)+" to "+dollarText(e.Interval.UpperLimit))
	t.row("  precision", dollarText(e.Interval.PrecisionAmount)+", "+e.precision())
	if !e.Precision.IsZero() {
		t.row("  precision asked for", percent(e.Precision)+", "+map[bool]string{true: "met", false: "missed"}[e.PrecisionMet])
	}
	if in, ok := e.Net.At(e.Interval.Level); ok {
		t.row("  net difference instead", dollarText(e.Net.PointEstimate)+", "+dollarText(in.LowerLimit)+" to "+dollarText(in.UpperLimit))
	}
	t.printout("Variable appraisal of the overpayments", e.Printout)
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

func (t *textReport) obligations(r Report) {
	t.head("Obligations")
	if len(r.Obligations.Obligations) == 0 {
		t.Paragraph(3, pageWidth, "None from this review.")
	}
	for i, o := range r.Obligations.Obligations {
		if i > 0 {
			t.Blank()
		}
		t.Paragraph(3, pageWidth, obligationNames[o.Kind])
		if o.Kind == extrapolate.RepayExtrapolated {
			t.Paragraph(5, pageWidth, "The overpayments found in the sample are contained in this amount.")
		}
		t.row("State", string(o.State))
		if o.Open > 0 {
			t.row("Claims still open", exact.CommasInt(o.Open))
		}
		t.row("To", o.Payor)
		if o.Amount != nil {
			t.row("Amount", dollarText(*o.Amount))
		}
		if o.Credited != nil && !o.Credited.IsZero() {
			t.row("Refunded already", dollarText(*o.Credited))
		}
		if o.Due != nil {
			t.row("Due", dollarText(*o.Due))
		}
		switch {
		case !o.By.IsZero():
			t.row("By", o.By.String())
		case o.Days > 0 && o.Kind == extrapolate.ConsiderReportable:
			t.row("Days to report one", fmt.Sprint(o.Days))
		case o.Days > 0:
			t.row("Days", fmt.Sprintf("%d after the overpayment was identified", o.Days))
		}
		t.clock(o.Clock)
		for _, rule := range o.Rules {
			source := rule.Citation
			if !rule.AsOf.IsZero() {
				source += "; as of " + rule.AsOf.String()
			}
			t.Paragraph(5, pageWidth, rule.Text+" ("+source+")")
		}
	}
}
