package iromath

import (
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
)

// Claims that never belonged in the population leave the frame, all claims of a kind together, and spares step in.

var (
	// ErrCorrection: a correction of the frame that says too little, or that cannot be made.
	ErrCorrection = errors.New("iromath: frame correction")
	// ErrMissingDocumentation: a correction that takes away nothing but claims whose documentation is missing. Such a claim
	// is an error and its whole paid amount an overpayment; no correction and no spare resolves that.
	ErrMissingDocumentation = errors.New("iromath: claims with missing documentation stay in the sample")
)

// Ground is the reason for which a kind of claim never belonged in the population. The grounds are a closed list, the
// marks of a paid claim that the population is made of; what a reviewer found out about a claim's documentation, coding or
// medical necessity is none of them.
//
// Source: OIG CIA FAQ, October 7, 2022, "CIA Claims Reviews": population and spares.
type Ground string

// The grounds.
const (
	// GroundOtherPayor: paid by somebody else than a payor of the agreement, such as a private payor.
	GroundOtherPayor Ground = "other_payor"
	// GroundOtherProvider: not submitted by the provider under the agreement.
	GroundOtherProvider Ground = "other_provider"
	// GroundNotPaid: the provider received no reimbursement, not even a partial one.
	GroundNotPaid Ground = "not_paid"
	// GroundOutsidePeriod: not of the review period.
	GroundOutsidePeriod Ground = "outside_period"
	// GroundAgreement: left out by words of the agreement, which have to be quoted.
	GroundAgreement Ground = "agreement"
)

// Grounds returns all grounds.
func Grounds() []Ground {
	return []Ground{GroundOtherPayor, GroundOtherProvider, GroundNotPaid, GroundOutsidePeriod, GroundAgreement}
}

// Consultation records what the OIG monitor was asked and said about the use of spares.
type Consultation struct {
	// Date of the consultation.
	Date reportable.Date `json:"date"`
	// With is the monitor who was asked.
	With string `json:"with"`
	// Said is the guidance that was given.
	Said string `json:"said"`
}

// FrameCorrection takes a kind of claim out of the sampling frame because it never belonged in the population. It names
// all claims of the kind, those in the sample and those that nobody drew.
type FrameCorrection struct {
	// Ground for which the kind never belonged.
	Ground Ground `json:"ground"`
	// Description of the kind in words: "claims paid by Example Mutual, a private payor".
	Description string `json:"description"`
	// Search says how the whole frame was searched for claims of the kind, so that all of them leave.
	Search string `json:"search"`
	// Quote is the sentence of the agreement that leaves the kind out, for [GroundAgreement].
	Quote string `json:"quote,omitempty"`
	// Claims are the ids of all claims of the kind.
	Claims []string `json:"claims"`
	// Monitor is the consultation of the OIG monitor, who is to be asked before a spare is used. Without it there is a
	// warning.
	Monitor *Consultation `json:"monitor,omitempty"`
}

// ParseCorrections reads a JSON list of corrections strictly. The error wraps [ErrRequest]; what the corrections say is for
// [Review.Correct] to examine.
func ParseCorrections(data []byte) ([]FrameCorrection, error) {
	var list []FrameCorrection
	if err := jsonform.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("iromath: corrections: %w", err)
	}
	return list, nil
}

// CorrectionError is everything that is wrong with the list of a correction, by claim id. It wraps [ErrCorrection].
type CorrectionError struct {
	// Unknown claims are not in the frame, Left ones have left it with an earlier correction, Twice ones are listed twice.
	Unknown, Left, Twice []string
}

// Error lists the claims.
func (e *CorrectionError) Error() string {
	var parts []string
	for _, g := range []struct {
		what string
		ids  []string
	}{{"not in the frame", e.Unknown}, {"left before", e.Left}, {"listed twice", e.Twice}} {
		if len(g.ids) > 0 {
			parts = append(parts, g.what+": "+joinIDs(g.ids))
		}
	}
	return ErrCorrection.Error() + ": " + strings.Join(parts, "; ")
}

// Unwrap returns [ErrCorrection].
func (e *CorrectionError) Unwrap() error { return ErrCorrection }

// joinIDs counts and lists claim ids for a message.
func joinIDs(ids []string) string {
	return finding.Join("claim", "claims", len(ids), func(i int) string { return finding.Clip(ids[i]) })
}

// correction is a correction that was made.
type correction struct {
	FrameCorrection
	date     reportable.Date
	stage    Stage
	numbers  []int64 // in the frame, ascending
	drawn    []LeftClaim
	warnings []Warning
}

