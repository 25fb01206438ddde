package reportable

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// DutyKind names what has to be done.
type DutyKind string

// The kinds of duty.
const (
	ReportToOIG    DutyKind = "report_to_oig"
	RepayPayor     DutyKind = "notify_and_repay_payor"
	MakeAnalysis   DutyKind = "make_analysis"
	RemovePerson   DutyKind = "remove_person"
	SubmitToCMS    DutyKind = "submit_to_cms"
	OfferToResolve DutyKind = "may_be_resolved_with_oig"
)

// Duty is one thing the provider has to do, or may do.
type Duty struct {
	Kind DutyKind `json:"kind"`
	Text string   `json:"text"`
	// Payor and Amount of an overpayment, in dollars and cents.
	Payor  string           `json:"payor,omitempty"`
	Amount *decimal.Decimal `json:"amount,omitempty"`
	// Due is how the last day came about; none where no clock runs yet.
	Due *Due `json:"due,omitempty"`
	// By is the last day.
	By Date `json:"by,omitzero"`
	// Source of the duty.
	Source Source `json:"source"`
}

// PayorTotal is what was overpaid by one payor.
type PayorTotal struct {
	Payor       string          `json:"payor,omitempty"`
	Overpayment decimal.Decimal `json:"overpayment"`
	Occurrences int             `json:"occurrences"`
}

// Determination is what follows from the facts of an [Event].
type Determination struct {
	Kind   Kind   `json:"kind"`
	Status Status `json:"status"`
	// Series says that several occurrences, persons or petitions were judged together.
	Series bool `json:"series,omitempty"`
	// From and Through are the first and the last day of what happened. No Through: it goes on.
	From    Date `json:"from,omitzero"`
	Through Date `json:"through,omitzero"`
	// Overpayment is the sum of what was quantified, in dollars; none where nothing was.
	Overpayment *decimal.Decimal `json:"overpayment,omitempty"`
	// Payors have their part of it, by name.
	Payors []PayorTotal `json:"payors,omitempty"`
	// ScreenMet says whether the screening threshold was met; unknown without one, or while amounts are missing. It
	// decides nothing.
	ScreenMet Answer `json:"screenMet,omitempty"`
	// Reasons in order, each with its source.
	Reasons []Reason `json:"reasons"`
	// Determined is the day of the determination that it is reportable.
	Determined Date `json:"determined,omitzero"`
	// ReportBy is the last day to report it to OIG. No date unless it is reportable and Determined is known.
	ReportBy Date `json:"reportBy,omitzero"`
	// Notice is what the report to OIG has to contain, with what the facts say already.
	Notice []NoticeItem `json:"notice,omitempty"`
	// Duties of the provider.
	Duties []Duty `json:"duties,omitempty"`
	// Persons, a finding each.
	Persons []PersonFinding `json:"persons,omitempty"`
	// Event is what was examined, as it was given.
	Event Event `json:"event"`
	// Warnings are findings that are not errors.
	Warnings []Warning `json:"warnings,omitempty"`
}

// Determine says whether the matter is a reportable event, not, or still needs an analysis; why; by when it is to be
// reported; what the report contains; and what else is to be done.
//
// A substantial overpayment or a potential violation is never concluded without a recorded analysis of the facts and
// circumstances, and never from a threshold alone, in either direction. An ineligible person or a bankruptcy petition
// follows from its facts; where they leave it open, or contradict an analysis, the status is needs_analysis. Overpayments
// go back to the payor whatever the status.
//
// The report is due 30 days (or [Terms].ReportDays) after the day of the determination that the event is reportable.
//
// Errors: [ErrKind], [ErrFacts], [ErrOrder], [ErrAnalysis], [ErrAmount], [ErrWord], [ErrDays], [ErrDate], [ErrCalendar],
// [ErrYear]. Warnings: clause_not_quoted, beyond_overpayment_rule, determination_not_dated, agreement_word,
// element_not_recorded, not_identified, not_quantified, agreement_wording, cost_report_later, and those of due dates
// and persons.
func (e Event) Determine() (Determination, error) {
	terms, warnings, err := e.Terms.complete()
	if err != nil {
		return Determination{}, err
	}
	if err := e.check(); err != nil {
		return Determination{}, err
	}
	d := Determination{Kind: e.Kind, Event: e, Warnings: warnings}
	d.Series = max(len(e.Occurrences), len(e.Persons), len(e.Petitions)) > 1
	d.reason("kind", RuleKinds, "%s", kindText[e.Kind])
	if d.Series {
		d.reason("series", RuleSeries, "The occurrences are judged together.")
	}
	for _, o := range e.Occurrences {
		d.extend(o.From, o.last())
	}
	d.total(e)
	switch e.Kind {
	case SubstantialOverpayment:
		d.screen(e)
		d.judged(e)
	case PotentialViolation:
		d.violation(e, terms)
	case IneligiblePerson:
		err = d.people(e, terms)
	case Bankruptcy:
		d.petitions(e)
	}
	if err != nil {
		return Determination{}, err
	}
	if d.Status == Reportable {
		if err := d.report(e, terms); err != nil {
			return Determination{}, err
		}
	}
	if err := d.repay(e, terms); err != nil {
		return Determination{}, err
	}
	return d, nil
}

