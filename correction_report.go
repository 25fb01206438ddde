package iromath

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
)

// What a report says about corrections of the frame.

// maxListedIDs is the largest number of ids that a report lists; longer lists are known by their digest.
const maxListedIDs = 100

// CorrectedFrame is the frame without the claims that left.
type CorrectedFrame struct {
	// Size is the number of claims that belong: the universe of sizes and extrapolations.
	Size int64 `json:"size"`
	// Paid is the total of their paid amounts in dollars.
	Paid decimal.Decimal `json:"paid"`
	// Digest is "sha256:" and the SHA-256 of their lines in the canonical form of the frame (see [Frame.WriteTo]), with the
	// numbers they have in it.
	Digest string `json:"digest"`
}

// MarshalJSON writes decimals as strings.
func (c CorrectedFrame) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// DocumentedCorrection is a correction as a report documents it.
type DocumentedCorrection struct {
	// Number of the correction, from 1.
	Number int             `json:"number"`
	Date   reportable.Date `json:"date,omitzero"`
	// Stage at which the review was.
	Stage       Stage         `json:"stage"`
	Ground      Ground        `json:"ground"`
	Description string        `json:"description"`
	Search      string        `json:"search"`
	Quote       string        `json:"quote,omitempty"`
	Monitor     *Consultation `json:"monitor,omitempty"`
	// Count is the number of claims that left, Paid the total of their paid amounts in dollars.
	Count int64           `json:"count"`
	Paid  decimal.Decimal `json:"paid"`
	// Claims are their ids by frame number; left out where they are more than 100.
	Claims []string `json:"claims,omitempty"`
	// Digest is "sha256:" and the SHA-256 of their lines in the canonical form of the frame.
	Digest string `json:"digest"`
	// Drawn are those among them that had been drawn or reviewed, with the determination that no longer counts.
	Drawn []LeftClaim `json:"drawn,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (c DocumentedCorrection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// LeftClaim is a drawn claim that left.
type LeftClaim struct {
	FrameClaim
	// Order of selection and Stage of the sample.
	Order int64 `json:"order"`
	Stage Stage `json:"stage"`
	// Determination, where the claim had been reviewed.
	Determination *errorrate.Claim `json:"determination,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (l LeftClaim) MarshalJSON() ([]byte, error) { return jsonform.Marshal(l) }

// digestWriter hashes lines of claims and adds up what was paid for them.
type digestWriter struct {
	hash io.Writer
	sum  func([]byte) []byte
	line []byte
	size int64
	paid centSum
}

func newDigestWriter() *digestWriter {
	h := sha256.New()
	return &digestWriter{hash: h, sum: h.Sum}
}

// add takes claim i of a frame, from 0.
func (d *digestWriter) add(f *Frame, i int64) {
	id, payor, cents := f.claims.get(i)
	d.line = appendClaim(d.line[:0], i+1, id, payor, cents)
	d.hash.Write(d.line) // a hash never fails
	d.paid.add(cents)
	d.size++
}

func (d *digestWriter) digest() string { return "sha256:" + hex.EncodeToString(d.sum(nil)) }

// correctedFrame works out what belongs. Without corrections there is none.
func (r *Review) correctedFrame() *CorrectedFrame {
	if len(r.left) == 0 {
		return nil
	}
	d := newDigestWriter()
	for i := range r.frame.claims.size {
		if r.left[i+1] == 0 {
			d.add(r.frame, i)
		}
	}
	return &CorrectedFrame{Size: d.size, Paid: d.paid.dollars(), Digest: d.digest()}
}

// payors are the payors of the claims that belong, sorted.
func (r *Review) payors() []string {
	if len(r.left) == 0 {
		return r.frame.Payors()
	}
	var list []string
	for i := range r.frame.claims.size {
		if r.left[i+1] != 0 {
			continue
		}
		if _, payor, _ := r.frame.claims.get(i); !slices.Contains(list, payor) {
			list = append(list, payor)
		}
	}
	slices.Sort(list)
	return list
}

// Corrections returns the corrections of the frame so far, in their order.
func (r *Review) Corrections() []DocumentedCorrection {
	var list []DocumentedCorrection
	for i, c := range r.corrections {
		d := newDigestWriter()
		var ids []string
		for _, n := range c.numbers {
			d.add(r.frame, n-1)
			if len(c.numbers) <= maxListedIDs {
				ids = append(ids, string(r.frame.claims.id(n-1)))
			}
		}
		drawn := slices.Clone(c.drawn)
		for k := range drawn {
			if drawn[k].Determination != nil {
				drawn[k].Determination = &copyClaims([]errorrate.Claim{*drawn[k].Determination})[0]
			}
		}
		list = append(list, DocumentedCorrection{
			Number: i + 1, Date: c.date, Stage: c.stage, Ground: c.Ground, Description: c.Description, Search: c.Search, Quote: c.Quote,
			Monitor: copyOf(c.Monitor), Count: d.size, Paid: d.paid.dollars(), Claims: ids, Digest: d.digest(), Drawn: drawn,
		})
	}
	return list
}
