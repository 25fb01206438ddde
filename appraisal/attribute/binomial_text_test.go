package attribute

import (
	"strings"
	"testing"
)

// TestBinomialPage: of one item in two the limits of level 0.5 are 1-sqrt(3)/2 and sqrt(3)/2 (Clopper and Pearson: the chance
// of at least one in two is 1/4 at the lower one); the one-sided ones of 0.75 are the same.
func TestBinomialPage(t *testing.T) {
	r, err := Binomial{Sample: Sample{SampleSize: 2, Count: 1}, Options: Options{Levels: decs("0.5"), OneSidedLevels: decs("0.75")}}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	var page strings.Builder
	if err := r.WriteText(&page, Heading{Audit: "Clinic"}); err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(page.String(), "does not have)\n\n")
	limits := "         LOWER LIMIT                                 13.397%\n         UPPER LIMIT                                 86.603%\n"
	want := `         SAMPLE SIZE                                       2
         CHARACTERISTIC(S) OF INTEREST                     1
         PERCENT                                     50.000%
         STANDARD ERROR                              50.000%

                                        CONFIDENCE LIMITS

                                       50% CONFIDENCE LEVEL
` + limits + `
                                        ONE-SIDED LIMITS
         (each holds alone; RAT-STATS prints none)

                                              75% ONE-SIDED
` + limits
	if body != want {
		t.Errorf("%s\nwant\n%s", page.String(), want)
	}
	if r, err = (Binomial{Sample: Sample{SampleSize: 1, Count: 1}}).Appraise(); err != nil {
		t.Fatal(err)
	}
	page.Reset()
	if err := r.WriteText(&page, Heading{}); err != nil || !strings.Contains(page.String(), "STANDARD ERROR                                  ---\n") {
		t.Errorf("%v\n%s", err, page.String())
	}
}
