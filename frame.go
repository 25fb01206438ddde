package iromath

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math/big"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// MaxFrameClaims is the greatest number of claims in a frame, RAT-STATS' own limit.
const MaxFrameClaims = 1<<31 - 1

// ErrFrame is returned when no claim belongs in the frame, or where a frame is wanted and none is given. The message states
// how many rows were left out, and why.
var ErrFrame = errors.New("iromath: no claim in the frame")

// Frame is the sampling frame of a claims review: the paid claims that a random number can pick, numbered from 1. It
// is made by [ReadFrame] or [NewFrame], never changes, and is safe for concurrent use. It has no JSON form: see
// [Frame.Summary] and [Frame.WriteTo].
//
// Source: OIG CIA FAQ, October 7, 2022: population.
type Frame struct {
	claims  claimList
	paid    centSum
	summary FrameSummary // without the digest

	once   sync.Once
	digest string
}

// MarshalJSON refuses: [Frame.Summary] describes a frame, and [Frame.WriteTo] writes its claims.
func (*Frame) MarshalJSON() ([]byte, error) {
	return nil, errors.New("iromath: a frame has no JSON form; Summary describes it, and WriteTo writes its claims")
}

// UnmarshalJSON refuses: a frame is made with [ReadFrame] or [NewFrame].
func (*Frame) UnmarshalJSON([]byte) error {
	return errors.New("iromath: a frame has no JSON form; it is made with ReadFrame or NewFrame")
}

// FrameClaim is one claim of a frame.
type FrameClaim struct {
	// Number is the claim's number in the frame, from 1 in the order of the file.
	Number int64 `json:"number" request:"optional"`
	// ID is the claim id as in the file, without blanks around it.
	ID string `json:"id"`
	// Payor is the text of the payor column, "" if there is none.
	Payor string `json:"payor,omitempty"`
	// Paid is the amount paid in dollars, more than zero and in whole cents.
	Paid decimal.Decimal `json:"paid"`
}

// MarshalJSON writes the amount as a string, whatever the settings of the decimal library.
func (c FrameClaim) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// FrameSummary says what is in a frame, and what became of every line of the file it was read from:
// Lines = 1 (the header) + Rows + BlankLines + ContinuedLines, and Rows = Size + the counts of all exclusions.
type FrameSummary struct {
	// Size is the number of claims in the frame.
	Size int64 `json:"size"`
	// Paid is the exact total of their paid amounts in dollars.
	Paid decimal.Decimal `json:"paid"`
	// Digest identifies the frame: see [Frame.Digest].
	Digest string `json:"digest"`
	// Rows is the number of rows of the file behind the header, or of claims given to [NewFrame].
	Rows int64 `json:"rows"`
	// Exclusions counts the rows that were left out, one entry for every reason, in the order of [ExclusionReasons].
	Exclusions []FrameExclusion `json:"exclusions"`
	// Malformed are the first 1,000 malformed rows. Their exact count stands in Exclusions.
	Malformed []RowError `json:"malformed,omitempty"`
	// Lines is the number of lines of the file.
	Lines int64 `json:"lines,omitempty"`
	// BlankLines is the number of lines with nothing but blanks, which hold no row.
	BlankLines int64 `json:"blankLines,omitempty"`
	// ContinuedLines is the number of lines that continue a row, because of a line end within quotes.
	ContinuedLines int64 `json:"continuedLines,omitempty"`
	// Options are the options the file was read with, the column names as the header has them. A column that was not
	// used has no name. It is zero for a frame from [NewFrame].
	Options FrameOptions `json:"options,omitzero"`
}

// MarshalJSON writes the amount as a string, whatever the settings of the decimal library.
func (s FrameSummary) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// Excluded returns the number of rows left out for a reason.
func (s FrameSummary) Excluded(reason ExclusionReason) int64 {
	for _, e := range s.Exclusions {
		if e.Reason == reason {
			return e.Count
		}
	}
	return 0
}

// FrameExclusion is the number of rows left out of a frame for one reason.
type FrameExclusion struct {
	Reason ExclusionReason `json:"reason"`
	Count  int64           `json:"count"`
}

// ExclusionReason says why a row of a claims file is not in the frame.
type ExclusionReason string

// The reasons, in the order of their examination: a row that could be left out for several is counted under the first.
const (
	// ExcludedMalformed: the row, or one of the values that decide, cannot be read.
	ExcludedMalformed ExclusionReason = "malformed"
	// ExcludedSecondSegment: an earlier row has the claim id, with another segment.
	ExcludedSecondSegment ExclusionReason = "second_segment"
	// ExcludedRepeatedID: an earlier row has the claim id, with the same segment or in a file without segments.
	ExcludedRepeatedID ExclusionReason = "repeated_id"
	// ExcludedZeroPaid: nothing was paid.
	ExcludedZeroPaid ExclusionReason = "zero_paid"
	// ExcludedNegative: the paid amount is below zero.
	ExcludedNegative ExclusionReason = "negative"
	// ExcludedOtherPayor: the payor is none of the accepted ones.
	ExcludedOtherPayor ExclusionReason = "other_payor"
	// ExcludedOutsidePeriod: the date is not in the review period.
	ExcludedOutsidePeriod ExclusionReason = "outside_period"
)

