package reportable

import "fmt"

// check refuses facts that are missing, misplaced, impossible or out of order.
func (e Event) check() error {
	switch e.Kind {
	case SubstantialOverpayment, PotentialViolation, IneligiblePerson, Bankruptcy:
	default:
		return fmt.Errorf("%w: %q is none of %v", ErrKind, clip(string(e.Kind)), Kinds())
	}
	judged := e.Kind == SubstantialOverpayment || e.Kind == PotentialViolation
	for _, f := range []struct {
		field            string
		given, of, needs bool
	}{
		{"occurrences", len(e.Occurrences) > 0, true, judged},
		{"screen", e.Screen != nil, e.Kind == SubstantialOverpayment, false},
		{"violation", e.Violation != nil, e.Kind == PotentialViolation, true},
		{"persons", len(e.Persons) > 0, e.Kind == IneligiblePerson, true},
		{"petitions", len(e.Petitions) > 0, e.Kind == Bankruptcy, true},
		{"determined", !e.Determined.IsZero(), !judged, false},
	} {
		switch {
		case f.given && !f.of && f.field == "determined":
			return fmt.Errorf("%w: determined has no meaning for kind %s: the day of the analysis counts", ErrFacts, e.Kind)
		case f.given && !f.of:
			return fmt.Errorf("%w: %s have no meaning for kind %s", ErrFacts, f.field, e.Kind)
		case f.of && f.needs && !f.given:
			return fmt.Errorf("%w: kind %s needs %s", ErrFacts, e.Kind, f.field)
		}
	}
	if len(e.Occurrences) > maxList || len(e.Persons) > maxList || len(e.Petitions) > maxList {
		return fmt.Errorf("%w: more than %d occurrences, persons or petitions", ErrFacts, maxList)
	}
	for i, o := range e.Occurrences {
		if err := o.check(fmt.Sprintf("occurrence %d", i+1)); err != nil {
			return err
		}
	}
	if e.Screen != nil {
		if err := e.Screen.check(); err != nil {
			return err
		}
	}
	if e.Violation != nil {
		if err := e.Violation.check(); err != nil {
			return err
		}
	}
	for i, p := range e.Petitions {
		if err := oneOf(fmt.Sprintf("petition %d debtor", i+1), p.Debtor, ProviderDebtor, OtherDebtor); err != nil {
			return err
		}
	}
	if e.Analysis != nil {
		if err := e.Analysis.check(); err != nil {
			return err
		}
		if e.Analysis.Conclusion == Reportable && !e.Determined.IsZero() && e.Determined != e.Analysis.On {
			return fmt.Errorf("%w: determined %s is not the day of the analysis, %s, that concludes reportable", ErrFacts,
				e.Determined, e.Analysis.On)
		}
	}
	return e.checkOrder()
}

// checkOrder refuses a determination before the facts it is about.
func (e Event) checkOrder() error {
	type dated struct {
		name string
		on   Date
	}
	var facts []dated
	for i, o := range e.Occurrences {
		name := fmt.Sprintf("occurrence %d of", i+1)
		facts = append(facts, dated{name, o.last()}, dated{fmt.Sprintf("the discovery of occurrence %d on", i+1),
			o.Discovered})
	}
	for i, p := range e.Petitions {
		facts = append(facts, dated{fmt.Sprintf("the filing of petition %d on", i+1), p.Filed})
	}
	for i, p := range e.Persons {
		facts = append(facts, dated{fmt.Sprintf("the engagement of person %d from", i+1), p.From})
	}
	for _, f := range facts {
		if e.Analysis != nil {
			if err := notBefore("analysis of", e.Analysis.On, f.name, f.on); err != nil {
				return err
			}
		}
		if err := notBefore("determined on", e.Determined, f.name, f.on); err != nil {
			return err
		}
	}
	return nil
}

