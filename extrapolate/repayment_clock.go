package extrapolate

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/iromath/iromath/internal/finding"
)

// How the deadline of the overpayment rule goes into the obligations of a review.

// startClock reads the programs and works out the deadlines of the overpayment rule, where there is something to say about
// them.
func (l *ledger) startClock() error {
	l.programs = map[string]Program{}
	for i, p := range l.Programs {
		payor := strings.TrimSpace(p.Payor)
		_, twice := l.programs[payor]
		switch {
		case !slices.Contains(programs, p.Program):
			return fmt.Errorf("%w %d: %q is none of %v", ErrProgram, i+1, finding.Clip(string(p.Program)), programs)
		case twice:
			return fmt.Errorf("%w %d: payor %q stands twice", ErrProgram, i+1, finding.Clip(payor))
		}
		l.programs[payor] = p.Program
	}
	if l.CostReport.IsZero() && len(l.Suspensions) == 0 || l.Identified.IsZero() {
		return nil
	}
	clock := OverpaymentClock{Identified: l.Identified, CostReport: l.CostReport, Suspensions: l.Suspensions}
	l.clocks = map[Program]OverpaymentDeadline{}
	for _, clock.Program = range programs {
		d, err := clock.Deadline()
		if err != nil {
			return err
		}
		l.clocks[clock.Program] = d
	}
	return nil
}

// program of a payor; empty where it is not stated.
func (l *ledger) program(payor string) Program { return l.programs[strings.TrimSpace(payor)] }

// owedTo lists the payors that an obligation is about: those of the population where it is not owed to one.
func (l *ledger) owedTo(b *Obligation) []string {
	if b.Kind == RepayFound {
		return []string{b.Payor}
	}
	return l.payors()
}

// onlyMedicaid reports whether Medicaid is the program of all payors of an obligation.
func (l *ledger) onlyMedicaid(b *Obligation) bool {
	return len(l.programs) > 0 && !slices.ContainsFunc(l.owedTo(b), func(p string) bool { return l.program(p) != Medicaid })
}

// ruleClock states the deadline of the overpayment rule: that of Medicare Parts A and B, or of Medicaid, which is never
// later, where it is the program of a payor. The last day moves with it only where no other rule and no day of the agreement
// sets one, or where that one is later.
func (l *ledger) ruleClock(b *Obligation, sampleRule bool) {
	program, payors := MedicareAB, l.owedTo(b)
	if slices.ContainsFunc(payors, func(p string) bool { return l.program(p) == Medicaid }) {
		program = Medicaid
	}
	clock := l.clocks[program] // each obligation has its own
	clock.Suspensions, clock.Rules = slices.Clone(clock.Suspensions), slices.Clone(clock.Rules)
	clock.Warnings = slices.Clone(clock.Warnings)
	b.Deadline = &clock
	switch {
	case l.Days == 0 && !sampleRule:
		b.By = clock.By
	case clock.By.IsZero() || clock.By.Compare(b.By) > 0:
		l.warn("agreement_not_suspended", "Under the overpayment rule the deadline is later than %s, or "+
			"suspended. The %d days of the agreement and of OIG's FAQ are not: a later day takes OIG's consent.", b.By, b.Days)
	case clock.By != b.By:
		l.warn("beyond_overpayment_rule", "The %d days of the agreement end on %s, after the last day of the statute, %s, which "+
			"counts.", b.Days, b.By, clock.By)
		b.Days, b.By = overpaymentDays, clock.By
	}
	suspended, statute := l.clocks[MedicareAB].By, l.clocks[Medicaid].By
	switch {
	case suspended == statute:
	case program == MedicareAB:
		for _, p := range payors {
			if l.program(p) == "" {
				l.unstated[p] = true
				clock.Warnings = append(clock.Warnings, l.unstatedWarning(p))
			}
		}
	case !l.onlyMedicaid(b):
		l.warn("programs_differ", "The extrapolated overpayment is not split among payors, and Medicaid is the program of some: "+
			"the deadline given for the whole is that of Medicaid, %s, which nothing suspends.", statute)
	}
}

// unstatedWarning warns of payors whose program is not stated while it decides whether the deadline is suspended.
func (l *ledger) unstatedWarning(payors ...string) Warning {
	names := make([]string, len(payors))
	for i, p := range payors {
		names[i] = fmt.Sprintf("payor %q", finding.Clip(p))
		if p == "" {
			names[i] = "the claims without a payor"
		}
	}
	return finding.Warn("program_not_stated", "The program of %s is not stated: the deadline is taken to be that of Medicare Parts "+
		"A and B, which is suspended. Nothing suspends that of Medicaid, %s: state the program of each payor.",
		strings.Join(names, ", "), l.clocks[Medicaid].By)
}

// warnPrograms warns once of all payors whose program is missing, and of programs of payors that no claim has.
func (l *ledger) warnPrograms() {
	if len(l.unstated) > 0 {
		l.Obligations.Warnings = append(l.Obligations.Warnings, l.unstatedWarning(slices.Sorted(maps.Keys(l.unstated))...))
	}
	if len(l.programs) == 0 {
		return
	}
	for _, p := range l.payors() {
		delete(l.programs, strings.TrimSpace(p))
	}
	for _, p := range slices.Sorted(maps.Keys(l.programs)) {
		l.warn("payor_unknown", "A program is stated for payor %q, and no claim names it: payors are matched as the claims spell "+
			"them.", finding.Clip(p))
	}
}
