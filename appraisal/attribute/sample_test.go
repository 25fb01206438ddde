package attribute

import (
	"errors"
	"testing"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
)

var decs = decimaltest.Decs

func TestSampleCheck(t *testing.T) {
	for _, c := range []struct {
		universe, size, count int64
		want                  error
	}{
		{10, 5, 0, nil}, {10, 10, 10, nil}, {MaxUniverse, 1, 1, nil},
		{10, 0, 0, ErrSample}, {10, -1, 0, ErrSample}, {10, 5, 6, ErrSample}, {10, 5, -1, ErrSample},
		{10, 11, 0, ErrUniverse}, {0, 1, 0, ErrUniverse}, {MaxUniverse + 1, 1, 0, ErrUniverse},
	} {
		if err := (Sample{c.size, c.count}).check(c.universe); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// TestProject: 3 of 4 items in a sample, 12 in all: quantity 9, variance 12*8/4*(4/3*3/4*1/4) = 6.
func TestProject(t *testing.T) {
	part, err := design.Simple(12, Sample{4, 3}.items(), false)
	if err != nil {
		t.Fatal(err)
	}
	p, err := project(part, exact.Int(12), Options{Levels: decs("0.9")})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{
		{exact.String(p.PointEstimate), "9"}, {exact.String(p.StandardError), "2.4494897427831780982"}, // sqrt(6)
		{exact.String(p.Proportion.PointEstimate), "0.75"}, {exact.String(p.Proportion.StandardError), "0.20412414523193150818"}, // sqrt(1/24)
		{exact.String(p.Intervals[0].Percentile), exact.String(p.Proportion.Intervals[0].Percentile)},
	} {
		if c[0] != c[1] {
			t.Errorf("%s, want %s", c[0], c[1])
		}
	}
	decimaltest.RoundTrip(t, p)
	if _, err := project(part, exact.Int(12), Options{Levels: decs("1")}); err == nil {
		t.Error("a level of 1 was taken")
	}
}
