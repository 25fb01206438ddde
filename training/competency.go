package training

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/sampling"
)

// ChartsPerProvider is how many encounters of each provider are checked every quarter, and after a sprint.
const ChartsPerProvider = 5

// CompetencyDraw draws the encounters of all providers for one quarter's check with one seed.
//
// Each provider is a stratum of [sampling.Stratified]: the provider's own seed is derived from the seed and the
// provider's id, so that two providers with as many encounters do not get the same ones in line.
type CompetencyDraw struct {
	// Method is the generator, RAT-STATS' if empty.
	Method sampling.Method `json:"method,omitempty"`
	// Seed is kept, so that anybody can draw again. It has no default.
	Seed string `json:"seed"`
	// Charts per provider, 5 if zero.
	Charts int64 `json:"charts,omitempty"`
	// Providers with their encounters.
	Providers []ProviderFrame `json:"providers"`
}

// ProviderFrame are the encounters of a provider in a quarter, in an order that was fixed before the draw.
type ProviderFrame struct {
	Provider   string   `json:"provider"`
	Encounters []string `json:"encounters"`
}

// ChartDraw is the draw for one provider: all that is needed to draw again.
type ChartDraw struct {
	Provider string          `json:"provider"`
	Method   sampling.Method `json:"method,omitempty"`
	// Seed is the provider's own.
	Seed       string   `json:"seed"`
	Charts     int64    `json:"charts,omitempty"`
	Encounters []string `json:"encounters"`
}

// ChartSelection is what was drawn for a provider.
type ChartSelection struct {
	// ChartDraw is the draw, its defaults stated.
	ChartDraw
	// FrameDigest identifies the encounters and their order: the SHA-256 hash of their ids, each with a line feed.
	FrameDigest string `json:"frameDigest"`
	// Selected are the encounters to check, in the order of the frame.
	Selected []string `json:"selected"`
	// Warnings: few_encounters, no_encounters.
	Warnings []Warning `json:"warnings,omitempty"`
}

// CompetencySelection is what was drawn for all providers.
type CompetencySelection struct {
	Method sampling.Method `json:"method"`
	Seed   string          `json:"seed"`
	Charts int64           `json:"charts"`
	// Providers in the order given. Each can be drawn again by itself.
	Providers []ChartSelection `json:"providers"`
	// Warnings of all providers.
	Warnings []Warning `json:"warnings,omitempty"`
}

// maxEncounters bounds the encounters of a draw, of all providers together.
const maxEncounters = 1_000_000

// Draw draws for every provider. A provider with no more encounters than charts has all of them checked; fewer than
// charts are a warning.
//
// Errors: [ProgramErrors] for encounters or providers that are missing or there twice, and those of
// [sampling.Stratified.Draw].
func (d CompetencyDraw) Draw() (CompetencySelection, error) {
	c := checker{}
	if len(d.Providers) == 0 {
		c.add("providers", ErrMissing)
	}
	if !c.list("providers", len(d.Providers)) {
		return CompetencySelection{}, c.err()
	}
	c.charts("charts", d.Charts)
	seen, total := map[string]bool{}, 0
	for i, p := range d.Providers {
		field := fmt.Sprintf("providers[%d]", i)
		c.unique(seen, field+".provider", p.Provider)
		if total += len(p.Encounters); total > maxEncounters {
			c.addf(field+".encounters", "%w: more than %d encounters", ErrCount, maxEncounters)
			break
		}
		c.encounters(field+".encounters", p.Encounters)
	}
	if err := c.err(); err != nil {
		return CompetencySelection{}, err
	}
	if d.Charts == 0 {
		d.Charts = ChartsPerProvider
	}
	plan := sampling.Stratified{Method: d.Method, Seed: d.Seed}
	for _, p := range d.Providers {
		// Every provider is drawn from a frame that holds the charts, so that each has a seed; it is used where there is
		// a choice.
		plan.Strata = append(plan.Strata, sampling.Stratum{
			Name: p.Provider, Low: 1, High: max(d.Charts, int64(len(p.Encounters))), Size: d.Charts,
		})
	}
	drawn, err := plan.Draw()
	if err != nil {
		return CompetencySelection{}, fmt.Errorf("training: competency draw: %w", err)
	}
	r := CompetencySelection{Method: drawn.Method, Seed: d.Seed, Charts: d.Charts}
	for i, p := range d.Providers {
		own := ChartDraw{Provider: p.Provider, Method: drawn.Method, Seed: drawn.Selections[i].Selection.Seed, Charts: d.Charts,
			Encounters: append([]string{}, p.Encounters...)}
		s, err := own.Draw()
		if err != nil {
			return CompetencySelection{}, err
		}
		r.Providers = append(r.Providers, s)
		r.Warnings = append(r.Warnings, s.Warnings...)
	}
	return r, nil
}

