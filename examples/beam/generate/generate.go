// Package generate makes claims files for trials, as large as wanted and the same for the same seed everywhere. The
// claims are invented: no figure comes from a real provider.
package generate

import (
	"bufio"
	"fmt"
	"io"
	"math/bits"
	"strconv"

	"github.com/iromath/iromath"
)

// Claims is a file of invented claims. Of 1000 rows about 30 are paid zero, 5 are negative, 20 have another payor, 3
// repeat an earlier claim, 1 is the second segment of one, and 1 in 10,000 is malformed.
type Claims struct {
	Rows int64
	Seed uint64
}

// Header is the header line.
const Header = "claim_id,segment,payor,paid_date,paid\n"

var payors = [...]string{"Medicare Part A", "Medicare Part B", "State Medicaid", "Railroad Medicare", "Commercial"}

// Options are those of the frame that the claims are made for.
func Options() iromath.FrameOptions {
	return iromath.FrameOptions{Payors: append([]string(nil), payors[:4]...)}
}

// Write writes the rows of a shard, from 0 to shards-1, behind a header line. The shards one behind the other, with one
// header, are the file of a single shard.
func (c Claims) Write(w io.Writer, shard, shards int64) error {
	out := bufio.NewWriterSize(w, 1<<20)
	out.WriteString(Header)
	line := make([]byte, 0, 128)
	for i := share(c.Rows, shard, shards); i < share(c.Rows, shard+1, shards); i++ {
		line = c.appendRow(line[:0], i)
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	return out.Flush()
}

// share is the first row of a shard.
func share(rows, shard, shards int64) int64 {
	high, low := bits.Mul64(uint64(rows), uint64(shard))
	q, _ := bits.Div64(high, low, uint64(shards))
	return int64(q)
}

// appendRow appends row i, from 0, which follows from i and the seed alone.
func (c Claims) appendRow(line []byte, i int64) []byte {
	r := c.random(i)
	kind, id, segment := r%10_000, i, byte('1')
	if kind < 40 && i > 0 { // 30 repeat a claim, 10 are a second segment; the claim may be anywhere before
		id = int64(c.random(i+c.Rows) % uint64(i))
		if kind < 10 {
			segment = '2'
		}
	}
	line = append(line, c.ID(id)...)
	line = append(line, ',', segment, ',')
	payor := r >> 16 % 4
	if kind >= 1000 && kind < 1200 {
		payor = 4
	}
	line = append(append(line, payors[payor]...), ',')
	line = append(line, "2026"...)
	month, day := 1+r>>20%12, 1+r>>28%28
	line = append(line, byte('0'+month/10), byte('0'+month%10), byte('0'+day/10), byte('0'+day%10), ',')
	switch {
	case kind >= 2000 && kind < 2300:
		line = append(line, "0.00"...)
	case kind >= 3000 && kind < 3050:
		line = append(line, "-12.50"...)
	case kind == 4000:
		line = append(line, "n/a"...)
	default:
		cents := 500 + r>>36%100_000
		if r>>60 == 0 { // a few large ones
			cents *= 40
		}
		line = strconv.AppendUint(line, cents/100, 10)
		line = append(line, '.', byte('0'+cents%100/10), byte('0'+cents%10))
	}
	return append(line, '\n')
}

// ID is the claim id of row i: 14 digits in no order, different for each of the first 2^46 rows.
func (c Claims) ID(i int64) string {
	const mask = 1<<46 - 1
	return strconv.FormatUint(10_000_000_000_000+(uint64(i)*0x9E3779B97F4A7C15&mask), 10)
}

// random is SplitMix64 of a row.
// Source: G. L. Steele, D. Lea and C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
func (c Claims) random(i int64) uint64 {
	x := c.Seed + uint64(i+1)*0x9E3779B97F4A7C15
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// WriteDeterminations writes a shard of invented determinations on claims. Of 40 claims about 3 are overpaid, in part or
// in whole, one is underpaid, and one has no documentation.
func (c Claims) WriteDeterminations(w io.Writer, claims []iromath.FrameClaim, shard, shards int64) error {
	out := bufio.NewWriter(w)
	out.WriteString("claim_id,paid,correct,documentation,reason,category\n")
	n := int64(len(claims))
	for _, claim := range claims[share(n, shard, shards):share(n, shard+1, shards)] {
		correct, documentation, reason, category := claim.Paid.StringFixed(2), "complete", "", ""
		switch r := c.random(claim.Number); r % 40 {
		case 0:
			correct, reason, category = "0.00", "service not found in the record", "medical_necessity"
		case 1, 2:
			cents := claim.Paid.Shift(2).IntPart() * int64(r>>8%100) / 100
			correct, reason, category = fmt.Sprintf("%d.%02d", cents/100, cents%100), "code of a higher level than documented", "coding"
		case 3:
			correct, documentation = "", "missing"
		case 4:
			correct, reason, category = claim.Paid.Add(claim.Paid).StringFixed(2), "two units billed as one", "coding"
		}
		fmt.Fprintf(out, "%s,%s,%s,%s,%s,%s\n", claim.ID, claim.Paid.StringFixed(2), correct, documentation, reason, category)
	}
	return out.Flush()
}
