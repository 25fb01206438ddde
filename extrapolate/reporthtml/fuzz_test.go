package reporthtml

import (
	"fmt"
	"slices"
	"testing"

	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/document/documenttest"
	"github.com/iromath/iromath/internal/jsonform"
)

// FuzzTexts: whatever the texts are, the page is well-formed, runs nothing, loads nothing and names what it shows.
func FuzzTexts(f *testing.F) {
	for _, hostile := range documenttest.Hostile {
		f.Add(hostile)
	}
	f.Fuzz(func(t *testing.T, hostile string) {
		if len(hostile) <= 200 {
			check(t, written(t, documenttest.Every(func(string) string { return hostile })))
		}
	})
}

// FuzzDocument: the same for whatever document is decoded.
func FuzzDocument(f *testing.F) {
	blocks := slices.Clone(documenttest.Blocks)
	for _, kind := range []document.ChartKind{document.Bars, document.Histogram, document.Intervals, document.Curve, "pie"} {
		for _, values := range []string{`"1e999999999"`, `"-1e-40"`, `"0"`, `"1e39","low":"1e-39","high":"-5"`} {
			blocks = append(blocks, fmt.Sprintf(`{"chart":{"kind":%q,"points":[{"value":%s},{"value":"3","low":"7","high":"9","marked":true}]}}`, kind, values))
		}
	}
	for _, block := range blocks {
		f.Add([]byte(`{"title":"t","sections":[{"title":"s","blocks":[` + block + `]}]}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var d document.Document
		if len(data) > 2000 || jsonform.Unmarshal(data, &d) != nil {
			return
		}
		check(t, written(t, d))
	})
}
