package iromath_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/reportable"
)

// A claims file as it comes from a billing system, with rows that do not belong in the population.
func ExampleReadFrame() {
	const file = `claim_id,segment,payor,paid_date,paid
C-101,1,Medicare,2026-01-05,"1,250.00"
C-102,1,Medicare,2026-01-09,0.00
C-103,1,Medicare,2026-02-11,310.75
C-103,2,Medicare,2026-02-11,45.00
C-104,1,Aetna,2026-02-12,99.00
C-105,1,Medicare,2026-02-30,80.00
C-106,1,Medicare,2026-04-01,80.00
C-107,1,Medicare,2026-03-31,80.00
`
	from, _ := reportable.ParseDate("2026-01-01")
	through, _ := reportable.ParseDate("2026-03-31")
	frame, err := iromath.ReadFrame(strings.NewReader(file), iromath.FrameOptions{
		Payors: []string{"Medicare"}, From: from, Through: through,
	}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	frame.WriteTo(os.Stdout)
	summary := frame.Summary()
	fmt.Println(summary.Size, "of", summary.Rows, "rows, paid", summary.Paid)
	for _, e := range summary.Exclusions {
		if e.Count > 0 {
			fmt.Println(e.Count, e.Reason)
		}
	}
	fmt.Println(summary.Malformed[0])
	// Output:
	// 1	C-101	Medicare	1250.00
	// 2	C-103	Medicare	310.75
	// 3	C-107	Medicare	80.00
	// 3 of 8 rows, paid 1640.75
	// 1 malformed
	// 1 second_segment
	// 1 zero_paid
	// 1 other_payor
	// 1 outside_period
	// line 7, paid_date "2026-02-30": is not a date (forms: 2009-04-12, 20090412, 4/12/2009 with the month first)
}

// Claims that a program already has in memory.
func ExampleNewFrame() {
	frame, err := iromath.NewFrame([]iromath.FrameClaim{
		{ID: "C-101", Paid: decimal.RequireFromString("1250.00")},
		{ID: "C-103", Paid: decimal.RequireFromString("310.75")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	claim, _ := frame.Claim(2)
	fmt.Println(claim.ID, claim.Paid)
	fmt.Println(frame.Size(), frame.Paid())
	fmt.Println(frame.Digest()) // printf '1\tC-101\t\t1250.00\n2\tC-103\t\t310.75\n' | sha256sum

	_, err = iromath.NewFrame([]iromath.FrameClaim{{ID: "C-101"}})
	fmt.Println(err)
	// Output:
	// C-103 310.75
	// 2 1560.75
	// sha256:5e90932ec447251d84c4be1e5691d639ed80efb59b18cc67a7c9f72e04c4eeb2
	// iromath: 1 claim does not belong in a frame: claim 1 "C-101": paid amount is not more than zero
}

// A program that reads a part of the population and keeps to the rule of the first row itself: here what was paid for the
// claims that belong in the frame.
func ExampleOpenFrameRows() {
	rows, err := iromath.OpenFrameRows(strings.NewReader(`claim_id,payor,paid
C-101,Medicare,"1,250.00"
C-102,Aetna,99.00
C-103,Medicare,310.75
C-103,Medicare,45.00
C-104,Medicare,about 80
C-105
`), iromath.FrameOptions{Payors: []string{"Medicare"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	seen, cents := map[string]bool{}, int64(0)
	for rows.Next() {
		row := rows.Row()
		id := string(row.ID) // a copy: the texts of a row are valid until the next one is read
		switch {
		case row.Broken || id == "":
			fmt.Println(rows.Malformed())
		case seen[id]:
			fmt.Println("line", row.Line, "repeats", id)
		case row.Reason != "":
			fmt.Println("line", row.Line, row.Reason)
		default:
			cents += row.Cents
		}
		seen[id] = true
	}
	if err := rows.Err(); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(rows.Summary().Rows, "rows, paid", decimal.New(cents, -2))
	// Output:
	// line 3 other_payor
	// line 5 repeats C-103
	// line 6 malformed
	// line 7: has 1 field, the header has 3
	// 6 rows, paid 1560.75
}
