package iromath

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

func TestNewFrame(t *testing.T) {
	read := readFrame(t, "claim_id,payor,paid\n A,X,1.50\nB,,20\nC,Y,3\nB,Z,1\n", FrameOptions{})
	made, err := NewFrame([]FrameClaim{
		{ID: "A ", Payor: " X", Paid: decimal.New(150, -2)}, {Number: 2, ID: "B", Paid: decimal.New(2, 1)},
		{ID: "C", Payor: "Y", Paid: decimal.New(30000, -4)},
	})
	if err != nil {
		t.Fatal(err)
	}
	if made.Digest() != read.Digest() || made.Size() != 3 || exact.String(made.Paid()) != "24.5" {
		t.Errorf("%+v\nwant %+v", made.Summary(), read.Summary())
	}
	if s := made.Summary(); s.Rows != 3 || exclusions(s) != "" || s.Lines != 0 {
		t.Errorf("%+v", s)
	}
	var claims []FrameClaim
	for n := int64(1); n <= made.Size(); n++ { // through JSON and back
		c, _ := made.Claim(n)
		raw, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var back FrameClaim
		if err := json.Unmarshal(raw, &back); err != nil {
			t.Fatal(err)
		}
		claims = append(claims, back)
	}
	if again, err := NewFrame(claims); err != nil || again.Digest() != made.Digest() {
		t.Errorf("round trip: %v", err)
	}
}

func TestNewFrameErrors(t *testing.T) {
	if _, err := NewFrame(nil); !errors.Is(err, ErrFrame) {
		t.Error(err)
	}
	one := decimal.New(1, 0)
	f, err := NewFrame([]FrameClaim{
		{ID: "A", Paid: one}, {ID: " A ", Paid: one}, {ID: "B"}, {ID: "C", Paid: one.Neg()}, {ID: "", Paid: one},
		{ID: "D\n", Paid: one}, {ID: "E", Paid: decimal.New(1, -3)}, {ID: "F", Paid: decimal.New(1, 2_000_000_000)},
		{ID: "G", Payor: "x\ty", Paid: one}, {Number: 3, ID: "H", Paid: one}, {ID: "B", Paid: decimal.New(-1, -9)},
	})
	const amount = "paid amount is not more than zero"
	want := FrameClaimErrors{
		{2, " A ", "id stands twice"}, {3, "B", amount}, {4, "C", amount}, {5, "", "id is empty"},
		{6, "D\n", "id has a control character or an invisible one"}, {7, "E", "paid amount is not in whole cents"},
		{8, "F", "paid amount has more than 40 digits before or behind the point"},
		{9, "G", `payor "x\ty" has a control character or an invisible one`}, {10, "H", "its number is 3"},
		{11, "B", "id stands twice, paid amount is not in whole cents"},
	}
	var got FrameClaimErrors
	if f != nil || !errors.As(err, &got) {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if s := err.Error(); !strings.HasPrefix(s,
		"iromath: 10 claims do not belong in a frame: claim 2 \" A \": id stands twice; claim 3") {
		t.Error(s)
	}
}

// TestFrameIDTable puts ids with equal hashes into the table, which has to tell them apart.
func TestFrameIDTable(t *testing.T) {
	s := newIDSet()
	const n = 900
	id := func(i int) []byte { return []byte("claim " + strconv.Itoa(i)) }
	// The last one wraps around the end of the table.
	hash := func(i int) uint32 { return [...]uint32{0, 7, 1<<32 - 1}[i%3] }
	for i := range n {
		at := s.find(id(i), hash(i))
		if at.found {
			t.Fatalf("id %d is found before it is there", i)
		}
		if i%2 == 0 {
			s.addIn(at, id(i), int64(i), 0, uint32(i%5))
		} else {
			s.addOut(at, id(i), uint32(i%5))
		}
	}
	for i := range n {
		if at := s.find(id(i), hash(i)); !at.found || s.label(at) != uint32(i%5) {
			t.Fatalf("id %d: %+v", i, at)
		}
	}
	if s.find(id(n), hash(n)).found || s.in.size != n/2 || s.out.size != n/2 || s.used != n {
		t.Errorf("%d in, %d out, %d used", s.in.size, s.out.size, s.used)
	}
}

// TestFramePages goes over several pages, with payors and segments that start late.
func TestFramePages(t *testing.T) {
	const n = 3<<pageBits + 100
	var l claimList
	l.payors = []string{"", "X"}
	for i := range n {
		l.add([]byte(strconv.Itoa(i)), int64(i), uint32(i/(n/2)%2), uint32(i/(n-9)))
	}
	for _, i := range []int64{0, 1, 1<<pageBits - 1, 1 << pageBits, n/2 - 1, n / 2, n - 10, n - 9, n - 1} {
		id, payor, cents := l.get(i)
		wantPayor, wantLabel := "", uint32(0)
		if i >= n/2 {
			wantPayor = "X"
		}
		if i >= n-9 {
			wantLabel = 1
		}
		if string(id) != strconv.FormatInt(i, 10) || payor != wantPayor || cents != i || l.label(i) != wantLabel {
			t.Errorf("claim %d is %s, %q, %d, label %d", i, id, payor, cents, l.label(i))
		}
	}
	if l.dropLabels(); l.label(n-1) != 0 {
		t.Error("labels are still there")
	}
}

func TestCentSum(t *testing.T) {
	var s centSum
	for range 100 {
		s.add(maxFrameCents)
	}
	s.add(1)
	if got := exact.Fixed(s.dollars(), 2); got != "900000000000000000.01" {
		t.Error(got)
	}
}
