package reportable

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// screen holds the overpayment against the provider's threshold: the first step, which decides nothing.
func (d *Determination) screen(e Event) {
	open := unquantified(e)
	if open > 0 {
		d.warn("not_quantified", "The overpayment of %d of %d occurrences is not quantified yet.", open, len(e.Occurrences))
	}
	if e.Screen == nil {
		return
	}
	var sum decimal.Decimal
	if d.Overpayment != nil {
		sum = *d.Overpayment
	}
	met := e.Screen.Amount != nil && sum.Cmp(*e.Screen.Amount) >= 0
	if s := e.Screen; s.Rate != nil {
		limit := exact.Rat(*s.Rate)
		limit.Mul(limit, exact.Rat(*s.Base))
		met = met || exact.Rat(sum).Cmp(limit) >= 0
	}
	words := "meets"
	switch {
	case met:
		d.ScreenMet = Yes
	case open > 0:
		words = "does not meet, as far as it is quantified,"
	default:
		d.ScreenMet, words = No, "does not meet"
	}
	d.reason("screened", RuleAnalysis, "The overpayment of $%s %s the provider's screening threshold. That is the first "+
		"step and decides nothing.", exact.Commas(sum, 2), words)
}

// unquantified counts the occurrences without an amount.
func unquantified(e Event) (n int) {
	for _, o := range e.Occurrences {
		if o.Overpayment == nil {
			n++
		}
	}
	return n
}

// judged takes the conclusion of the recorded analysis, if there is one that may conclude.
func (d *Determination) judged(e Event) {
	a := e.Analysis
	switch {
	case a == nil:
		d.open("no_analysis", "No analysis of the facts and circumstances is recorded.")
	case a.thresholdAlone():
		d.open("threshold_alone", "The recorded analysis considers nothing but a threshold, which does not replace an "+
			"analysis of all relevant facts and circumstances.")
	case a.Conclusion == NeedsAnalysis:
		d.open("analysis_open", "The recorded analysis has come to no conclusion: "+a.Grounds)
	default:
		d.Conclusion = a.Conclusion
		if a.kinds() < 2 {
			d.warn("thin_analysis", "The analysis considers facts of one kind only; the FAQ asks for all relevant facts "+
				"and circumstances.")
		}
		d.reason("analysis", RuleAnalysis, "The analysis of %s by %s concludes %s: %s", a.On, a.By, a.Conclusion, a.Grounds)
	}
}

// open leaves the conclusion to an analysis that is still to be made.
func (d *Determination) open(code, text string) {
	d.Conclusion = NeedsAnalysis
	d.reason(code, RuleAnalysis, "%s", text)
	d.Duties = append(d.Duties, Duty{Kind: MakeAnalysis, Source: sourceOf(RuleAnalysis),
		Text: "Analyze the facts and circumstances and record it: who, when, what was considered, the conclusion and " +
			"its grounds."})
}

// violation examines the test of a reasonable person and its elements.
func (d *Determination) violation(e Event, terms Terms) {
	v, rule := e.Violation, RulePotential
	if terms.Violation == Probable {
		rule = RuleProbable
	}
	d.Reasons = append(d.Reasons, Reason{Code: "agreement_word", Source: terms.source("violation", rule),
		Text: fmt.Sprintf("The test of the agreement: a matter that a reasonable person would consider a %s violation "+
			"of %s.", terms.Violation, strings.Join(v.Laws, "; "))})
	for _, x := range []struct {
		answer     Answer
		code, text string
	}{
		{v.FederalProgram, "no_federal_program", "The laws are not applicable to any Federal health care program."},
		{v.Sanction, "no_sanction", "Neither penalties nor exclusion may be authorized."},
	} {
		if x.answer != No {
			continue
		}
		d.reason(x.code, rule, "%s", x.text)
		if e.Analysis != nil && e.Analysis.Conclusion == Reportable {
			d.open("facts_contradict_analysis", "The recorded facts lack an element of the test and the analysis "+
				"concludes reportable: one of them has to be put right.")
			return
		}
		d.Conclusion = NotReportable
		return
	}
	d.judged(e)
	if d.Conclusion == NeedsAnalysis {
		return
	}
	meets := v.Assessed == Probable || v.Assessed == Potential && terms.Violation == Potential
	switch {
	case v.Assessed == "":
		d.warn("element_not_recorded", "The analysis does not record whether a reasonable person would consider it a "+
			"potential, a probable or no violation.")
	case meets != (d.Conclusion == Reportable):
		d.open("facts_contradict_analysis", fmt.Sprintf("A reasonable person would consider it %s; the agreement says "+
			"%s, and the analysis concludes %s: one of them has to be put right.",
			v.Assessed.words(), terms.Violation, e.Analysis.Conclusion))
		return
	default:
		d.reason("assessed", rule, "A reasonable person would consider it %s.", v.Assessed.words())
		if v.Assessed == Potential && e.Terms.Violation == "" {
			d.warn("agreement_word", "OIG's FAQ says potential in one place and probable in another. The result depends "+
				"on the word of the agreement, which is not given; potential was taken.")
		}
	}
	if d.Conclusion != Reportable {
		return
	}
	for _, x := range []struct {
		answer Answer
		text   string
	}{
		{v.FederalProgram, "whether the laws are applicable to a Federal health care program"},
		{v.Sanction, "whether penalties or exclusion may be authorized"},
	} {
		if x.answer == Unknown {
			d.warn("element_not_recorded", "It is not recorded %s.", x.text)
		}
	}
	if v.StarkOnly { // resolved with CMS, not with OIG
		d.Duties = append(d.Duties, Duty{Kind: SubmitToCMS, Source: sourceOf(RuleStark),
			Text: "Submit it to CMS through the self-referral disclosure protocol, with a copy to OIG."})
		return
	}
	if v.CMP == Yes {
		minimum := "$20,000"
		if v.Kickback {
			minimum = "$100,000"
		}
		d.Duties = append(d.Duties, Duty{Kind: OfferToResolve, Source: sourceOf(RuleResolution),
			Text: "The civil money penalty liability can be resolved through the CIA monitor, like a self-disclosure " +
				"and without one: as OIG's general practice 1.5 times, at least " + minimum + "."})
	}
}

