package iromath

import (
	"fmt"

	"github.com/iromath/iromath/internal/csvscan"
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
	in            *csvscan.Scanner
	header        []string
	columns       frameColumns
	accepted      map[string]bool
	from, through int32 // in the form of parseDay
	segments      numbering

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
	var rows int64
	for more := true; more; {
		b.batch, b.text = b.batch[:0], b.text[:0]
		for more = b.in.Next(); more; more = b.in.Next() {
			b.read()
			if len(b.batch) == batchRows {
				break
			}
		}
		if err := b.in.Err(); err != nil {
			return fmt.Errorf("%w: %w", ErrFile, err)
		}
		if err := b.decide(); err != nil {
			return err
		}
		rows += int64(len(b.batch))
		if progress != nil && (rows%progressRows == 0 || !more) {
			progress(rows)
		}
	}
	return nil
}

// read adds the current row to the batch.
func (b *frameBuilder) read() {
	at := int32(len(b.text))
	row := frameRow{line: b.in.Line(), id: at, payor: at, next: at}
	if rule := b.shapeRule(); rule != "" {
		row.broken, row.segment = true, noSegment
		b.reject(&row, -1, nil, rule)
	}
	if b.columns.id < b.in.Len() {
		id := trimBlanks(b.in.Field(b.columns.id))
		if rule := idRule(id); rule == "" {
			b.text = append(b.text, id...)
			row.payor = int32(len(b.text))
			row.hash = b.ids.hash(id)
		} else if !row.broken {
			b.reject(&row, b.columns.id, id, rule)
		}
	}
	if row.reason == "" {
		b.readValues(&row)
	}
	row.next = int32(len(b.text))
	b.batch = append(b.batch, row)
}

// shapeRule returns what is wrong with the fields of the current row as such, or "".
func (b *frameBuilder) shapeRule() string {
	if p := b.in.Problem(); p != "" {
		return p
	}
	if n := b.in.Len(); n != len(b.header) {
		return fmt.Sprintf("has %d fields, the header has %d", n, len(b.header))
	}
	return ""
}

// readValues reads the values of a row with a good id. They decide about the claim if the row is its first.
func (b *frameBuilder) readValues(row *frameRow) {
	if b.columns.segment >= 0 {
		segment := trimBlanks(b.in.Field(b.columns.segment))
		if len(segment) > maxFrameText {
			row.segment = noSegment
			b.reject(row, b.columns.segment, segment, ruleLong)
			return
		}
		row.segment = b.segments.number(segment)
	}
	text := trimBlanks(b.in.Field(b.columns.paid))
	cents, rule := parseCents(text)
	if rule != "" {
		b.reject(row, b.columns.paid, text, rule)
		return
	}
	var payor []byte
	if b.columns.payor >= 0 {
		payor = trimBlanks(b.in.Field(b.columns.payor))
		if rule := textRule(payor); rule != "" {
			b.reject(row, b.columns.payor, payor, rule)
			return
		}
	}
	outside := false
	if b.columns.date >= 0 {
		text := trimBlanks(b.in.Field(b.columns.date))
		day, rule := parseDay(text)
		if rule != "" {
			b.reject(row, b.columns.date, text, rule)
			return
		}
		outside = day < b.from || day > b.through
	}
	switch {
	case cents == 0:
		row.reason = ExcludedZeroPaid
	case cents < 0:
		row.reason = ExcludedNegative
	case b.accepted != nil && !b.accepted[string(payor)]:
		row.reason = ExcludedOtherPayor
	case outside:
		row.reason = ExcludedOutsidePeriod
	default:
		row.cents = cents
		b.text = append(b.text, payor...)
	}
}

// reject makes a row malformed because of the value of a column, or as such for the column -1.
func (b *frameBuilder) reject(row *frameRow, column int, value []byte, rule string) {
	row.reason = ExcludedMalformed
	if len(b.malformed) == maxFrameMalformed {
		return
	}
	row.wrong = &finding.RowError{Line: row.line, Value: show(value), Rule: rule}
	if column >= 0 {
		row.wrong.Column = show([]byte(b.header[column]))
	}
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
