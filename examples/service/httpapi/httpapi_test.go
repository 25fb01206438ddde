package httpapi

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/iromath/iromath"
)

// serve starts a server with a handler; change may do something to it before.
func serve(t *testing.T, o Options, change func(*api)) *httptest.Server {
	t.Helper()
	a, err := newAPI(o)
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(a)
	}
	s := httptest.NewServer(a.routes())
	t.Cleanup(s.Close)
	return s
}

// ask sends a request and returns status, headers and body.
func ask(t *testing.T, method, url, body string, headers ...string) (int, http.Header, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, response.Header, string(raw)
}

// TestEveryCalculation: each example is answered as the library answers it, and printed where it can be.
func TestEveryCalculation(t *testing.T) {
	s := serve(t, Options{}, nil)
	h := iromath.Heading{Audit: "A clinic", Date: "11/22/2026"}
	for _, c := range iromath.Calculations() {
		url := s.URL + "/v1/calculations/" + c.Name
		want, err := iromath.Calculate(c.Name, c.Example)
		if err != nil {
			t.Fatal(err)
		}
		if status, header, got := ask(t, "POST", url, string(c.Example)); status != 200 || got != string(want) ||
			header.Get("Content-Type") != "application/json" {
			t.Errorf("%s: %d %s", c.Name, status, got)
		}
		status, header, got := ask(t, "POST", url+"?audit=A+clinic&date=11/22/2026", string(c.Example), "Accept", "text/plain")
		if !c.Printout {
			if status != 406 {
				t.Errorf("%s as text: %d", c.Name, status)
			}
			continue
		}
		var page bytes.Buffer
		if err := iromath.Calculations().Print(&page, c.Name, c.Example, h); err != nil {
			t.Fatal(err)
		}
		if status != 200 || got != page.String() || header.Get("Content-Type") != "text/plain; charset=utf-8" {
			t.Errorf("%s as text: %d %s", c.Name, status, got)
		}
	}
}

func TestLists(t *testing.T) {
	s := serve(t, Options{}, nil)
	var list []struct{ Name, Summary, Source string }
	_, _, body := ask(t, "GET", s.URL+"/v1/calculations", "")
	if err := json.Unmarshal([]byte(body), &list); err != nil || len(list) != len(iromath.Calculations()) || list[0].Source == "" {
		t.Errorf("%d calculations, %v", len(list), err)
	}
	if status, _, body := ask(t, "GET", s.URL+"/v1/calculations/errorrate", ""); status != 200 || !strings.Contains(body, `"example":{"claims"`) {
		t.Errorf("%d %s", status, body)
	}
	if status, _, body := ask(t, "GET", s.URL+"/openapi.json", ""); status != 200 || body != string(openAPI) {
		t.Errorf("%d", status)
	}
	if status, _, body := ask(t, "GET", s.URL+"/healthz", ""); status != 200 || !strings.Contains(body, `"status":"ok"`) {
		t.Errorf("%d %s", status, body)
	}
}

// TestProblems: everything wrong is answered with its code, and with the field where it is known.
func TestProblems(t *testing.T) {
	s := serve(t, Options{Body: 1000}, nil)
	const one = "/v1/calculations/errorrate"
	for _, c := range []struct {
		method, path, body string
		headers            []string
		status             int
		code, field        string
	}{
		{"POST", "/v1/calculations/nothing", `{}`, nil, 404, "calculation", ""},
		{"GET", "/v1/calculations/nothing", ``, nil, 404, "calculation", ""},
		{"POST", "/v1/calculations/..%2f..%2fetc%2fpasswd", `{}`, nil, 404, "calculation", ""},
		{"GET", "/", ``, nil, 404, "address", ""},
		{"PUT", one, `{}`, nil, 405, "method", ""},
		{"POST", "/healthz", `{}`, nil, 405, "method", ""},
		{"POST", one, `{}`, []string{"Content-Type", "text/plain"}, 415, "media_type", ""},
		{"POST", one, `{}`, []string{"Content-Encoding", "gzip"}, 415, "media_type", ""},
		{"POST", "/v1/calculations/agreement", `{}`, []string{"Accept", "text/plain"}, 406, "printout", ""},
		{"POST", one + "?audit=1&audit=2", `{}`, nil, 400, "heading", ""},
		{"POST", one + "?claims=1", `{}`, nil, 400, "heading", ""},
		{"POST", one, ``, nil, 400, "iromath.request", ""},
		{"POST", one, `{"claims":[`, nil, 400, "iromath.request", "claims[0]"},
		{"POST", one, `{"claims":[{"id":"A-1","paid":true}]}`, nil, 400, "iromath.request", "claims[0].paid"},
		{"POST", one, `[[[`, nil, 400, "iromath.request", "[0][0][0]"},
		{"POST", one, "\x00\xff\xfe", nil, 400, "iromath.request", ""},
		{"POST", one, `{"claims":[]}`, nil, 422, "errorrate.no_claims", ""},
		{"POST", one, `{"claims":[` + strings.Repeat(" ", 1000) + `]}`, nil, 413, "body_too_large", ""},
	} {
		status, header, body := ask(t, c.method, s.URL+c.path, c.body, c.headers...)
		var p struct {
			Title, Code, Field, Message string
			Status                      int
		}
		if err := json.Unmarshal([]byte(body), &p); err != nil {
			t.Errorf("%s %s: %v in %q", c.method, c.path, err, body)
		}
		if status != c.status || p.Status != c.status || p.Code != c.code || p.Field != c.field || p.Message == "" || p.Title == "" ||
			header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s %s %.60s: %d %s", c.method, c.path, c.body, status, body)
		}
	}
}

