package wasmfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrToolchain is returned for a program of a toolchain whose tables are not known here. They are those of
// runtime/symtab.go, runtime/runtime2.go (_func) and cmd/link/internal/ld/pcln.go: whoever adds a toolchain reads these
// first, and where else the runtime and the packages that are linked in read names of functions.
var ErrToolchain = errors.New("wasmfile: the toolchain is not known")

// toolchain is the one whose tables are known.
const toolchain = "go1.26"

// Strip returns the file without what the runtime's tables of functions hold for tracebacks alone: names of files and
// functions, lines, and how arguments are printed. What stays (frames, maps of pointers, deferred calls) is laid out anew: as
// columns, which compress better than records, and without what follows from a formula; a start function, which runs when the
// file is instantiated, makes the tables of them. Every other byte of the memory is as it was.
//
// Names stay where something else than a traceback reads them, so that panics say the same. The rest of a traceback, which a
// program writes when it ends with a fatal error, has no lines any more. The program must be compiled without inlining
// (-gcflags=all=-l).
func Strip(file []byte) ([]byte, error) {
	sections, err := split(file)
	if err != nil {
		return nil, err
	}
	if err := checkToolchain(sections); err != nil {
		return nil, err
	}
	var start []byte
	for i, s := range sections {
		if s.id != sectionData {
			continue
		}
		list, err := segments(s.content)
		if err != nil {
			return nil, err
		}
		memory := image(list)
		if start, err = strip(memory); err != nil {
			return nil, err
		}
		sections[i].content = dataSection([]segment{{0, memory}})
	}
	if start == nil {
		return nil, fmt.Errorf("%w: it has no data", ErrFile)
	}
	if sections, err = withStart(sections, start); err != nil {
		return nil, err
	}
	return join(sections), nil
}

// checkToolchain reads the version from the section "producers".
func checkToolchain(sections []section) error {
	for _, s := range sections {
		_, version, ok := bytes.Cut(s.content, []byte("\x08language\x01\x02Go"))
		if s.id != sectionCustom || !ok {
			continue
		}
		r := reader{rest: version}
		if v := string(r.bytes()); v != toolchain && !strings.HasPrefix(v, toolchain+".") {
			return fmt.Errorf("%w: %q", ErrToolchain, v)
		}
		return nil
	}
	return fmt.Errorf("%w: it is not named", ErrToolchain)
}

// words reads and writes numbers in memory. What lies outside of it is 0 and is remembered.
type words struct {
	memory  []byte
	outside bool
}

func (w *words) at(address, size uint64) []byte {
	if address > uint64(len(w.memory)) || size > uint64(len(w.memory))-address {
		w.outside = true
		return make([]byte, min(size, 8))
	}
	return w.memory[address : address+size]
}

func (w *words) uint32(address uint64) uint32 { return binary.LittleEndian.Uint32(w.at(address, 4)) }
func (w *words) uint64(address uint64) uint64 { return binary.LittleEndian.Uint64(w.at(address, 8)) }

// pcHeader is the runtime's type of this name. Offsets are from its own address.
type pcHeader struct {
	Magic                                uint64 // with the alignment of code and the size of a pointer
	Functions, Files, _                  uint64
	Names, Units, FileNames, PCTab, Func uint64
}

// headerMagic is of tables since Go 1.20, on WebAssembly.
var headerMagic = []byte("\xF1\xFF\xFF\xFF\x00\x00\x01\x08")

// slice is a slice of Go: address, length, capacity.
type slice [3]uint64

// moduledata is the beginning of the runtime's type of this name.
type moduledata struct {
	Header                                         uint64
	Names, Units, FileNames, PCTab, Func, FuncTab  slice
	FindFuncTab, MinPC, MaxPC, Text, EText         uint64
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _ uint64 // data, bss, types
	FuncData, EFunc                                uint64
}

// tables are where the tables of functions lie.
type tables struct {
	words
	functions                   uint64
	first                       uint32 // the index of the first function in the table of WebAssembly
	names, namesEnd             uint64
	pctab, pctabEnd             uint64
	functab, functabEnd         uint64
	funcdata, funcdataEnd       uint64 // go:func.*
	findfunctab, findfunctabEnd uint64
	buckets                     uint64 // of findfunctab
}

// none is the offset of a table that a function does not have.
const none = ^uint32(0)

