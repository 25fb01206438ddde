package main

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/training"
)

// The embedded example: a fictitious clinic.
var (
	//go:embed data/program.json
	exampleProgram []byte
	//go:embed data/claims.json
	exampleClaims []byte
)

const (
	exampleIncidents = "I1,I2"
	exampleMade      = "2026-11-16T17:00:00-06:00"

	minute = "2006-01-02 15:04 -07:00"
)

// teller writes the story and remembers the first error.
type teller struct {
	w   io.Writer
	err error
}

func (t *teller) say(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.w, format+"\n", args...)
	}
}

func (t *teller) chapter(title string) { t.say("\n%s\n%s", title, strings.Repeat("-", len(title))) }

// tell tells the story from incident to bundle, and writes the bundle if there is a folder for it.
func (t tale) tell(o options, stdout io.Writer) error {
	w := &teller{w: stdout}
	w.say("%s", strings.ToUpper(t.program.Clinic))
	for _, chapter := range []func(*teller) error{t.incident, t.sprints, t.charts, t.lessons, t.metrics, t.penalty, t.audit} {
		if err := chapter(w); err != nil {
			return err
		}
	}
	if err := t.bundle(w, o.out); err != nil {
		return err
	}
	return w.err
}

// words lists words of the programme for people.
func words[T ~string](list []T) string {
	texts := make([]string, len(list))
	for i, w := range list {
		texts[i] = strings.ReplaceAll(string(w), "_", " ")
	}
	return strings.Join(texts, ", ")
}

// chosen are the incidents of the story.
func (t tale) chosen() []training.Incident {
	var list []training.Incident
	for _, id := range t.incidents {
		for _, n := range t.program.Incidents {
			if n.ID == id {
				list = append(list, n)
			}
		}
	}
	return list
}

func (t tale) incident(w *teller) error {
	w.chapter("What was found")
	for _, n := range t.chosen() {
		clock, err := n.Clock(t.made)
		if err != nil {
			return err
		}
		w.say("%s  %s\n    %s", n.ID, n.Identified.Format(minute), n.What)
		w.say("    found by %s; concerns %s", words(n.Triggers), words(n.Roles))
		w.say("    72 hours end %s: %s, after %s hours", clock.Deadline.Format(minute),
			words([]training.ClockState{clock.State}), clock.Hours.StringFixed(2))
	}
	return nil
}

func (t tale) sprints(w *teller) error {
	w.chapter("The learning sprints on " + t.day.String())
	for _, id := range t.incidents {
		s, err := t.program.Sprint(id, t.day)
		if err != nil {
			return err
		}
		w.say("%s  %s", id, s.State)
		for _, step := range s.Steps {
			w.say("    %-17s %-10s %s", step.State, step.Due, step.Text)
			for _, g := range slices.Concat(step.Missing, step.Late) {
				w.say("        %s", g.Text)
			}
		}
	}
	return nil
}

func (t tale) charts(w *teller) error {
	w.chapter("Charts that were checked, and training")
	for _, k := range t.program.Checks {
		if k.Date.Compare(t.day) > 0 {
			continue
		}
		r, err := t.program.Competency(k.ID)
		if err != nil {
			return err
		}
		seed := "none"
		if k.Draw != nil {
			seed = k.Draw.Seed
		}
		w.say("%s  %-18s seed %-10s %d of %d passed, %d modules attended: %s", r.Date, r.Check, seed, r.Passed, r.Charts,
			len(r.Attended), words([]string{string(r.Reading)}))
	}
	return nil
}

func (t tale) lessons(w *teller) error {
	if !t.embedded {
		return nil
	}
	var claims []errorrate.Claim
	if err := jsonform.Unmarshal(exampleClaims, &claims); err != nil {
		return err
	}
	plan, err := training.Lessons{Reviewed: t.chosen()[0].Before.Date, Claims: claims}.Plan()
	if err != nil {
		return err
	}
	w.chapter(fmt.Sprintf("From %d errors in %d claims to the modules of %s", plan.InError, plan.Reviewed, plan.Month))
	w.say("rank  dollars  claims  topic")
	for _, l := range plan.Lessons {
		w.say("%d  $%10s  %3d  %s, for %s", l.Rank, l.Dollars.StringFixed(2), l.Claims, l.Topic, words(l.Roles))
	}
	return nil
}