// complete checks what a correction says, apart from its list, and returns it without blanks around its words.
func (c FrameCorrection) complete(on reportable.Date) (FrameCorrection, error) {
	var rules []string
	text := func(name string, s *string, needed bool) {
		*s = strings.TrimSpace(*s)
		switch {
		case needed && *s == "":
			rules = append(rules, name+" is empty")
		case !utf8.ValidString(*s):
			rules = append(rules, name+" is not UTF-8 text")
		}
	}
	if !slices.Contains(Grounds(), c.Ground) {
		rules = append(rules, fmt.Sprintf("ground %q is none of %v", finding.Clip(string(c.Ground)), Grounds()))
	}
	text("description", &c.Description, true)
	text("search", &c.Search, true)
	text("quote", &c.Quote, c.Ground == GroundAgreement)
	if len(c.Claims) == 0 {
		rules = append(rules, "claims are none")
	}
	c.Claims = slices.Clone(c.Claims)
	for i, id := range c.Claims {
		c.Claims[i] = string(trimBlanks([]byte(id)))
	}
	if c.Monitor = copyOf(c.Monitor); c.Monitor != nil {
		text("monitor.with", &c.Monitor.With, true)
		text("monitor.said", &c.Monitor.Said, true)
		switch d := c.Monitor.Date; {
		case d.IsZero():
			rules = append(rules, "monitor.date is none")
		case !on.IsZero() && d.Compare(on) > 0:
			rules = append(rules, fmt.Sprintf("monitor.date %s is after the correction of %s", d, on))
		}
	}
	if rules != nil {
		return FrameCorrection{}, fmt.Errorf("%w: %s", ErrCorrection, strings.Join(rules, "; "))
	}
	return c, nil
}

// copyCorrection copies what a correction points to.
func copyCorrection(c FrameCorrection) FrameCorrection {
	c.Claims, c.Monitor = slices.Clone(c.Claims), copyOf(c.Monitor)
	return c
}

// Correct takes a kind of claim that never belonged in the population out of the frame and returns the review as it
// stands then. It works at every stage, also of a review that is done. on is the day of the correction; it may be no date.
//
//   - The frame keeps its numbers, and the draw its order. A sample is the first claims in the order of selection that
//     still belong: for each claim of the sample that leaves, the next spare in the order steps in and keeps its order of
//     selection; beyond the spares the draw goes on. By tickets that is the sample of the frame without the claims.
//   - The universe of sizes and extrapolations is what still belongs.
//   - Everything is worked out again: a review may go back to an earlier sample, whose worklist then holds the claims that
//     stepped in and have no determination yet. Determinations of claims that left are kept in the record and no longer
//     count. A full sample that was drawn gets no smaller.
//
// A single claim leaves only with the statement of how the whole frame was searched for claims like it. Missing
// documentation is no ground: a list of nothing but claims whose documentation was found missing is refused, and where one
// leaves as part of a longer list the report warns and names it.
//
// Errors: [ErrNotStarted]; [ErrCorrection] for a correction that says too little, a list that is wrong (a
// [CorrectionError] with all of it) or would leave nothing, and a method whose samples cannot be drawn on;
// [ErrMissingDocumentation]; [ErrDate] for a day before that of an earlier input; those of drawing on. Warnings of the next
// review: "monitor_not_consulted", "only_sampled_claims_left", "missing_documentation_left", "full_sample_kept",
// "full_sample_no_longer_due".
//
// Source: OIG CIA FAQ, October 7, 2022, "CIA Claims Reviews": missing documentation and spares.
func (r *Review) Correct(on reportable.Date, c FrameCorrection) (*Review, error) {
	if len(r.draws) == 0 {
		return nil, ErrNotStarted
	}
	if err := r.checkDay(on, "a correction"); err != nil {
		return nil, err
	}
	if !r.agreement.Method.Continues() {
		return nil, fmt.Errorf("%w: method %s cannot continue a sample, so that no claim can step in; read the corrected frame "+
			"and start a new review with a seed of its own", ErrCorrection, r.agreement.Method)
	}
	c, err := c.complete(on)
	if err != nil {
		return nil, err
	}
	numbers, err := r.listed(c.Claims)
	if err != nil {
		return nil, err
	}
	if int64(len(numbers)) == r.universe() {
		return nil, fmt.Errorf("%w: all %d claims of the frame would leave", ErrCorrection, len(numbers))
	}
	made := correction{FrameCorrection: c, date: on, stage: r.stage, numbers: numbers, drawn: r.leaving(numbers)}
	if err := made.examine(r); err != nil {
		return nil, err
	}
	next := *r
	next.inputs = append(slices.Clip(r.inputs), batch{Stage: r.stage, Date: on, Correction: &c})
	next.corrections = append(slices.Clip(r.corrections), made)
	next.left = maps.Clone(r.left)
	if next.left == nil {
		next.left = map[int64]int{}
	}
	next.reviewed = maps.Clone(r.reviewed)
	for _, n := range numbers {
		next.left[n] = len(next.corrections)
		delete(next.reviewed, n)
	}
	if err := next.start(); err != nil {
		return nil, err
	}
	return &next, nil
}

// universe is the number of claims of the frame that belong in the population.
func (r *Review) universe() int64 { return r.frame.Size() - int64(len(r.left)) }

