package documenttest

import (
	"slices"
	"strings"
	"testing"
)

// TestTexts: the list of texts has every one that was put in, except what only a drawing shows.
func TestTexts(t *testing.T) {
	var put []string
	d := Every(func(place string) string {
		put = append(put, place)
		return place
	})
	texts := Texts(d)
	for _, place := range put {
		drawn := strings.HasSuffix(place, " x") || strings.HasSuffix(place, " y") || place == "target" || len(place) == 1
		if slices.Contains(texts, place) == drawn {
			t.Errorf("%q is drawn: %t", place, drawn)
		}
	}
	w := FailAfter{Left: 3}
	if n, err := w.Write([]byte("abc")); n != 3 || err != nil {
		t.Error(n, err)
	}
	if n, err := w.Write([]byte("d")); n != 0 || err == nil {
		t.Error(n, err)
	}
}
