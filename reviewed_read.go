package iromath

import (
	"errors"
	"io"
	"strconv"

	"github.com/iromath/iromath/errorrate"
)

// ReadReviewedClaims reads a list of reviewed claims from a CSV file with a header line, plain or compressed with gzip: the
// columns of a file of determinations, of which the paid amount has to be there, and "number" and "payor" if there are such.
// The column of the claim id may be named "id" as well. So a worklist that was filled in (see [Review.WriteWorklist]) can be
// read without its review.
//
// The error is one [RowErrors] with every row that cannot be read or is no claim by [errorrate.Check], wraps [ErrFile], or is
// [errorrate.ErrNoClaims].
func ReadReviewedClaims(r io.Reader, o DeterminationOptions) ([]errorrate.Claim, error) {
	in, header, err := openTable(r, o.Comma)
	if err != nil {
		return nil, err
	}
	f := columnFinder{header: header}
	if o.ID == "" && f.find("", "claim_id", false) < 0 && f.find("", "id", false) >= 0 {
		o.ID = "id"
	}
	if o.Paid == "" {
		o.Paid = "paid"
	}
	columns, number, payor := o.columns(&f), f.find("", "number", false), f.find("", "payor", false)
	if err := f.err(); err != nil {
		return nil, err
	}
	var claims []errorrate.Claim
	ids, numbers := map[string]bool{}, map[int64]bool{}
	err = eachRow(in, header, columns, func(row *determinationRow) (keep bool) {
		d := row.read(header)
		c := errorrate.Claim{
			ID: d.ID, Payor: row.text(payor), Correct: d.Correct, Documentation: d.Documentation, Reason: d.Reason,
			Category: d.Category, Service: d.Service,
		}
		if text := row.text(number); text != "" {
			if c.Number, err = strconv.ParseInt(text, 10, 64); err != nil || c.Number < 1 {
				row.refuse(header[number], text, "not a whole number from 1")
			} else if numbers[c.Number] {
				row.refuse(header[number], text, "stands twice")
			}
			numbers[c.Number] = true
		}
		if ids[c.ID] {
			row.refuse(header[columns.id], c.ID, "stands twice")
		}
		ids[c.ID] = true
		if d.Paid != nil {
			c.Paid = *d.Paid
		} else if row.text(columns.paid) == "" {
			row.refuse(header[columns.paid], "", "has no paid amount")
		}
		var wrong errorrate.ClaimErrors
		if row.wrong == nil && errors.As(errorrate.Check([]errorrate.Claim{c}), &wrong) {
			for _, w := range wrong {
				row.refuse("", "", w.Err.Error())
			}
		}
		claims = append(claims, c)
		return true
	})
	switch {
	case err != nil:
		return nil, err
	case claims == nil:
		return nil, errorrate.ErrNoClaims
	}
	return claims, nil
}
