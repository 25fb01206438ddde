package pipeline

import (
	"encoding/binary"
	"fmt"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/iromath/iromath"
)

func init() {
	beam.RegisterCoder(reflect.TypeFor[Claims](), encodeClaims, decodeClaims)
	register.Function2x1(addCounts)
	register.DoFn5x1[int64, func(*[]byte) bool, func(Claims), func(string, int64), func(Malformed), error](&decideFn{})
	register.Iter1[[]byte]()
	register.Emitter1[Claims]()
}

// Claim is a claim of the frame. Its number follows from the places of all others and is worked out for drawn claims only.
type Claim struct {
	Place
	ID, Payor string
	Cents     int64
}

// Claims are some claims of the frame, in no order.
type Claims struct{ List []Claim }

// batchClaims is the number of claims in an element.
const batchClaims = 1000

func encodeClaims(c Claims) []byte {
	b := make([]byte, 0, 40*len(c.List))
	for _, claim := range c.List {
		b = binary.AppendVarint(b, claim.Shard)
		b = binary.AppendVarint(b, claim.Line)
		b = appendText(b, claim.ID)
		b = appendText(b, claim.Payor)
		b = binary.AppendVarint(b, claim.Cents)
	}
	return b
}

func decodeClaims(data []byte) (c Claims, err error) {
	d := decoder{data: data}
	for len(d.data) > 0 {
		place, id := Place{d.int(), d.int()}, string(d.bytes())
		c.List = append(c.List, Claim{Place: place, ID: id, Payor: d.text(), Cents: d.int()})
	}
	return c, d.err
}

// decideFn applies the rule of the first row to a bucket, which holds all rows of its ids. Its memory is in proportion to
// the ids of the bucket.
type decideFn struct{}

func (*decideFn) ProcessElement(_ int64, batches func(*[]byte) bool, frame func(Claims), count func(string, int64),
	malformed func(Malformed)) error {
	rows := map[string]Row{}
	d := decoder{}
	for batches(&d.data) {
		for len(d.data) > 0 {
			id, r := d.row()
			if d.err != nil {
				return d.err
			}
			if known, ok := rows[string(id)]; ok {
				r = mergeRows(known, r)
			}
			rows[string(id)] = r
		}
	}
	var claims Claims
	counts := map[iromath.ExclusionReason]int64{}
	for id, r := range rows {
		if r.Tied {
			return fmt.Errorf("claim %q has two rows in the place %d: which is the first is not known", id, r.Line)
		}
		second, repeated := r.later()
		counts[iromath.ExcludedSecondSegment] += second
		counts[iromath.ExcludedRepeatedID] += repeated
		switch {
		case r.Broken: // counted when it was read
		case r.Reason != "":
			counts[r.Reason]++
			if r.Wrong != nil {
				malformed(Malformed{r.Place, *r.Wrong})
			}
		default:
			if claims.List = append(claims.List, Claim{Place: r.Place, ID: id, Payor: r.Payor, Cents: r.Cents}); len(claims.List) == batchClaims {
				frame(claims)
				claims.List = nil // the runner may keep what it was given
			}
		}
	}
	if claims.List != nil {
		frame(claims)
	}
	for reason, n := range counts {
		count(string(reason), n)
	}
	return nil
}

func addCounts(a, b int64) int64 { return a + b }