func TestAccept(t *testing.T) {
	for accept, want := range map[string]bool{
		"": false, "*/*": false, "application/json": false, "text/plain": true, "text/*": true, "text/plain, application/json": false,
		"text/plain, application/json;q=0.5": true, "text/plain;q=0.1, */*": false, "text/html": false, ";;;": false, "text/plain;q=x": false,
		"*/*;q=0.1, text/plain": true,
	} {
		if got := prefersText(accept); got != want {
			t.Errorf("%q: %v", accept, got)
		}
	}
}

// TestPanic: a mistake in a calculation is an answer and a note, and the service goes on.
func TestPanic(t *testing.T) {
	var told string
	s := serve(t, Options{Workers: 1, Panicked: func(name string, v any, stack []byte) { told = fmt.Sprint(name, " ", v, len(stack) > 0) }},
		func(a *api) {
			a.work = func(_ context.Context, name string, request []byte, _ bool, _ iromath.Heading) ([]byte, error) {
				if string(request) == "{}" {
					panic("a mistake")
				}
				return request, nil
			}
		})
	for range 3 {
		if status, _, body := ask(t, "POST", s.URL+"/v1/calculations/errorrate", `{}`); status != 500 || strings.Contains(body, "mistake\"") {
			t.Errorf("%d %s", status, body)
		}
	}
	if told != "errorrate a mistaketrue" {
		t.Errorf("told %q", told)
	}
	if status, _, _ := ask(t, "POST", s.URL+"/v1/calculations/errorrate", `[]`); status != 200 {
		t.Errorf("%d afterwards", status)
	}
}

// TestTimeLimit: a calculation that takes too long is answered at the limit and keeps its worker until it ends.
func TestTimeLimit(t *testing.T) {
	end := make(chan struct{})
	s := serve(t, Options{Workers: 1, Places: 3, Calculation: 50 * time.Millisecond}, func(a *api) {
		a.work = func(_ context.Context, _ string, request []byte, _ bool, _ iromath.Heading) ([]byte, error) {
			if string(request) == "{}" {
				<-end
			}
			return request, nil
		}
	})
	url := s.URL + "/v1/calculations/errorrate"
	if status, _, body := ask(t, "POST", url, `{}`); status != 504 || !strings.Contains(body, "time_limit") {
		t.Errorf("%d %s", status, body)
	}
	if status, header, body := ask(t, "POST", url, `[]`); status != 503 || header.Get("Retry-After") == "" || !strings.Contains(body, `"busy"`) {
		t.Errorf("with no worker: %d %s", status, body)
	}
	if _, _, body := ask(t, "GET", s.URL+"/healthz", ""); !strings.Contains(body, `"working":1,"workers":1`) {
		t.Error(body)
	}
	close(end)
	for deadline := time.Now().Add(5 * time.Second); ; {
		if status, _, _ := ask(t, "POST", url, `[]`); status == 200 {
			break
		} else if time.Now().After(deadline) {
			t.Fatalf("%d after the calculation has ended", status)
		}
	}
}