// Draw draws for one provider. Errors as of [CompetencyDraw.Draw].
func (d ChartDraw) Draw() (ChartSelection, error) {
	c := checker{}
	c.chartDraw("draw", d)
	if err := c.err(); err != nil {
		return ChartSelection{}, err
	}
	if d.Charts == 0 {
		d.Charts = ChartsPerProvider
	}
	if d.Method == "" {
		d.Method = sampling.RATSTATS
	}
	frame := int64(len(d.Encounters))
	// The method and the seed are used even where every encounter is taken: a draw that could not be repeated is refused.
	drawn, err := sampling.SingleStage{Method: d.Method, Seed: d.Seed, Low: 1, High: max(d.Charts, frame), Size: d.Charts}.Draw()
	if err != nil {
		return ChartSelection{}, fmt.Errorf("training: charts of %q: %w", finding.Clip(d.Provider), err)
	}
	s := ChartSelection{ChartDraw: d, FrameDigest: frameDigest(d.Encounters), Selected: []string{}}
	for _, u := range drawn.Sample {
		if u.Number <= frame {
			s.Selected = append(s.Selected, d.Encounters[u.Number-1])
		}
	}
	switch {
	case frame == 0:
		s.Warnings = append(s.Warnings, finding.Warn("no_encounters",
			"Provider %s has no encounters: there is nothing to check.", d.Provider))
	case frame < d.Charts:
		s.Warnings = append(s.Warnings, finding.Warn("few_encounters",
			"Provider %s has %s, fewer than %d: all of them are checked.", d.Provider,
			finding.Count(frame, "encounter", "encounters"), d.Charts))
	}
	return s, nil
}

