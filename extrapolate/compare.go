package extrapolate

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/hashstream"
	"github.com/iromath/iromath/internal/jsonform"
)

// Errors of comparisons and simulations.
var (
	// ErrReviews: fewer than two reviews, too many, or a review without a label of its own, or too large to compare.
	ErrReviews = errors.New("extrapolate: reviews to compare")
	// ErrSeed: a seed is missing, longer than 1,000 bytes, not UTF-8, or with a line feed or another control character in it.
	ErrSeed = errors.New("extrapolate: seed")
	// ErrReplicates: a number of permutations or of simulated samples is out of range.
	ErrReplicates = errors.New("extrapolate: number of repetitions")
	// ErrSignificance: a level of significance is not between 0 and 1.
	ErrSignificance = errors.New("extrapolate: level of significance")
)

const (
	maxReviews          = 40
	maxReviewClaims     = 10_000
	defaultPermutations = 9_999
	minPermutations     = 999
	maxPermutations     = 99_999
	maxPermutationWork  = 50_000_000
	maxComparedCents    = 1 << 52
)

// ReviewedSample is one review of an agreement: the claims of its last sample.
type ReviewedSample struct {
	// Label names the review: "2026, first quarter".
	Label  string            `json:"label"`
	Claims []errorrate.Claim `json:"claims"`
}

// ReviewComparison asks whether reviews of one agreement differ: those of quarters or years, in the order of time.
type ReviewComparison struct {
	Reviews []ReviewedSample `json:"reviews"`
	// Netting of underpayments in the dollar error rates; empty means netted.
	Netting errorrate.Netting `json:"netting,omitempty"`
	// Seed of the permutations: UTF-8 text without line feeds and other control characters, of at most 1,000 bytes with the
	// blank and the number of the comparison that are put behind it. It may be left out where every comparison is small
	// enough to go through all of them.
	Seed string `json:"seed,omitempty"`
	// Permutations drawn at random where there are too many to go through: 999 to 99,999, 0 means 9,999. Where there are
	// not more than that, all of them are gone through.
	Permutations int64 `json:"permutations,omitempty"`
	// Significance is the probability of a false alarm that all tests together may have; 0 means 0.05.
	Significance decimal.Decimal `json:"significance,omitzero" zero:"the usual value"`
}

// MarshalJSON writes decimals as strings.
func (c ReviewComparison) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// ReviewRates are the rates of one review.
type ReviewRates struct {
	Label string `json:"label"`
	// Claims is the number of claims reviewed, InError that of those paid wrongly.
	Claims  int64 `json:"claims"`
	InError int64 `json:"inError"`
	// ClaimErrorRate is InError / Claims, a fraction.
	ClaimErrorRate decimal.Decimal `json:"claimErrorRate"`
	// Paid and NetOverpayment are sums in dollars, DollarErrorRate is the net financial error rate, a fraction.
	Paid            decimal.Decimal `json:"paid"`
	NetOverpayment  decimal.Decimal `json:"netOverpayment"`
	DollarErrorRate decimal.Decimal `json:"dollarErrorRate"`
}