// ExclusionReasons returns all reasons in the order of their examination.
func ExclusionReasons() []ExclusionReason { return slices.Clone(exclusionReasons[:]) }

var exclusionReasons = [...]ExclusionReason{
	ExcludedMalformed, ExcludedSecondSegment, ExcludedRepeatedID, ExcludedZeroPaid, ExcludedNegative,
	ExcludedOtherPayor, ExcludedOutsidePeriod,
}

// newFrame makes a frame of what was collected. The summary lacks what the claims tell.
func newFrame(claims claimList, paid centSum, summary FrameSummary) *Frame {
	f := &Frame{claims: claims, paid: paid, summary: summary}
	f.summary.Size = f.Size()
	f.summary.Paid = f.Paid()
	return f
}

// Size returns the number of claims.
func (f *Frame) Size() int64 { return f.claims.size }

// none reports whether there is no frame: nil, or one that neither [ReadFrame] nor [NewFrame] made.
func (f *Frame) none() bool { return f == nil || f.Size() == 0 }

// Paid returns the exact total of the paid amounts in dollars.
func (f *Frame) Paid() decimal.Decimal { return f.paid.dollars() }

// Payors returns the different payors of the claims, sorted; "" is among them if a claim has none.
func (f *Frame) Payors() []string { return slices.Sorted(slices.Values(f.claims.payors)) }

// Claim returns the claim of a number from 1 to [Frame.Size], and false for any other number.
func (f *Frame) Claim(number int64) (FrameClaim, bool) {
	if number < 1 || number > f.claims.size {
		return FrameClaim{}, false
	}
	id, payor, cents := f.claims.get(number - 1)
	return FrameClaim{Number: number, ID: string(id), Payor: payor, Paid: dollars(cents)}, true
}

// Summary returns what is in the frame and what was left out. The caller may keep and change it.
func (f *Frame) Summary() FrameSummary {
	s := f.summary
	s.Digest = f.Digest()
	s.Exclusions = slices.Clone(s.Exclusions)
	s.Malformed = slices.Clone(s.Malformed)
	s.Options.Payors = slices.Clone(s.Options.Payors)
	return s
}

// Digest returns "sha256:" and the hexadecimal SHA-256 of the canonical form that [Frame.WriteTo] writes, so that
// sha256sum gives the same for the written file. Two frames have the same digest if and only if they hold the same
// claims in the same order. It is computed once.
func (f *Frame) Digest() string {
	f.once.Do(func() {
		h := sha256.New()
		f.WriteTo(h) // a hash never fails
		f.digest = "sha256:" + hex.EncodeToString(h.Sum(nil))
	})
	return f.digest
}

// WriteTo writes the canonical form of the frame to w: for every claim, in the order of their numbers, one line of
//
//	number TAB id TAB payor TAB paid LF
//
// in UTF-8, the amount in dollars with two decimals and nothing else ("1234.50"), the payor empty if there is no payor
// column. Ids and payors never have a control character in them, so no two frames have the same form. It returns the number
// of bytes written; errors are those of w.
func (f *Frame) WriteTo(w io.Writer) (int64, error) {
	out := &countingWriter{w: w}
	buffered := bufio.NewWriterSize(out, 64<<10)
	var line []byte
	for i := range f.claims.size {
		id, payor, cents := f.claims.get(i)
		line = appendClaim(line[:0], i+1, id, payor, cents)
		if _, err := buffered.Write(line); err != nil {
			return out.n, err
		}
	}
	err := buffered.Flush()
	return out.n, err
}

// appendClaim appends the line of a claim in the canonical form.
func appendClaim(line []byte, number int64, id []byte, payor string, cents int64) []byte {
	line = strconv.AppendInt(line, number, 10)
	line = append(append(line, '\t'), id...)
	line = append(append(line, '\t'), payor...)
	line = strconv.AppendInt(append(line, '\t'), cents/100, 10)
	return append(line, '.', byte('0'+cents%100/10), byte('0'+cents%10), '\n')
}

type countingWriter struct {
	w io.Writer
	n int64
}

func (c *countingWriter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

// centSum is a sum of amounts in cents that cannot overflow.
type centSum struct{ high, low uint64 }

func (s *centSum) add(cents int64) { // of an amount that is not negative
	var carry uint64
	s.low, carry = bits.Add64(s.low, uint64(cents), 0)
	s.high += carry
}

func (s centSum) dollars() decimal.Decimal {
	n := new(big.Int).SetUint64(s.high)
	n.Add(n.Lsh(n, 64), new(big.Int).SetUint64(s.low))
	return exact.Canonical(decimal.NewFromBigInt(n, -2))
}

func dollars(cents int64) decimal.Decimal { return exact.Canonical(decimal.New(cents, -2)) }

// describe lists the counts of the rows left out: "5 zero paid, 1 malformed".
func describe(exclusions []FrameExclusion) string {
	var parts []string
	for _, e := range exclusions {
		if e.Count > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", e.Count, strings.ReplaceAll(string(e.Reason), "_", " ")))
		}
	}
	if parts == nil {
		return "none left out"
	}
	return strings.Join(parts, ", ")
}
