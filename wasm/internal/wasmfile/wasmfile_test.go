package wasmfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"
)

// file makes a file with a section of another kind on both sides of the data.
func file(list ...segment) []byte {
	content := binary.AppendUvarint(nil, uint64(len(list)))
	for _, s := range list {
		content = append(appendInt(append(content, 0, 0x41), int64(int32(s.start))), 0x0B)
		content = append(binary.AppendUvarint(content, uint64(len(s.data))), s.data...)
	}
	out := append(bytes.Clone(magic), 1, 3, 'a', 'b', 'c', sectionDataCount, 1, byte(len(list)), sectionData)
	out = append(binary.AppendUvarint(out, uint64(len(content))), content...)
	return append(out, 0, 2, 1, 'n')
}

// memory is the image of a file, without the zeros at its end.
func memory(t testing.TB, file []byte) []byte {
	t.Helper()
	sections, err := split(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sections {
		if s.id == sectionData {
			list, err := segments(s.content)
			if err != nil {
				t.Fatal(err)
			}
			return bytes.TrimRight(image(list), "\x00")
		}
	}
	return nil
}

func TestPack(t *testing.T) {
	zeros := func(n int) []byte { return make([]byte, n) }
	for name, c := range map[string]struct {
		list []segment
		want int // segments
	}{
		"none":               {nil, 0},
		"near":               {[]segment{{64, []byte("ab")}, {64 + 2 + gap - 1, []byte("c")}}, 1},
		"far":                {[]segment{{64, []byte("ab")}, {64 + 2 + gap, []byte("c")}}, 2},
		"later ones first":   {[]segment{{5000, []byte("z")}, {10, []byte("a")}}, 2},
		"overlapping":        {[]segment{{10, []byte("abcdef")}, {12, []byte("XY")}, {15, []byte("Zg")}}, 1},
		"a zero overwrites":  {[]segment{{10, []byte("abc")}, {11, zeros(1)}}, 1},
		"zeros within":       {[]segment{{10, append(append([]byte("a"), zeros(gap)...), 'b')}}, 2},
		"zeros around":       {[]segment{{10, append(append(zeros(9), 'a'), zeros(9)...)}}, 1},
		"nothing but zeros":  {[]segment{{10, zeros(1000)}}, 0},
		"empty":              {[]segment{{10, nil}, {20, []byte("a")}}, 1},
		"at 0":               {[]segment{{0, []byte("a")}}, 1},
		"beyond seven bits":  {[]segment{{63, []byte("a")}, {8191 + 64, []byte("b")}, {1 << 27, []byte("c")}}, 3},
		"a run at the bound": {[]segment{{1, []byte("a")}, {1 + 1 + gap - 1, []byte("b")}, {1 + 2 + 2*gap - 1, []byte("c")}}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			before := file(c.list...)
			after, err := Pack(before)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(memory(t, before), memory(t, after)) {
				t.Errorf("the memory differs: %x", after)
			}
			sections, err := split(after)
			if err != nil || len(sections) != 3 || string(sections[0].content) != "abc" || string(sections[2].content) != "\x01n" {
				t.Fatalf("%v, sections %+v", err, sections)
			}
			if list, err := segments(sections[1].content); err != nil || len(list) != c.want {
				t.Errorf("%d segments, not %d, %v", len(list), c.want, err)
			}
			if again, err := Pack(after); err != nil || !bytes.Equal(again, after) {
				t.Errorf("packed twice it is another file: %v", err)
			}
		})
	}
}

func TestPackRefuses(t *testing.T) {
	good := file(segment{64, []byte("abc")}, segment{500, []byte("d")})
	if _, err := Pack(good); err != nil {
		t.Fatal(err)
	}
	at := bytes.IndexByte(good, sectionData)
	changed := func(offset int, to ...byte) []byte {
		b := bytes.Clone(good)
		copy(b[at+offset:], to)
		return b
	}
	for name, data := range map[string][]byte{
		"nothing":          nil,
		"another file":     []byte("PK\x03\x04 and so on"),
		"another version":  []byte("\x00asm\x02\x00\x00\x00"),
		"too long":         changed(1, 0x7F),
		"passive":          changed(3, 1),
		"in memory 1":      changed(3, 2),
		"not constant":     changed(4, 0x23),
		"no end":           changed(7, 0x0C),
		"before 0":         changed(5, 0xC0, 0x7F),
		"long number":      append(bytes.Clone(magic), sectionData, 8, 1, 0, 0x41, 0x80, 0x80, 0x80, 0x80, 0x80),
		"large size":       append(bytes.Clone(magic), sectionData, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01),
		"far away":         file(segment{maxMemory, []byte("a")}),
		"more segments":    changed(2, 9),
		"something behind": changed(2, 1),
	} {
		if _, err := Pack(data); !errors.Is(err, ErrFile) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for n := len(magic); n < len(good); n++ { // a file that ends between two sections cannot be told from a whole one
		if out, err := Pack(good[:n]); err == nil && len(out) > n {
			t.Errorf("%d bytes of %d were taken", n, len(good))
		}
	}
}

// TestPackGo packs a program of Go.
func TestPackGo(t *testing.T) {
	before := stressFile(t)
	after, err := Pack(before)
	if err != nil || !bytes.Equal(memory(t, before), memory(t, after)) {
		t.Errorf("%v, or the memory differs", err)
	}
}

// FuzzPack: what is packed fills the same memory.
func FuzzPack(f *testing.F) {
	f.Add(file(segment{64, []byte("abc")}, segment{500, []byte("d")}))
	f.Add(file(segment{10, []byte("abcdef")}, segment{12, []byte("XY")}))
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.Contains(data, []byte{0x41, 0x80}) {
			return // far away: takes time for nothing
		}
		if _, err := Strip(data); err != nil && !errors.Is(err, ErrFile) && !errors.Is(err, ErrToolchain) {
			t.Fatal(err)
		}
		packed, err := Pack(data)
		if err != nil {
			if !errors.Is(err, ErrFile) {
				t.Fatal(err)
			}
			return
		}
		if !bytes.Equal(memory(t, data), memory(t, packed)) {
			t.Fatalf("%x", packed)
		}
	})
}
