package iromath

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/exact"
)

// The findings of a report: in words, in figures, claim by claim.

// wrong reports whether a claim was paid wrongly.
func (f Finding) wrong() bool { return !f.Overpayment.IsZero() || !f.Underpayment.IsZero() }

// difference is the overpayment, or the underpayment as a negative amount.
func (f Finding) difference() decimal.Decimal {
	if f.Underpayment.IsZero() {
		return f.Overpayment
	}
	return f.Underpayment.Neg()
}

// total adds amounts up; one that cannot be written out, from a report that was read, leaves the sum without a value.
func total(list []Finding, amount func(Finding) decimal.Decimal) string {
	var sum decimal.Decimal
	for _, f := range list {
		d := amount(f)
		if exact.Check(d) != nil {
			return ""
		}
		sum = sum.Add(d)
	}
	return fixed(sum, 2)
}

// lastFindings are the findings of the last sample.
func (r Report) lastFindings() []Finding {
	in := map[int64]bool{}
	for _, c := range r.ErrorRate.Claims {
		in[c.Number] = true
	}
	var list []Finding
	for _, f := range r.Findings {
		if in[f.Number] {
			list = append(list, f)
		}
	}
	return list
}

// categoryName writes a category of errors.
func categoryName(c errorrate.Category) string {
	if c == errorrate.Unclassified {
		return "unclassified"
	}
	return words(string(c))
}

// narrative tells what was found, by category and reason.
func (r Report) narrative() []document.Block {
	e, name := r.ErrorRate, strings.ToLower(stageNames[r.lastStage()])
	if e.Counts.InError == 0 {
		return paragraph("Every claim of the %s was paid correctly.", name)
	}
	text := []string{fmt.Sprintf("Of the %s of the %s %s paid correctly and %s in error. What follows is about the "+
		"claims in error of this sample.", counting(e.Counts.Reviewed, "claim", "claims"), name,
		counting(e.Counts.Reviewed-e.Counts.InError, "was", "were"), counting(e.Counts.InError, "was", "were"))}
	for _, c := range e.Categories {
		category := categoryName(c.Category)
		if category != "" {
			category = strings.ToUpper(category[:1]) + category[1:]
		}
		s := fmt.Sprintf("%s: %s in error.", category, counting(c.Claims, "claim", "claims"))
		if c.ClaimsOverpaid > 0 {
			s += fmt.Sprintf(" %s overpaid, by %s in all.", counting(c.ClaimsOverpaid, "was", "were"), dollarText(c.Overpaid))
		}
		if c.ClaimsUnderpaid > 0 {
			s += fmt.Sprintf(" %s underpaid, by %s in all.", counting(c.ClaimsUnderpaid, "was", "were"), dollarText(c.Underpaid))
		}
		text = append(text, s)
	}
	if n := e.Counts.MissingDocumentation; n > 0 {
		text = append(text, fmt.Sprintf("Records were not found for %s. Each stays in the sample, and all that was paid for it "+
			"is an overpayment.", counting(n, "claim", "claims")))
	}
	if n := r.insufficient(); n > 0 {
		text = append(text, fmt.Sprintf("The documentation of %s was found and does not support what was billed; the reviewer stated "+
			"the correct amount.", counting(n, "claim", "claims")))
	}
	return append(paragraphs(text), r.reasons()...)
}

// insufficient counts the claims of the last sample that are in error and whose documentation is insufficient. One that
// was paid correctly all the same is in the figures only.
func (r Report) insufficient() (n int64) {
	for _, f := range r.lastFindings() {
		if f.wrong() && f.Documentation == errorrate.Insufficient {
			n++
		}
	}
	return n
}

