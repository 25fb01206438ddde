package generate

import (
	"bytes"
	"strings"
	"testing"
)

func TestShardsAreTheFile(t *testing.T) {
	c := Claims{Rows: 1234, Seed: 5}
	var whole bytes.Buffer
	if err := c.Write(&whole, 0, 1); err != nil {
		t.Fatal(err)
	}
	for _, shards := range []int64{2, 7, 2000} {
		joined := Header
		for i := range shards {
			var part bytes.Buffer
			if err := c.Write(&part, i, shards); err != nil {
				t.Fatal(err)
			}
			joined += strings.TrimPrefix(part.String(), Header)
		}
		if joined != whole.String() {
			t.Errorf("%d shards are not the file", shards)
		}
	}
	ids := map[string]bool{}
	for i := range c.Rows {
		ids[c.ID(i)] = true
	}
	if len(ids) != int(c.Rows) {
		t.Errorf("%d ids for %d rows", len(ids), c.Rows)
	}
}
