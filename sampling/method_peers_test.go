package sampling

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// peerList is a list drawn by another program; see peers_lists.R and peers_lists.py.
type peerList struct {
	Tool   string
	Call   string
	Kind   string `json:"sample_kind"`
	Seed   json.RawMessage
	N      int64
	Size   int64 `json:"n"`
	Runif5 []float64
	// A short list is given whole, of a long one its ends, its sum and the sum of order * number modulo 2^31-1.
	Sample, Head, Tail []int64
	Sum, Weighted      int64
}

func readPeers(t testing.TB, name string) []peerList {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var lists []peerList
	if err := json.Unmarshal(raw, &lists); err != nil {
		t.Fatal(err)
	}
	return lists
}

func (p peerList) seed() string { return strings.Trim(string(p.Seed), `"`) }

func (p peerList) method() Method {
	switch {
	case p.Kind == "Rejection":
		return R
	case p.Kind == "Rounding":
		return RRounding
	case strings.HasPrefix(p.Tool, "numpy"):
		return NumPy
	}
	return Python
}

var peerFiles = []struct {
	name  string
	count int
}{
	{"selection_r.json", 16},
	{"selection_r_more.json", 69},
	{"selection_python.json", 16},
	{"selection_python_more.json", 89},
}

// peersMost is the size of the longest list to be drawn.
var peersMost = int64(MaxUnits)

// TestPeers draws every list of R, Python and NumPy again, equal in order.
func TestPeers(t *testing.T) {
	for _, file := range peerFiles {
		lists := readPeers(t, file.name)
		if len(lists) != file.count {
			t.Errorf("%s has %d lists, want %d", file.name, len(lists), file.count)
		}
		for _, p := range lists {
			if p.Size > peersMost {
				continue
			}
			if p.Size > p.N || p.Size != int64(len(p.Sample)) && len(p.Head) != 10 {
				t.Fatalf("%s: no list", p.Call)
			}
			got, err := p.method().offsets(p.seed(), p.Size, p.N)
			if err != nil {
				t.Errorf("%s: %v", p.Call, err)
				continue
			}
			for i := range got {
				got[i]++
			}
			p.compare(t, got)
		}
	}
}

func (p peerList) compare(t *testing.T, got []int64) {
	t.Helper()
	if p.Sample != nil {
		if !slices.Equal(got, p.Sample) {
			t.Errorf("%s (%s): %v, want %v", p.Call, p.Kind, got, p.Sample)
		}
		return
	}
	const modulus = 1<<31 - 1
	var sum, weighted int64
	for i, v := range got {
		sum += v
		weighted = (weighted + int64(i+1)%modulus*(v%modulus)) % modulus
	}
	head, tail := got[:10], got[len(got)-10:]
	if !slices.Equal(head, p.Head) || !slices.Equal(tail, p.Tail) || sum != p.Sum || weighted != p.Weighted {
		t.Errorf("%s (%s): %v ... %v, %d, %d; want %v ... %v, %d, %d",
			p.Call, p.Kind, head, tail, sum, weighted, p.Head, p.Tail, p.Sum, p.Weighted)
	}
}

// TestPeersThroughDraw draws the lists as plans: the order of selection is the order of the list, and Call is the call
// that the list came from.
func TestPeersThroughDraw(t *testing.T) {
	for _, file := range peerFiles {
		for _, p := range readPeers(t, file.name) {
			if p.Sample == nil {
				continue
			}
			s := mustDraw(t, SingleStage{Method: p.method(), Seed: p.seed(), Low: 1, High: p.N, Size: p.Size})
			if got := inOrder(s); !slices.Equal(got, p.Sample) {
				t.Errorf("%s (%s): %v, want %v", p.Call, p.Kind, got, p.Sample)
			}
			call := s.Call()
			switch p.method() {
			case RRounding:
				call = strings.Replace(call, `, sample.kind = "Rounding"`, "", 1)
			case Python: // range(1, N+1)
				p.Call = strings.Replace(p.Call, fmt.Sprintf("%d+1)", p.N), fmt.Sprintf("%d)", p.N+1), 1)
			}
			if call != p.Call {
				t.Errorf("called by %s, want %s", call, p.Call)
			}
		}
	}
}

func TestUniform(t *testing.T) {
	for _, name := range []string{"selection_r.json", "selection_r_more.json"} {
		for _, p := range readPeers(t, name) {
			seed, err := parseRSeed(p.seed())
			if err != nil {
				t.Fatal(err)
			}
			g := newRRandom(seed)
			for i, want := range p.Runif5 {
				if got := g.uniform(); got != want {
					t.Errorf("seed %s: runif %d is %.17g, want %.17g", p.seed(), i+1, got, want)
				}
			}
		}
	}
}