// people examines the persons one by one; the gravest finding counts.
func (d *Determination) people(e Event, terms Terms) error {
	d.Conclusion = NotReportable
	for i, p := range e.Persons {
		f, err := p.find(terms, fmt.Sprintf("person %d", i+1))
		if err != nil {
			return err
		}
		if weight[f.Conclusion] > weight[d.Conclusion] {
			d.Conclusion = f.Conclusion
		}
		from, through := f.From, f.Through
		if from.IsZero() {
			from, through = p.From, p.Through
		}
		d.extend(from, through)
		d.Persons = append(d.Persons, f)
		d.Reasons = append(d.Reasons, f.Reasons...)
		if f.Removal == Yes {
			d.Duties = append(d.Duties, Duty{Kind: RemovePerson,
				Text:   "Remove " + p.Name + " from work for the programs that excluded the person.",
				Source: sourceOf(RuleRemoval)})
		}
	}
	d.settled(e)
	if d.Conclusion != Reportable {
		return nil
	}
	for i, f := range d.Persons {
		if f.Conclusion != Reportable {
			continue
		}
		first := fmt.Sprintf("the first day that person %d was ineligible,", i+1)
		if err := notBefore("determined on", e.determined(), first, f.From); err != nil {
			return err
		}
	}
	return nil
}

// petitions examines the petitions.
func (d *Determination) petitions(e Event) {
	d.Conclusion = NotReportable
	for i, p := range e.Petitions {
		n := i + 1
		switch {
		case p.Debtor == OtherDebtor:
			d.reason("other_debtor", RuleKinds, "Petition %d is not of the provider or an entity under the agreement.", n)
		case p.Filed.IsZero():
			d.reason("not_filed", RuleKinds, "Petition %d is not filed; its filing will be reportable.", n)
		default:
			d.Conclusion = Reportable
			d.extend(p.Filed, p.Filed)
			d.reason("filed", RuleKinds, "Petition %d was filed on %s.", n, p.Filed)
			if p.Involuntary {
				d.warn("agreement_wording", "Creditors filed petition %d. The FAQ speaks of the filing of a petition by "+
					"anyone; many agreements say by the provider.", n)
			}
		}
	}
	d.settled(e)
}

// settled brings facts and a recorded analysis together, where facts decide and an analysis need not be.
func (d *Determination) settled(e Event) {
	a := e.Analysis
	if a == nil {
		if d.Conclusion == NeedsAnalysis {
			d.open("facts_missing", "The facts recorded do not decide it.")
		}
		return
	}
	if facts := d.Conclusion; facts != NeedsAnalysis {
		if a.Conclusion != facts && a.Conclusion != NeedsAnalysis {
			d.open("facts_contradict_analysis", fmt.Sprintf("By its facts it is %s, and the analysis concludes %s: one "+
				"of them has to be put right.", facts, a.Conclusion))
		}
		return
	}
	d.judged(e)
}
