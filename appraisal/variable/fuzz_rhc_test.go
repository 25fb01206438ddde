package variable

import (
	"errors"
	"strings"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/jsonform"
)

// rhcDocumented fails for an error that the documentation of the RHC appraisals and their readers does not name.
func rhcDocumented(t *testing.T, err error) {
	t.Helper()
	var rows RowErrors
	if errors.As(err, &rows) {
		return
	}
	for _, known := range []error{ErrUnits, ErrGroups, ErrSample, ErrSingle, ErrUniverse, ErrEncoding, ErrLine, ErrFormat, appraisal.ErrLevel} {
		if errors.Is(err, known) {
			return
		}
	}
	t.Fatal(err)
}

// rhcFinite fails for an estimate whose limits do not hold it.
func rhcFinite(t *testing.T, e appraisal.Estimate) {
	t.Helper()
	for _, i := range e.Intervals {
		if i.LowerLimit.Cmp(e.PointEstimate) > 0 || i.UpperLimit.Cmp(e.PointEstimate) < 0 || i.PrecisionAmount.IsNegative() {
			t.Fatalf("%+v", e)
		}
	}
}

// FuzzReadRHC: whatever files are read are refused or appraised; a refusal is one of the errors that are documented.
func FuzzReadRHC(f *testing.F) {
	for _, c := range [][2]string{
		{"A 4 2 1 4 2\nB 2 2 3 6 2\n", "1 5\n2 6\n3 7\n4 8\n"}, {"A 1 1 1 1 1\n", "1 5\n"}, {"A 9 2 2 10 25 3\n", "1 2"},
		{"N 2 2 10 25 3\na 4 2 1 4 1\nb 2 1 6 6 1\n", "1 5\n2 6\n3 7\n"}, {"A 4 19x5 1 4 2\n", "1 5"}, {"A 1,000 2 1.5 $4 2\n", "1 5\n2 6\n"},
		{"\xFF\xFEA", ""}, {"A 3 2 1 4 2\n", "1 \x00"}, {"A 9007199254740992 2 1 4 9007199254740992\nB 2 2 3 6 2\n", "1 5\n2 6\n3 7\n4 8\n"},
	} {
		f.Add(c[0], c[1], "difference")
		f.Add(c[0], c[1], "examined_audited")
	}
	f.Fuzz(func(t *testing.T, units, data, format string) {
		file := DataFile{Format: Format(format)}
		if d, err := ReadRHCTwoStage(strings.NewReader(units), strings.NewReader(data), file); err != nil {
			rhcDocumented(t, err)
		} else if r, err := d.Appraise(); err != nil {
			rhcDocumented(t, err)
		} else {
			rhcFinite(t, r.Estimate)
		}
		if d, err := ReadRHCThreeStage(strings.NewReader(units), strings.NewReader(data), file); err != nil {
			rhcDocumented(t, err)
		} else if r, err := d.Appraise(); err != nil {
			rhcDocumented(t, err)
		} else {
			rhcFinite(t, r.Estimate)
		}
	})
}

// FuzzRHCJSON: whatever request is decoded is refused with a documented error or appraised.
func FuzzRHCJSON(f *testing.F) {
	for _, s := range []string{
		`{"units":[{"subUnits":4,"size":"10","groupSize":"10","unitsInGroup":1,"units":[{"subUnits":4,"size":"1","groupSize":"4",` +
			`"unitsInGroup":2,"difference":["1","3"]},{"subUnits":2,"size":"3","groupSize":"6","unitsInGroup":2,"difference":["5","7"]}]}]}`,
		`{"units":[{"subUnits":1,"size":"0","groupSize":"1e30","unitsInGroup":-1,"units":[]}],"levels":["2"]}`,
		`{"units":[{"units":[{"subUnits":1,"size":"1e-40","groupSize":"1e39","unitsInGroup":9007199254740992,"examined":[1]}]}],` +
			`"zeroVarianceForSingle":true}`, `{}`, `null`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var d RHCThreeStage
		if len(data) > 5000 || jsonform.Unmarshal(data, &d) != nil || len(d.Levels) > 5 || len(d.OneSidedLevels) > 5 {
			return
		}
		if r, err := d.Appraise(); err != nil {
			rhcDocumented(t, err)
		} else {
			rhcFinite(t, r.Estimate)
		}
		for _, p := range d.Units {
			two := RHCTwoStage{Units: p.Units, Options: d.Options, ZeroVarianceForSingle: d.ZeroVarianceForSingle}
			if r, err := two.Appraise(); err != nil {
				rhcDocumented(t, err)
			} else {
				rhcFinite(t, r.Estimate)
			}
		}
	})
}
