package variable

import (
	"errors"
	"strings"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// anyOf fails for an error that is not among those that are documented.
func anyOf(t *testing.T, err error, documented ...error) {
	t.Helper()
	var rows RowErrors
	if errors.As(err, &rows) {
		return
	}
	for _, d := range documented {
		if errors.Is(err, d) {
			return
		}
	}
	t.Fatal(err)
}

// FuzzReadStratifiedCluster: whatever text is read is refused or appraised; a refusal is one of the errors that are
// documented.
func FuzzReadStratifiedCluster(f *testing.F) {
	for _, s := range []string{
		"STATE UNIVERSITIES 415 2\nUNIV1 8 96\nUNIV2 12 121\nPRIVATE 168 1\nUNIV1 2 18\n", "A 1,415 1\r\nb 8 $1,096.50\r\n", "A 5 2\nb 1 -1\n", "A 5 0\n",
		"1 1 1\n1 1 1\n", "\xEF\xBB\xBFA 2 2\nb 0 0\nc 0 0", "\xFF\xFE", "A 5 99999999999\n", "A 9007199254740992 2\nb 9007199254740992 1\nc 1 1", "A 5 1.5\nb 1 x",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ReadStratifiedCluster(strings.NewReader(text))
		if err != nil {
			anyOf(t, err, ErrStrata, ErrEncoding, ErrLine)
			return
		}
		if len(d.Strata) > 50 {
			return
		}
		r, err := d.Appraise()
		if err != nil {
			anyOf(t, err, ErrStrata, ErrCluster, ErrSample, ErrSingle, ErrUniverse)
			return
		}
		plain(t, r.Estimate)
	})
}

// FuzzReadStratifiedMultistage is the same for the file of point estimates.
func FuzzReadStratifiedMultistage(f *testing.F) {
	for _, s := range []string{"24,077 1,277\n19,182 873\n", "-5.5\t0", "East 1 2", "1 -2", "x", "", "\xFF\xFE",
		strings.Repeat("9", 40) + " " + strings.Repeat("9", 40)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ReadStratifiedMultistage(strings.NewReader(text))
		if err != nil {
			anyOf(t, err, ErrStrata, ErrEncoding, ErrLine)
			return
		}
		r, err := d.Appraise()
		if err != nil {
			anyOf(t, err, ErrStrata, ErrEntry)
			return
		}
		plain(t, r.Estimate)
	})
}

// FuzzReadPostStratified is the same for the two files of post stratification.
func FuzzReadPostStratified(f *testing.F) {
	for _, s := range [][2]string{
		{"1 373 2\n2 1,146 2\n", "1 242.27\n2 240.43\n3 5\n4 -$1,000\n"}, {"1 2 2\n", "1 0\n2 0\n"}, {"1 5 1\n",
			"1 5\n"}, {"", "1 5\n"}, {"1 5.5 1", "1 1"},
		{"1 5 2\n", "1 x\n2 3"}, {"\xFF", "1 1"}, {"1 99999999999 1\n2 1 0\n", "1 1"},
	} {
		f.Add(s[0], s[1], string(FormatDifference))
		f.Add(s[0], s[1], string(FormatExaminedAudited))
	}
	f.Fuzz(func(t *testing.T, universe, data, format string) {
		d, err := ReadPostStratified(strings.NewReader(universe), strings.NewReader(data), DataFile{Format: Format(format)})
		if err != nil {
			anyOf(t, err, ErrFormat, ErrStrata, ErrSample, ErrEncoding, ErrLine)
			return
		}
		if len(d.Strata) > 50 {
			return
		}
		r, err := d.Appraise()
		if err != nil {
			anyOf(t, err, ErrStrata, ErrSample, ErrSingle, ErrUniverse)
			return
		}
		for _, s := range r.Sections() {
			plain(t, s.Estimate)
		}
	})
}

// FuzzClusterJSON: whatever request of the designs here is decoded is refused with a documented error or appraised.
func FuzzClusterJSON(f *testing.F) {
	for _, s := range []string{
		`{"strata":[{"universe":415,"clusters":[{"items":8,"value":"96"},{"items":12,"value":"121"}]}],"levels":["0.9"]}`,
		`{"strata":[{"universe":5,"sums":{"count":3,"nonzero":2,"sum":"-0.5","sumSquares":"6.25","sumCubes":"-4.625","sumFourths":"21.0625"}}]}`,
		`{"strata":[{"universe":1,"clusters":[{"value":1e30}]}],"zeroVarianceForSingle":true}`,
		`{"strata":[{"pointEstimate":"24077","standardError":"1277"},{"pointEstimate":"-1e30","standardError":"0e999"}]}`,
		`{"strata":[{"universe":373,"difference":["242.27","240.43"]},{"universe":3,"difference":["1",0,2]}]}`,
		`{"universe":575,"counts":{"sampleSize":70,"mean":"10.33","standardDeviation":"2.75"},"amounts":{"sampleSize":55,"mean":"15.65","standardDeviation":"5.45"}}`,
		`{"universe":3,"counts":{"values":["1","1e40"]},"amounts":{"values":["-1","2"]}}`, `{}`, `null`, `{"universe":-1}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 3000 {
			return
		}
		var cluster StratifiedCluster
		if jsonform.Unmarshal(data, &cluster) == nil && len(cluster.Levels)+len(cluster.OneSidedLevels) < 5 {
			if r, err := cluster.Appraise(); err != nil {
				anyOf(t, err, ErrStrata, ErrCluster, ErrSample, ErrSingle, ErrUniverse, appraisal.ErrLevel)
			} else {
				plain(t, r.Estimate)
			}
		}
		var multistage StratifiedMultistage
		if jsonform.Unmarshal(data, &multistage) == nil && len(multistage.Levels)+len(multistage.OneSidedLevels) < 5 {
			if r, err := multistage.Appraise(); err != nil {
				anyOf(t, err, ErrStrata, ErrEntry, appraisal.ErrLevel)
			} else {
				plain(t, r.Estimate)
			}
		}
		var post PostStratified
		if jsonform.Unmarshal(data, &post) == nil && len(post.Levels)+len(post.OneSidedLevels) < 5 {
			if r, err := post.Appraise(); err != nil {
				anyOf(t, err, ErrStrata, ErrSample, ErrSingle, ErrUniverse, appraisal.ErrLevel)
			} else {
				plain(t, r.Estimate)
			}
		}
		var unknown UnknownUniverse
		if jsonform.Unmarshal(data, &unknown) == nil && len(unknown.Levels)+len(unknown.OneSidedLevels) < 5 {
			r, err := unknown.Appraise()
			if err != nil {
				anyOf(t, err, ErrSample, ErrEntry, ErrSingle, ErrUniverse, appraisal.ErrVariance, appraisal.ErrLevel)
				return
			}
			plain(t, r.Estimate)
			if exact.Rat(r.EstimatedUniverse).Cmp(exact.Int(r.Amounts.SampleSize)) < 0 {
				t.Fatalf("%+v", r)
			}
		}
	})
}
