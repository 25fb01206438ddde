package wasmfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

// pool lays tables out one after another, in the order of their first use and each once.
type pool struct {
	align   int
	empty   uint32 // the offset of a table that is not there
	seen    map[string]int
	data    []byte
	offsets []uint32
}

// add returns the number of a table.
func (p *pool) add(table []byte) int {
	n, ok := p.seen[string(table)]
	if !ok {
		for len(p.data)%p.align != 0 {
			p.data = append(p.data, 0)
		}
		n = len(p.offsets)
		p.seen[string(table)] = n
		p.offsets = append(p.offsets, uint32(len(p.data)))
		p.data = append(p.data, table...)
	}
	return n
}

// column is a field of the records of all functions.
type column struct {
	field  uint32
	pool   *pool // of the tables that it has offsets of; nil: it has the values themselves
	values []int64
}

// layout is the new form of the tables.
type layout struct {
	*tables
	nameOffsets map[string]uint32
	nameData    []byte
	pcs         *pool // values by address: sizes of frames, and which map of pointers holds
	maps        *pool // of pointers in arguments and in frames
	objects     *pool // in frames
	calls       *pool // deferred ones that the compiler laid out in the frame
	columns     []*column
}

func newLayout(t *tables) *layout {
	newPool := func(align int, empty uint32) *pool { return &pool{align: align, empty: empty, seen: map[string]int{}} }
	l := &layout{tables: t, nameOffsets: map[string]uint32{"": 0}, nameData: []byte{0},
		pcs: newPool(1, 0), maps: newPool(4, none), objects: newPool(8, none), calls: newPool(1, none)}
	table := func(i uint32) uint32 { return offsetTables + 4*i }
	for _, c := range []column{
		{field: offsetName},
		{field: offsetArguments},
		{field: offsetDeferReturn},
		{field: offsetKind},
		{field: offsetFrame, pool: l.pcs},
		{field: table(pcdataStackMap), pool: l.pcs},
		{field: table(recordPcdata + funcdataArguments), pool: l.maps},
		{field: table(recordPcdata + funcdataLocals), pool: l.maps},
		{field: table(recordPcdata + funcdataObjects), pool: l.objects},
		{field: table(recordPcdata + funcdataDefers), pool: l.calls},
	} {
		l.columns = append(l.columns, &c)
	}
	return l
}

// add takes the function whose record is at f.
func (l *layout) add(f uint64, pcdata, funcdata uint32) error {
	pc := func(i uint32) uint32 {
		if i >= pcdata {
			return 0
		}
		return l.uint32(f + funcSize + 4*uint64(i))
	}
	data := func(i uint32) uint32 {
		if i >= funcdata {
			return none
		}
		return l.uint32(f + funcSize + 4*uint64(pcdata+i))
	}
	kind := l.uint32(f + offsetKind)
	name, ok := l.name(l.uint32(f + offsetName))
	switch {
	case !ok:
		return errors.New("its name")
	case pc(pcdataInline) != 0 || data(funcdataInline) != none:
		return errors.New("another one is inlined into it")
	case pc(pcdataBounds) != 0:
		return errors.New("a table of bounds")
	case kind>>16&0xFF != 0 || kind&0xFF > wrapper:
		return errors.New("its kind")
	}
	values := []int64{
		int64(l.keepName(name, byte(kind))),
		int64(l.uint32(f + offsetArguments)),
		int64(l.uint32(f + offsetDeferReturn)),
		int64(kind&0xFFFF | recordFuncdata<<24),
	}
	for _, c := range []struct {
		pool   *pool
		offset uint32
		read   func(offset uint32) []byte
	}{
		{l.pcs, l.uint32(f + offsetFrame), l.pcTable},
		{l.pcs, pc(pcdataStackMap), l.pcTable},
		{l.maps, data(funcdataArguments), l.pointerMap},
		{l.maps, data(funcdataLocals), l.pointerMap},
		{l.objects, data(funcdataObjects), l.objectTable},
		{l.calls, data(funcdataDefers), l.deferTable},
	} {
		n := -1
		if c.offset != c.pool.empty {
			table := c.read(c.offset)
			if table == nil {
				return errors.New("a table that cannot be read")
			}
			n = c.pool.add(table)
		}
		values = append(values, int64(n))
	}
	for i, c := range l.columns {
		c.values = append(c.values, values[i])
	}
	return nil
}

// wrapper is the last funcID: a method that the compiler made, which panics with its name if its receiver is nil.
const wrapper = 23

func (l *layout) name(offset uint32) (string, bool) {
	names := l.at(l.names, l.namesEnd-l.names)
	if uint64(offset) >= uint64(len(names)) {
		return "", false
	}
	name, _, ok := bytes.Cut(names[offset:], []byte{0})
	return string(name), ok
}