// lastDay is the latest day of an input.
func (r *Review) lastDay() (last reportable.Date) {
	for _, b := range r.inputs {
		if b.Date.Compare(last) > 0 {
			last = b.Date
		}
	}
	return last
}

// checkDay refuses a day before that of an earlier input.
func (r *Review) checkDay(on reportable.Date, what string) error {
	if last := r.lastDay(); !on.IsZero() && on.Compare(last) < 0 {
		return fmt.Errorf("%w: %s of %s after an input of %s", ErrDate, what, on, last)
	}
	return nil
}

// listed finds the frame numbers of the claims of a list, ascending.
func (r *Review) listed(ids []string) ([]int64, error) {
	wrong := &CorrectionError{}
	number := make(map[string]int64, len(ids))
	for _, id := range ids {
		if _, twice := number[id]; twice {
			wrong.Twice = append(wrong.Twice, id)
		}
		number[id] = 0
	}
	for i := range r.frame.claims.size {
		if id := r.frame.claims.id(i); len(id) > 0 {
			if _, wanted := number[string(id)]; wanted {
				number[string(id)] = i + 1
			}
		}
	}
	numbers := make([]int64, 0, len(number))
	for _, id := range ids {
		n := number[id]
		switch {
		case n < 0: // looked at before
		case n == 0:
			wrong.Unknown = append(wrong.Unknown, id)
		case r.left[n] != 0:
			wrong.Left = append(wrong.Left, id)
		default:
			numbers = append(numbers, n)
		}
		number[id] = -1
	}
	if len(wrong.Unknown)+len(wrong.Left)+len(wrong.Twice) > 0 {
		return nil, wrong
	}
	slices.Sort(numbers)
	return numbers, nil
}

// leaving lists, by number, the claims among those that leave which were drawn or have a determination.
func (r *Review) leaving(numbers []int64) []LeftClaim {
	drawn := r.drawnUnits()
	var list []LeftClaim
	for _, n := range numbers {
		u, ok := drawn[n]
		if !ok {
			continue
		}
		c, _ := r.frame.Claim(n)
		claim := LeftClaim{FrameClaim: c, Order: u.order, Stage: u.stage}
		if d, reviewed := r.reviewed[n]; reviewed {
			claim.Determination = copyOf(&copyClaims([]errorrate.Claim{d})[0])
		}
		list = append(list, claim)
	}
	return list
}

// examine refuses what no correction may do and notes what a reader has to know.
func (c *correction) examine(r *Review) error {
	var missing []string
	var overpaid decimal.Decimal
	for _, d := range c.drawn {
		if d.Determination != nil && d.Determination.Documentation == errorrate.Missing {
			missing, overpaid = append(missing, d.ID), overpaid.Add(d.Paid)
		}
	}
	if len(missing) == len(c.numbers) {
		return fmt.Errorf("%w: the correction lists nothing else (%s)", ErrMissingDocumentation, joinIDs(missing))
	}
	warn := func(code, format string, args ...any) {
		c.warnings = append(c.warnings, finding.Warn(code, format, args...))
	}
	what := fmt.Sprintf("Correction %d (%s)", len(r.corrections)+1, c.Description)
	if c.Monitor == nil {
		warn("monitor_not_consulted", "%s: no consultation of the OIG monitor is recorded. The monitor is to be asked before a "+
			"spare is used.", what)
	}
	if len(missing) > 0 {
		warn("missing_documentation_left", "%s takes away claims whose documentation was found missing (%s). In the sample they "+
			"would count as overpaid by %s in all. Missing documentation is no ground: that they are of the kind described has to be "+
			"shown by other records.", what, joinIDs(missing), dollarText(overpaid))
	}
	sample, inSample := r.draws[0].Units(), 0
	for _, u := range sample {
		if _, found := slices.BinarySearch(c.numbers, u.Number); found {
			inSample++
		}
	}
	if inSample == len(c.numbers) && int64(len(sample)) < r.universe() {
		warn("only_sampled_claims_left", "%s takes away nothing but claims of the sample (%s). If the %s claims that belonged until "+
			"then hold no other of the kind, the chance that the first sample holds all of them was %s. The search of the frame is "+
			"stated, not shown.", what, counting(int64(inSample), "claim", "claims"), exact.CommasInt(r.universe()),
			allDrawn(r.universe(), int64(len(sample)), int64(inSample)))
	}
	return nil
}

// allDrawn is the chance, in percent, that a simple random sample of size n from N units holds k units named beforehand:
// n/N * (n-1)/(N-1) * …, k factors.
func allDrawn(universe, n, k int64) string {
	chance := new(big.Rat).SetInt64(100)
	for i := range k {
		chance.Mul(chance, big.NewRat(n-i, universe-i))
	}
	if chance.Cmp(big.NewRat(1, 200)) < 0 {
		return "below 0.01%"
	}
	return chance.FloatString(2) + "%"
}