// MarshalJSON writes decimals as strings.
func (r ReviewRates) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// PermutationTest is a test of the difference of two dollar error rates.
type PermutationTest struct {
	// Difference is the later rate less the earlier one.
	Difference decimal.Decimal `json:"difference"`
	// Complete says that all regroupings were gone through; otherwise Total of them were drawn.
	Complete bool `json:"complete"`
	// Total is the number of regroupings, Extreme the number of those with a difference at least as large, up or down.
	Total   int64 `json:"total"`
	Extreme int64 `json:"extreme"`
	// P is Extreme/Total for all regroupings, (Extreme+1)/(Total+1) for those drawn.
	P decimal.Decimal `json:"p"`
	// Seed and Generator of regroupings that were drawn.
	Seed      string `json:"seed,omitempty"`
	Generator string `json:"generator,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (p PermutationTest) MarshalJSON() ([]byte, error) { return jsonform.Marshal(p) }

// ComparedPair is the comparison of an earlier with a later review.
type ComparedPair struct {
	Earlier string `json:"earlier"`
	Later   string `json:"later"`
	// ErrorsP is the two-sided p-value of Fisher's exact test of the numbers of claims in error.
	ErrorsP decimal.Decimal `json:"errorsP"`
	// ErrorsDiffer says whether it is at most the level of significance divided by the number of tests, PerTest of the result.
	ErrorsDiffer bool `json:"errorsDiffer"`
	// Dollars is the test of the dollar error rates, DollarsDiffer its outcome by the same measure.
	Dollars       PermutationTest `json:"dollars"`
	DollarsDiffer bool            `json:"dollarsDiffer"`
	// Findings in words.
	Findings []string `json:"findings"`
}

// MarshalJSON writes decimals as strings.
func (p ComparedPair) MarshalJSON() ([]byte, error) { return jsonform.Marshal(p) }

// ReviewComparisonResult is the comparison of reviews.
type ReviewComparisonResult struct {
	Rates []ReviewRates `json:"rates"`
	// Pairs are each review with the next, and the first with the last where there are more than two.
	Pairs []ComparedPair `json:"pairs"`
	// Significance of all tests together, and the share of it that each of the Tests has.
	Significance decimal.Decimal `json:"significance"`
	Tests        int64           `json:"tests"`
	PerTest      decimal.Decimal `json:"perTest"`
	// Method says what the tests do and what they take for granted.
	Method   []string  `json:"method"`
	Warnings []Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r ReviewComparisonResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Compare tests each review against the next one, and the first against the last.
//
// Numbers of claims in error: Fisher's exact test of the two by two table, two-sided. Dollar error rates: the claims of
// both reviews, each with what was paid and what was overpaid, are regrouped into two reviews of the same numbers of
// claims, and the p-value is the share of regroupings whose rates differ by at least as much as the reviews' own,
// compared exactly. Where all regroupings are not more than Permutations, all of them are gone through; otherwise as many
// are drawn with the generator of the package documentation (purpose "iromath permutation test", one stream for each
// pair: the seed, a blank and the number of the pair from 1), the smaller review by Floyd's algorithm from the claims of
// both in their order. Each test has an equal share of the level of significance (Bonferroni).
//
// Errors: [ErrReviews], [ErrSeed], [ErrReplicates], [ErrSignificance], errorrate.ErrNetting, errorrate.ErrNoClaims and
// errorrate.ClaimErrors. Warnings: "claim_in_two_reviews", "few_claims_in_error".
//
// Source: R. A. Fisher, Statistical Methods for Research Workers (1934), sec. 21.02; E. J. G. Pitman, "Significance tests
// which may be applied to samples from any populations", Supplement to the Journal of the Royal Statistical Society 4
// (1937), 119-130; B. Phipson and G. K. Smyth, "Permutation p-values should never be zero", Statistical Applications in
// Genetics and Molecular Biology 9 (2010), art. 39, for (Extreme+1)/(Total+1).
func (c ReviewComparison) Compare() (ReviewComparisonResult, error) {
	return c.CompareContext(context.Background())
}

// CompareContext is Compare until ctx is done, and then ends with the error of ctx.
func (c ReviewComparison) CompareContext(ctx context.Context) (ReviewComparisonResult, error) {
	reviews, r, err := c.prepare()
	if err != nil {
		return ReviewComparisonResult{}, err
	}
	pairs := [][2]int{}
	for i := 1; i < len(reviews); i++ {
		pairs = append(pairs, [2]int{i - 1, i})
	}
	if last := len(reviews) - 1; last > 1 {
		pairs = append(pairs, [2]int{0, last})
	}
	r.Tests = int64(2 * len(pairs))
	share := new(big.Rat).Quo(exact.Rat(r.Significance), exact.Int(r.Tests))
	r.PerTest = exact.Round(share)
	for i, p := range pairs {
		if err := ctx.Err(); err != nil {
			return ReviewComparisonResult{}, err
		}
		pair, err := c.pair(ctx, reviews[p[0]], reviews[p[1]], i+1, len(pairs), share)
		if err != nil {
			return ReviewComparisonResult{}, err
		}
		r.Pairs = append(r.Pairs, pair)
	}
	r.Method = c.method(r)
	return r, nil
}

// comparedReview is a review in whole cents.
type comparedReview struct {
	label     string
	rate      errorrate.Result
	paid, net []int64
}

// prepare checks the request and works out the rates of each review.
func (c *ReviewComparison) prepare() ([]comparedReview, ReviewComparisonResult, error) {
	var r ReviewComparisonResult
	fail := func(err error, format string, args ...any) ([]comparedReview, ReviewComparisonResult, error) {
		return nil, ReviewComparisonResult{}, fmt.Errorf("%w: "+format, append([]any{err}, args...)...)
	}
	if len(c.Reviews) < 2 || len(c.Reviews) > maxReviews {
		return fail(ErrReviews, "%d are not between 2 and %d", len(c.Reviews), maxReviews)
	}
	if c.Permutations == 0 {
		c.Permutations = defaultPermutations
	}
	if c.Permutations < minPermutations || c.Permutations > maxPermutations {
		return fail(ErrReplicates, "%d permutations are not between %d and %d", c.Permutations, minPermutations, maxPermutations)
	}
	if exact.Check(c.Significance) != nil || c.Significance.IsNegative() || c.Significance.Cmp(decimal.NewFromInt(1)) >= 0 {
		return fail(ErrSignificance, "%s is not between 0 and 1", exact.String(c.Significance))
	}
	if c.Significance.IsZero() {
		c.Significance = decimal.New(5, -2)
	}
	r.Significance = exact.Canonical(c.Significance)
	if c.Seed != "" {
		if _, err := hashstream.New("", c.Seed); err != nil {
			return fail(ErrSeed, "%w", err)
		}
	}
	var reviews []comparedReview
	labels, claims, errorsFound := map[string]bool{}, map[string]bool{}, int64(0)
	var twice []string
	for i, in := range c.Reviews {
		if in.Label == "" || labels[in.Label] {
			return fail(ErrReviews, "review %d: label %q is empty or stands twice", i+1, finding.Clip(in.Label))
		}
		labels[in.Label] = true
		if len(in.Claims) > maxReviewClaims {
			return fail(ErrReviews, "review %d has %d claims, more than %d", i+1, len(in.Claims), maxReviewClaims)
		}
		rate, err := errorrate.Sample{Claims: in.Claims, Netting: c.Netting}.Rate()
		if err != nil {
			return fail(fmt.Errorf("review %d (%s)", i+1, finding.Clip(in.Label)), "%w", err)
		}
		v := comparedReview{label: in.Label, rate: rate}
		if rate.Paid.Add(rate.Underpaid).GreaterThan(decimal.New(maxComparedCents/2, -2)) {
			return fail(ErrReviews, "review %d: its dollars are too many to compare exactly", i+1)
		}
		for _, claim := range rate.Claims {
			net := claim.Overpayment()
			if rate.Netting == errorrate.Netted {
				net = claim.Difference()
			}
			v.paid, v.net = append(v.paid, claim.Paid.Shift(2).IntPart()), append(v.net, net.Shift(2).IntPart())
			if claims[claim.ID] {
				twice = append(twice, claim.ID)
			}
			claims[claim.ID] = true
		}
		errorsFound += rate.Counts.InError
		reviews = append(reviews, v)
		r.Rates = append(r.Rates, ReviewRates{Label: in.Label, Claims: rate.Counts.Reviewed, InError: rate.Counts.InError,
			ClaimErrorRate: exact.Round(big.NewRat(rate.Counts.InError, rate.Counts.Reviewed)), Paid: rate.Paid,
			NetOverpayment: rate.NetOverpayment, DollarErrorRate: rate.ErrorRate})
	}
	if len(twice) > 0 {
		slices.Sort(twice)
		r.Warnings = append(r.Warnings, finding.Warn("claim_in_two_reviews", "In more than one review: %s. The tests take the "+
			"claims of two reviews for different ones.", finding.Join("claim", "claims", len(twice), func(i int) string {
			return finding.Clip(twice[i])
		})))
	}
	if errorsFound < 10 {
		r.Warnings = append(r.Warnings, finding.Warn("few_claims_in_error", "Claims in error in all reviews together: %d. "+
			"With so "+
			"few, no test can tell much.", errorsFound))
	}
	return reviews, r, nil
}

// pair compares two reviews.
func (c ReviewComparison) pair(ctx context.Context, a, b comparedReview, number, pairs int, share *big.Rat) (ComparedPair, error) {
	p := ComparedPair{Earlier: a.label, Later: b.label}
	counts := func(v comparedReview) (int64, int64) { return v.rate.Counts.InError, v.rate.Counts.Reviewed }
	e1, n1 := counts(a)
	e2, n2 := counts(b)
	fisher, err := dist.Fisher(e1, n1-e1, e2, n2-e2)
	if err != nil {
		return p, fmt.Errorf("%w: %w", ErrReviews, err)
	}
	p.ErrorsP, p.ErrorsDiffer = exact.Round(fisher.TwoSided), fisher.TwoSided.Cmp(share) <= 0
	test, probability, err := c.permute(ctx, a, b, number, pairs)
	if err != nil {
		return p, err
	}
	p.Dollars, p.DollarsDiffer = test, probability.Cmp(share) <= 0
	p.Findings = []string{
		fmt.Sprintf("Claims in error: %d of %d in %s, %d of %d in %s. %s (Fisher's exact test, p = %s)", e1, n1, a.label, e2, n2,
			b.label, verdict(p.ErrorsDiffer, big.NewRat(e1, n1).Cmp(big.NewRat(e2, n2))), pText(p.ErrorsP)),
		fmt.Sprintf("Dollar error rate: %s in %s, %s in %s. %s (permutation test, p = %s)", ratePercent(a.rate), a.label,
			ratePercent(b.rate), b.label, verdict(p.DollarsDiffer, a.rate.Exact().Cmp(b.rate.Exact())), pText(p.Dollars.P)),
	}
	return p, nil
}

// verdict says what a test shows, and no more. before compares the earlier rate with the later one.
func verdict(differ bool, before int) string {
	direction := map[int]string{-1: "rise", 0: "change", 1: "fall"}[before]
	if differ {
		return "The " + direction + " is larger than chance alone would easily make it; what caused it is not shown."
	}
	if before == 0 {
		return "There is no change."
	}
	return "A " + direction + " of that size can well be chance; that does not show that nothing has changed."
}

func ratePercent(r errorrate.Result) string {
	return exact.Fixed(exact.Round(r.Exact().Mul(r.Exact(), exact.Int(100))), 2) + "%"
}

// pText writes a p-value for a sentence: four places, and "below 0.0001" for what they do not show.
func pText(p decimal.Decimal) string {
	if p.LessThan(decimal.New(1, -4)) {
		return "below 0.0001"
	}
	return exact.Fixed(p, 4)
}

// method describes the tests.
func (c ReviewComparison) method(r ReviewComparisonResult) []string {
	list := []string{
		"Numbers of claims in error are compared with Fisher's exact test. A claim is in error if it was overpaid or underpaid.",
		"Dollar error rates are compared with a permutation test: how often would the claims of two reviews, divided among " +
			"them by chance, give rates at least as far apart? A claim keeps its payment and its overpayment together.",
		fmt.Sprintf("The level of significance is %s for all %d tests together, %s for "+
			"each.", exact.String(r.Significance), r.Tests,
			exact.String(exact.RoundTo(exact.Rat(r.PerTest), 4))),
		"The tests take each review for a simple random sample and leave aside how large its population is. They say whether " +
			"chance is a good explanation of a difference; they do not say whether the compliance program worked.",
	}
	if slices.ContainsFunc(r.Pairs, func(p ComparedPair) bool { return !p.Dollars.Complete }) {
		list = append(list, fmt.Sprintf("Regroupings were drawn with seed %q (%s).", c.Seed, hashstream.Generator))
	}
	return list
}
