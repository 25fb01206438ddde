package hostiletest_test

import (
	"io"
	"strings"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/appraisal/attribute"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/sampling"
	"github.com/iromath/iromath/sampling/samplesize"
)

// reader is a function that reads a file, and a file of at least two lines that it reads.
type reader struct {
	name string
	read func(io.Reader) (any, error)
	csv  bool
	// good has an amount at {} where there is a place for one.
	good string
	// wrong is a row that is wrong; many of them follow the good file.
	wrong string
}

func (r reader) file(amount string) string { return strings.ReplaceAll(r.good, "{}", amount) }

// of makes a reader of any result one of any.
func of[T any](read func(io.Reader) (T, error)) func(io.Reader) (any, error) {
	return func(r io.Reader) (any, error) { return read(r) }
}

// readers are all functions of the module that read a file. Those that read two are here once for each, with the other good.
func readers() []reader {
	difference := variable.DataFile{Format: variable.FormatDifference}
	text := strings.NewReader
	digest := func(f *iromath.Frame, err error) (any, error) {
		if err != nil {
			return nil, err
		}
		return f.Digest(), nil
	}
	worklist := []iromath.FrameClaim{{ID: "A"}}
	twoUnits, fourItems := "1 5,200\t2\n2 3500 2\n", "1 80\n2 {}\n3 133\n4 0\n"
	primary := "1 Region 1 10 2\n2 Region 2 8 1\n"
	secondary := "1 1 1 Maine 100 1\n2 1 2 Vermont 125 2\n3 2 1 New York 80 1\n"
	rhc2, rhc3 := "A 4 2 1 4 2\nB 2 2 3 6 2\n", "N 2 2 10 25 3\na 4 2 4 4 1\nb 2 1 6 6 1\n"
	three := "1 5\n2 {}\n3 7\n"
	const wrongText = "what is this\n"
	list := []reader{
		{"iromath.ReadFrame", func(r io.Reader) (any, error) {
			return digest(iromath.ReadFrame(r, iromath.FrameOptions{}, nil))
		}, true, "claim_id,paid\nA,{}\n", "B,x,y\n"},
		{"iromath.ReadOtherFrames", func(r io.Reader) (any, error) {
			list, err := iromath.ReadOtherFrames(r, iromath.FrameOptions{})
			return len(list), err
		}, true, "claim_id,paid\nA,{}\n", "B,x,y\n"},
		{"iromath.ReadDeterminations", func(r io.Reader) (any, error) {
			list, _, err := iromath.ReadDeterminations(r, iromath.DeterminationOptions{}, nil)
			return list, err
		}, true, "claim_id,correct,documentation\nA,{},complete\n", "B,x,complete\n"},
		{"iromath.ReadDeterminations, worklist", func(r io.Reader) (any, error) {
			list, _, err := iromath.ReadDeterminations(r, iromath.DeterminationOptions{}, worklist)
			return list, err
		}, true, "claim_id,correct,documentation\nA,{},complete\n", "A,x,complete\n"},
		{"iromath.ReadWalkThroughs", func(r io.Reader) (any, error) {
			list, _, err := iromath.ReadWalkThroughs(r, iromath.WalkThroughOptions{}, nil)
			return list, err
		}, true, "claim_id,coded_at_source,entered_correctly,cross_walked,cause\nA,no,yes,yes,why\n", "A,maybe,yes,yes,why\n"},

		{"textfile.ReadColumns", func(r io.Reader) (any, error) { return textfile.ReadColumns(r, 2, []int{2}) }, false,
			"1 {}\n2 5\n", wrongText},
		{"textfile.ReadUnits", func(r io.Reader) (any, error) {
			return textfile.ReadUnits(r, false, func([]textfile.Unit) int { return 1 })
		}, false, "A {}\nB 5\n", wrongText},
		{"textfile.ReadNested", func(r io.Reader) (any, error) { return textfile.ReadNested(r, false, 2, 1, 1) }, false,
			"A {} 1\nb 5\n", wrongText},
		{"sampling.ReadRHCUnits", of(sampling.ReadRHCUnits), false, "A 5 {}\nB 3 7\n", wrongText},
		{"sampling.ReadRHCSummary", of(sampling.ReadRHCSummary), false, "A 5 {} 9999 2\nB 3 7 14 2\n", wrongText},
		{"sampling.ReadSizes", of(sampling.ReadSizes), false, "{}\n5\n", wrongText},
		{"samplesize.ReadProbe", of(samplesize.ReadProbe), false, "{}\n5\n", wrongText},

		{"variable.ReadSample", func(r io.Reader) (any, error) { return variable.ReadSample(r, variable.FormatDifference) }, false,
			"1 {}\n2 5\n", wrongText},
		{"variable.ReadStratified, strata", func(r io.Reader) (any, error) {
			return variable.ReadStratified(r, text("1 80\n2 43\n3 133\n4 0\n"), difference)
		}, false, twoUnits, wrongText},
		{"variable.ReadStratified, data", func(r io.Reader) (any, error) {
			return variable.ReadStratified(text(twoUnits), r, difference)
		}, false, fourItems, wrongText},
		{"variable.ReadTwoStage, units", func(r io.Reader) (any, error) {
			return variable.ReadTwoStage(r, text("1 80\n2 43\n3 133\n4 0\n"), difference)
		}, false, twoUnits, wrongText},
		{"variable.ReadTwoStage, data", func(r io.Reader) (any, error) {
			return variable.ReadTwoStage(text(twoUnits), r, difference)
		}, false, fourItems, wrongText},
		{"variable.ReadThreeStage, primary", func(r io.Reader) (any, error) {
			return variable.ReadThreeStage(r, text(secondary), text("1 103\n2 97\n3 94\n4 -1\n"), difference)
		}, false, primary, wrongText},
		{"variable.ReadThreeStage, secondary", func(r io.Reader) (any, error) {
			return variable.ReadThreeStage(text(primary), r, text("1 103\n2 97\n3 94\n4 -1\n"), difference)
		}, false, secondary, wrongText},
		{"variable.ReadThreeStage, data", func(r io.Reader) (any, error) {
			return variable.ReadThreeStage(text(primary), text(secondary), r, difference)
		}, false, fourItems, wrongText},
		{"variable.ReadRHCTwoStage, units", func(r io.Reader) (any, error) {
			return variable.ReadRHCTwoStage(r, text("1 5\n2 6\n3 7\n4 8\n"), difference)
		}, false, rhc2, wrongText},
		{"variable.ReadRHCTwoStage, data", func(r io.Reader) (any, error) {
			return variable.ReadRHCTwoStage(text(rhc2), r, difference)
		}, false, fourItems, wrongText},
		{"variable.ReadRHCThreeStage, units", func(r io.Reader) (any, error) {
			return variable.ReadRHCThreeStage(r, text("1 5\n2 6\n3 7\n"), difference)
		}, false, rhc3, wrongText},
		{"variable.ReadRHCThreeStage, data", func(r io.Reader) (any, error) {
			return variable.ReadRHCThreeStage(text(rhc3), r, difference)
		}, false, three, wrongText},
		{"variable.ReadStratifiedCluster", of(variable.ReadStratifiedCluster), false,
			"STATE UNIVERSITIES 415 2\nUNIV1 8 {}\nUNIV2 12 121\n", wrongText},
		{"variable.ReadStratifiedMultistage", of(variable.ReadStratifiedMultistage), false, "{} 1,277\n19,182 873\n", wrongText},
		{"variable.ReadPostStratified, strata", func(r io.Reader) (any, error) {
			return variable.ReadPostStratified(r, text("1 242.27\n2 240.43\n3 5\n4 -$1,000\n"), difference)
		}, false, "1 373 2\n2 1,146 2\n", wrongText},
		{"variable.ReadPostStratified, data", func(r io.Reader) (any, error) {
			return variable.ReadPostStratified(text("1 373 2\n2 1,146 2\n"), r, difference)
		}, false, fourItems, wrongText},

		{"attribute.ReadStratified", of(attribute.ReadStratified), false, "1000 100 2\n1500,100,6\n", wrongText},
		{"attribute.ReadTwoStage", of(attribute.ReadTwoStage), false, "1000 100 2\n1500,100,6\n", wrongText},
		{"attribute.ReadThreeStage", of(attribute.ReadThreeStage), false,
			"REGION 5 90 2\nHOSPITAL 1 47 9 3\nHOSPITAL 2 51 10 2\n", wrongText},
		{"attribute.ReadRHCTwoStage, units", func(r io.Reader) (any, error) {
			return attribute.ReadRHCTwoStage(r, text("1 2 1\n2 2 2\n"))
		}, false, "A 4 1 4 2\nB 2 3 6 2\n", wrongText},
		{"attribute.ReadRHCTwoStage, data", func(r io.Reader) (any, error) {
			return attribute.ReadRHCTwoStage(text("A 4 1 4 2\nB 2 3 6 2\n"), r)
		}, false, "1 2 1\n2 2 2\n", wrongText},
		{"attribute.ReadRHCThreeStage, units", func(r io.Reader) (any, error) {
			return attribute.ReadRHCThreeStage(r, text("1.1 2 1\n1.2 2 0\n"))
		}, false, "A 9 10 25 3 2\n a 4 1 4 2\n b 2 5 6 7\n", wrongText},
		{"attribute.ReadRHCThreeStage, data", func(r io.Reader) (any, error) {
			return attribute.ReadRHCThreeStage(text("A 9 10 25 3 2\n a 4 1 4 2\n b 2 5 6 7\n"), r)
		}, false, "1.1 2 1\n1.2 2 0\n", wrongText},
		{"attribute.ReadStratifiedCluster", of(attribute.ReadStratifiedCluster), false,
			"PRIVATE,168,1,1000\nUNIV1,2,1\n", wrongText},
		{"attribute.ReadStratifiedMultistage", of(attribute.ReadStratifiedMultistage), false,
			"16.90 1.99 5600\n21.84,3.57,3500\n", wrongText},
	}
	return list
}
