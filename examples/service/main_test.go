package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// start runs the program on a free port and returns its address and its end.
func start(t *testing.T, ctx context.Context, flags ...string) (string, chan error) {
	t.Helper()
	in, out := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		ended <- run(ctx, append([]string{"-listen", "127.0.0.1:0"}, flags...), out)
		_ = out.Close()
	}()
	lines := bufio.NewReader(in)
	line, err := lines.ReadString('\n')
	if err != nil {
		t.Fatal(<-ended)
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }()
	var note struct{ Msg, Address string }
	if err := json.Unmarshal([]byte(line), &note); err != nil || note.Msg != "listening" {
		t.Fatalf("%v in %s", err, line)
	}
	return note.Address, ended
}

// TestShutdown: what has begun is answered after the signal, and then the program ends.
func TestShutdown(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	address, ended := start(t, ctx)
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	const body = `{"level":"0.9"}`
	fmt.Fprintf(conn, "POST /v1/calculations/appraisal.percentile HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n{", len(body))
	// Its place is taken once the health of the service can be asked on a second connection.
	if response, err := http.Get("http://" + address + "/healthz"); err != nil || response.StatusCode != 200 {
		t.Fatal(err)
	}
	stop()
	time.Sleep(50 * time.Millisecond)
	fmt.Fprint(conn, body[1:])
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != 200 || !strings.Contains(string(raw), "1.6448536269514727149") {
		t.Errorf("%d %s %v", response.StatusCode, raw, err)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("still there")
	}
	if _, err := net.Dial("tcp", address); err == nil {
		t.Error("still listening")
	}
}

// TestSlowHeader: a connection whose header does not come in is closed.
func TestSlowHeader(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	address, _ := start(t, ctx, "-header", "100ms")
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, "POST /v1/calculations/errorrate HTTP/1.1\r\nX-Slow: ")
	_ = conn.SetReadDeadline(time.Now().Add(10 * time.Second))
	if _, err := io.ReadAll(conn); err != nil {
		t.Errorf("not closed: %v", err)
	}
}

func TestFlags(t *testing.T) {
	for _, args := range [][]string{{"-nothing"}, {"-listen", "nowhere:x"}, {"-body", "much"}} {
		if err := run(t.Context(), args, io.Discard); err == nil {
			t.Errorf("%v is taken", args)
		}
	}
}
