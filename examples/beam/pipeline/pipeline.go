// Package pipeline is a claims review on Apache Beam: the frame, the selection by SHA-256 tickets, the totals of the
// payors, the error rate and the appraisal, over files of claims in any number of shards. The result is that of the
// library on one machine, byte for byte.
//
//	claims shards -> batches of rows, by buckets of claim ids -> first row of each id -> claims of the frame
//	claims of the frame -> sums by payor, set digest, smallest tickets
//	claims of the frame and drawn claims -> frame numbers
//	determination shards and drawn claims -> reviewed claims -> sums of the overpayments
//	all of these, small now -> one worker -> JSON
//
// Only the rows, once, and the claims of the frame, once, are held between two stages. Nothing is sorted but lists of
// the size of the sample.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/iromath/iromath"
	"github.com/iromath/iromath/sampling"
)

// Options of a run.
type Options struct {
	// Claims are the shards of the claims file, in their order. Each has the header line.
	Claims []string
	// Frame says how claims are read and which belong in the frame.
	Frame iromath.FrameOptions
	// Order is a column with the line that each row had in the claims file, for rows that were distributed over shards in
	// any order. None: the shards are the claims file, cut into pieces.
	Order string
	// Tickets is the plan of the selection.
	Tickets sampling.Tickets
	// Determinations are the shards of the determinations; none before the review.
	Determinations []string
	// DeterminationOptions say how determinations are read.
	DeterminationOptions iromath.DeterminationOptions
	// Buckets is the number of parts that the claim ids are divided into to find the first row of each, one part on a
	// worker at a time, in memory. None: [DefaultBuckets], enough for a hundred million rows.
	Buckets int64
	// Output is the name of the file that the result is written to.
	Output string
}

// DefaultBuckets is the number of buckets where none is given.
const DefaultBuckets = 256

// Build adds the review to a pipeline.
func Build(s beam.Scope, o Options) error {
	if len(o.Claims) == 0 {
		return errors.New("there are no claims files")
	}
	if _, err := o.Tickets.Collector(); err != nil {
		return err
	}
	if o.Buckets == 0 {
		o.Buckets = DefaultBuckets
	}
	if o.Buckets < 1 || o.Buckets > 1<<20 {
		return fmt.Errorf("%d buckets are not from 1 to %d", o.Buckets, 1<<20)
	}
	rows, readCounts, readMalformed, lines := beam.ParDo4(s.Scope("Read"), &readFn{o.Frame, o.Order, o.Buckets}, shards(s, o.Claims))
	frame, counts, malformed := beam.ParDo3(s.Scope("Decide"), &decideFn{}, beam.GroupByKey(s, rows))
	counts = beam.CombinePerKey(s.Scope("Exclusions"), addCounts, beam.Flatten(s, readCounts, counts))
	malformed = beam.Combine(s.Scope("Malformed"), &malformedFn{}, beam.Flatten(s, readMalformed, malformed))

	strata := beam.CombinePerKey(s.Scope("Strata"), mergeSums, beam.ParDo(s, paidByPayor, frame))
	digest := beam.Combine(s.Scope("Digest"), &digestFn{}, frame)
	drawn := beam.Combine(s.Scope("Draw"), &drawFn{o.Tickets}, frame)
	below := beam.ParDo(s.Scope("Number"), &numberFn{}, frame, beam.SideInput{Input: drawn})
	below = beam.Combine(s.Scope("Numbers"), addBelow, below)

	parts := []beam.PCollection{
		beam.ParDo(s, partOfLines, lines), beam.ParDo(s, partOfCount, counts), beam.ParDo(s, partOfMalformed, malformed),
		beam.ParDo(s, partOfStratum, strata), beam.ParDo(s, partOfDigest, digest), beam.ParDo(s, partOfDrawn, drawn),
		beam.ParDo(s, partOfBelow, below),
	}
	if len(o.Determinations) > 0 {
		parts = append(parts, buildReview(s.Scope("Review"), o, drawn, below)...)
	}
	finish := &finishFn{Plan: o.Tickets, Reviewed: len(o.Determinations) > 0, Ordered: o.Order != "", Output: o.Output}
	beam.ParDo0(s.Scope("Finish"), finish, beam.GroupByKey(s, beam.AddFixedKey(s, beam.Flatten(s, parts...))))
	return nil
}

func buildReview(s beam.Scope, o Options, drawn, below beam.PCollection) []beam.PCollection {
	determinations, others := beam.ParDo2(s, &determinationsFn{o.Tickets.Size, o.DeterminationOptions},
		shards(s, o.Determinations), beam.SideInput{Input: drawn})
	selected := beam.ParDo(s, &selectedFn{o.Tickets.Size}, drawn, beam.SideInput{Input: below})
	reviewed, overpaid := beam.ParDo2(s, &reviewFn{}, beam.CoGroupByKey(s, selected, determinations))
	overpaid = beam.Combine(s, mergeSums, overpaid)
	return []beam.PCollection{
		beam.ParDo(s, partOfDeterminations, others), beam.ParDo(s, partOfReviewed, reviewed), beam.ParDo(s, partOfOverpaid, overpaid),
	}
}

// shards lists files so that any worker may take any of them.
func shards(s beam.Scope, names []string) beam.PCollection {
	list := make([]Shard, len(names))
	for i, name := range names {
		list[i] = Shard{int64(i), name}
	}
	return beam.Reshuffle(s, beam.CreateList(s, list))
}

// Shards returns the names of the files that a pattern matches, sorted: the order of the shards.
func Shards(ctx context.Context, pattern string) ([]string, error) {
	fs, err := filesystem.New(ctx, pattern)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	names, err := fs.List(ctx, pattern)
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("no file has the name %q", pattern)
	}
	slices.Sort(names)
	return names, err
}
