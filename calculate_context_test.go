package iromath

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/decimaltest"
)

// counted is a context that is asked so many times before it is done.
type counted struct {
	context.Context
	left, asked int
}

func (c *counted) Err() error {
	c.asked++
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// longCalculations are those that a context ends early, as WithContext says.
var longCalculations = []string{
	"appraisal.attribute.binomial", "appraisal.attribute.stratified", "appraisal.attribute.three_stage",
	"appraisal.attribute.two_stage", "appraisal.variable.stratified", "appraisal.variable.three_stage",
	"appraisal.variable.two_stage", "extrapolate.scrutiny", "review.compare", "samplesize.attribute", "samplesize.attribute_limit",
}

// TestWithContext: no calculation begins when its context is done, each gives the same result while it is not, and those that can
// take long look at it over and over again and end where it is done.
func TestWithContext(t *testing.T) {
	all := Calculations()
	done, cancel := context.WithCancel(t.Context())
	cancel()
	for _, c := range all {
		if result, err := all.WithContext(done).Calculate(c.Name, c.Example); !errors.Is(err, context.Canceled) || result != nil {
			t.Errorf("%s: %s, %v", c.Name, result, err)
		}
		want, err := all.Calculate(c.Name, c.Example)
		if err != nil {
			t.Fatal(err)
		}
		ctx := &counted{Context: t.Context(), left: 1 << 40}
		if result, err := all.WithContext(ctx).Calculate(c.Name, c.Example); err != nil || string(result) != string(want) {
			t.Errorf("%s: another result with a context: %v", c.Name, err)
		}
		long := slices.Contains(longCalculations, c.Name)
		if long != (ctx.asked > 1) {
			t.Errorf("%s asks its context %d times", c.Name, ctx.asked)
		}
		if !long {
			continue
		}
		for left := range min(ctx.asked, 20) {
			early := &counted{Context: t.Context(), left: left}
			if result, err := all.WithContext(early).Calculate(c.Name, c.Example); !errors.Is(err, context.Canceled) || result != nil || early.asked != left+1 {
				t.Errorf("%s, done at question %d: %s, %v after %d", c.Name, left+1, result, err, early.asked)
			}
		}
	}
}

// TestContextEndsPermutations: regroupings that are drawn, which the example does not need, end where the context is done.
func TestContextEndsPermutations(t *testing.T) {
	comparison := extrapolate.ReviewComparison{Seed: "1"}
	for _, label := range []string{"first", "second"} {
		review := extrapolate.ReviewedSample{Label: label}
		for i := range 30 {
			correct := decimaltest.Dec(fmt.Sprint(100 - i%3))
			review.Claims = append(review.Claims, errorrate.Claim{ID: fmt.Sprint(label, i), Paid: decimaltest.Dec("100"),
				Correct: &correct, Documentation: errorrate.Complete, Reason: "coding"})
		}
		comparison.Reviews = append(comparison.Reviews, review)
	}
	all := &counted{Context: t.Context(), left: 1 << 40}
	if _, err := comparison.CompareContext(all); err != nil || all.asked < 1000 {
		t.Fatalf("asked %d times: %v", all.asked, err)
	}
	early := &counted{Context: t.Context(), left: 500}
	if _, err := comparison.CompareContext(early); !errors.Is(err, context.Canceled) || early.asked != 501 {
		t.Errorf("asked %d times: %v", early.asked, err)
	}
}

// TestWithContextAndFrame: what is about a frame that was read before ends likewise, whichever of both the contract was given first.
func TestWithContextAndFrame(t *testing.T) {
	f, err := NewFrame([]FrameClaim{{ID: "1", Paid: decimaltest.Dec("10")}, {ID: "2", Paid: decimaltest.Dec("20")}})
	if err != nil {
		t.Fatal(err)
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	about := Calculations().WithFrame(f)
	for _, c := range about {
		for _, contract := range []Contract{about.WithContext(done), Calculations().WithContext(done).WithFrame(f)} {
			if _, err := contract.Calculate(c.Name, []byte(`{}`)); !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v", c.Name, err)
			}
		}
	}
	if len(about) == 0 {
		t.Error("nothing is about a frame")
	}
}
