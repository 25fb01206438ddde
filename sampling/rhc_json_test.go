package sampling

import (
	"errors"
	"io"
	"slices"
	"testing"

	"github.com/iromath/iromath/internal/jsonform"
)

// FuzzRHCJSON: whatever selection is decoded is drawn again and printed, or refused; nothing panics or hangs.
func FuzzRHCJSON(f *testing.F) {
	f.Add([]byte(`{"partitionSeed":"100","selectionSeed":"200","units":[{"description":"A","subUnits":1,"size":"2.5"},` +
		`{"description":"B","subUnits":1,"size":"7"}],"sampleSize":1}`))
	f.Add([]byte(`{"partitionSeed":"1","selectionSeed":"2","units":[{"description":"A","size":"1e2000"}],"sampleSize":1,` +
		`"groups":[{"units":null,"size":"1e200","selected":9}],"summary":[{"size":"-1"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s RHCSelection
		if jsonform.Unmarshal(data, &s) != nil {
			return
		}
		if err := s.WriteText(io.Discard, Heading{}); err != nil && !errors.Is(err, ErrSelection) {
			t.Fatal(err)
		}
		drawn, err := s.RHC.Draw()
		if err != nil {
			if !slices.ContainsFunc([]error{ErrMethod, ErrSeed, ErrFrame, ErrSize},
				func(e error) bool { return errors.Is(err, e) }) {
				t.Fatal(err)
			}
			return
		}
		if err := drawn.WriteText(io.Discard, Heading{}); err != nil {
			t.Fatal(err)
		}
		if _, err := drawn.Replacement(drawn.Summary[0].Description, "1", "2"); err != nil && !errors.Is(err, ErrSize) {
			t.Fatal(err)
		}
	})
}