func frameDigest(ids []string) string {
	h := sha256.New()
	for _, id := range ids {
		fmt.Fprintf(h, "%s\n", id)
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

func (c *checker) charts(field string, n int64) {
	if n < 0 || n > maxList {
		c.addf(field, "%w: %d charts are not from 1 to %d", ErrCount, n, maxList)
	}
}

func (c *checker) encounters(field string, ids []string) {
	seen := make(map[string]bool, len(ids))
	for i, id := range ids {
		c.unique(seen, fmt.Sprintf("%s[%d]", field, i), id)
		if strings.Contains(id, "\n") {
			break // already reported; a frame of such ids has no digest
		}
	}
}

func (c *checker) chartDraw(field string, d ChartDraw) {
	c.id(field+".provider", d.Provider)
	c.charts(field+".charts", d.Charts)
	if len(d.Encounters) > maxEncounters {
		c.addf(field+".encounters", "%w: more than %d encounters", ErrCount, maxEncounters)
		return
	}
	c.encounters(field+".encounters", d.Encounters)
}

// CompetencyCheck is the check of one provider's charts.
type CompetencyCheck struct {
	ID       string `json:"id"`
	Provider string `json:"provider"`
	// Date the charts were checked.
	Date Date `json:"date"`
	// Incidents whose sprints this is the follow-up audit of; empty for a quarterly check.
	Incidents []string `json:"incidents,omitempty"`
	// Draw that selected the charts.
	Draw *ChartDraw `json:"draw,omitempty"`
	// Results, one a chart.
	Results []ChartResult `json:"results"`
	// Feedback to the provider.
	Feedback string `json:"feedback,omitempty"`
	// Remediation, where a chart failed: a plan, coaching one to one, with its completion attested.
	Remediation *Remediation `json:"remediation,omitempty"`
}

// ChartResult is what was found in a chart.
type ChartResult struct {
	Encounter string `json:"encounter"`
	// Documentation is sufficient; Necessity: the service was medically necessary.
	Documentation bool   `json:"documentation"`
	Necessity     bool   `json:"necessity"`
	Note          string `json:"note,omitempty"`
}

// Passed reports whether the chart has both.
func (r ChartResult) Passed() bool { return r.Documentation && r.Necessity }

// Remediation is a plan and its completion.
type Remediation struct {
	Plan string `json:"plan"`
	// Date of the plan, Completed the day its completion was attested.
	Date      Date `json:"date"`
	Completed Date `json:"completed,omitzero"`
}

func (k CompetencyCheck) failed() int {
	n := 0
	for _, r := range k.Results {
		if !r.Passed() {
			n++
		}
	}
	return n
}

func (c *checker) competencyCheck(field string, k CompetencyCheck) {
	c.reference(c.people, field+".provider", k.Provider)
	c.date(field+".date", k.Date, Date{}, "")
	c.references(c.incidents, field+".incidents", k.Incidents)
	if len(k.Results) == 0 && (k.Draw == nil || len(k.Draw.Encounters) > 0) {
		c.add(field+".results", ErrMissing)
	}
	c.list(field+".results", len(k.Results))
	seen := map[string]bool{}
	for i, r := range k.Results {
		at := fmt.Sprintf("%s.results[%d]", field, i)
		c.unique(seen, at+".encounter", r.Encounter)
		c.text(at+".note", r.Note, false)
	}
	c.text(field+".feedback", k.Feedback, false)
	if r := k.Remediation; r != nil {
		c.text(field+".remediation.plan", r.Plan, true)
		c.date(field+".remediation.date", r.Date, k.Date, "the check")
		c.after(field+".remediation.completed", r.Completed, r.Date, "the plan")
	}
	if k.Draw != nil {
		c.drawn(field, k)
	}
}

// drawn draws the charts again: what was checked has to be what was drawn.
func (c *checker) drawn(field string, k CompetencyCheck) {
	if k.Draw.Provider != k.Provider {
		c.addf(field+".draw.provider", "%w: %q is not the provider of the check, %q", ErrSelection,
			finding.Clip(k.Draw.Provider), finding.Clip(k.Provider))
		return
	}
	s, err := k.Draw.Draw()
	var wrong ProgramErrors
	switch {
	case errors.As(err, &wrong):
		for _, e := range wrong {
			c.add(field+"."+e.Field, e.Err)
		}
		return
	case err != nil:
		c.add(field+".draw", finding.Inside("training", err))
		return
	}
	for i, r := range k.Results {
		if !contains(s.Selected, r.Encounter) {
			c.addf(fmt.Sprintf("%s.results[%d].encounter", field, i), "%w: seed %s does not select %q", ErrSelection,
				finding.Clip(k.Draw.Seed), finding.Clip(r.Encounter))
		}
	}
}

// Reading is what the result of a check means beside the provider's training.
type Reading string

// The readings.
const (
	// ReadingPassed: every chart passed.
	ReadingPassed Reading = "passed"
	// ReadingTrainedAndFailing: training did not change behaviour, so coach one to one.
	ReadingTrainedAndFailing Reading = "trained_and_failing"
	// ReadingNotTrained: deliver what was missed first.
	ReadingNotTrained Reading = "not_trained"
)

// CompetencyOutcome sets the result of a check beside the provider's training.
type CompetencyOutcome struct {
	Check    string `json:"check"`
	Provider string `json:"provider"`
	Date     Date   `json:"date"`
	Charts   int    `json:"charts"`
	Passed   int    `json:"passed"`
	// DocumentationFailed and NecessityFailed are the charts that failed on each.
	DocumentationFailed int `json:"documentationFailed"`
	NecessityFailed     int `json:"necessityFailed"`
	// Attended are the modules the provider attended in the year before the check, Missed those for the provider's roles
	// that the provider did not attend.
	Attended []ModuleScore `json:"attended,omitempty"`
	Missed   []string      `json:"missed,omitempty"`
	// Reading says what the result means for the training.
	Reading Reading `json:"reading"`
	// Remediated says that a remediation was completed, or none is needed.
	Remediated bool `json:"remediated"`
}

// ModuleScore is a module that was attended, with the score after it.
type ModuleScore struct {
	Module string           `json:"module"`
	Topic  string           `json:"topic"`
	Post   *decimal.Decimal `json:"post,omitempty"`
}

// Competency compares a check with the provider's training history. Errors: those of [Program.Check], and [ErrReference]
// for a check that is not there.
func (p Program) Competency(check string) (CompetencyOutcome, error) {
	if err := p.Check(); err != nil {
		return CompetencyOutcome{}, err
	}
	i := slices.IndexFunc(p.Checks, func(k CompetencyCheck) bool { return k.ID == check })
	if i < 0 {
		return CompetencyOutcome{}, fmt.Errorf("training: check %q %w", finding.Clip(check), ErrReference)
	}
	k := p.Checks[i]
	r := CompetencyOutcome{
		Check: k.ID, Provider: k.Provider, Date: k.Date, Charts: len(k.Results), Passed: len(k.Results) - k.failed(),
	}
	for _, c := range k.Results {
		if !c.Documentation {
			r.DocumentationFailed++
		}
		if !c.Necessity {
			r.NecessityFailed++
		}
	}
	person := p.person(k.Provider)
	since := k.Date.AddDays(-365)
	for _, m := range p.Modules {
		if m.Date.Compare(since) < 0 || m.Date.Compare(k.Date) > 0 {
			continue
		}
		if a, ok := m.attended(k.Provider, k.Date); ok {
			r.Attended = append(r.Attended, ModuleScore{Module: m.ID, Topic: m.Topic, Post: a.Post})
		} else if person.holds(m.Date, m.Roles...) {
			r.Missed = append(r.Missed, m.ID)
		}
	}
	switch {
	case k.failed() == 0:
		r.Reading, r.Remediated = ReadingPassed, true
	case len(r.Missed) > 0 || len(r.Attended) == 0:
		r.Reading = ReadingNotTrained
	default:
		r.Reading = ReadingTrainedAndFailing
	}
	if k.Remediation != nil && !k.Remediation.Completed.IsZero() {
		r.Remediated = true
	}
	return r, nil
}

func (p Program) person(id string) Person {
	for _, q := range p.Staff {
		if q.ID == id {
			return q
		}
	}
	return Person{}
}

// attended finds a person's attendance of a module up to a day.
func (m Module) attended(person string, on Date) (Attendance, bool) {
	for _, a := range m.Attendance {
		if a.Person == person && a.Date.Compare(on) <= 0 {
			return a, true
		}
	}
	return Attendance{}, false
}
