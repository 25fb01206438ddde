package pipeline

import (
	"encoding/json"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/iromath/iromath/appraisal"
)

func init() {
	beam.RegisterCoder(reflect.TypeFor[appraisal.Sums](), encodeSums, decodeSums)
	register.Function2x1(mergeSums)
	register.Function2x1(paidByPayor)
	register.Emitter2[string, appraisal.Sums]()
}

// mergeSums is the CombineFn of all amounts: accumulator, input and result are the exact sums that an appraisal takes.
// They merge in any order to the same bits, which is what makes the result independent of shards, bundles and workers.
func mergeSums(a, b appraisal.Sums) appraisal.Sums {
	a.Merge(b)
	return a
}

// The JSON form of the sums is what goes from worker to worker: a bundle has few of them.
func encodeSums(s appraisal.Sums) ([]byte, error) { return json.Marshal(s) }

func decodeSums(data []byte) (s appraisal.Sums, err error) { return s, json.Unmarshal(data, &s) }

// paidByPayor makes the payors the strata and sums the paid amounts of some claims.
func paidByPayor(c Claims, emit func(string, appraisal.Sums)) error {
	sums := map[string]*appraisal.Sums{}
	for _, claim := range c.List {
		s := sums[claim.Payor]
		if s == nil {
			s = new(appraisal.Sums)
			sums[claim.Payor] = s
		}
		if err := s.AddScaled(claim.Cents, -2); err != nil {
			return err
		}
	}
	for payor, s := range sums {
		emit(payor, *s)
	}
	return nil
}
