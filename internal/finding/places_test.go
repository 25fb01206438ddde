package finding

import (
	"strings"
	"testing"
)

func TestPlaces(t *testing.T) {
	if len(Singles(nil, nil)) != 0 {
		t.Error("a warning about no place")
	}
	list := Singles(Places{Unit("unit", 0, ""), Unit("unit", 1, "B"), "c", "d", "e"}, Places{"x"})
	if len(list) != 2 || list[0].Code != "single_unit" || !strings.Contains(list[0].Message,
		"in unit 1, unit 2 (B), c and 2 more:") ||
		list[1].Code != "single_item" || !strings.Contains(list[1].Message, "in x:") {
		t.Errorf("%v", list)
	}
	if w := NoVariation("items"); w.Code != "no_variation" || !strings.Contains(w.Message, "the items do not vary") {
		t.Errorf("%v", w)
	}
	if got := Unit("stratum", 2, strings.Repeat("n", 99)); len(got) > 90 {
		t.Errorf("%q", got)
	}
}
