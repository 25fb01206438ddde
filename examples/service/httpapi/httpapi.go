// Package httpapi serves the JSON contract of iromath over HTTP:
//
//	POST /v1/calculations/{name}   a request in JSON, its result in JSON, or with Accept: text/plain as a printout
//	GET  /v1/calculations          all calculations with their sources and examples
//	GET  /v1/calculations/{name}   one of them
//	GET  /openapi.json             the description of all this, with the forms of all requests and results
//	GET  /healthz                  whether it is there, and how busy
//
// Errors are application/problem+json (RFC 9457) with a code for programs. Nothing that comes in is kept or logged.
//
// A fixed number of workers calculate. A request that is not answered in its time is told so, and one whose client has gone is
// given up: the context of the request ends its calculation, early where it is one that can take seconds, and frees the worker.
package httpapi

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"runtime"
	"runtime/metrics"
	"slices"
	"time"

	"github.com/iromath/iromath"
)

// Options of a handler. The zero value of each is its default.
type Options struct {
	// Contract holds the calculations that are served: all.
	Contract iromath.Contract
	// Body is the largest body of a request in bytes: 8 MiB.
	Body int64
	// Workers calculate at the same time: as many as there are processors.
	Workers int
	// Places are the requests that are read, wait for a worker, are calculated or answered at the same time: 32. Any more
	// are turned away, so that memory is bounded.
	Places int
	// Read is the time that the body of a request may take to come in: 10 s.
	Read time.Duration
	// Calculation is the time from there to the result, waiting for a worker included: 20 s.
	Calculation time.Duration
	// Write is the time that an answer may take to go out: 30 s.
	Write time.Duration
	// Panicked is told of a calculation that panicked, which is a mistake in the library. It is not told the request.
	Panicked func(calculation string, value any, stack []byte)
}

// withDefaults fills in what was left out.
func (o Options) withDefaults() Options {
	if o.Contract == nil {
		o.Contract = iromath.Calculations()
	}
	set(&o.Body, 8<<20)
	set(&o.Workers, runtime.GOMAXPROCS(0))
	set(&o.Places, 32)
	set(&o.Read, 10*time.Second)
	set(&o.Calculation, 20*time.Second)
	set(&o.Write, 30*time.Second)
	if o.Panicked == nil {
		o.Panicked = func(string, any, []byte) {}
	}
	return o
}

func set[T int | int64 | time.Duration](option *T, to T) {
	if *option == 0 {
		*option = to
	}
}

//go:embed openapi.json
var openAPI []byte

// api is the handler.
type api struct {
	Options
	list    []byte
	places  chan struct{}
	workers workers
	// work is what a worker does: [api.run], and something worse in tests.
	work func(ctx context.Context, name string, request []byte, asText bool, h iromath.Heading) ([]byte, error)
}

// New returns the handler.
func New(o Options) (http.Handler, error) {
	a, err := newAPI(o)
	if err != nil {
		return nil, err
	}
	return a.routes(), nil
}

func newAPI(o Options) (*api, error) {
	o = o.withDefaults()
	list, err := json.Marshal(o.Contract)
	if err != nil {
		return nil, err
	}
	a := &api{Options: o, list: list, places: make(chan struct{}, o.Places), workers: make(workers, o.Workers)}
	a.work = a.run
	return a, nil
}

// routes are the addresses.
func (a *api) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/calculations/{name}", a.calculate)
	mux.HandleFunc("GET /v1/calculations/{name}", a.describe)
	mux.HandleFunc("GET /v1/calculations", func(w http.ResponseWriter, _ *http.Request) { a.answer(w, "application/json", a.list) })
	mux.HandleFunc("GET /openapi.json", func(w http.ResponseWriter, _ *http.Request) { a.answer(w, "application/json", openAPI) })
	mux.HandleFunc("GET /healthz", a.health)
	for path, methods := range map[string]string{
		"/v1/calculations/{name}": "GET, HEAD, POST", "/v1/calculations": "GET, HEAD", "/openapi.json": "GET, HEAD", "/healthz": "GET, HEAD",
	} {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Allow", methods)
			a.refuse(w, refusal(http.StatusMethodNotAllowed, "method", "This address takes "+methods+"."))
		})
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		a.refuse(w, refusal(http.StatusNotFound, "address", "There is nothing at this address."))
	})
	return mux
}

