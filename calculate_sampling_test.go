package iromath

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/iromath/iromath/sampling"
)

// TestDrawingOn: in the JSON contract too, a sample of 2 that is drawn on by 3 has the units that one draw of 5 has.
func TestDrawingOn(t *testing.T) {
	calculate := func(name, request string) map[string]json.RawMessage {
		t.Helper()
		result, err := Calculate(name, []byte(request))
		if err != nil {
			t.Fatal(err)
		}
		fields := map[string]json.RawMessage{}
		if err := json.Unmarshal(result, &fields); err != nil {
			t.Fatal(err)
		}
		return fields
	}
	for name, c := range map[string]struct {
		plan, drawOn string
		spares       int
	}{
		"sampling.single_stage": {`"seed":"1","low":1,"high":900`, "sampling.draw_on", 1},
		"sampling.sets":         {`"seed":"1","ranges":[{"low":1,"high":30},{"low":1,"high":30}]`, "sampling.draw_on.sets", 1},
		"sampling.frames":       {`"seed":"1","ranges":[{"low":1,"high":30},{"low":5,"high":99}]`, "sampling.draw_on.frames", 1},
		"sampling.frames_of_two": {`"seed":"1","frames":[{"subFrames":{"low":1,"high":30}}],"items":{"low":1,"high":30}`,
			"sampling.draw_on.frames_of_two", 1},
		"sampling.tickets": {`"seed":"1","ids":["a","b","c","d","e","f","g"]`, "sampling.draw_on.tickets", 4},
	} {
		request := func(size, spares int) string { return fmt.Sprintf(`{%s,"size":%d,"spares":%d}`, c.plan, size, spares) }
		first, err := Calculate(name, []byte(request(2, c.spares)))
		if err != nil {
			t.Fatal(err)
		}
		got := calculate(c.drawOn, fmt.Sprintf(`{"more":3,"selection":%s}`, first))
		want := calculate(name, request(5, 1))
		if string(got["sample"]) != string(want["sample"]) || string(got["drawnBefore"]) != "2" {
			t.Errorf("%s: %s of %s, drawn at once %s", name, got["sample"], got["drawnBefore"], want["sample"])
		}
		changed := strings.Replace(string(first), `"order":1`, `"order":9`, 1)
		if _, err := Calculate(c.drawOn, fmt.Appendf(nil, `{"more":3,"selection":%s}`, changed)); !errors.Is(err, sampling.ErrSelection) {
			t.Errorf("%s drew on what its inputs do not give: %v", name, err)
		}
	}
}
