package iromath

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// ExampleContract_WithFrame reads a claims file once and asks about it.
func ExampleContract_WithFrame() {
	frame, err := ReadFrame(strings.NewReader("claim_id,paid\nA-1,100.00\nA-2,250.00\nA-3,80.00\nA-4,120.00\n"), FrameOptions{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	about := Calculations().WithFrame(frame)
	request := `{"agreement":{"protocol":"quarterly","sampleSize":2},"seeds":{"first":"1234"}}`
	worklist, err := about.Calculate("review.worklist", []byte(request))
	fmt.Println(string(worklist[:50]), err)
	// Output: {"text":"number,order,claim_id,payor,paid,correct, <nil>
}

// TestWithFrame: what is answered about a frame is what is answered about its claims in the request.
func TestWithFrame(t *testing.T) {
	count := 0
	for _, c := range Calculations() {
		if c.about == nil {
			continue
		}
		count++
		t.Run(c.Name, func(t *testing.T) {
			want, err := Calculate(c.Name, c.Example)
			if err != nil {
				t.Fatal(err)
			}
			var fields map[string]json.RawMessage
			if err := json.Unmarshal(c.Example, &fields); err != nil {
				t.Fatal(err)
			}
			var claims []FrameClaim
			if err := json.Unmarshal(fields["claims"], &claims); err != nil {
				t.Fatal(err)
			}
			frame, err := NewFrame(claims)
			if err != nil {
				t.Fatal(err)
			}
			delete(fields, "claims")
			request, err := json.Marshal(fields)
			if err != nil {
				t.Fatal(err)
			}
			about := Calculations().WithFrame(frame)
			if got, err := about.Calculate(c.Name, request); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%v, %s instead of %s", err, got, want)
			}
			if _, err := about.Calculate(c.Name, c.Example); !errors.Is(err, ErrRequest) || ProblemOf(err).Field != "claims" {
				t.Errorf("claims beside the frame: %v", err)
			}
		})
	}
	if count != 6 {
		t.Errorf("%d calculations are about a frame", count)
	}
	frame := frameOf(t, 3, hundred)
	if _, err := Calculations().WithFrame(frame).Calculate("errorrate", []byte(`{}`)); !errors.Is(err, ErrCalculation) {
		t.Errorf("a calculation without a frame: %v", err)
	}
	if c := Calculations().WithFrame(nil); len(c) > 0 {
		t.Errorf("no frame: %d calculations", len(c))
	}
	if _, err := Calculate("review", []byte(`{"agreement":{"protocol":"quarterly"},"seeds":{"first":"1"}}`)); !errors.Is(err, ErrFrame) {
		t.Errorf("no claims at all: %v", err)
	}
}

// TestWithFramePrints: printouts and documents are about the frame as well.
func TestWithFramePrints(t *testing.T) {
	frame := frameOf(t, 9, hundred)
	about := VerifyCalculations().WithFrame(frame)
	request := []byte(`{"reported":{"agreement":{"protocol":"quarterly","sampleSize":2},"population":{"claims":"9"}},"determinations":[]}`)
	var out bytes.Buffer
	if err := about.Print(&out, "review.verify", request, Heading{}); err != nil || !strings.Contains(out.String(), "9") {
		t.Errorf("%v, %s", err, &out)
	}
	if d, err := about.Document("review.verify", request); err != nil || len(d.Sections) == 0 {
		t.Errorf("%v, %+v", err, d)
	}
}
