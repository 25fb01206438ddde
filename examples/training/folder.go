package main

import (
	"errors"
	"io/fs"
	"os"

	"github.com/iromath/iromath/training"
)

// folder is a new folder on disk. Everything goes through an os.Root, so that nothing can be written outside.
type folder struct{ root *os.Root }

// Create makes a file; one of that name must not be there.
func (f folder) Create(name string, content []byte, mode fs.FileMode) error {
	file, err := f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Close())
}

// write writes a bundle into a new folder and makes that read-only. A bundle that cannot be right makes no folder.
func write(b training.Bundle, dir string) (training.BundleFiles, error) {
	if _, err := b.Files(); err != nil {
		return training.BundleFiles{}, err
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return training.BundleFiles{}, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return training.BundleFiles{}, err
	}
	defer root.Close()
	files, err := b.Write(folder{root})
	if err != nil {
		return training.BundleFiles{}, errors.Join(err, os.RemoveAll(dir)) // it was made above, and holds nothing else
	}
	return files, os.Chmod(dir, 0o555)
}
