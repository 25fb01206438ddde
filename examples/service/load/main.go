// Load asks a service on loopback for a mix of calculations and reports requests a second, latencies and memory:
//
//	go run ./examples/service &
//	go run ./examples/service/load -clients 8 -for 20s
//	go run ./examples/service/load -clients 8 -for 20s -hostile 50
//
// With -hostile as many others send what nobody should: bodies that dribble in, never end, or are no JSON.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"text/tabwriter"
	"time"

	"github.com/iromath/iromath"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout, stderr io.Writer) error {
	f := flag.NewFlagSet("load", flag.ContinueOnError)
	f.SetOutput(stderr)
	base := f.String("url", "http://127.0.0.1:8080", "`address` of the service, on loopback")
	clients := f.Int("clients", 8, "clients that ask, each as soon as it is answered; up to 100")
	hostile := f.Int("hostile", 0, "others that misbehave; up to 1000")
	duration := f.Duration("for", 10*time.Second, "how long; up to 5 minutes")
	if err := f.Parse(args); err != nil {
		return err
	}
	u, err := url.Parse(*base)
	if err != nil {
		return err
	}
	if ip := net.ParseIP(u.Hostname()); u.Hostname() != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return fmt.Errorf("%s is not on loopback", u.Host)
	}
	if *clients < 1 || *clients > 100 || *hostile < 0 || *hostile > 1000 || *duration > 5*time.Minute {
		return errors.New("1 to 100 clients, up to 1000 hostile ones, up to 5 minutes")
	}
	ctx, cancel := context.WithTimeout(context.Background(), *duration)
	defer cancel()
	l := &load{client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: *clients}}, base: *base, kinds: mix(),
		took: map[string][]time.Duration{}, statuses: map[int]int{}}
	start := time.Now()
	var all sync.WaitGroup
	for i := range *clients {
		all.Go(func() { l.ask(ctx, i) })
	}
	for i := range *hostile {
		all.Go(func() { misbehave(ctx, u.Host, i) })
	}
	all.Go(func() { l.watch(ctx) })
	all.Wait()
	if err := l.report(stdout, time.Since(start)); err != nil {
		return err
	}
	return l.failed
}

// kind is a kind of request: calculations that are asked for in turn.
type kind struct {
	name     string
	requests []request
}

type request struct{ calculation, body string }

// mix is what clients ask for: each kind as often as the others.
func mix() []kind {
	all := kind{name: "the example of each calculation"}
	for _, c := range iromath.Calculations() {
		all.requests = append(all.requests, request{c.Name, string(c.Example)})
	}
	claims := func(n int) string {
		var list []string
		for i := range n {
			list = append(list, fmt.Sprintf(`{"number":%d,"id":"A-%d","paid":"%d.25","correct":"%d","documentation":"complete"}`,
				i+1, i+1, 80+i%90, 80-i%7*10))
		}
		return `[` + strings.Join(list, ",") + `]`
	}
	return []kind{
		all,
		{"extrapolation of 100 claims", []request{{"extrapolate", `{"universe":5000,"claims":` + claims(100) + `}`}}},
		{"error rate of 1,000 claims", []request{{"errorrate", `{"claims":` + claims(1000) + `}`}}},
		{"draw of 1,000 of 100,000", []request{{"sampling.single_stage", `{"seed":"1357.00","low":1,"high":100000,"size":1000,"spares":50}`}}},
	}
}

// load is what was measured.
type load struct {
	client *http.Client
	base   string
	kinds  []kind

	mu       sync.Mutex
	took     map[string][]time.Duration
	statuses map[int]int
	memory   uint64 // the most that was seen
	failed   error
}

// ask sends request after request until the context ends.
func (l *load) ask(ctx context.Context, client int) {
	for i := client; ctx.Err() == nil; i++ {
		k := l.kinds[i%len(l.kinds)]
		q := k.requests[(i/len(l.kinds)+client*31)%len(k.requests)]
		start := time.Now()
		status, _, err := l.send(ctx, http.MethodPost, "/v1/calculations/"+q.calculation, q.body)
		took := time.Since(start)
		l.mu.Lock()
		switch {
		case ctx.Err() != nil:
		case err != nil:
			l.failed = err
		default:
			l.statuses[status]++
			if status == http.StatusOK {
				l.took[k.name] = append(l.took[k.name], took)
			}
		}
		l.mu.Unlock()
	}
}

func (l *load) send(ctx context.Context, method, path, body string) (int, []byte, error) {
	r, err := http.NewRequestWithContext(ctx, method, l.base+path, strings.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	response, err := l.client.Do(r)
	if err != nil {
		return 0, nil, err
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	return response.StatusCode, raw, err
}

// watch asks for the memory of the service five times a second.
func (l *load) watch(ctx context.Context) {
	for ctx.Err() == nil {
		_, raw, err := l.send(ctx, http.MethodGet, "/healthz", "")
		var health struct{ Memory uint64 }
		if err == nil {
			err = json.Unmarshal(raw, &health)
		}
		l.mu.Lock()
		l.memory = max(l.memory, health.Memory)
		if err != nil && ctx.Err() == nil {
			l.failed = err
		}
		l.mu.Unlock()
		select {
		case <-ctx.Done():
		case <-time.After(200 * time.Millisecond):
		}
	}
}

// misbehave sends bad requests until the context ends.
func misbehave(ctx context.Context, host string, which int) {
	const head = "POST /v1/calculations/errorrate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
	for ctx.Err() == nil {
		conn, err := net.Dial("tcp", host)
		if err != nil {
			time.Sleep(10 * time.Millisecond)
			continue
		}
		stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
		write := func(text string) bool { _, err := io.WriteString(conn, text); return err == nil }
		switch which % 4 {
		case 0: // a header that never ends
			for write("POST / HTTP/1.1\r\n"); write("X: y\r\n"); {
				time.Sleep(100 * time.Millisecond)
			}
		case 1: // a body that dribbles in
			for write(head + "Content-Length: 1000000\r\n\r\n"); write(" "); {
				time.Sleep(100 * time.Millisecond)
			}
		case 2: // a body that never ends
			for write(head + "Transfer-Encoding: chunked\r\n\r\n"); write("10000\r\n" + strings.Repeat("[", 1<<16) + "\r\n"); {
			}
		case 3: // no JSON, and nobody reads the answer
			write(head + "Content-Length: 65536\r\n\r\n" + strings.Repeat("[", 1<<16))
			time.Sleep(100 * time.Millisecond)
		}
		stop()
		_ = conn.Close()
	}
}

// report writes what was measured.
func (l *load) report(w io.Writer, took time.Duration) error {
	total := 0
	for _, n := range l.statuses {
		total += n
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "answered\tp50\tp95\tp99\tmost\t  kind")
	for _, k := range l.kinds {
		list := l.took[k.name]
		slices.Sort(list)
		fmt.Fprintf(t, "%d\t", len(list))
		for _, p := range []int{50, 95, 99, 100} {
			if len(list) == 0 {
				fmt.Fprint(t, "-\t")
				continue
			}
			fmt.Fprintf(t, "%.1f ms\t", list[(len(list)-1)*p/100].Seconds()*1000)
		}
		fmt.Fprintf(t, "  %s\n", k.name)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "%.0f requests a second; answers by status %v; memory of the service at most %d MB\n",
		float64(total)/took.Seconds(), l.statuses, l.memory>>20)
	return err
}