// findTables reads pcHeader and the moduledata that points to it, and checks that each says what the other does.
func findTables(memory []byte) (*tables, error) {
	unknown := func(what string) error { return fmt.Errorf("%w: %s", ErrToolchain, what) }
	only := func(pattern []byte, value any) (uint64, bool) {
		at := bytes.Index(memory, pattern)
		if at < 0 || bytes.Contains(memory[at+1:], pattern) {
			return 0, false
		}
		_, err := binary.Decode(memory[at:], binary.LittleEndian, value)
		return uint64(at), err == nil
	}
	var h pcHeader
	base, ok := only(headerMagic, &h)
	if !ok {
		return nil, unknown("not one table of functions")
	}
	for _, offset := range []*uint64{&h.Names, &h.Units, &h.FileNames, &h.PCTab, &h.Func} {
		*offset += base
	}
	var m moduledata
	if _, ok = only(binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, base), h.Names), &m); !ok {
		return nil, unknown("not one module")
	}
	t := &tables{
		words:     words{memory: memory},
		functions: h.Functions, first: uint32(m.MinPC >> 16), buckets: (m.MaxPC - m.MinPC + bucket - 1) / bucket,
		names: h.Names, namesEnd: h.Units,
		pctab: h.PCTab, pctabEnd: h.Func,
		functab: h.Func, functabEnd: h.Func + m.Func[1],
		funcdata: m.FuncData, funcdataEnd: m.FindFuncTab,
		findfunctab: m.FindFuncTab, findfunctabEnd: m.EFunc,
	}
	search := t.findfunctabEnd - t.findfunctab
	switch {
	case !slices.IsSorted([]uint64{base, h.Names, h.Units, h.FileNames, h.PCTab, h.Func, t.functabEnd, m.FuncData, m.FindFuncTab, m.EFunc, uint64(len(memory))}):
		return nil, unknown("the order of the tables")
	case m.Units[0] != h.Units || m.FileNames[0] != h.FileNames || m.PCTab[0] != h.PCTab || m.Func[0] != h.Func || m.FuncTab[0] != h.Func:
		return nil, unknown("the places of the tables")
	case h.Functions == 0 || h.Functions > m.Func[1]/funcSize || m.FuncTab[1] != h.Functions+1:
		return nil, unknown("the number of functions")
	case m.Text != 0 || m.MinPC != uint64(t.first)<<16 || m.MaxPC <= m.MinPC || (m.MaxPC-m.MinPC-1)>>16 != h.Functions-1:
		return nil, unknown("the addresses of functions")
	case search <= 20*(t.buckets-1)+4 || search >= 20*t.buckets+8:
		return nil, unknown("the search table")
	}
	return t, nil
}

// The sizes of the runtime's types.
const (
	funcSize = 11 * 4   // _func, without what follows it
	bucket   = 256 * 16 // bytes of code that a findfuncbucket stands for; a function of WebAssembly has 65,536
)

// The kinds of tables that a function has, internal/abi.PCDATA_* and FUNCDATA_*. The others are read for tracebacks,
// execution traces and asynchronous preemption, which js/wasm does not have.
const (
	pcdataStackMap = 1
	pcdataInline   = 2
	pcdataBounds   = 4

	funcdataArguments = 0
	funcdataLocals    = 1
	funcdataObjects   = 2
	funcdataInline    = 3
	funcdataDefers    = 4
)

// A record of a function is a _func with as many tables as matter here.
const (
	recordPcdata   = pcdataStackMap + 1
	recordFuncdata = funcdataDefers + 1
	recordSize     = funcSize + 4*recordPcdata + 4*recordFuncdata
)

// The offsets in a record.
const (
	offsetEntry       = 0
	offsetName        = 4
	offsetArguments   = 8
	offsetDeferReturn = 12
	offsetFrame       = 16 // pcsp
	offsetPcdata      = 28 // their number
	offsetKind        = 40 // funcID, flag, 0, the number of funcdata
	offsetTables      = funcSize
)

// strip changes memory to one of which the start function that it returns makes the tables.
func strip(memory []byte) ([]byte, error) {
	t, err := findTables(memory)
	if err != nil {
		return nil, err
	}
	l := newLayout(t)
	records := align8(8*t.functions + 4)
	at := records
	for i := range t.functions {
		entry, offset := t.uint32(t.functab+8*i), t.uint32(t.functab+8*i+4)
		if entry != t.first+uint32(i) || uint64(offset) != at {
			return nil, fmt.Errorf("%w: function %d is not where it should be", ErrToolchain, i)
		}
		f := t.functab + at
		pcdata, funcdata := t.uint32(f+offsetPcdata), uint32(t.uint32(f+offsetKind)>>24)
		at = align8(at + funcSize + 4*uint64(pcdata) + 4*uint64(funcdata))
		if t.uint32(f) != entry || pcdata > 5 || funcdata > 8 || t.outside || t.functab+at > t.functabEnd+7 {
			return nil, fmt.Errorf("%w: function %d has another record", ErrToolchain, i)
		}
		if err := l.add(f, pcdata, funcdata); err != nil {
			return nil, fmt.Errorf("%w: function %d: %s", ErrToolchain, i, err)
		}
	}
	if t.uint32(t.functab+8*t.functions) != t.first+uint32(t.functions) {
		return nil, fmt.Errorf("%w: the table of functions has another end", ErrToolchain)
	}
	search := make([]byte, 20*t.buckets+8)
	for b := range t.buckets {
		binary.LittleEndian.PutUint32(search[20*b:], uint32(b>>4))
	}
	if found := t.at(t.findfunctab, t.findfunctabEnd-t.findfunctab); !bytes.Equal(found, search[:len(found)]) {
		return nil, fmt.Errorf("%w: the search table has another form", ErrToolchain)
	}
	return l.write(records)
}

func align8(n uint64) uint64 { return (n + 7) &^ 7 }
