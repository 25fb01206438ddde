package sampling

import (
	"encoding/json"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
)

type goldenFramesInput struct {
	Kind, Seed         string
	Frames             [][]int64
	Sequential, Spares int64
	Number             int64
}

func (in goldenFramesInput) single() Frames {
	f := Frames{Seed: in.Seed, Size: in.Sequential, Spares: in.Spares, Strict: true}
	for _, r := range in.Frames {
		f.Ranges = append(f.Ranges, Range{r[0], r[1]})
	}
	return f
}

func (in goldenFramesInput) two() FramesOfTwo {
	f := FramesOfTwo{Seed: in.Seed, Size: in.Sequential, Spares: in.Spares, Strict: true}
	for _, r := range in.Frames {
		f.Frames = append(f.Frames, FrameOfTwo{Range{r[0], r[1]}, &Range{r[2], r[3]}})
	}
	return f
}

// TestGoldenFrames compares every figure of the manuals' printouts of frames with what our printouts say.
func TestGoldenFrames(t *testing.T) {
	goldentest.Run(t, "random_frames", func(c *goldentest.Case) {
		var in goldenFramesInput
		c.Decode(&in)
		switch in.Kind {
		case "single":
			c.Request("sampling.frames", in.single())
			s, err := in.single().Draw()
			if err != nil {
				c.T().Fatal(err)
			}
			goldenFrames(c, in, s, []int{6, 20, 29, 42})
		case "two":
			c.Request("sampling.frames_of_two", in.two())
			s, err := in.two().Draw()
			if err != nil {
				c.T().Fatal(err)
			}
			sample := goldenFrames(c, in, s, []int{6, 20, 29, 42, 55})
			if c.Has("page_quotients") {
				goldenQuotients(c, in, sample)
			}
		case "convert":
			plan := in.single()
			item, err := plan.Locate(in.Number)
			if err != nil {
				c.T().Fatal(err)
			}
			c.Equal("frame", digitsOf(item.Frame))
			c.Equal("item", exact.CommasInt(item.Item))
			plan.Seed, plan.Size = "1", 1
			s, err := plan.Draw()
			if err != nil {
				c.T().Fatal(err)
			}
			c.Equal("frame_size", find(c.T(), printout(c.T(), s.WriteText), `FRAME SIZE: +(\S+)`))
		}
	})
}

// goldenFrames compares the figures of one printout of frames and returns the rows of the sample.
func goldenFrames(c *goldentest.Case, in goldenFramesInput, s goldenPrintable, ends []int) rows {
	sample, spares := goldenTable(c, s, int(in.Sequential), ends, 0)
	text := printout(c.T(), s.WriteText)
	var sizes, last []string
	for _, m := range regexp.MustCompile(`FRAME \d+: .* THROUGH (\S+) \((\S+)\)`).FindAllStringSubmatch(text, -1) {
		last, sizes = append(last, m[1]), append(sizes, m[2])
	}
	for path, got := range map[string]any{
		"frame_sizes":        sizes,
		"frame_last":         last,
		"sequential_numbers": goldenCommas(sample, 1, 2, true),
		"spare_numbers":      goldenCommas(spares, 1, 2, true),
		"sequential_items":   goldenCommas(sample, 2, len(ends), false),
		"spare_items":        goldenCommas(spares, 2, len(ends), false),
	} {
		if c.Has(path) {
			c.Equal(path, got)
		}
	}
	return sample
}

// goldenCommas are some fields of rows with commas, as the manual's pages list them; flat if there is one a row.
func goldenCommas(list rows, from, to int, flat bool) any {
	var all rows
	var one []string
	for _, r := range list {
		var row []string
		for _, field := range r[from:to] {
			n, _ := strconv.ParseInt(field, 10, 64)
			row = append(row, exact.CommasInt(n))
		}
		all, one = append(all, row), append(one, row...)
	}
	if flat {
		return one
	}
	return all
}

// goldenQuotients compares the manual's way to the page and line: (number - items before the frame) / lines + low page.
func goldenQuotients(c *goldentest.Case, in goldenFramesInput, sample rows) {
	var quotients, decimals []string
	for _, r := range sample {
		number, _ := strconv.ParseInt(r[1], 10, 64)
		frame, _ := strconv.Atoi(r[2])
		for _, f := range in.Frames[:frame-1] {
			number -= (f[1] - f[0] + 1) * (f[3] - f[2] + 1)
		}
		f := in.Frames[frame-1]
		q := big.NewRat(number, f[3]-f[2]+1)
		text := q.Add(q, big.NewRat(f[0], 1)).FloatString(3)
		quotients, decimals = append(quotients, text), append(decimals, text[strings.Index(text, "."):])
	}
	c.Equal("page_quotients", quotients)
	c.Equal("quotient_decimals", decimals)
}

// TestGoldenFramesCommonItems: the same frames with the lines given once.
func TestGoldenFramesCommonItems(t *testing.T) {
	m, err := goldentest.Load("random_frames")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range m.Cases {
		var in goldenFramesInput
		if err := json.Unmarshal(c.Input, &in); err != nil {
			t.Fatal(err)
		}
		if in.Kind != "two" {
			continue
		}
		own := in.two()
		common := in.two()
		common.Items = common.Frames[0].Items
		for i := range common.Frames {
			common.Frames[i].Items = nil
		}
		a, errA := own.Draw()
		b, errB := common.Draw()
		if errA != nil || errB != nil || printout(t, a.WriteText) != printout(t, b.WriteText) {
			t.Errorf("%s: differs with common lines (%v, %v)", c.ID, errA, errB)
		}
	}
}
