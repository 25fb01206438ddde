package contract

import (
	"errors"
	"fmt"
	"go/ast"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
)

const module = "github.com/iromath/iromath"

// source is the source of the module: comments and constants of its types.
type source struct {
	root     string
	packages map[string]*sourcePackage // by import path
}

type sourcePackage struct {
	types  map[string]*ast.TypeSpec
	docs   map[string]string  // of types
	values map[string][]Value // of types, in the order of the source
	named  map[string]string  // the values of constants by their names
}

// readSource finds the module that the working directory is in and reads it.
func readSource() (*source, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	for {
		mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && strings.HasPrefix(string(mod), "module "+module+"\n") {
			break
		}
		if dir == filepath.Dir(dir) {
			return nil, errors.New("contract: not inside " + module)
		}
		dir = filepath.Dir(dir)
	}
	return &source{root: dir, packages: map[string]*sourcePackage{}}, nil
}

// read reads the package of a type.
func (s *source) read(importPath string) (*sourcePackage, error) {
	if p := s.packages[importPath]; p != nil {
		return p, nil
	}
	dir := filepath.Join(s.root, filepath.FromSlash(strings.TrimPrefix(importPath, module)))
	files, err := fs.Glob(os.DirFS(dir), "*.go")
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no source of %s: %w", importPath, err)
	}
	p := &sourcePackage{map[string]*ast.TypeSpec{}, map[string]string{}, map[string][]Value{}, map[string]string{}}
	set := token.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, filepath.Join(dir, name), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, d := range file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range g.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					p.types[spec.Name.Name] = spec
					p.docs[spec.Name.Name] = text(spec.Doc, spec.Comment)
					if spec.Doc == nil && !g.Lparen.IsValid() {
						p.docs[spec.Name.Name] = text(g.Doc, spec.Comment)
					}
				case *ast.ValueSpec:
					p.constant(spec)
				}
			}
		}
	}
	s.packages[importPath] = p
	return p, nil
}

// constant takes a constant of a named type with a text as its value.
func (p *sourcePackage) constant(spec *ast.ValueSpec) {
	of, ok := spec.Type.(*ast.Ident)
	if !ok {
		return
	}
	for i, name := range spec.Names {
		if i >= len(spec.Values) {
			return
		}
		literal, ok := spec.Values[i].(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			return
		}
		value, _ := strconv.Unquote(literal.Value)
		p.values[of.Name] = append(p.values[of.Name], Value{value, text(spec.Doc, spec.Comment)})
		p.named[name.Name] = value
	}
}

func text(groups ...*ast.CommentGroup) string {
	for _, g := range groups {
		if g != nil {
			return strings.TrimSpace(g.Text())
		}
	}
	return ""
}

// values are the constants of a type.
func (s *source) values(t reflect.Type) ([]Value, error) {
	p, err := s.read(t.PkgPath())
	if err != nil {
		return nil, err
	}
	var values []Value
	for _, v := range p.values[t.Name()] {
		values = append(values, Value{v.Value, s.plain(t.PkgPath(), v.Doc)})
	}
	return values, nil
}

func (s *source) typeDoc(t reflect.Type) string {
	p, err := s.read(t.PkgPath())
	if err != nil {
		return ""
	}
	name, _, _ := strings.Cut(t.Name(), "[")
	doc := s.plain(t.PkgPath(), p.docs[name])
	if rest, ok := strings.CutPrefix(doc, name+" "); ok {
		return nameOf(t) + " " + rest
	}
	return doc
}

// fieldDocs are the comments of the fields of a struct. A field without one takes that of a field before it which speaks
// of it: "From and Through are the first and last day".
func (s *source) fieldDocs(t reflect.Type) (map[string]string, error) {
	p, err := s.read(t.PkgPath())
	if err != nil {
		return nil, err
	}
	name, _, _ := strings.Cut(t.Name(), "[")
	spec := p.types[name]
	if spec == nil {
		return nil, fmt.Errorf("no source of %s", t)
	}
	body, ok := spec.Type.(*ast.StructType)
	if !ok {
		return nil, fmt.Errorf("%s is no struct in the source", t)
	}
	docs, last := map[string]string{}, ""
	for _, f := range body.Fields.List {
		own := text(f.Doc, f.Comment)
		if own != "" {
			last = own
		}
		for _, name := range f.Names {
			switch {
			case own != "":
				docs[name.Name] = s.plain(t.PkgPath(), own)
			case regexp.MustCompile(`\b` + name.Name + `\b`).MatchString(last):
				docs[name.Name] = s.plain(t.PkgPath(), last)
			}
		}
	}
	return docs, nil
}

// plain turns a Go comment into plain text: links become the names of the contract, or the values of constants.
func (s *source) plain(importPath, doc string) string {
	parsed := (&comment.Parser{
		LookupSym:     func(_, name string) bool { return ast.IsExported(name) },
		LookupPackage: func(name string) (string, bool) { return name, true },
	}).Parse(doc)
	var inline func([]comment.Text)
	inline = func(list []comment.Text) {
		for _, t := range list {
			switch t := t.(type) {
			case *comment.DocLink:
				t.Text = []comment.Text{comment.Plain(s.linked(importPath, t))}
			case *comment.Link:
				inline(t.Text)
			}
		}
	}
	for _, block := range parsed.Content {
		switch block := block.(type) {
		case *comment.Paragraph:
			inline(block.Text)
		case *comment.Heading:
			inline(block.Text)
		case *comment.List:
			for _, item := range block.Items {
				for _, b := range item.Content {
					if b, ok := b.(*comment.Paragraph); ok {
						inline(b.Text)
					}
				}
			}
		}
	}
	printed := (&comment.Printer{TextWidth: -1}).Text(parsed)
	return strings.TrimSpace(string(printed))
}

// linked is what stands for a link in a comment.
func (s *source) linked(importPath string, l *comment.DocLink) string {
	name := l.Name
	if l.Recv != "" {
		name = l.Recv + "." + l.Name
	}
	if l.ImportPath != "" {
		name = l.ImportPath + "." + name
	}
	for p, pkg := range s.packages {
		if l.ImportPath == "" && p != importPath || l.ImportPath != "" && path.Base(p) != l.ImportPath || l.Recv != "" {
			continue
		}
		if value, ok := pkg.named[l.Name]; ok {
			return strconv.Quote(value)
		}
		if pkg.types[l.Name] != nil {
			return prefixed(path.Base(p), l.Name)
		}
	}
	return name
}
