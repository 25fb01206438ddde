package iromath

import (
	"fmt"
	"maps"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/reportable"
)

// How a correction of the frame is made, and what a reader of it has to know.

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
// documentation is no ground: a list that holds a claim whose documentation was found missing is refused, whatever else is on
// it. The others of its kind leave without it, and it stays an error of the sample, as the FAQ has it; a review of a frame
// read anew is for the OIG monitor to agree to. No input can replace one claim, name its spare, change a determination, or bring a correction back. A correction can still state a ground that
// is not true; so what cannot be decided from the data is said in the report: claims of the sample that left before they
// were reviewed, a list of claims of the sample only with the chance of that, a monitor who was not asked.
//
// Errors: [ErrNotStarted]; [ErrCorrection] for a correction that says too little, a list that is wrong (a
// [CorrectionError] with all of it) or would leave nothing, and a method whose samples cannot be drawn on;
// [ErrMissingDocumentation]; [ErrDate] for a day before that of an earlier input; those of drawing on. Warnings of the next
// review: "monitor_not_consulted", "left_without_determination", "only_sampled_claims_left", "same_payor_remains",
// "full_sample_kept", "full_sample_no_longer_due".
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

// paid is the total paid for the claims that belong.
func (r *Review) paid() decimal.Decimal {
	paid := r.frame.Paid()
	for number := range r.left {
		_, _, cents := r.frame.claims.get(number - 1)
		paid = paid.Sub(dollars(cents))
	}
	return paid
}

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
			wrong.Repeated = append(wrong.Repeated, id)
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
	if len(wrong.Unknown)+len(wrong.Left)+len(wrong.Repeated) > 0 {
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
	for _, d := range c.drawn {
		if d.Determination != nil && d.Determination.Documentation == errorrate.Missing {
			missing = append(missing, d.ID)
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("%w: the correction lists %s", ErrMissingDocumentation, joinIDs(missing))
	}
	warn := func(code, format string, args ...any) {
		c.warnings = append(c.warnings, finding.Warn(code, format, args...))
	}
	what := fmt.Sprintf("Correction %d (%s)", len(r.corrections)+1, c.Description)
	if c.Monitor == nil {
		warn("monitor_not_consulted", "%s: no consultation of the OIG monitor is recorded. The monitor is to be asked before a "+
			"spare is used.", what)
	}
	var unread []string
	for _, d := range c.drawn {
		if d.Determination == nil {
			unread = append(unread, d.ID)
		}
	}
	if len(unread) > 0 {
		warn("left_without_determination", "%s takes away claims of the sample that were not reviewed (%s). Whether their "+
			"documentation could be produced is not on record.", what, joinIDs(unread))
	}
	if payor, n := c.remaining(r); n > 0 {
		warn("same_payor_remains", "%s is for another payor, but the frame still has %s of the same payor as claims that left "+
			"(%s). Either they are of the kind, too, or the frame's payor is not the one who paid.", what,
			counting(n, "claim", "claims"), finding.Clip(payor))
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

// remaining counts, for [GroundOtherPayor], the claims that stay and have the payor of a claim that leaves; the one with most
// of them is named.
func (c *correction) remaining(r *Review) (payor string, most int64) {
	if c.Ground != GroundOtherPayor {
		return "", 0
	}
	stay := map[string]int64{}
	for _, n := range c.numbers {
		if _, payor, _ := r.frame.claims.get(n - 1); payor != "" {
			stay[payor] = 0
		}
	}
	next := 0
	for i := range r.frame.claims.size {
		if next < len(c.numbers) && c.numbers[next] == i+1 {
			next++
			continue
		}
		_, payor, _ := r.frame.claims.get(i)
		if _, leaves := stay[payor]; leaves && r.left[i+1] == 0 {
			stay[payor]++
		}
	}
	for _, p := range slices.Sorted(maps.Keys(stay)) {
		if stay[p] > most {
			payor, most = p, stay[p]
		}
	}
	return payor, most
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
