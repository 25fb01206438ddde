package iromath

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/training"
)

// TestGivenZero: a number that stands for the usual value when it is 0 cannot be asked for as 0, and is not written as 0, so that
// what is written can be read.
func TestGivenZero(t *testing.T) {
	for _, c := range []struct {
		zero   any
		fields string
	}{
		{Agreement{}, "sampleSize threshold confidence precision repayDays reportDays"},
		{ScrutinyOptions{}, "errorShare"},
		{errorrate.Sample{}, "threshold"},
		{extrapolate.Sample{}, "confidence precision"},
		{extrapolate.ReviewComparison{}, "significance"},
		{extrapolate.Scrutiny{}, "confidence precision errorShare"},
		{extrapolate.Repayment{}, "days reportDays"},
		{extrapolate.ReviewCalendar{}, "extensionDays"},
		{reportable.Terms{}, "reportDays repayDays"},
		{reportable.StartedClock{}, "days"},
		{reportable.Resolution{}, "multiplier"},
		{training.Metrics{}, "significance"},
		{variable.PPSUnit{}, "hits"},
		{variable.MinimumSum{}, "errorShare"},
	} {
		written, err := jsonform.Marshal(c.zero)
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range strings.Fields(c.fields) {
			for _, zero := range []string{`0`, `"0"`, `"0.00"`, `null`} {
				var wrong *jsonform.ZeroError
				var where *jsonform.Error
				err := jsonform.Unmarshal([]byte(`{"`+field+`":`+zero+`}`), reflect.New(reflect.TypeOf(c.zero)).Interface())
				if !errors.As(err, &wrong) || !errors.As(err, &where) || where.Path != field {
					t.Errorf("%T: %s given as %s: %v", c.zero, field, zero, err)
				}
			}
			if strings.Contains(string(written), `"`+field+`"`) {
				t.Errorf("%T writes %s: %s", c.zero, field, written)
			}
		}
	}
	for name, request := range map[string]string{
		"errorrate":        `{"claims":[{"number":1,"id":"A","paid":"10","correct":"10","documentation":"complete"}],"threshold":"0"}`,
		"training.metrics": `{"on":"2026-05-15","before":{"errors":1,"reviewed":3},"after":{"errors":0,"reviewed":3},"significance":0}`,
	} {
		_, err := Calculate(name, []byte(request))
		if p := ProblemOf(err); p.Code != "iromath.request" || !strings.HasSuffix(p.Message, "leave it out for the usual value") {
			t.Errorf("%s: %+v", name, p)
		}
	}
	if _, err := Calculate("training.metrics", []byte(`{"on":"2026-05-15","before":{"errors":1,"reviewed":3},`+
		`"after":{"errors":0,"reviewed":3},"level":"0.95"}`)); !errors.Is(err, ErrRequest) {
		t.Errorf("a level of confidence is taken for one of significance: %v", err)
	}
}
