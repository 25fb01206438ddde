package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/iromath/iromath"
	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/errorrate"
)

func init() {
	beam.RegisterCoder(reflect.TypeFor[iromath.Determination](), encodeDetermination, decodeDetermination)
	beam.RegisterCoder(reflect.TypeFor[Selected](), encodeSelected, decodeSelected)
	beam.RegisterCoder(reflect.TypeFor[Reviewed](), encodeReviewed, decodeReviewed)
	register.DoFn5x1[context.Context, Shard, func(*Drawn) bool, func(string, iromath.Determination), func(string, int64), error](&determinationsFn{})
	register.DoFn3x1[Drawn, func(*Below) bool, func(string, Selected), error](&selectedFn{})
	register.DoFn5x1[string, func(*Selected) bool, func(*iromath.Determination) bool, func(Reviewed), func(appraisal.Sums), error](&reviewFn{})
	register.Iter1[Below]()
	register.Iter1[Selected]()
	register.Iter1[iromath.Determination]()
	register.Iter1[Reviewed]()
	register.Iter2[string, int64]()
	register.Emitter2[string, iromath.Determination]()
	register.Emitter2[string, Selected]()
	register.Emitter1[Reviewed]()
	register.Emitter1[appraisal.Sums]()
}

// otherDeterminations is what determinations of claims outside the sample are counted under.
const otherDeterminations = "other"

// determinationsFn reads the determinations of a shard on claims of the sample. The sample is small enough for every
// worker to know it, so that determinations on other claims end here and are only counted.
type determinationsFn struct {
	Size    int64 // of the sample
	Options iromath.DeterminationOptions
}

func (f *determinationsFn) ProcessElement(ctx context.Context, shard Shard, drawn func(*Drawn) bool,
	emit func(string, iromath.Determination), count func(string, int64)) error {
	var d Drawn
	drawn(&d)
	in, err := open(ctx, shard.Name)
	if err != nil {
		return err
	}
	defer in.Close()
	worklist := []iromath.FrameClaim{} // nil would take every row
	for _, c := range d.sample(f.Size) {
		worklist = append(worklist, iromath.FrameClaim{ID: c.ID})
	}
	taken, others, err := iromath.ReadDeterminations(in, f.Options, worklist)
	if err != nil {
		return fmt.Errorf("%s: %w", shard.Name, err)
	}
	for _, t := range taken {
		emit(t.ID, t)
	}
	if others > 0 {
		count(otherDeterminations, others)
	}
	return nil
}

func (d Drawn) sample(size int64) []DrawnClaim { return d.Claims[:min(size, int64(len(d.Claims)))] }

// Selected is a claim of the sample.
type Selected struct {
	Order int64 // of selection
	Claim iromath.FrameClaim
}

// selectedFn sends the claims of the sample to their determinations.
type selectedFn struct{ Size int64 }

func (f *selectedFn) ProcessElement(d Drawn, below func(*Below) bool, emit func(string, Selected)) error {
	var b Below
	below(&b)
	numbers, err := d.numbers(b)
	if err != nil {
		return err
	}
	for i, c := range d.sample(f.Size) {
		emit(c.ID, Selected{int64(i + 1), c.frameClaim(numbers[i])})
	}
	return nil
}

// Reviewed is a claim of the sample with its determination, or what is wrong with that.
type Reviewed struct {
	Order   int64
	Claim   errorrate.Claim
	Problem string
}

// reviewFn joins each claim of the sample with its determination.
type reviewFn struct{}

func (*reviewFn) ProcessElement(id string, selected func(*Selected) bool, determinations func(*iromath.Determination) bool,
	emit func(Reviewed), overpaid func(appraisal.Sums)) error {
	var s Selected
	if !selected(&s) {
		return fmt.Errorf("claim %q is not in the sample", id)
	}
	var d iromath.Determination
	switch {
	case !determinations(&d):
		emit(Reviewed{Order: s.Order, Problem: fmt.Sprintf("claim %q has no determination", id)})
		return nil
	case determinations(new(iromath.Determination)):
		emit(Reviewed{Order: s.Order, Problem: fmt.Sprintf("claim %q has more than one determination", id)})
		return nil
	case d.Paid != nil && !d.Paid.Equal(s.Claim.Paid):
		emit(Reviewed{Order: s.Order, Problem: fmt.Sprintf("claim %q: the determination states %v as paid, the frame %v", id, d.Paid, s.Claim.Paid)})
		return nil
	}
	claim := errorrate.Claim{
		Number: s.Claim.Number, ID: id, Payor: s.Claim.Payor, Paid: s.Claim.Paid, Correct: d.Correct,
		Documentation: d.Documentation, Reason: d.Reason, Category: d.Category, Service: d.Service,
	}
	if err := errorrate.Check([]errorrate.Claim{claim}); err != nil {
		emit(Reviewed{Order: s.Order, Problem: err.Error()})
		return nil
	}
	emit(Reviewed{Order: s.Order, Claim: claim})
	var sums appraisal.Sums
	if err := sums.Add(claim.Overpayment()); err != nil {
		return err
	}
	overpaid(sums)
	return nil
}

// claimsOf are the reviewed claims in their order, or everything that is wrong.
func claimsOf(reviewed []Reviewed) ([]errorrate.Claim, error) {
	var claims []errorrate.Claim
	var wrong []error
	for _, r := range reviewed {
		claims = append(claims, r.Claim)
		if r.Problem != "" {
			wrong = append(wrong, errors.New(r.Problem))
		}
	}
	return claims, errors.Join(wrong...)
}

func encodeDetermination(d iromath.Determination) ([]byte, error) { return json.Marshal(d) }

func decodeDetermination(data []byte) (d iromath.Determination, err error) {
	return d, json.Unmarshal(data, &d)
}

func encodeSelected(s Selected) ([]byte, error) { return json.Marshal(s) }

func decodeSelected(data []byte) (s Selected, err error) { return s, json.Unmarshal(data, &s) }

func encodeReviewed(r Reviewed) ([]byte, error) { return json.Marshal(r) }

func decodeReviewed(data []byte) (r Reviewed, err error) { return r, json.Unmarshal(data, &r) }