var kindText = map[Kind]string{
	SubstantialOverpayment: "The matter is examined as a substantial overpayment.",
	PotentialViolation:     "The matter is examined as a violation of law in the eyes of a reasonable person.",
	IneligiblePerson:       "The matter is examined as the employment of or contracting with an ineligible person.",
	Bankruptcy:             "The matter is examined as the filing of a bankruptcy petition.",
}

func (d *Determination) reason(code, rule, format string, args ...any) {
	d.Reasons = append(d.Reasons, Reason{Code: code, Text: fmt.Sprintf(format, args...), Source: sourceOf(rule)})
}

func (d *Determination) warn(code, format string, args ...any) {
	d.Warnings = append(d.Warnings, finding.Warn(code, format, args...))
}

// extend takes a period into that of the event.
func (d *Determination) extend(from, through Date) {
	if d.From.IsZero() {
		d.From, d.Through = from, through
		return
	}
	if from.Compare(d.From) < 0 {
		d.From = from
	}
	if through.IsZero() || !d.Through.IsZero() && through.Compare(d.Through) > 0 {
		d.Through = through
	}
}

// total adds up what was overpaid.
func (d *Determination) total(e Event) {
	totals := map[string]PayorTotal{}
	for _, o := range e.Occurrences {
		if o.Overpayment != nil {
			p := totals[o.Payor]
			totals[o.Payor] = PayorTotal{Payor: o.Payor, Overpayment: p.Overpayment.Add(*o.Overpayment), Occurrences: p.Occurrences + 1}
		}
	}
	if len(totals) == 0 {
		return
	}
	var sum decimal.Decimal
	for _, name := range slices.Sorted(maps.Keys(totals)) {
		p := totals[name]
		sum = sum.Add(p.Overpayment)
		p.Overpayment = exact.Canonical(p.Overpayment)
		d.Payors = append(d.Payors, p)
	}
	sum = exact.Canonical(sum)
	d.Overpayment = &sum
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
	d.reason("screened", RuleAnalysis, "The overpayment of $%s %s the provider's screening threshold. That is the first step and decides nothing.",
		exact.Commas(sum, 2), words)
}

// judged takes the conclusion of the recorded analysis, if there is one that may conclude.
func (d *Determination) judged(e Event) {
	a := e.Analysis
	switch {
	case a == nil:
		d.open("no_analysis", "No analysis of the facts and circumstances is recorded.")
	case a.thresholdAlone():
		d.open("threshold_alone", "The recorded analysis considers nothing but a threshold, which does not replace an analysis of all relevant facts and circumstances.")
	case a.Conclusion == NeedsAnalysis:
		d.open("analysis_open", "The recorded analysis has come to no conclusion: "+a.Grounds)
	default:
		d.Status = a.Conclusion
		d.reason("analysis", RuleAnalysis, "The analysis of %s by %s concludes %s: %s", a.On, a.By, a.Conclusion, a.Grounds)
	}
}

// open leaves the status to an analysis that is still to be made.
func (d *Determination) open(code, text string) {
	d.Status = NeedsAnalysis
	d.reason(code, RuleAnalysis, "%s", text)
	d.Duties = append(d.Duties, Duty{Kind: MakeAnalysis, Text: "Analyze the facts and circumstances and record it: who, when, what was considered, the conclusion and its grounds.",
		Source: sourceOf(RuleAnalysis)})
}

