package readfile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, []byte("12345"), 0o600); err != nil {
		t.Fatal(err)
	}
	if data, err := Read(name, 5); err != nil || string(data) != "12345" {
		t.Errorf("%q, %v", data, err)
	}
	if _, err := Read(name, 4); !errors.Is(err, ErrSize) || !strings.Contains(err.Error(), name+": ") {
		t.Error(err)
	}
	if _, err := Read(name+"?", 4); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	if _, err := os.Stat("/dev/zero"); err == nil { // has no size and no end
		if _, err := Read("/dev/zero", 1<<20); !errors.Is(err, ErrSize) {
			t.Error(err)
		}
	}
}