func (o Occurrence) check(name string) error {
	if o.From.IsZero() {
		return fmt.Errorf("%w: %s has no day (from)", ErrFacts, name)
	}
	if blank(o.What) {
		return fmt.Errorf("%w: %s does not say what happened", ErrFacts, name)
	}
	for _, d := range []struct {
		field string
		on    Date
	}{{"through", o.Through}, {"discovered", o.Discovered}, {"identified", o.Identified}} {
		if err := notBefore(name+" "+d.field, d.on, "from", o.From); err != nil {
			return err
		}
	}
	if o.Overpayment == nil {
		for _, f := range []struct {
			field string
			on    Date
		}{{"identified", o.Identified}, {"costReport", o.CostReport}} {
			if !f.on.IsZero() {
				return fmt.Errorf("%w: %s has %s without an overpayment", ErrFacts, name, f.field)
			}
		}
		return nil
	}
	return dollars(name+" overpayment", *o.Overpayment, false)
}

func (v Violation) check() error {
	if len(v.Laws) == 0 || len(v.Laws) > maxList {
		return fmt.Errorf("%w: violation names no law, or more than %d", ErrFacts, maxList)
	}
	for i, l := range v.Laws {
		if blank(l) {
			return fmt.Errorf("%w: violation law %d is blank", ErrFacts, i+1)
		}
	}
	for _, a := range []struct {
		field string
		value Answer
	}{{"federalProgram", v.FederalProgram}, {"sanction", v.Sanction}, {"cmp", v.CMP}} {
		if err := oneOf("violation."+a.field, a.value, Unknown, Yes, No); err != nil {
			return err
		}
	}
	if v.StarkOnly && v.Kickback {
		return fmt.Errorf("%w: violation.starkOnly and kickback: a matter that involves kickbacks is not solely one of the "+
			"self-referral law", ErrFacts)
	}
	return oneOf("violation.assessed", v.Assessed, "", NoViolation, Potential, Probable)
}

func (s Screen) check() error {
	if s.Amount == nil && s.Rate == nil {
		return fmt.Errorf("%w: a screen without amount and rate", ErrFacts)
	}
	if s.Amount != nil {
		if err := dollars("screen amount", *s.Amount, false); err != nil {
			return err
		}
	}
	if (s.Rate == nil) != (s.Base == nil) {
		return fmt.Errorf("%w: screen rate and base go together", ErrFacts)
	}
	if s.Rate == nil {
		return nil
	}
	if err := fraction("screen rate", *s.Rate); err != nil {
		return err
	}
	return dollars("screen base", *s.Base, false)
}

func (a Analysis) check() error {
	switch {
	case a.On.IsZero():
		return fmt.Errorf("%w: the day is missing", ErrAnalysis)
	case blank(a.By):
		return fmt.Errorf("%w: by whom is missing", ErrAnalysis)
	case len(a.Considered) == 0:
		return fmt.Errorf("%w: no fact or circumstance was considered", ErrAnalysis)
	case len(a.Considered) > maxList:
		return fmt.Errorf("%w: more than %d circumstances", ErrAnalysis, maxList)
	case a.Conclusion == "":
		return fmt.Errorf("%w: the conclusion is missing", ErrAnalysis)
	case blank(a.Grounds):
		return fmt.Errorf("%w: a conclusion without grounds", ErrAnalysis)
	}
	if err := oneOf("analysis.conclusion", a.Conclusion, Reportable, NotReportable, NeedsAnalysis); err != nil {
		return err
	}
	for i, c := range a.Considered {
		if err := oneOf("analysis.considered kind", c.Kind, ThresholdFact, AmountFact, CauseFact, DurationFact, PatternFact, KnowledgeFact,
			PatientsFact, HistoryFact, CorrectionFact, OtherFact); err != nil {
			return err
		}
		if blank(c.Text) {
			return fmt.Errorf("%w: circumstance %d says nothing", ErrAnalysis, i+1)
		}
	}
	return nil
}
