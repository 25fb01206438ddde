package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

//go:embed peers/work.R
var scriptR string

//go:embed peers/work.py
var scriptPython string

// peer is another program that waits for work.
type peer struct {
	name, version string
	command       *exec.Cmd
	in            io.WriteCloser
	out           *bufio.Reader
}

// start starts the programs that are installed and names those that are not.
func start(dir string, stderr io.Writer) []*peer {
	var peers []*peer
	for _, c := range []struct {
		name, file, script string
		programs           [][]string
	}{
		{"R", "work.R", scriptR, [][]string{{"Rscript", "--vanilla"}}},
		{"Python", "work.py", scriptPython, [][]string{{os.Getenv("PYTHON"), "-I"}, {"python3", "-I"}, {"/usr/bin/python3", "-I"}}},
	} {
		file := filepath.Join(dir, c.file)
		err := os.WriteFile(file, []byte(c.script), 0o600)
		var p *peer
		for _, program := range c.programs {
			if p == nil && program[0] != "" && err == nil {
				p = open(c.name, append(program, file, dir))
			}
		}
		if p == nil {
			fmt.Fprintf(stderr, "%s is left out: it is not there, or not with all it needs\n", c.name)
			continue
		}
		peers = append(peers, p)
	}
	return peers
}

// open starts a program, which states its version; nil if it does not.
func open(name string, line []string) *peer {
	p := &peer{name: name, command: exec.Command(line[0], line[1:]...)}
	out, err := p.command.StdoutPipe()
	if err != nil {
		return nil
	}
	if p.in, err = p.command.StdinPipe(); err != nil {
		return nil
	}
	if p.command.Start() != nil {
		return nil
	}
	p.out = bufio.NewReader(out)
	if p.version, err = p.out.ReadString('\n'); err != nil {
		p.close()
		return nil
	}
	p.version = strings.TrimSpace(p.version)
	return p
}

// do has one work done: its time, and what it came to.
func (p *peer) do(work string, s size) (seconds float64, result []float64, err error) {
	fmt.Fprintf(p.in, "%s %d %d\n", work, s.N, s.n)
	answer, err := p.out.ReadString('\n')
	if err != nil {
		return 0, nil, fmt.Errorf("%s, %+v: %s ended: %w", work, s, p.name, err)
	}
	for _, text := range strings.Fields(answer) {
		v, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return 0, nil, fmt.Errorf("%s, %+v: %s says %s", work, s, p.name, answer)
		}
		result = append(result, v)
	}
	return result[0], result[1:], nil
}

// close ends the program.
func (p *peer) close() {
	p.in.Close()
	p.command.Wait()
}
