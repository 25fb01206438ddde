package samplesize

import (
	"testing"

	"github.com/iromath/iromath/internal/jsonform"
)

// FuzzAttributeJSON: whatever is decoded is refused with a documented error, or its intervals meet the ranges.
func FuzzAttributeJSON(f *testing.F) {
	f.Add([]byte(`{"universe":10000,"rate":"0.2","ranges":["0.06"]}`), int64(300))
	f.Add([]byte(`{"universe":2147483647,"rate":"0.5","ranges":["0.01","0.99"],"levels":["0.999999998"]}`), int64(1<<31-1))
	f.Add([]byte(`{"universe":3,"rate":"5e-1","ranges":["0.333"],"levels":["1e-40"]}`), int64(0))
	f.Fuzz(func(t *testing.T, data []byte, n int64) {
		var a Attribute
		if len(data) > 2000 || jsonform.Unmarshal(data, &a) != nil || len(a.Levels) > 2 || len(a.Ranges) > 2 {
			return
		}
		if points, err := a.Curve([]int64{n}); err != nil {
			mustBeDocumented(t, err)
		} else if p := points[0]; p.LowerLimit < p.Found || p.UpperLimit > a.Universe-p.Size+p.Found || p.Range.IsNegative() {
			t.Fatalf("%+v", p)
		}
		table, err := a.Table()
		if err != nil {
			mustBeDocumented(t, err)
			return
		}
		printed(t, table.WriteText)
		for i, row := range table.Intervals {
			for k, one := range row {
				c := table.Rows[i][k]
				if c.Size != one.Size || c.Size < 1 || c.Size > a.Universe || one.Range.Cmp(c.Precision) > 0 {
					t.Fatalf("%+v, %+v", c, one)
				}
			}
		}
	})
}

// FuzzAttributeLimitJSON: the same of one-sided limits.
func FuzzAttributeLimitJSON(f *testing.F) {
	f.Add([]byte(`{"universe":10000,"rate":"0.01","limits":["0.05"]}`), int64(300))
	f.Add([]byte(`{"universe":2147483647,"rate":"0.5","limits":["0.503","0.99"],"levels":["0.999999999"]}`), int64(1))
	f.Add([]byte(`{"universe":10,"rate":"0.05","limits":["0.09","1e-40"],"levels":["1e-9"]}`), int64(10))
	f.Fuzz(func(t *testing.T, data []byte, n int64) {
		var a AttributeLimit
		if len(data) > 2000 || jsonform.Unmarshal(data, &a) != nil || len(a.Levels) > 2 || len(a.Limits) > 2 {
			return
		}
		if u, err := a.UpperLimit(n, dec("0.95")); err != nil {
			mustBeDocumented(t, err)
		} else if u.UpperLimit < u.Found || u.UpperLimit > a.Universe {
			t.Fatalf("%+v", u)
		}
		table, err := a.Table()
		if err != nil {
			mustBeDocumented(t, err)
			return
		}
		printed(t, table.WriteText)
		if table.has(func(c Cell) bool { return c.Size > a.Universe || (c.Size == 0) != (c.Empty == OutOfReach) }) {
			t.Fatalf("%+v", table)
		}
	})
}

// FuzzDiscoveryJSON: the same of discovery samples.
func FuzzDiscoveryJSON(f *testing.F) {
	f.Add([]byte(`{"universe":10000,"rates":["0.05"],"counts":[1]}`), int64(300))
	f.Add([]byte(`{"universe":2147483647,"rates":["1e-40","1"],"levels":["0.999999999"]}`), int64(1))
	f.Add([]byte(`{"universe":10,"counts":[10],"levels":["1e-9","1e-10"]}`), int64(10))
	f.Fuzz(func(t *testing.T, data []byte, n int64) {
		var d Discovery
		if len(data) > 2000 || jsonform.Unmarshal(data, &d) != nil || len(d.Levels) > 3 || len(d.Rates)+len(d.Counts) > 3 {
			return
		}
		table, err := d.Table()
		if err != nil {
			mustBeDocumented(t, err)
			return
		}
		printed(t, table.WriteText)
		for i, errors := range table.Errors {
			if chance, err := d.Chance(n, errors); err != nil {
				mustBeDocumented(t, err)
			} else if chance.Sign() <= 0 || chance.Cmp(dec("1")) > 0 {
				t.Fatalf("%d of %d: %s", n, errors, chance)
			}
			for _, c := range table.Rows[i] {
				if c.Size < 1 || c.Size > d.Universe-errors+1 {
					t.Fatalf("%+v", c)
				}
			}
		}
	})
}
