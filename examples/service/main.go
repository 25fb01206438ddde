// Service answers the JSON contract of the library over HTTP: see the README beside it and package httpapi.
//
//	go run ./examples/service -listen 127.0.0.1:8080
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/iromath/iromath/examples/service/httpapi"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "service:", err)
		os.Exit(1)
	}
}

// run serves until the context ends, and then finishes what it has begun.
func run(ctx context.Context, args []string, stderr io.Writer) error {
	f := flag.NewFlagSet("service", flag.ContinueOnError)
	f.SetOutput(stderr)
	listen := f.String("listen", "127.0.0.1:8080", "`address` to listen on")
	var o httpapi.Options
	f.Int64Var(&o.Body, "body", 8<<20, "largest body of a request in `bytes`")
	f.IntVar(&o.Workers, "workers", 0, "calculations at the same time; 0: the number of processors")
	f.IntVar(&o.Places, "places", 32, "requests at the same time; more are turned away")
	f.DurationVar(&o.Read, "read", 10*time.Second, "time for the body of a request to come in")
	f.DurationVar(&o.Calculation, "calculation", 20*time.Second, "time for a calculation, waiting for a worker included")
	f.DurationVar(&o.Write, "write", 30*time.Second, "time for an answer to go out")
	header := f.Duration("header", 5*time.Second, "time for the header of a request to come in")
	idle := f.Duration("idle", time.Minute, "time that an idle connection is kept")
	grace := f.Duration("grace", 25*time.Second, "time to finish after SIGTERM or an interrupt")
	if err := f.Parse(args); err != nil {
		return err
	}
	log := slog.New(slog.NewJSONHandler(stderr, nil))
	o.Panicked = func(calculation string, value any, stack []byte) {
		log.Error("panic", "calculation", calculation, "value", fmt.Sprint(value), "stack", string(stack))
	}
	handler, err := httpapi.New(o)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: *header, IdleTimeout: *idle, MaxHeaderBytes: 16 << 10,
		// The handler sets a deadline for each step; these are for what it never gets to see.
		ReadTimeout: *header + o.Read, WriteTimeout: *header + o.Read + o.Calculation + o.Write,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	listener, err := net.Listen("tcp", *listen)
	if err != nil {
		return err
	}
	log.Info("listening", "address", listener.Addr().String())
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping", "grace", grace.String())
	end, cancel := context.WithTimeout(context.Background(), *grace)
	defer cancel()
	if err := server.Shutdown(end); err != nil {
		return errors.Join(err, server.Close())
	}
	return nil
}