func (t tale) metrics(w *teller) error {
	w.chapter("Did it help?")
	for _, n := range t.chosen() {
		if n.Before == nil || n.After == nil {
			continue
		}
		m, err := training.Metrics{On: t.day, Before: n.Before.ErrorCount, After: n.After.ErrorCount, Refunds: n.Refunds}.Compare()
		if err != nil {
			return err
		}
		word := "could be chance"
		if m.Errors.Significant {
			word = "hardly chance"
		}
		w.say("%s  errors %d of %d before, %d of %d after; p = %s by Fisher's exact test: %s", n.ID,
			m.Before.Errors, m.Before.Reviewed, m.After.Errors, m.After.Reviewed, m.Errors.TwoSided.StringFixed(5), word)
		if len(n.Refunds) > 0 {
			w.say("    %d refunds within 60 days, $%s", m.RefundTotals.InTime, m.RefundTotals.Refunded.StringFixed(2))
		}
	}
	return nil
}

// penalty shows round figures; nobody's penalty is computed here.
func (t tale) penalty(w *teller) error {
	if !t.embedded {
		return nil
	}
	p, err := training.Penalty{
		Violations: 60, PerViolation: decimal.NewFromInt(10_000), Base: decimal.NewFromInt(7_800), Multiplier: decimal.NewFromInt(3),
		PreventedViolations: 48, PreventedBase: decimal.NewFromInt(6_240),
	}.Illustrate()
	if err != nil {
		return err
	}
	w.chapter("What two more months of it could have meant, with round figures")
	w.say("%d violations  $%s  of which prevention would have taken out $%s", p.Exposed.Violations,
		p.Exposed.Total.StringFixed(2), p.Avoided.Total.StringFixed(2))
	w.say("%s", p.Notice)
	return nil
}

func (t tale) audit(w *teller) error {
	a, err := t.program.SelfAudit(t.day)
	if err != nil {
		return err
	}
	w.chapter("Self-audit of " + a.On.String())
	for _, task := range a.Tasks {
		w.say("%-17s %-10s %s (%s)", task.State, task.Due, task.Text, task.Frequency)
		for _, g := range task.Missing {
			w.say("    missing: %s", g.Text)
		}
		for _, g := range task.Lapses {
			w.say("    lapse:   %s", g.Text)
		}
	}
	for _, p := range a.Pitfalls {
		if p.Found {
			w.say("pitfall: %s", p.Text)
			for _, g := range p.Details {
				w.say("    %s", g.Text)
			}
		}
	}
	return nil
}

func (t tale) bundle(w *teller, out string) error {
	request := training.EvidenceRequest{Incidents: t.incidents, Made: t.made}
	b, err := t.program.Evidence(request)
	if err != nil {
		return err
	}
	answers, err := t.program.FactorView(request)
	if err != nil {
		return err
	}
	w.chapter("Which artifact speaks to which factor")
	for _, f := range answers.Factors {
		w.say("%s: %s", f.Source.Citation, f.Text)
		for _, a := range f.Artifacts {
			w.say("    %s", a.Name)
		}
		if len(f.Absent) > 0 {
			w.say("    absent: %s", words(f.Absent))
		}
		if f.Note != "" {
			w.say("    %s", f.Note)
		}
	}
	w.chapter("The bundle")
	var files training.BundleFiles
	if out == "" {
		if files, err = b.Files(); err != nil {
			return err
		}
		w.say("%d files; -out DIR writes them", len(files.Files))
	} else {
		if files, err = write(b, out); err != nil {
			return err
		}
		w.say("%d files written to %s, read-only", len(files.Files), out)
	}
	w.say("Keep this digest elsewhere: %s", files.Digest)
	return nil
}
