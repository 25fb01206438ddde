package pipeline

import (
	"cmp"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/iromath/iromath"
)

func genRow(t *rapid.T, line int64) Row {
	r := Row{
		Place: Place{rapid.Int64Range(0, 3).Draw(t, "shard"), line}, Segment: rapid.SampledFrom([]string{"", "1", "2"}).Draw(t, "segment"),
		Payor: rapid.String().Draw(t, "payor"), Cents: rapid.Int64().Draw(t, "cents"), Broken: rapid.Bool().Draw(t, "broken"),
	}
	if r.Reason = rapid.SampledFrom(append(reasons, "")).Draw(t, "reason"); r.Reason == iromath.ExcludedMalformed && !r.Broken {
		r.Wrong = &iromath.RowError{Line: line, Column: "paid", Value: "x", Rule: "is wrong"}
	}
	return r
}

// TestMergeRows: rows merge to the same in any order and any grouping, and the later ones are counted as a plain count of
// the sorted rows does.
func TestMergeRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := make([]Row, rapid.IntRange(1, 8).Draw(t, "rows"))
		for i := range rows {
			rows[i] = genRow(t, int64(i+1))
		}
		merge := func(rows []Row) Row {
			parts := slices.Clone(rows)
			for len(parts) > 1 {
				i := rapid.IntRange(0, len(parts)-2).Draw(t, "pair")
				parts = slices.Replace(parts, i, i+2, mergeRows(parts[i], parts[i+1]))
			}
			return parts[0]
		}
		a, b := merge(rows), merge(rapid.Permutation(rows).Draw(t, "order"))
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("%+v, in another order %+v", a, b)
		}
		first := slices.MinFunc(rows, func(x, y Row) int { return x.Place.Compare(y.Place) })
		var second, repeated int64
		for _, r := range rows {
			switch {
			case r.Broken || r.Place == first.Place:
			case !first.Broken && r.Segment != first.Segment:
				second++
			default:
				repeated++
			}
		}
		if s, r := a.later(); s != second || r != repeated || a.Place != first.Place || a.Payor != first.Payor || a.Tied {
			t.Fatalf("first %v, %d second segments, %d repeated; want %v, %d, %d", a.Place, s, r, first.Place, second, repeated)
		}
	})
}

func TestRowCoder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := genRow(t, rapid.Int64().Draw(t, "line"))
		data := appendRow(nil, "id", r)
		d := decoder{data: append(slices.Clone(data), "next"...)}
		if id, back := d.row(); d.err != nil || string(id) != "id" || string(d.data) != "next" || !reflect.DeepEqual(r, back) {
			t.Fatalf("%+v came back as %+v, error %v, before %q", r, back, d.err, d.data)
		}
		d = decoder{data: data[:len(data)-1]}
		if d.row(); d.err == nil {
			t.Fatal("data without their last byte were taken")
		}
	})
}

func TestClaimCoder(t *testing.T) {
	c := Claim{Place: Place{3, 1 << 40}, ID: "é1", Payor: "", Cents: 9e17}
	data := encodeClaims(Claims{[]Claim{c, {ID: "2"}}})
	back, err := decodeClaims(data)
	if err != nil || len(back.List) != 2 || back.List[0] != c || back.List[1].ID != "2" {
		t.Errorf("%+v came back as %+v, error %v", c, back, err)
	}
	if _, err := decodeClaims(data[:len(data)-1]); err == nil {
		t.Error("data without their last byte were taken")
	}
}

func TestKeepSmallest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "n")
		items := rapid.SliceOfDistinct(rapid.IntRange(0, 1000), func(i int) int { return i }).Draw(t, "items")
		var list []int
		for _, i := range items {
			if list = keepSmallest(list, n, cmp.Compare[int], i); len(list) > 2*n {
				t.Fatalf("%d items are kept for %d", len(list), n)
			}
		}
		got := trimSmallest(list, n, cmp.Compare[int])
		slices.Sort(items)
		if want := items[:min(n, len(items))]; !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

func TestSetDigest(t *testing.T) {
	a, b, c := Claim{ID: "1", Payor: "M", Cents: 150}, Claim{ID: "2", Cents: 1}, Claim{ID: "3", Cents: 2}
	want := SetDigest{}.Add(a).Add(b).Add(c).String()
	if got := (SetDigest{}).Add(c).Merge(SetDigest{}.Add(b).Add(a)).Merge(SetDigest{}).String(); got != want {
		t.Errorf("%s in another order, %s", got, want)
	}
	seen := map[string]bool{want: true}
	for _, d := range []SetDigest{
		{}, SetDigest{}.Add(a).Add(b), SetDigest{}.Add(a).Add(b).Add(c).Add(c),
		SetDigest{}.Add(Claim{ID: "1", Payor: "M", Cents: 151}).Add(b).Add(c), SetDigest{}.Add(Claim{ID: "1", Payor: "N", Cents: 150}).Add(b).Add(c),
	} {
		if seen[d.String()] {
			t.Errorf("another set has the digest %s", d)
		}
		seen[d.String()] = true
	}
	data := encodeSetDigest(SetDigest{}.Add(a))
	if back, err := decodeSetDigest(data); err != nil || back.String() != (SetDigest{}).Add(a).String() {
		t.Errorf("%s, error %v", back, err)
	}
	if _, err := decodeSetDigest(data[1:]); err == nil {
		t.Error("half a digest was taken")
	}
}