// reasons lists the reviewer's reasons with the claims they were given for.
func (r Report) reasons() []document.Block {
	type key struct {
		category errorrate.Category
		reason   string
	}
	claims := map[key][]Finding{}
	for _, f := range r.lastFindings() {
		if f.wrong() {
			reason := f.Reason
			if reason == "" {
				reason = "no reason stated"
				if f.Documentation == errorrate.Missing {
					reason = "documentation missing"
				}
			}
			k := key{f.ErrorCategory(), reason}
			claims[k] = append(claims[k], f)
		}
	}
	keys := make([]key, 0, len(claims))
	for k := range claims {
		keys = append(keys, k)
	}
	order := []errorrate.Category{errorrate.CategoryCoding, errorrate.CategoryDocumentation, errorrate.CategoryMedicalNecessity,
		errorrate.CategoryOther, errorrate.Unclassified}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.category), slices.Index(order, b.category)),
			cmp.Compare(len(claims[b]), len(claims[a])), strings.Compare(a.reason, b.reason),
			strings.Compare(string(a.category), string(b.category)))
	})
	t := document.Table{
		Caption: "Reasons of the errors, with the numbers of the claims in the frame",
		Columns: slices.Concat([]document.Column{{Title: "Category"}, {Title: "Reason", Prose: true}},
			column("Claims", "Overpaid", "Underpaid"),
			[]document.Column{{Title: "Numbers", Prose: true}}),
	}
	for _, k := range keys {
		var numbers []string
		for _, f := range claims[k] {
			numbers = append(numbers, fmt.Sprint(f.Number))
		}
		t.Rows = append(t.Rows, []string{categoryName(k.category), k.reason, exact.CommasInt(int64(len(claims[k]))),
			total(claims[k], overpayment), total(claims[k], underpayment), strings.Join(numbers, ", ")})
	}
	return table(t)
}

func overpayment(f Finding) decimal.Decimal  { return f.Overpayment }
func underpayment(f Finding) decimal.Decimal { return f.Underpayment }

// quantities are the figures of each sample and of the categories of errors.
func (r Report) quantities() []document.Block {
	names, samples := []string{stageNames[r.lastStage()]}, []errorrate.Result{r.ErrorRate}
	if r.DiscoveryErrorRate != nil {
		names = []string{stageNames[StageDiscovery], stageNames[StageFull]}
		samples = []errorrate.Result{*r.DiscoveryErrorRate, r.ErrorRate}
	}
	t := document.Table{Caption: "Claims and dollars; percentages are of the claims reviewed",
		Columns: append([]document.Column{{Title: "Result"}}, column(names...)...)}
	row := func(label string, value func(errorrate.Result) string) {
		cells := []string{label}
		for _, e := range samples {
			cells = append(cells, value(e))
		}
		t.Rows = append(t.Rows, cells)
	}
	share := func(label string, n func(errorrate.Counts) int64) {
		row(label, func(e errorrate.Result) string { return shareText(n(e.Counts), e.Counts.Reviewed) })
	}
	amount := func(label string, d func(errorrate.Result) decimal.Decimal) {
		row(label, func(e errorrate.Result) string { return dollarText(d(e)) })
	}
	row("Claims reviewed", func(e errorrate.Result) string { return exact.CommasInt(e.Counts.Reviewed) })
	share("Claims in error", func(c errorrate.Counts) int64 { return c.InError })
	share("Claims overpaid", func(c errorrate.Counts) int64 { return c.Overpaid })
	share("Claims underpaid", func(c errorrate.Counts) int64 { return c.Underpaid })
	share("Documentation missing", func(c errorrate.Counts) int64 { return c.MissingDocumentation })
	share("Documentation insufficient", func(c errorrate.Counts) int64 { return c.InsufficientDocumentation })
	amount("Dollars paid", func(e errorrate.Result) decimal.Decimal { return e.Paid })
	amount("Gross overpayment", func(e errorrate.Result) decimal.Decimal { return e.Overpaid })
	amount("Underpayments", func(e errorrate.Result) decimal.Decimal { return e.Underpaid })
	amount("Net overpayment, underpayments "+words(string(r.ErrorRate.Netting)),
		func(e errorrate.Result) decimal.Decimal { return e.NetOverpayment })
	row("Net financial error rate", ratePercent)
	if r.Agreement.Protocol == ProtocolDiscovery {
		first := func(value func(errorrate.Result) string) func(errorrate.Result) string {
			done := false
			return func(e errorrate.Result) string { // the threshold is that of the discovery sample alone
				if done {
					return ""
				}
				done = true
				return value(e)
			}
		}
		row("Threshold", first(func(e errorrate.Result) string { return percent(e.Threshold) }))
		row("Threshold met", first(func(e errorrate.Result) string { return either(e.ThresholdMet, "yes", "no") }))
	}
	blocks := table(t)
	if len(r.ErrorRate.Categories) > 0 {
		blocks = append(blocks, document.Block{Chart: r.categoryChart()})
	}
	if c := r.overpaymentChart(); c != nil {
		blocks = append(blocks, document.Block{Chart: c})
	}
	return blocks
}

