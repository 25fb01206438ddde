package iromath

import (
	"fmt"

	"github.com/iromath/iromath/internal/finding"
)

const (
	// maxFrameMalformed bounds the malformed rows that a summary lists.
	maxFrameMalformed = 1000
	// batchRows is how many rows are read before they are decided.
	batchRows = 256
	// progressRows is how many rows are read between two calls of progress.
	progressRows = 1 << 16
	// noSegment is the number of the segment of a row that is too malformed to have one. It differs from no other.
	noSegment = 1<<32 - 1
)

// frameBuilder applies the frame rule. It takes rows in batches: first it reads all rows of a batch, then it brings
// their places in the table of ids into the cache, all at once, then it decides row after row.
type frameBuilder struct {
	rows     *FrameRows
	segments numbering

	batch []frameRow
	text  []byte // ids and payors of the batch

	ids       *idSet
	limit     int64 // of different ids
	paid      centSum
	payors    numbering
	counts    map[ExclusionReason]int64
	malformed []finding.RowError
}

// frameRow is a row that was read and is not decided yet.
type frameRow struct {
	line            int64
	id, payor, next int32 // offsets of the texts in the batch, and behind them; no id: it cannot be read
	hash            uint32
	segment         uint32
	broken          bool // could not be split into its fields
	cents           int64
	reason          ExclusionReason   // leaves the row out if it is the first of its id
	wrong           *finding.RowError // what is malformed; nil if nothing is, or if the list of them is full
}

func (b *frameBuilder) readAll(progress func(rows int64)) error {
	b.counts = map[ExclusionReason]int64{}
	var count int64
	for more := true; more; {
		b.batch, b.text = b.batch[:0], b.text[:0]
		for more = b.rows.Next(); more; more = b.rows.Next() {
			b.read()
			if len(b.batch) == batchRows {
				break
			}
		}
		if err := b.rows.Err(); err != nil {
			return err
		}
		if err := b.decide(); err != nil {
			return err
		}
		count += int64(len(b.batch))
		if progress != nil && (count%progressRows == 0 || !more) {
			progress(count)
		}
	}
	return nil
}

// read adds the current row to the batch.
func (b *frameBuilder) read() {
	r := &b.rows.row
	at := int32(len(b.text))
	row := frameRow{line: r.Line, id: at, broken: r.Broken, cents: r.Cents, reason: r.Reason}
	b.text = append(b.text, r.ID...)
	row.payor = int32(len(b.text))
	if len(r.ID) > 0 {
		row.hash = b.ids.hash(r.ID)
	}
	switch {
	case r.Broken:
		row.segment = noSegment
	case len(r.ID) > 0 && b.rows.columns.segment >= 0:
		row.segment = b.segments.number(r.Segment)
	}
	if r.Reason == "" {
		b.text = append(b.text, r.Payor...)
	}
	if r.Reason == ExcludedMalformed && len(b.malformed) < maxFrameMalformed {
		row.wrong = b.rows.Malformed()
	}
	row.next = int32(len(b.text))
	b.batch = append(b.batch, row)
}

// decide applies the rule of the first row to the batch.
func (b *frameBuilder) decide() error {
	for i := range b.batch {
		b.ids.touch(b.batch[i].hash)
	}
	for i := range b.batch {
		row := &b.batch[i]
		reason := b.decideRow(row, b.text[row.id:row.payor], b.text[row.payor:row.next])
		if reason != "" {
			b.counts[reason]++
		}
		if reason == ExcludedMalformed && row.wrong != nil && len(b.malformed) < maxFrameMalformed {
			b.malformed = append(b.malformed, *row.wrong)
		}
		if b.ids.used > b.limit {
			return fmt.Errorf("%w: line %d: more than %d different claim ids", ErrFile, row.line, b.limit)
		}
	}
	return nil
}

// decideRow takes a row into the frame, or returns the reason that leaves it out.
func (b *frameBuilder) decideRow(row *frameRow, id, payor []byte) ExclusionReason {
	if len(id) == 0 {
		return row.reason
	}
	at := b.ids.find(id, row.hash)
	switch {
	case at.found && row.broken:
		return row.reason
	case at.found:
		if first := b.ids.label(at); first != row.segment && first != noSegment {
			return ExcludedSecondSegment
		}
		return ExcludedRepeatedID
	case row.reason != "":
		b.ids.addOut(at, id, row.segment)
		return row.reason
	}
	b.ids.addIn(at, id, row.cents, b.payors.number(payor), row.segment)
	b.paid.add(row.cents)
	return ""
}

// countExclusions lists the counts of all reasons.
func countExclusions(counts map[ExclusionReason]int64) []FrameExclusion {
	list := make([]FrameExclusion, 0, len(exclusionReasons))
	for _, r := range exclusionReasons {
		list = append(list, FrameExclusion{Reason: r, Count: counts[r]})
	}
	return list
}
