package document_test

import (
	"testing"

	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/document/documenttest"
	"github.com/iromath/iromath/internal/jsonform"
)

// FuzzTexts: whatever the texts are, the forms hold no control characters and no structure beside the document's.
func FuzzTexts(f *testing.F) {
	for _, hostile := range documenttest.Hostile {
		f.Add(hostile)
	}
	f.Fuzz(func(t *testing.T, hostile string) {
		if len(hostile) > 200 {
			return
		}
		d := documenttest.Every(func(string) string { return hostile })
		checkText(t, text(t, d))
		checkMarkdown(t, d, markdown(t, d))
	})
}

// FuzzDocument: the same for whatever document is decoded.
func FuzzDocument(f *testing.F) {
	for _, block := range documenttest.Blocks {
		f.Add([]byte(`{"title":"t","sections":[{"title":"s","blocks":[` + block + `]}]}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var d document.Document
		if len(data) > 2000 || jsonform.Unmarshal(data, &d) != nil {
			return
		}
		checkText(t, text(t, d))
		checkMarkdown(t, d, markdown(t, d))
	})
}