// violation examines the test of a reasonable person and its elements.
func (d *Determination) violation(e Event, terms Terms) {
	v, rule := e.Violation, RulePotential
	if terms.Violation == Probable {
		rule = RuleProbable
	}
	d.Reasons = append(d.Reasons, Reason{Code: "agreement_word", Source: terms.source("violation", rule),
		Text: fmt.Sprintf("The test of the agreement: a matter that a reasonable person would consider a %s violation of %s.", terms.Violation, strings.Join(v.Laws, "; "))})
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
			d.open("facts_contradict_analysis", "The recorded facts lack an element of the test and the analysis concludes reportable: one of them has to be put right.")
			return
		}
		d.Status = NotReportable
		return
	}
	d.judged(e)
	if d.Status == NeedsAnalysis {
		return
	}
	meets := v.Assessed == Probable || v.Assessed == Potential && terms.Violation == Potential
	switch {
	case v.Assessed == "":
		d.warn("element_not_recorded", "The analysis does not record whether a reasonable person would consider it a potential, a probable or no violation.")
	case meets != (d.Status == Reportable):
		d.open("facts_contradict_analysis", fmt.Sprintf("A reasonable person would consider it %s; the agreement says %s, and the analysis concludes %s: one of them has to be put right.",
			v.Assessed.words(), terms.Violation, e.Analysis.Conclusion))
		return
	default:
		d.reason("assessed", rule, "A reasonable person would consider it %s.", v.Assessed.words())
		if v.Assessed == Potential && e.Terms.Violation == "" {
			d.warn("agreement_word", "OIG's FAQ says potential in one place and probable in another. The result depends on the word of the agreement, which is not given; potential was taken.")
		}
	}
	if d.Status != Reportable {
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
	if v.StarkOnly {
		d.Duties = append(d.Duties, Duty{Kind: SubmitToCMS, Source: sourceOf(RuleStark),
			Text: "Submit it to CMS through the self-referral disclosure protocol, with a copy to OIG."})
	}
	if v.CMP == Yes {
		minimum := "$20,000"
		if v.Kickback {
			minimum = "$100,000"
		}
		d.Duties = append(d.Duties, Duty{Kind: OfferToResolve, Source: sourceOf(RuleResolution),
			Text: "The civil money penalty liability can be resolved through the CIA monitor, like a self-disclosure and without one: as OIG's general practice 1.5 times, at least " + minimum + "."})
	}
}

// people examines the persons one by one; the gravest finding counts.
func (d *Determination) people(e Event, terms Terms) error {
	d.Status = NotReportable
	for i, p := range e.Persons {
		f, err := p.find(terms, fmt.Sprintf("person %d", i+1))
		if err != nil {
			return err
		}
		if weight[f.Status] > weight[d.Status] {
			d.Status = f.Status
		}
		from, through := f.From, f.Through
		if from.IsZero() {
			from, through = p.From, p.Through
		}
		d.extend(from, through)
		d.Persons = append(d.Persons, f)
		d.Reasons = append(d.Reasons, f.Reasons...)
		if f.Removal == Yes {
			d.Duties = append(d.Duties, Duty{Kind: RemovePerson, Text: "Remove " + p.Name + " from work for the programs that excluded the person.", Source: sourceOf(RuleRemoval)})
		}
	}
	d.settled(e)
	if d.Status != Reportable {
		return nil
	}
	for i, f := range d.Persons { // with an analysis that settles it, too
		if err := notBefore("determined on", e.determined(), fmt.Sprintf("the first day that person %d was ineligible,", i+1), f.From); err != nil && f.Status == Reportable {
			return err
		}
	}
	return nil
}

// petitions examines the petitions.
func (d *Determination) petitions(e Event) {
	d.Status = NotReportable
	for i, p := range e.Petitions {
		n := i + 1
		switch {
		case p.Debtor == OtherDebtor:
			d.reason("other_debtor", RuleKinds, "Petition %d is not of the provider or an entity under the agreement.", n)
		case p.Filed.IsZero():
			d.reason("not_filed", RuleKinds, "Petition %d is not filed; its filing will be reportable.", n)
		default:
			d.Status = Reportable
			d.extend(p.Filed, p.Filed)
			d.reason("filed", RuleKinds, "Petition %d was filed on %s.", n, p.Filed)
			if p.Involuntary {
				d.warn("agreement_wording", "Creditors filed petition %d. The FAQ speaks of the filing of a petition by anyone; many agreements say by the provider.", n)
			}
		}
	}
	d.settled(e)
}