// TestContext: at the time limit, and when the client has gone, the context of the calculation is done, so that it ends and its
// worker is free.
func TestContext(t *testing.T) {
	begun, ended := make(chan struct{}), make(chan error)
	s := serve(t, Options{Workers: 1, Calculation: 50 * time.Millisecond}, func(a *api) {
		a.work = func(ctx context.Context, _ string, request []byte, _ bool, _ iromath.Heading) ([]byte, error) {
			if string(request) == "[]" {
				return request, nil
			}
			begun <- struct{}{}
			<-ctx.Done()
			ended <- ctx.Err()
			return nil, ctx.Err()
		}
	})
	url := s.URL + "/v1/calculations/errorrate"
	status := make(chan int, 1)
	go func() {
		code, _, _ := ask(t, "POST", url, `{}`)
		status <- code
	}()
	<-begun
	if err := <-ended; !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	if code := <-status; code != 504 {
		t.Error(code)
	}
	ctx, leave := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, strings.NewReader(`{}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	go func() {
		if response, err := http.DefaultClient.Do(r); err == nil {
			t.Error(response.Status)
			response.Body.Close()
		}
	}()
	<-begun
	leave()
	if err := <-ended; err == nil {
		t.Error("the calculation went on")
	}
	if code, _, body := ask(t, "POST", url, `[]`); code != 200 {
		t.Errorf("%d %s", code, body)
	}
}

// TestPlaces: more requests than there are places are turned away at once, whatever the others wait for.
func TestPlaces(t *testing.T) {
	end, begun := make(chan struct{}), make(chan struct{}, 2)
	s := serve(t, Options{Workers: 2, Places: 2}, func(a *api) {
		a.work = func(context.Context, string, []byte, bool, iromath.Heading) ([]byte, error) {
			begun <- struct{}{}
			<-end
			return []byte("{}"), nil
		}
	})
	url := s.URL + "/v1/calculations/errorrate"
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			if status, _, body := ask(t, "POST", url, `{}`); status != 200 {
				t.Errorf("%d %s", status, body)
			}
		})
	}
	<-begun
	<-begun
	if status, _, body := ask(t, "POST", url, `{}`); status != 503 || !strings.Contains(body, `"busy"`) {
		t.Errorf("%d %s", status, body)
	}
	if status, _, _ := ask(t, "GET", s.URL+"/healthz", ""); status != 200 {
		t.Errorf("health: %d", status)
	}
	close(end)
	all.Wait()
}

// TestSlowAndEndless: bodies that dribble in, never end, or are cut off are given up, and others are served meanwhile.
func TestSlowAndEndless(t *testing.T) {
	s := serve(t, Options{Body: 64 << 10, Read: time.Second, Places: 16}, nil)
	const head = "POST /v1/calculations/errorrate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
	var all sync.WaitGroup
	attack := func(want string, send func(net.Conn)) {
		all.Go(func() {
			conn, err := net.Dial("tcp", s.Listener.Addr().String())
			if err != nil {
				t.Error(err)
				return
			}
			defer conn.Close()
			_ = conn.SetDeadline(time.Now().Add(10 * time.Second))
			go send(conn)
			answer := make([]byte, 200)
			n, err := conn.Read(answer)
			if !strings.HasPrefix(string(answer[:n]), "HTTP/1.1 "+want) {
				t.Errorf("%q, want %s: %v", answer[:n], want, err)
			}
		})
	}
	for range 4 {
		attack("408", func(c net.Conn) { // one byte at a time
			fmt.Fprint(c, head+"Content-Length: 1000\r\n\r\n")
			for _, err := c.Write([]byte(" ")); err == nil; _, err = c.Write([]byte(" ")) {
				time.Sleep(20 * time.Millisecond)
			}
		})
		attack("408", func(c net.Conn) { // nothing behind the header
			fmt.Fprint(c, head+"Content-Length: 1000\r\n\r\n")
		})
		attack("413", func(c net.Conn) { // without an end
			fmt.Fprint(c, head+"Transfer-Encoding: chunked\r\n\r\n")
			for chunk := "10000\r\n" + strings.Repeat(" ", 1<<16) + "\r\n"; ; {
				if _, err := fmt.Fprint(c, chunk); err != nil {
					return
				}
			}
		})
	}
	for range 20 {
		if status, _, body := ask(t, "POST", s.URL+"/v1/calculations/appraisal.percentile", `{"level":"0.9"}`); status != 200 {
			t.Errorf("meanwhile: %d %s", status, body)
		}
	}
	all.Wait()
}
