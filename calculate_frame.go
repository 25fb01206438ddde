package iromath

import (
	"context"
	"errors"

	"github.com/iromath/iromath/internal/jsonform"
)

// WithFrame returns the calculations of the contract that are about a frame, such as "review", and answers them about this
// one: a request then leaves out "claims". So a large claims file is read once, with [ReadFrame], and its claims are not sent
// along with every request.
//
// Errors of the contract it returns are those of the methods of [Contract], and [ErrRequest] for a request with claims of its
// own. A nil frame gives an empty contract.
func (c Contract) WithFrame(f *Frame) Contract {
	var about Contract
	if f == nil {
		return about
	}
	for _, calculation := range c {
		if calculation.about != nil {
			calculation.run = calculation.about(f)
			about = append(about, calculation)
		}
	}
	return about
}

// frameCalculation makes a Calculation that [Contract.WithFrame] can answer about a frame; f gets none where the request has
// the claims.
func frameCalculation[Request, Result any](name, summary, source, example string, f func(Request, *Frame) (Result, error)) Calculation {
	on := func(frame *Frame) func(Request, context.Context) (Result, error) {
		return func(q Request, _ context.Context) (Result, error) { return f(q, frame) }
	}
	c := longCalculation(name, summary, source, example, on(nil))
	c.about = func(frame *Frame) answer { return answering(on(frame)) }
	return c
}

// requestFrame is the frame that was read before, or one of the claims in a request.
func requestFrame(frame *Frame, claims []FrameClaim) (*Frame, error) {
	switch {
	case frame == nil:
		return NewFrame(claims)
	case claims != nil:
		return nil, &jsonform.Error{Path: "claims", Err: errors.New("stands in a request about a frame that was read before")}
	}
	return frame, nil
}