// settled brings facts and a recorded analysis together, where facts decide and an analysis need not be.
func (d *Determination) settled(e Event) {
	a := e.Analysis
	if a == nil {
		if d.Status == NeedsAnalysis {
			d.open("facts_missing", "The facts recorded do not decide it.")
		}
		return
	}
	if facts := d.Status; facts != NeedsAnalysis {
		if a.Conclusion != facts && a.Conclusion != NeedsAnalysis {
			d.open("facts_contradict_analysis", fmt.Sprintf("By its facts it is %s, and the analysis concludes %s: one of them has to be put right.", facts, a.Conclusion))
		}
		return
	}
	d.judged(e)
}

// determined is the day of the determination.
func (e Event) determined() Date {
	if e.Determined.IsZero() && e.Analysis != nil {
		return e.Analysis.On
	}
	return e.Determined
}

// report starts the clock and lists the contents of the report.
func (d *Determination) report(e Event, terms Terms) error {
	d.Determined = e.determined()
	d.Notice = d.notice(e, terms)
	duty := Duty{Kind: ReportToOIG, Text: "Report it to OIG in writing.", Source: terms.source("reportDays", RuleReportable)}
	if d.Determined.IsZero() {
		d.warn("determination_not_dated", "The %d days to report start with the determination, and its day is not given.", terms.ReportDays)
	} else {
		due, err := terms.Calendar.After(d.Determined, terms.ReportDays)
		if err != nil {
			return fmt.Errorf("report: %w", err)
		}
		duty.Due, duty.By, d.ReportBy = &due, due.On, due.On
		d.Warnings = append(d.Warnings, due.Warnings...)
		d.reason("clock", RuleDetermination, "It was determined on %s and is to be reported within %d days.", d.Determined, terms.ReportDays)
	}
	d.Duties = append([]Duty{duty}, d.Duties...)
	return nil
}

// repay adds the duty to notify and repay the payor, one for each payor and day of identification.
func (d *Determination) repay(e Event, terms Terms) error {
	if d.Overpayment == nil {
		return nil
	}
	if d.Status != Reportable && e.Kind == SubstantialOverpayment {
		d.reason("repaid_anyway", RuleNotAll, "Reported to OIG or not, what was overpaid goes back to the payor.")
	}
	type account struct {
		payor            string
		identified, cost Date
	}
	sums := map[account]decimal.Decimal{}
	var order []account
	for _, o := range e.Occurrences {
		if o.Overpayment == nil {
			continue
		}
		k := account{o.Payor, o.Identified, o.CostReport}
		if _, ok := sums[k]; !ok {
			order = append(order, k)
		}
		sums[k] = sums[k].Add(*o.Overpayment)
	}
	for _, k := range order {
		amount := exact.Canonical(sums[k])
		duty := Duty{Kind: RepayPayor, Payor: k.payor, Amount: &amount, Source: terms.source("repayDays", RulePromptly),
			Text: fmt.Sprintf("Notify %s promptly and repay $%s.", named(k.payor), exact.Commas(amount, 2))}
		if k.identified.IsZero() {
			d.warn("not_identified", "The %d days to repay $%s to %s start on the day the overpayment is identified, which is not given.", terms.RepayDays, exact.Commas(amount, 2), named(k.payor))
		} else {
			due, err := repayment(terms.Calendar, k.identified, terms.RepayDays, k.cost)
			if err != nil {
				return fmt.Errorf("repayment: %w", err)
			}
			duty.Due, duty.By = &due, due.On
			d.Warnings = append(d.Warnings, due.Warnings...)
		}
		d.Duties = append(d.Duties, duty)
	}
	return nil
}

// repayment is the later of the days after identification and the day a corresponding cost report is due.
// Source: 42 U.S.C. 1320a-7k(d)(2).
func repayment(c Calendar, identified Date, days int, costReport Date) (Due, error) {
	due, err := c.After(identified, days)
	if err != nil {
		return due, err
	}
	statute := identified.AddDays(usualRepayDays)
	if costReport.Compare(statute) > 0 {
		statute = costReport
	}
	if due.On.Compare(statute) > 0 {
		due.Warnings = append(due.Warnings, finding.Warn("beyond_overpayment_rule", "The due date %s is later than the last day of the statute, %s.", due.On, statute))
	}
	if costReport.Compare(due.On) <= 0 { // or there is none
		return due, nil
	}
	due.On, due.Weekday, due.Shifted = costReport, costReport.Weekday().String(), 0
	due.Warnings = []Warning{finding.Warn("cost_report_later", "The corresponding cost report is due on %s, later than the %d days that end on %s.", costReport, days, due.Counted)}
	return due, nil
}
