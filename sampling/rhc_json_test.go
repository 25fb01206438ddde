package sampling

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/jsonform"
)

func TestRHCJSON(t *testing.T) {
	plan := rhcRegions(t)
	plan.Units, plan.Size, plan.File, plan.Level = plan.Units[:3], 2, "G.TXT", RHCSecondary
	plan.Units[1].Size = decimaltest.Dec("610.50")
	s := mustDrawRHC(t, plan)
	decimaltest.RoundTrip(t, s)
	decimaltest.RoundTrip(t, s.RHC)
	const head = `{"method":"ratstats","level":"secondary","partitionSeed":"100","selectionSeed":"200","file":"G.TXT",` +
		`"units":[{"name":"REGION1","subUnits":117,"size":"1250"},{"name":"REGION2","subUnits":63,` +
		`"size":"610.5"},{"name":"REGION3","subUnits":91,"size":"720"}],"size":2`
	raw, err := json.Marshal(s)
	if err != nil || !strings.HasPrefix(string(raw), head+`,"groups":[{"units":[{"name"`) ||
		!strings.Contains(string(raw), `,"random":"0.468661367893218994140625","selected":1}`) {
		t.Errorf("%s %v", raw, err)
	}
	if raw, err := json.Marshal(s.RHC); err != nil || string(raw) != head+"}" {
		t.Errorf("%s %v", raw, err)
	}
}

// FuzzRHCJSON: whatever selection is decoded is drawn again and printed, or refused; nothing panics or hangs.
func FuzzRHCJSON(f *testing.F) {
	f.Add([]byte(`{"partitionSeed":"100","selectionSeed":"200","units":[{"name":"A","subUnits":1,"size":"2.5"},` +
		`{"name":"B","subUnits":1,"size":"7"}],"size":1}`))
	f.Add([]byte(`{"partitionSeed":"1","selectionSeed":"2","units":[{"name":"A","size":"1e2000"}],"size":1,` +
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
		if _, err := drawn.Replacement(drawn.Summary[0].Name, "1", "2"); err != nil && !errors.Is(err, ErrSize) {
			t.Fatal(err)
		}
	})
}
