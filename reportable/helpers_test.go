package reportable

import (
	"testing"

	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/jsonform"
)

var dec = decimaltest.Dec

// dates lets cmp compare dates by ==.
var dates = cmpopts.EquateComparable(Date{})

func roundTrip[T any](t *testing.T, v T) {
	t.Helper()
	decimaltest.RoundTrip(t, v, dates)
}

func ptr(s string) *decimal.Decimal { d := dec(s); return &d }

// from JSON, which has to be strict and right.
func decode[T any](t testing.TB, s string) T {
	t.Helper()
	var v T
	if err := jsonform.Unmarshal([]byte(s), &v); err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return v
}

func codes(list []Reason) []string {
	var c []string
	for _, r := range list {
		c = append(c, r.Code)
	}
	return c
}

func warningCodes(list []Warning) []string {
	var c []string
	for _, w := range list {
		c = append(c, w.Code)
	}
	return c
}
