package pipeline

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
	"strings"

	"github.com/iromath/iromath"
)

// Place is where a row stands in the claims file: the file is its shards one behind the other, in the order of their
// names. Where rows bring the line they had before they were distributed, it is that line alone.
type Place struct{ Shard, Line int64 }

// Compare is negative if p comes before o.
func (p Place) Compare(o Place) int {
	return cmp.Or(cmp.Compare(p.Shard, o.Shard), cmp.Compare(p.Line, o.Line))
}

// Row is what is known of one claim id from some of its rows: the first of them, and how many there are. From a single
// row it is that row.
type Row struct {
	Place
	Segment string
	Payor   string
	Cents   int64
	Broken  bool
	Reason  iromath.ExclusionReason
	Wrong   *iromath.RowError // of a row that is not broken and malformed
	// Segments counts the unbroken rows by their segments, sorted. None stands for this row alone.
	Segments []SegmentCount
	// Tied: two rows have the first place.
	Tied bool
}

// SegmentCount is the number of rows with a segment.
type SegmentCount struct {
	Segment string
	Rows    int64
}

func (r Row) segments() []SegmentCount {
	if r.Segments != nil || r.Broken {
		return r.Segments
	}
	return []SegmentCount{{r.Segment, 1}}
}

// mergeRows puts together what is known of one id from two sets of its rows. It is associative and commutative, so the
// rows may be merged anywhere and in any order.
func mergeRows(a, b Row) Row {
	first, other := a, b
	switch c := a.Place.Compare(b.Place); {
	case c > 0:
		first, other = b, a
	case c == 0:
		first.Tied = true
	}
	first.Segments = addSegments(first.segments(), other.segments())
	return first
}

// addSegments merges two sorted lists. The result is not nil, as nil has a meaning of its own.
func addSegments(a, b []SegmentCount) []SegmentCount {
	sum := make([]SegmentCount, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch c := strings.Compare(a[0].Segment, b[0].Segment); {
		case c < 0:
			sum, a = append(sum, a[0]), a[1:]
		case c > 0:
			sum, b = append(sum, b[0]), b[1:]
		default:
			sum, a, b = append(sum, SegmentCount{a[0].Segment, a[0].Rows + b[0].Rows}), a[1:], b[1:]
		}
	}
	return append(append(sum, a...), b...)
}

// later counts the rows behind the first one: those with another segment, and those with the same. Broken rows are not
// among them: they are malformed wherever they stand.
func (r Row) later() (second, repeated int64) {
	for _, s := range r.segments() {
		if r.Broken || s.Segment == r.Segment {
			repeated += s.Rows
		} else {
			second += s.Rows
		}
	}
	if !r.Broken {
		repeated-- // the first one itself
	}
	return second, repeated
}

var reasons = iromath.ExclusionReasons()

// appendRow appends a row under its id to a batch. Every row of a population goes through the shuffle once, so that the
// size of this form decides what the shuffle costs.
func appendRow[T string | []byte](b []byte, id T, r Row) []byte {
	b = appendText(b, id)
	reason := byte(slices.Index(reasons, r.Reason) + 1)
	if r.Broken {
		reason |= brokenRow
	}
	b = binary.AppendVarint(append(b, reason), r.Shard)
	b = binary.AppendVarint(b, r.Line)
	b = appendText(b, r.Segment)
	b = appendText(b, r.Payor)
	b = binary.AppendVarint(b, r.Cents)
	if r.Reason == iromath.ExcludedMalformed && !r.Broken {
		b = appendText(b, r.Wrong.Column)
		b = appendText(b, r.Wrong.Value)
		b = appendText(b, r.Wrong.Rule)
	}
	return b
}

const brokenRow = 0x80

// row takes a row and its id off the front.
func (d *decoder) row() (id []byte, r Row) {
	id = d.bytes()
	reason := d.byte()
	r = Row{Place: Place{d.int(), d.int()}, Segment: d.text(), Payor: d.text(), Cents: d.int(), Broken: reason&brokenRow != 0}
	switch n := int(reason &^ brokenRow); {
	case n > len(reasons):
		d.fail()
	case n > 0:
		r.Reason = reasons[n-1]
	}
	if r.Reason == iromath.ExcludedMalformed && !r.Broken {
		r.Wrong = &iromath.RowError{Line: r.Line, Column: d.text(), Value: d.text(), Rule: d.text()}
	}
	return id, r
}

var errCoded = errors.New("damaged data between two workers")

func appendText[T string | []byte](b []byte, text T) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// decoder takes values off the front of data.
type decoder struct {
	data  []byte
	known []string
	err   error
}

func (d *decoder) byte() byte {
	if len(d.data) == 0 {
		d.fail()
		return 0
	}
	b := d.data[0]
	d.data = d.data[1:]
	return b
}

func (d *decoder) int() int64 {
	v, n := binary.Varint(d.data)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.data = d.data[n:]
	return v
}

// length reads the number of things that follow, each of which takes at least a byte.
func (d *decoder) length() uint64 {
	v, n := binary.Uvarint(d.data)
	if n <= 0 || v > uint64(len(d.data)-n) {
		d.fail()
		return 0
	}
	d.data = d.data[n:]
	return v
}

// bytes returns a text that is valid as long as the data.
func (d *decoder) bytes() []byte {
	n := d.length()
	text := d.data[:n]
	d.data = d.data[n:]
	return text
}

// text returns a text. Rows have few different segments and payors, which share their memory.
func (d *decoder) text() string {
	text := d.bytes()
	if len(text) == 0 {
		return ""
	}
	for _, k := range d.known {
		if k == string(text) {
			return k
		}
	}
	t := string(text)
	if len(d.known) < 16 {
		d.known = append(d.known, t)
	}
	return t
}

func (d *decoder) fail() { d.data, d.err = nil, errCoded }
