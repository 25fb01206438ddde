package contract

import (
	"go/ast"
	"io/fs"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// otherNames are the fields whose JSON name is not their Go name. In JSON reported units stand in one object with what
// a verdict says of them, where "units" would not say whose.
var otherNames = map[string]string{
	"sampling.Reported.Units":         "reported",
	"sampling.Reported.Spares":        "reportedSpares",
	"sampling.StratumReported.Units":  "reported",
	"sampling.StratumReported.Spares": "reportedSpares",
}

// TestFieldNames holds the JSON name of every field of the library to the lower-camel form of its Go name, so that whoever
// knows one knows the other.
func TestFieldNames(t *testing.T) {
	src, err := readSource()
	if err != nil {
		t.Fatal(err)
	}
	checked, other := 0, 0
	for _, folder := range libraryFolders(t, src.root) {
		p, err := src.read(path.Join(module, folder))
		if err != nil {
			t.Fatal(err)
		}
		for name, spec := range p.types {
			body, ok := spec.Type.(*ast.StructType)
			if !ok {
				continue
			}
			for _, f := range body.Fields.List {
				json := jsonName(f)
				if json == "" || json == "-" {
					continue
				}
				for _, field := range f.Names {
					checked++
					full := path.Base(path.Join(module, folder)) + "." + name + "." + field.Name
					want, ok := otherNames[full]
					if ok {
						other++
					} else {
						want = lowerCamel(field.Name)
					}
					if json != want {
						t.Errorf("%s is %q in JSON, want %q", full, json, want)
					}
				}
			}
		}
	}
	if checked == 0 || other != len(otherNames) {
		t.Errorf("%d fields, %d of the %d other names", checked, other, len(otherNames))
	}
}

func TestLowerCamel(t *testing.T) {
	for name, want := range map[string]string{
		"ID": "id", "IDs": "ids", "SpareIDs": "spareIds", "RATSTATSRequired": "ratstatsRequired", "SHA256": "sha256",
		"P": "p", "ErrorsP": "errorsP", "DegreesOfFreedom": "degreesOfFreedom",
	} {
		if got := lowerCamel(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// libraryFolders are the folders of the packages whose types have JSON forms of the library's own: not those of programs
// and tests, nor this one, which writes JSON Schema.
func libraryFolders(t *testing.T, root string) []string {
	var folders []string
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, p)
		switch name := d.Name(); {
		case err != nil:
			return err
		case rel == "wasm", rel == "examples", rel == filepath.Join("internal", "contract"), strings.HasSuffix(name, "test"),
			name == "testdata", rel != "." && name[0] == '.':
			return fs.SkipDir
		}
		files, err := filepath.Glob(filepath.Join(p, "*.go"))
		if len(files) > 0 {
			folders = append(folders, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return folders
}

// jsonName is the name that the tag of a field gives it in JSON.
func jsonName(f *ast.Field) string {
	if f.Tag == nil {
		return ""
	}
	tag, _ := strconv.Unquote(f.Tag.Value)
	name, _, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
	return name
}

// A word of a Go name is one of the abbreviations that fields have, or a capital with what follows it.
var goWord = regexp.MustCompile(`RATSTATS|SHA256|CMP|IDs?|OK|[A-Z][a-z0-9]*`)

// lowerCamel is the JSON form of a Go name.
func lowerCamel(name string) string {
	words := goWord.FindAllString(name, -1)
	for i, w := range words {
		words[i] = w[:1] + strings.ToLower(w[1:])
	}
	words[0] = strings.ToLower(words[0])
	return strings.Join(words, "")
}
