package samplesize

import (
	"errors"
	"strings"
	"testing"
)

func TestReadProbe(t *testing.T) {
	values, err := ReadProbe(strings.NewReader("321\r\n\n $1,382.50 \n0\n-4\n"))
	if err != nil || len(values) != 4 || values[1].String() != "1382.5" || values[3].String() != "-4" {
		t.Errorf("%v, %v", values, err)
	}
	for text, want := range map[string]error{"": ErrProbe, "\n \n": ErrProbe, "\xff": ErrEncoding,
		strings.Repeat("1", 1<<21): ErrLine} {
		if _, err := ReadProbe(strings.NewReader(text)); !errors.Is(err, want) {
			t.Errorf("%.9q: %v, want %v", text, err, want)
		}
	}
	_, err = ReadProbe(strings.NewReader("1 20\n3\nAMOUNT\n"))
	var rows RowErrors
	if !errors.As(err, &rows) || len(rows) != 2 || rows[0].Line != 1 || rows[1].Line != 3 || rows[1].Value != "AMOUNT" {
		t.Errorf("%v", err)
	}
}

// FuzzReadProbe: a file is refused with a documented error, or holds values that print and read to the same.
func FuzzReadProbe(f *testing.F) {
	f.Add("1\n2\n")
	f.Add("$1,000.00\r\n(5)\n1e9\n")
	f.Fuzz(func(t *testing.T, text string) {
		values, err := ReadProbe(strings.NewReader(text))
		var rows RowErrors
		switch {
		case errors.As(err, &rows), errors.Is(err, ErrProbe), errors.Is(err, ErrEncoding), errors.Is(err, ErrLine):
			return
		case err != nil:
			t.Fatal(err)
		}
		var again strings.Builder
		for _, v := range values {
			again.WriteString(v.String() + "\n")
		}
		back, err := ReadProbe(strings.NewReader(again.String()))
		if err != nil || len(back) != len(values) {
			t.Fatalf("%q: %v", again.String(), err)
		}
		for i := range back {
			if !back[i].Equal(values[i]) {
				t.Fatalf("%s, %s", back[i], values[i])
			}
		}
	})
}
