package iromath

import (
	"fmt"
	"io"
)

// ReadFrame reads the population of a claims review from a claims file: CSV with a header line, plain or compressed
// with gzip, in UTF-8. Only claims paid more than zero by an accepted payor within the review period belong in the
// frame. They are numbered from 1 in the order of the file.
//
// The first row of a claim id decides about the claim, even where that row is left out or is malformed but has a
// readable id. Every later row with the id is counted as a second segment, if there is a segment column and its value
// differs from the first row's, or else as a repeated id; its amount, payor and date are not looked at. See
// [ExclusionReason] for the other reasons. A row is malformed if
//
//   - its quotes are wrong, or it has more or fewer fields than the header (its id counts as readable if it
//     stands in its place),
//   - its id is empty or has more than 256 bytes or control characters; blanks around it do not belong to it,
//   - its amount is none (1234.50, 1,234.50 and $1,234.50 are), not in whole cents, or more than
//     9,000,000,000,000,000 dollars,
//   - its segment has more than 256 bytes,
//   - its payor has more than 256 bytes or control characters, or
//   - there is a period and its date is none (2009-04-12, 20090412 and 4/12/2009 with the month first are).
//
// Now and then, and at the end, progress is called with the number of rows read so far; it may be nil.
//
// The error wraps [ErrFrame] if no claim is left, and [ErrFile] if the file cannot be read as a claims file,
// together with the error of the reader if there was one. The memory used is in proportion to the different claim ids,
// segments and payors, whatever the size of the file.
//
// Source: OIG CIA FAQ, October 7, 2022: population.
func ReadFrame(r io.Reader, o FrameOptions, progress func(rows int64)) (*Frame, error) {
	rows, err := OpenFrameRows(r, o)
	if err != nil {
		return nil, err
	}
	b := frameBuilder{rows: rows, ids: newIDSet(), limit: MaxFrameClaims}
	if err := b.readAll(progress); err != nil {
		return nil, err
	}
	return b.frame()
}

// frame returns the finished frame.
func (b *frameBuilder) frame() (*Frame, error) {
	summary := b.rows.Summary()
	summary.Exclusions, summary.Malformed = countExclusions(b.counts), b.malformed
	if b.ids.in.size == 0 {
		err := fmt.Errorf("%w: %d rows, %s", ErrFrame, summary.Rows, describe(summary.Exclusions))
		if len(b.malformed) > 0 {
			err = fmt.Errorf("%w; the first malformed row is %w", err, b.malformed[0])
		}
		return nil, err
	}
	claims := b.ids.in
	claims.dropLabels()
	claims.payors = b.payors.texts
	return newFrame(claims, b.paid, summary), nil
}
