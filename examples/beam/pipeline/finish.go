package pipeline

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/iromath/iromath"
	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/sampling"
	"github.com/shopspring/decimal"
)

func init() {
	beam.RegisterCoder(reflect.TypeFor[Part](), encodePart, decodePart)
	register.Function1x1(partOfLines)
	register.Function2x1(partOfCount)
	register.Function1x1(partOfMalformed)
	register.Function2x1(partOfStratum)
	register.Function1x1(partOfDigest)
	register.Function1x1(partOfDrawn)
	register.Function1x1(partOfBelow)
	register.Function2x1(partOfDeterminations)
	register.Function1x1(partOfReviewed)
	register.Function1x1(partOfOverpaid)
	register.DoFn3x1[context.Context, int, func(*Part) bool, error](&finishFn{})
	register.Iter1[Part]()
}

// Part is one small piece of the result, one field of which is set. All parts come together on one worker: there is one
// for every shard, payor and claim of the sample, and a few others.
type Part struct {
	Lines     *ShardLines     `json:",omitempty"`
	Count     *Count          `json:",omitempty"`
	Malformed *MalformedList  `json:",omitempty"`
	Stratum   *Stratum        `json:",omitempty"`
	Digest    *SetDigest      `json:",omitempty"`
	Drawn     *Drawn          `json:",omitempty"`
	Below     *Below          `json:",omitempty"`
	Others    int64           `json:",omitempty"`
	Reviewed  *Reviewed       `json:",omitempty"`
	Overpaid  *appraisal.Sums `json:",omitempty"`
}

// Count is the number of rows left out for a reason.
type Count struct {
	Reason string
	Rows   int64
}

func partOfLines(s ShardLines) Part                    { return Part{Lines: &s} }
func partOfCount(reason string, rows int64) Part       { return Part{Count: &Count{reason, rows}} }
func partOfMalformed(m MalformedList) Part             { return Part{Malformed: &m} }
func partOfStratum(p string, s appraisal.Sums) Part    { return Part{Stratum: &Stratum{p, s}} }
func partOfDigest(d SetDigest) Part                    { return Part{Digest: &d} }
func partOfDrawn(d Drawn) Part                         { return Part{Drawn: &d} }
func partOfBelow(b Below) Part                         { return Part{Below: &b} }
func partOfDeterminations(_ string, others int64) Part { return Part{Others: others} }
func partOfReviewed(r Reviewed) Part                   { return Part{Reviewed: &r} }
func partOfOverpaid(s appraisal.Sums) Part             { return Part{Overpaid: &s} }

func encodePart(p Part) ([]byte, error) { return json.Marshal(p) }

func decodePart(data []byte) (p Part, err error) { return p, json.Unmarshal(data, &p) }

// finishFn puts the parts together and writes the result.
type finishFn struct {
	Plan     sampling.Tickets
	Reviewed bool // there are determinations
	Ordered  bool // rows bring the line they had
	Output   string
}

func (f *finishFn) ProcessElement(ctx context.Context, _ int, parts func(*Part) bool) error {
	all := collected{counts: map[string]int64{}}
	for p := (Part{}); parts(&p); p = (Part{}) {
		all.add(p)
	}
	result, err := all.result(f)
	if err != nil {
		return err
	}
	data, err := result.Encode()
	if err != nil {
		return err
	}
	fs, err := filesystem.New(ctx, f.Output)
	if err != nil {
		return err
	}
	defer fs.Close()
	return filesystem.Write(ctx, fs, f.Output, data)
}

// collected are the parts of a result.
type collected struct {
	shards    []ShardLines
	counts    map[string]int64
	malformed []Malformed
	strata    []Stratum
	digest    SetDigest
	drawn     Drawn
	below     Below
	others    int64
	reviewed  []Reviewed
	overpaid  appraisal.Sums
}

func (c *collected) add(p Part) {
	switch {
	case p.Lines != nil:
		c.shards = append(c.shards, *p.Lines)
	case p.Count != nil:
		c.counts[p.Count.Reason] += p.Count.Rows
	case p.Stratum != nil:
		c.strata = append(c.strata, *p.Stratum)
	case p.Below != nil:
		c.below = *p.Below
	case p.Reviewed != nil:
		c.reviewed = append(c.reviewed, *p.Reviewed)
	case p.Overpaid != nil:
		c.overpaid = *p.Overpaid
	case p.Malformed != nil:
		c.malformed = p.Malformed.Rows
	case p.Digest != nil:
		c.digest = *p.Digest
	case p.Drawn != nil:
		c.drawn = *p.Drawn
	}
	c.others += p.Others
}

func (c *collected) result(f *finishFn) (r Result, err error) {
	if r.Frame, err = c.summary(f.Ordered); err != nil {
		return r, err
	}
	slices.SortFunc(c.strata, func(a, b Stratum) int { return cmp.Compare(a.Payor, b.Payor) })
	r.Strata, r.ClaimsDigest = c.strata, c.digest.String()
	if r.Selection, err = c.drawn.selection(f.Plan, r.Frame.Size, c.below); err != nil {
		return r, err
	}
	for i, d := range c.drawn.sample(f.Plan.Size) {
		r.Worklist = append(r.Worklist, d.frameClaim(r.Selection.Numbers[i]))
	}
	if !f.Reviewed {
		return r, nil
	}
	slices.SortFunc(c.reviewed, func(a, b Reviewed) int { return cmp.Compare(a.Order, b.Order) })
	claims, err := claimsOf(c.reviewed)
	if err != nil {
		return r, err
	}
	r.Review, err = review(r.Frame.Size, claims, c.overpaid, c.others)
	return r, err
}

// summary is that of the file which the shards make one behind the other, with the header of the first.
func (c *collected) summary(ordered bool) (iromath.FrameSummary, error) {
	slices.SortFunc(c.shards, func(a, b ShardLines) int { return cmp.Compare(a.Shard, b.Shard) })
	first := c.shards[0]
	s := iromath.FrameSummary{
		Options: first.All.Options, Lines: first.Head.Lines, BlankLines: first.Head.BlankLines, ContinuedLines: first.Head.ContinuedLines,
	}
	shift := map[int64]int64{} // from a line of the shard to that of the file
	for _, shard := range c.shards {
		if shard.Header != first.Header {
			return s, fmt.Errorf("%s and %s have different headers", first.Name, shard.Name)
		}
		shift[shard.Shard] = s.Lines - shard.Head.Lines
		s.Rows += shard.All.Rows
		s.Lines += shard.All.Lines - shard.Head.Lines
		s.BlankLines += shard.All.BlankLines - shard.Head.BlankLines
		s.ContinuedLines += shard.All.ContinuedLines - shard.Head.ContinuedLines
	}
	for _, reason := range iromath.ExclusionReasons() {
		s.Exclusions = append(s.Exclusions, iromath.FrameExclusion{Reason: reason, Count: c.counts[string(reason)]})
	}
	for _, m := range c.malformed {
		if !ordered {
			m.Wrong.Line += shift[m.Shard]
		}
		s.Malformed = append(s.Malformed, m.Wrong)
	}
	var paid appraisal.Sums
	for _, stratum := range c.strata {
		paid.Merge(stratum.Paid)
	}
	if s.Size = paid.Count(); s.Size == 0 {
		return s, fmt.Errorf("%w: %d rows, left out: %v", iromath.ErrFrame, s.Rows, maps.Collect(maps.All(c.counts)))
	}
	total, err := decimal.NewFromString(paid.Power(1).FloatString(2)) // whole cents
	s.Paid = total
	return s, err
}
