package sampling

import (
	"io"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/decimaltest"
)

type textWriter interface {
	WriteText(io.Writer, Heading) error
}

// TestDesignHeader: the designs beside RAT-STATS print a seed as its modules do, with two decimals and without commas, and
// the call of another program that makes their draw.
func TestDesignHeader(t *testing.T) {
	sizes := decimaltest.Decs("120.5", "0", "3000", "100", "79.5")
	for name, c := range map[string]struct {
		draw  func(Method) (textWriter, error)
		calls [2]string // of R and NumPy
	}{
		"systematic": {
			func(m Method) (textWriter, error) {
				return Systematic{Method: m, Seed: "12,345", Low: 11, High: 110, Size: 4}.Draw()
			},
			[2]string{"set.seed(12345); sample.int(100, 1)\n", "numpy.random.default_rng(12345).choice(100, 1, replace=False) + 1\n"},
		},
		"every 25th": {
			func(m Method) (textWriter, error) {
				return Systematic{Method: m, Seed: "12,345", Low: 11, High: 110, Size: 4, Variant: Classic}.Draw()
			},
			[2]string{"set.seed(12345); sample.int(25, 1)\n", "numpy.random.default_rng(12345).choice(25, 1, replace=False) + 1\n"},
		},
		"proportional to size": {
			func(m Method) (textWriter, error) {
				return PPS{Method: m, Seed: "12,345", Sizes: sizes, Size: 5}.Draw()
			},
			[2]string{"set.seed(12345); sample.int(33000, 1)\n",
				"numpy.random.default_rng(12345).choice(33000, 1, replace=False) + 1\n"},
		},
		"second": {
			func(m Method) (textWriter, error) {
				return Second{Plan: SingleStage{Method: m, Seed: "12,345", Low: 11, High: 110, Size: 4, Spares: 1},
					Earlier: []int64{20, 50}}.Draw()
			},
			[2]string{"set.seed(12345); sample.int(100, 7) + 10\n",
				"numpy.random.default_rng(12345).choice(100, 7, replace=False) + 11\n"},
		},
	} {
		for _, m := range []struct {
			method Method
			wants  []string
		}{
			{"", []string{"SEED NUMBER: 12345.00 ", "\n       METHOD: RAT-STATS' generator\n"}},
			{R, []string{"SEED NUMBER: 12345 ", "\n       METHOD: R, sample.kind \"Rejection\" (R 3.6.0 and later)\n       " + c.calls[0]}},
			{NumPy, []string{"SEED NUMBER: 12345 ", "\n       METHOD: NumPy, Generator.choice\n       " + c.calls[1]}},
		} {
			s, err := c.draw(m.method)
			if err != nil {
				t.Fatal(name, err)
			}
			text := printout(t, s.WriteText)
			for _, want := range m.wants {
				if !strings.Contains(text, want) {
					t.Errorf("%s by %q: %q is missing in\n%s", name, m.method, want, text)
				}
			}
		}
	}
}
