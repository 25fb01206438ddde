package errorrate

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// TestPage: 20 of 200 dollars is 10 percent; the figures on the page are those of the claims.
func TestPage(t *testing.T) {
	d := func(s string) *decimal.Decimal { v := decimal.RequireFromString(s); return &v }
	s := Sample{Netting: NotNetted, Claims: []Claim{
		{ID: "A-1", Paid: *d("180"), Correct: d("165"), Documentation: Complete},
		{ID: "A-2", Paid: *d("5"), Documentation: Missing},
		{ID: "A-3", Paid: *d("15"), Correct: d("16.50"), Documentation: Insufficient}}}
	r, err := s.Rate()
	if err != nil {
		t.Fatal(err)
	}
	var page strings.Builder
	if err := r.WriteText(&page, Heading{Audit: "Clinic"}); err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(page.String(), "AUDIT/REVIEW: Clinic\n\n")
	const want = ` CLAIM                                    PAID        CORRECT       OVERPAID
 A-1                                    180.00         165.00          15.00
 A-2                                      5.00        MISSING           5.00
 A-3                                     15.00          16.50          -1.50

           CLAIMS REVIEWED                                 3
           CLAIMS IN ERROR                                 3
           DOCUMENTATION MISSING                           1
           DOCUMENTATION INSUFFICIENT                      1

           PAID                                       200.00
           OVERPAID                                    20.00
           UNDERPAID                                    1.50
           OVERPAYMENT, NOT NETTED                     20.00
           ERROR RATE                               10.0000%
           THRESHOLD OF 5%                               MET
`
	if body != want {
		t.Errorf("%s\nwant\n%s", page.String(), want)
	}
	s.Netting, s.Threshold = Netted, *d("0.5")
	if r, err = s.Rate(); err != nil {
		t.Fatal(err)
	}
	page.Reset()
	if err := r.WriteText(&page, Heading{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"NET OVERPAYMENT                             18.50\n", "ERROR RATE                                9.2500%\n",
		"THRESHOLD OF 50%                          NOT MET\n"} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("no %q in\n%s", want, page.String())
		}
	}
}
