package iromath

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/textfile"
)

// FuzzReadFrame reads any bytes: no panic, a named error or a frame whose counts add up and whose canonical form gives
// the same frame again. What is plain text is held against the naive reader.
func FuzzReadFrame(f *testing.F) {
	const head = "claim_id,segment,payor,paid_date,paid\n"
	for _, s := range []string{
		"", head, head + "A,1,X,2026-01-10,1.50\nA,2,X,2026-01-11,2\nB,1,Y,1/12/2026,\"$1,000.00\"\r\n\r\nC,1,X,,-5",
		head + "A,1,X,20260110,0\n\"A,1\nB\"\"\n,,,,\nB,1,\"X\n\",2026-02-01,1", "\uFEFFPaid,Claim_ID\n5,A\n5,\"A\"\n\"\n",
		"claim_id,paid\nA,1\nB\x00", "\xFF\xFEc\x00", "claim_id;paid\nA;1\n",
		"claim_id,paid\nA,9000000000000000\nB,9000000000000000.00\n",
	} {
		f.Add([]byte(s), false)
		f.Add([]byte(s), true)
	}
	f.Add(packed(f, "claim_id,paid\nA,1\n", "B,2\n"), false)
	f.Fuzz(func(t *testing.T, file []byte, period bool) {
		o := FrameOptions{Comma: ","}
		if period {
			o.From, o.Payors = mustDate("2026-01-11"), []string{"X"}
		}
		frame, err := ReadFrame(bytes.NewReader(file), o, nil)
		if err != nil {
			if !errors.Is(err, ErrFrame) && !errors.Is(err, ErrFile) {
				t.Fatalf("%q: %v", file, err)
			}
		} else {
			checkSums(t, frame)
			var claims []FrameClaim
			for n := int64(1); n <= frame.Size(); n++ {
				c, _ := frame.Claim(n)
				claims = append(claims, c)
			}
			if again, err := NewFrame(claims); err != nil || again.Digest() != frame.Digest() {
				t.Fatalf("%q: from its own claims: %v", file, err)
			}
		}
		plain := !bytes.HasPrefix(file, []byte("\x1F\x8B")) && !errors.Is(err, textfile.ErrEncoding)
		if plain && (err == nil || errors.Is(err, ErrFrame)) {
			compareFrame(t, string(file), o, strings.NewReader(string(file)))
		}
	})
}
