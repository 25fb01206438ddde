package reporthtml_test

import (
	"bytes"
	"fmt"
	"log"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate/reporthtml"
	"github.com/iromath/iromath/reportable"
)

// The report of a small quarterly review as one HTML file.
func ExampleWrite() {
	var claims []iromath.FrameClaim
	for i := range 40 {
		claims = append(claims, iromath.FrameClaim{ID: fmt.Sprintf("A-%d", i+1), Paid: decimal.New(100, 0)})
	}
	frame, err := iromath.NewFrame(claims)
	if err != nil {
		log.Fatal(err)
	}
	review, err := iromath.NewReview(iromath.Agreement{Protocol: iromath.ProtocolQuarterly, Name: "IA of Dr. Example"}, frame,
		iromath.Seeds{First: "12345"})
	if err != nil {
		log.Fatal(err)
	}
	var determinations []iromath.Determination
	for _, c := range review.Worklist() {
		determinations = append(determinations, iromath.Determination{ID: c.ID, Correct: &c.Paid,
			Documentation: errorrate.Complete})
	}
	if review, err = review.Submit(reportable.Date{}, determinations); err != nil {
		log.Fatal(err)
	}
	report, err := review.Report(iromath.ReportOptions{})
	if err != nil {
		log.Fatal(err)
	}
	var page bytes.Buffer
	if err := reporthtml.Write(&page, report.Document()); err != nil {
		log.Fatal(err)
	}
	for _, line := range strings.Split(page.String(), "\n") {
		if strings.HasPrefix(line, "<!") || strings.HasPrefix(line, "<h1") || strings.Contains(line,
			"<title") || strings.Contains(line, "<h2 id=\"section-8") {
			fmt.Println(line)
		}
	}
	fmt.Println(strings.Count(page.String(), "<script"), "scripts")
	// Output:
	// <!DOCTYPE html>
	// <title>Claims review report – IA of Dr. Example</title>
	// <h1>Claims review report</h1>
	// <h2 id="section-8-title">8. Findings claim by claim</h2>
	// 0 scripts
}