// calculate answers a request for a calculation.
func (a *api) calculate(w http.ResponseWriter, r *http.Request) {
	select {
	case a.places <- struct{}{}:
		defer func() { <-a.places }()
	default:
		a.refuse(w, busy)
		return
	}
	name := r.PathValue("name")
	c, found := a.find(name)
	if !found {
		a.refuse(w, problemOf(iromath.ErrCalculation))
		return
	}
	asText := prefersText(r.Header.Get("Accept"))
	switch {
	case asText && !c.Printout:
		a.refuse(w, problemOf(iromath.ErrPrintout))
		return
	case !isJSON(r.Header):
		a.refuse(w, refusal(http.StatusUnsupportedMediaType, "media_type", "The request has to be application/json, not compressed."))
		return
	}
	heading, ok := headingOf(r)
	if !ok {
		a.refuse(w, refusal(http.StatusBadRequest, "heading", "A heading has audit, date, time and file, each up to 200 bytes."))
		return
	}
	request, p := a.read(w, r)
	if p != nil {
		a.refuse(w, *p)
		return
	}
	result, err := a.workers.do(r.Context(), a.Calculation, func(v any, stack []byte) { a.Panicked(name, v, stack) },
		func(ctx context.Context) ([]byte, error) { return a.work(ctx, name, request, asText, heading) })
	switch {
	case err != nil:
		a.refuse(w, problemOf(err))
	case asText:
		a.answer(w, "text/plain; charset=utf-8", result)
	default:
		a.answer(w, "application/json", result)
	}
}

// run works a calculation out.
func (a *api) run(ctx context.Context, name string, request []byte, asText bool, h iromath.Heading) ([]byte, error) {
	contract := a.Contract.WithContext(ctx)
	if !asText {
		return contract.Calculate(name, request)
	}
	var page bytes.Buffer
	err := contract.Print(&page, name, request, h)
	return page.Bytes(), err
}

// read reads the body of a request, within its limits.
func (a *api) read(w http.ResponseWriter, r *http.Request) ([]byte, *problem) {
	// A recorder of a test has no deadlines; every real connection has.
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(a.Read))
	request, err := io.ReadAll(http.MaxBytesReader(w, r.Body, a.Body))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		p := refusal(http.StatusRequestEntityTooLarge, "body_too_large", "The request has more bytes than are taken here.")
		return nil, &p
	case err != nil:
		w.Header().Set("Connection", "close")
		p := refusal(http.StatusRequestTimeout, "body_not_read", "The request did not come in completely and in time.")
		return nil, &p
	}
	_ = http.NewResponseController(w).SetReadDeadline(time.Time{})
	return request, nil
}

// describe lists one calculation.
func (a *api) describe(w http.ResponseWriter, r *http.Request) {
	c, found := a.find(r.PathValue("name"))
	if !found {
		a.refuse(w, problemOf(iromath.ErrCalculation))
		return
	}
	raw, err := json.Marshal(c)
	if err != nil {
		a.refuse(w, problemOf(err))
		return
	}
	a.answer(w, "application/json", raw)
}

func (a *api) find(name string) (iromath.Calculation, bool) {
	i := slices.IndexFunc(a.Contract, func(c iromath.Calculation) bool { return c.Name == name })
	if i < 0 {
		return iromath.Calculation{}, false
	}
	return a.Contract[i], true
}

// health says that the handler answers, how many workers calculate, and how much memory the program has.
func (a *api) health(w http.ResponseWriter, _ *http.Request) {
	memory := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(memory)
	raw, err := json.Marshal(struct {
		Status  string `json:"status"`
		Version string `json:"version"`
		Working int    `json:"working"`
		Workers int    `json:"workers"`
		Memory  uint64 `json:"memory"` // bytes
	}{"ok", iromath.Version, len(a.workers), cap(a.workers), memory[0].Value.Uint64() - memory[1].Value.Uint64()})
	if err != nil {
		a.refuse(w, problemOf(err))
		return
	}
	a.answer(w, "application/json", raw)
}

func (a *api) answer(w http.ResponseWriter, kind string, body []byte) {
	a.write(w, http.StatusOK, kind, body)
}

func (a *api) write(w http.ResponseWriter, status int, kind string, body []byte) {
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(a.Write))
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(body) // whoever asked may have gone
}
