package main

import (
	"bytes"
	"io"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/iromath/iromath/examples/service/httpapi"
)

// TestLoad: a short round with hostile clients: every request of the mix is answered or told that the service is busy.
func TestLoad(t *testing.T) {
	handler, err := httpapi.New(httpapi.Options{Read: 300 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(handler)
	defer s.Close()
	var out bytes.Buffer
	if err := run([]string{"-url", s.URL, "-clients", "4", "-hostile", "4", "-for", "3s"}, &out, io.Discard); err != nil {
		t.Fatal(err)
	}
	t.Log(out.String())
	if !strings.Contains(out.String(), "200:") || strings.Contains(out.String(), "500:") {
		t.Error(out.String())
	}
}

func TestLoadRefuses(t *testing.T) {
	for _, args := range [][]string{{"-url", "http://example.com"}, {"-clients", "0"}, {"-clients", "1000"}, {"-for", "1h"}} {
		if err := run(args, io.Discard, io.Discard); err == nil {
			t.Errorf("%v is taken", args)
		}
	}
}
