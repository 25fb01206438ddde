// Package peerstest runs other programs beside this module's tests: R, Python and NumPy get the same random inputs, and a
// test compares the answers. The tests that do so are built with the tag "peers" and are called TestLive...:
//
//	go test -tags peers -run '^TestLive' ./...
//
// A program that is not installed is skipped with a message. PEERS_CASES is the number of cases of a test (100 if it is not
// set), PEERS_SEED the seed of the inputs, a new one for every run if it is not set. Each test prints its seed (with -v, or
// where it fails); with the same seed it has the same inputs, alone or among others.
//
// The programs are asked in their own language: a request is one line, an expression of R or of Python, which calls functions
// of a script of the test's package. One process answers all lines of a test.
package peerstest

import (
	_ "embed"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Inputs returns the source of a test's random inputs and the number of cases that were asked for.
func Inputs(t *testing.T) (*rand.Rand, int) {
	t.Helper()
	seed, cases := uint64(time.Now().UnixNano()), 100
	var err error
	if text := os.Getenv("PEERS_SEED"); text != "" {
		if seed, err = strconv.ParseUint(text, 10, 64); err != nil {
			t.Fatalf("PEERS_SEED: %v", err)
		}
	}
	if text := os.Getenv("PEERS_CASES"); text != "" {
		if cases, err = strconv.Atoi(text); err != nil || cases < 1 {
			t.Fatalf("PEERS_CASES is %q, no number of cases", text)
		}
	}
	t.Logf("PEERS_SEED=%d PEERS_CASES=%d", seed, cases)
	name := fnv.New64a()
	name.Write([]byte(t.Name()))
	return rand.New(rand.NewPCG(seed, name.Sum64())), cases
}

//go:embed testdata/answer.R
var answerR string

//go:embed testdata/answer.py
var answerPython string

// Peer is another program that answers lines.
type Peer struct {
	name    string
	command []string // the program and its options, before the name of the script
	answer  string   // the script that reads lines and answers them
	ending  string   // of the names of its scripts
}

// R returns R, with packages that have to be there, or skips the test.
func R(t *testing.T, packages ...string) Peer {
	t.Helper()
	p := Peer{name: "R", command: []string{"Rscript", "--vanilla"}, answer: answerR, ending: ".R"}
	check := "invisible(TRUE)"
	for _, one := range packages {
		check += fmt.Sprintf("; suppressMessages(library(%s))", one)
	}
	if err := exec.Command("Rscript", "--vanilla", "-e", check).Run(); err != nil {
		t.Skipf("R with %q is not installed: %v", packages, err)
	}
	return p
}

// Python returns Python, with modules that have to be there, or skips the test. The program is that of the environment
// variable PYTHON, or the first of the usual ones that has the modules.
func Python(t *testing.T, modules ...string) Peer {
	t.Helper()
	check := "import " + strings.Join(append(modules, "fractions"), ", ")
	for _, program := range []string{os.Getenv("PYTHON"), "python3", "/usr/bin/python3"} {
		if program == "" || exec.Command(program, "-c", check).Run() != nil {
			continue
		}
		return Peer{name: "Python", command: []string{program, "-I"}, answer: answerPython, ending: ".py"}
	}
	t.Skipf("Python with %q is not installed", modules)
	return Peer{}
}

// Ask starts the program once and has it evaluate every line. The functions that the lines call are in scripts of the test's
// package, named without their ending (testdata/functions). An answer is the list of the numbers or words that a line comes
// to, numbers of R with 17 digits. A line that fails is fatal, and so is one without an answer.
func (p Peer) Ask(t *testing.T, lines []string, scripts ...string) [][]string {
	t.Helper()
	main := filepath.Join(t.TempDir(), "answer"+p.ending)
	if err := os.WriteFile(main, []byte(p.answer), 0o600); err != nil {
		t.Fatal(err)
	}
	arguments := append(p.command[1:len(p.command):len(p.command)], main)
	for _, s := range scripts {
		arguments = append(arguments, s+p.ending)
	}
	command := exec.Command(p.command[0], arguments...)
	command.Stdin = strings.NewReader(strings.Join(lines, "\n") + "\n")
	var problems strings.Builder
	command.Stderr = &problems
	output, err := command.Output()
	answers := strings.Split(strings.TrimSuffix(string(output), "\n"), "\n")
	if err != nil || len(answers) != len(lines) {
		at := min(len(answers), len(lines))
		t.Fatalf("%s: %v, %d answers to %d lines\n%s\nafter %s", p.name, err, len(answers), len(lines), problems.String(),
			lines[at-1])
	}
	fields := make([][]string, len(answers))
	for i, a := range answers {
		fields[i] = strings.Fields(a)
		if len(fields[i]) == 0 || fields[i][0] == "!" {
			t.Fatalf("%s: %s\n%s", p.name, lines[i], a)
		}
	}
	t.Logf("%d answers of %s", len(answers), p.name)
	return fields
}
