// Serve shows the page that wasm/build has made, on this machine alone:
//
//	go run ./wasm/serve
//	go run ./wasm/serve -port 9000
package main

import (
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

func main() {
	dir := flag.String("dir", filepath.Join("wasm", "dist", "page"), "the folder to serve")
	port := flag.Int("port", 8080, "the port; 0: any that is free")
	flag.Parse()
	if err := serve(*dir, *port); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

func serve(dir string, port int) error {
	if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("there is no %s: make it with go run ./wasm/build", dir)
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("localhost", strconv.Itoa(port)))
	if err != nil {
		return err
	}
	fmt.Printf("http://localhost:%d/\n", listener.Addr().(*net.TCPAddr).Port)
	server := &http.Server{Handler: handler(dir), ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(listener)
}