// claimColumns are those of the tables of claims, in the order that the appendices of agreements list them.
func claimColumns() []document.Column {
	return []document.Column{
		{Title: "Number", Figures: true}, {Title: "Order", Figures: true}, {Title: "Claim"}, {Title: "Program"}, {Title: "Patient"},
		{Title: "Service date"}, {Title: "Code submitted"}, {Title: "Code reimbursed"}, {Title: "Amount reimbursed", Figures: true},
		{Title: "Correct code"}, {Title: "Correct amount", Figures: true}, {Title: "Difference", Figures: true},
		{Title: "Finding", Prose: true},
	}
}

// claimTables lists all reviewed claims, those paid wrongly first.
func (r Report) claimTables() []document.Block {
	var wrong, right []Finding
	for _, f := range r.Findings {
		if f.wrong() {
			wrong = append(wrong, f)
		} else {
			right = append(right, f)
		}
	}
	blocks := paragraph("%s reviewed: %s paid wrongly, %s paid correctly. Number is the claim's number in the sampling frame, "+
		"order its order of selection, program the payor. The difference is the amount reimbursed less the correct amount: above "+
		"zero an overpayment, below zero an underpayment. Amounts are in dollars.",
		counting(int64(len(r.Findings)), "claim was", "claims were"), counting(int64(len(wrong)), "was", "were"),
		counting(int64(len(right)), "was", "were"))
	for _, part := range []struct {
		title string
		list  []Finding
	}{{"Claims paid wrongly", wrong}, {"Claims paid correctly", right}} {
		if len(part.list) == 0 {
			continue
		}
		t := document.Table{Caption: part.title, Columns: claimColumns()}
		for _, f := range part.list {
			should := "missing"
			if f.Correct != nil {
				should = fixed(*f.Correct, 2)
			}
			t.Rows = append(t.Rows, []string{
				fmt.Sprint(f.Number), fmt.Sprint(f.Order), f.ID, f.Payor, f.Patient,
				f.ServiceDate.String(), f.CodeSubmitted, f.CodeReimbursed, fixed(f.Paid, 2),
				f.CodeCorrect, should, fixed(f.difference(), 2),
				because(f),
			})
		}
		paid := total(part.list, func(f Finding) decimal.Decimal { return f.Paid })
		t.Total = []string{"Total", "", "", "", "", "", "", "", paid, "", "", total(part.list, Finding.difference)}
		blocks = append(blocks, table(t)...)
	}
	return blocks
}

// because says why a claim is in error.
func because(f Finding) string {
	if !f.wrong() && f.Documentation == errorrate.Complete {
		return f.Reason
	}
	documentation, category := words(string(f.Documentation))+" documentation", words(string(f.Category))
	if f.Documentation == errorrate.Complete {
		documentation = ""
	} else if f.Category == errorrate.CategoryDocumentation {
		category = ""
	}
	return strings.Join(slices.DeleteFunc([]string{documentation, category, f.Reason},
		func(s string) bool { return s == "" }), "; ")
}