// keepName returns the offset of what remains of a name. The runtime reads that of a wrapper whose receiver is nil, those of
// two functions of package reflect, and whether one belongs to it, for which "runtime." is enough; errors of reflection name
// their methods.
func (l *layout) keepName(name string, kind byte) uint32 {
	switch {
	case kind == wrapper && strings.Contains(name, ".(*"):
	case strings.HasPrefix(name, "reflect.Value."), strings.HasPrefix(name, "internal/reflectlite."):
	case name == "reflect.makeFuncStub", name == "reflect.methodValueCall":
	case strings.HasPrefix(name, "runtime."):
		name = "runtime."
	default:
		name = ""
	}
	offset, ok := l.nameOffsets[name]
	if !ok {
		offset = uint32(len(l.nameData))
		l.nameOffsets[name] = offset
		l.nameData = append(append(l.nameData, name...), 0)
	}
	return offset
}

// pcTable reads pairs of differences, of a value and of an address, to a value of 0 after the first.
func (l *layout) pcTable(offset uint32) []byte {
	data := l.at(l.pctab, l.pctabEnd-l.pctab)
	if uint64(offset) >= uint64(len(data)) {
		return nil
	}
	data = data[offset:]
	r := reader{rest: data}
	for first := true; r.err == nil; first = false {
		if r.uint() == 0 && !first {
			return data[:len(data)-len(r.rest)]
		}
		r.uint()
	}
	return nil
}

// pointerMap reads a stackmap: the number of maps, the bits of each, and the maps.
func (l *layout) pointerMap(offset uint32) []byte {
	at := l.funcdata + uint64(offset)
	return l.funcTable(at, 8+uint64(l.uint32(at))*((uint64(l.uint32(at+4))+7)/8))
}

// objectTable reads a number of stackObjectRecords.
func (l *layout) objectTable(offset uint32) []byte {
	at := l.funcdata + uint64(offset)
	return l.funcTable(at, 8+16*min(l.uint64(at), maxMemory))
}

// deferTable reads the two numbers of open-coded defers.
func (l *layout) deferTable(offset uint32) []byte {
	at := l.funcdata + uint64(offset)
	if at >= l.funcdataEnd {
		return nil
	}
	rest := l.at(at, l.funcdataEnd-at)
	r := reader{rest: rest}
	r.uint()
	r.uint()
	if r.err != nil {
		return nil
	}
	return rest[:len(rest)-len(r.rest)]
}

func (l *layout) funcTable(at, size uint64) []byte {
	if at > l.funcdataEnd || size > l.funcdataEnd-at {
		return nil
	}
	return l.at(at, size)
}

// write writes the new form into memory, with the columns where findfunctab will be.
func (l *layout) write(records uint64) ([]byte, error) {
	n := uint32(l.functions)
	size := uint64(4 * n)
	objects := align8(uint64(len(l.objects.data)))
	maps := objects + uint64(len(l.maps.data)+3)&^3
	if uint64(len(l.nameData)) > l.pctab-l.names || uint64(len(l.pcs.data)+1) > l.pctabEnd-l.pctab ||
		records+uint64(n)*recordSize > l.functabEnd-l.functab || maps+uint64(len(l.calls.data)) > l.funcdataEnd-l.funcdata ||
		uint64(len(l.columns))*size > l.findfunctabEnd-l.findfunctab {
		return nil, fmt.Errorf("%w: the new tables are larger than the old ones", ErrToolchain)
	}
	bases := map[*pool]uint32{l.pcs: 1, l.objects: 0, l.maps: uint32(objects), l.calls: uint32(maps)}
	replace := func(from, to uint64, with []byte) {
		clear(l.at(from, to-from))
		copy(l.at(from, to-from), with)
	}
	replace(l.names, l.pctab, l.nameData)
	replace(l.pctab, l.pctabEnd, append([]byte{0}, l.pcs.data...))
	replace(l.functab, l.functabEnd, nil)
	binary.LittleEndian.PutUint32(l.at(l.functab+8*l.functions, 4), l.first+n)
	replace(l.funcdata, l.funcdataEnd, l.objects.data)
	replace(l.funcdata+objects, l.funcdataEnd, l.maps.data)
	replace(l.funcdata+maps, l.funcdataEnd, l.calls.data)
	replace(l.findfunctab, l.findfunctabEnd, nil)

	next := map[*pool]int{}
	for row := range n {
		for i, c := range l.columns {
			binary.LittleEndian.PutUint32(l.at(l.findfunctab+size*uint64(i)+4*uint64(row), 4), c.encode(int(row), bases, next))
		}
	}
	return l.start(records, bases), nil
}

// encode returns a value as the start function reads it. An offset is doubled. Where a table is used for the first time, one
// and the double of how much further the next one begins stands for it: most tables are used once, and their sizes are alike.
func (c *column) encode(row int, bases map[*pool]uint32, next map[*pool]int) uint32 {
	v, p := c.values[row], c.pool
	switch {
	case p == nil:
		return uint32(v)
	case v < 0:
		return p.empty << 1
	case int(v) < next[p]:
		return (bases[p] + p.offsets[v]) << 1
	}
	next[p]++
	size := uint32(0)
	if next[p] < len(p.offsets) {
		size = p.offsets[v+1] - p.offsets[v]
	}
	return size<<1 | 1
}
