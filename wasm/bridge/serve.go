//go:build js

package bridge

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"syscall/js"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/internal/jsonform"
)

// Contract answers requests: an iromath.Contract.
type Contract interface {
	Calculate(name string, request []byte) ([]byte, error)
	Print(w io.Writer, name string, request []byte, h iromath.Heading) error
	Document(name string, request []byte) (iromath.Document, error)
	WithFrame(*iromath.Frame) iromath.Contract
}

// Feature is a set of functions beside those of [Serve], which a program links only if it names it.
type Feature func(*server)

// Serve hands an object of functions to JavaScript and answers for as long as the program runs. The object goes to the global
// function "serve", which the loader puts there before it starts the program:
//
//	calculations()                            the calculations, as JSON
//	calculate(name, request, frame)           the result, as JSON
//	print(name, request, heading, frame)      the printout of the result, as text
//	document(name, request, frame)            the document of the result, as JSON
//
// Requests and headings are JSON. frame is the number of an open frame, 0 for none. Each function returns an object: value is
// its answer, a text, or error is an iromath.Problem as JSON.
func Serve(c Contract, features ...Feature) {
	s := &server{contract: c, exports: map[string]any{}, frames: map[int]*openFrame{}}
	s.export("calculations", func([]js.Value) ([]byte, error) { return json.Marshal(c) })
	s.export("calculate", func(a []js.Value) ([]byte, error) {
		from, err := s.about(a[2])
		if err != nil {
			return nil, err
		}
		return from.Calculate(a[0].String(), []byte(a[1].String()))
	})
	s.export("print", func(a []js.Value) ([]byte, error) {
		from, err := s.about(a[3])
		if err != nil {
			return nil, err
		}
		var heading iromath.Heading
		if err := jsonform.Unmarshal([]byte(a[2].String()), &heading); err != nil {
			return nil, fmt.Errorf("heading: %w", err)
		}
		var out bytes.Buffer
		err = from.Print(&out, a[0].String(), []byte(a[1].String()), heading)
		return out.Bytes(), err
	})
	s.export("document", func(a []js.Value) ([]byte, error) {
		from, err := s.about(a[2])
		if err != nil {
			return nil, err
		}
		d, err := from.Document(a[0].String(), []byte(a[1].String()))
		if err != nil {
			return nil, err
		}
		return jsonform.Marshal(d)
	})
	for _, f := range features {
		f(s)
	}
	js.Global().Call("serve", s.exports)
	select {}
}

// server is a contract with the frames that are open.
type server struct {
	contract Contract
	exports  map[string]any
	frames   map[int]*openFrame
	last     int
}

// about is the contract, or what it says about an open frame.
func (s *server) about(frame js.Value) (Contract, error) {
	if frame.Int() == 0 {
		return s.contract, nil
	}
	f, err := s.frame(frame)
	if err != nil {
		return nil, err
	}
	if f.frame == nil {
		return nil, problem{"frame_open", "the file of the frame has not been read to its end"}
	}
	return s.contract.WithFrame(f.frame), nil
}

// export adds a function that never throws and never panics.
func (s *server) export(name string, f func(arguments []js.Value) ([]byte, error)) {
	s.exports[name] = js.FuncOf(func(_ js.Value, arguments []js.Value) any {
		value, err := recovered(func() ([]byte, error) { return f(arguments) })
		if err != nil {
			return map[string]any{"error": string(problemJSON(err))}
		}
		return map[string]any{"value": string(value)}
	})
}

// recovered runs f and makes a panic in it an error.
func recovered[Value any](f func() (Value, error)) (value Value, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = problem{"internal", fmt.Sprintf("a fault in this software: %v", p)}
		}
	}()
	return f()
}

// problem is an error of the bridge itself, with its code.
type problem struct{ code, message string }

func (p problem) Error() string { return p.message }

func problemJSON(err error) []byte {
	p, ok := err.(problem)
	if ok {
		return mustJSON(iromath.Problem{Code: p.code, Message: p.message})
	}
	return mustJSON(iromath.ProblemOf(err))
}

// mustJSON encodes a Problem, which is texts and numbers.
func mustJSON(p iromath.Problem) []byte {
	data, _ := json.Marshal(p)
	return data
}
