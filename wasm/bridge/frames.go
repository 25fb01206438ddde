//go:build js

package bridge

import (
	"fmt"
	"io"
	"strconv"
	"syscall/js"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/internal/jsonform"
)

// openFrame is a claims file that is being read, and then its frame.
type openFrame struct {
	in    *io.PipeWriter
	rows  int64
	done  chan struct{} // closed when the reader has ended
	err   error         // of the reader
	frame *iromath.Frame
}

// Frames adds the functions that read a claims file chunk by chunk:
//
//	openFrame(options)        the number of a frame whose file is to be pushed; options are JSON
//	pushFrame(frame, chunk)   takes a Uint8Array of the file; answers with the number of rows read so far
//	endFrame(frame)           ends the file; answers with the summary of the frame, as JSON
//	closeFrame(frame)         forgets the frame, or the file that is being read
//
// A frame with an error is closed.
func Frames(s *server) {
	s.export("openFrame", func(a []js.Value) ([]byte, error) {
		var options iromath.FrameOptions
		if err := jsonform.Unmarshal([]byte(a[0].String()), &options); err != nil {
			return nil, fmt.Errorf("options: %w", err)
		}
		s.last++
		s.frames[s.last] = read(options)
		return strconv.AppendInt(nil, int64(s.last), 10), nil
	})
	s.export("pushFrame", func(a []js.Value) ([]byte, error) {
		f, err := s.frame(a[0])
		if err != nil {
			return nil, err
		}
		chunk := make([]byte, a[1].Get("length").Int())
		js.CopyBytesToGo(chunk, a[1])
		if _, err := f.in.Write(chunk); err != nil {
			return nil, s.ended(a[0].Int())
		}
		return strconv.AppendInt(nil, f.rows, 10), nil
	})
	s.export("endFrame", func(a []js.Value) ([]byte, error) {
		f, err := s.frame(a[0])
		if err != nil {
			return nil, err
		}
		f.in.Close()
		if err := s.ended(a[0].Int()); err != nil {
			return nil, err
		}
		return jsonform.Marshal(f.frame.Summary())
	})
	s.export("closeFrame", func(a []js.Value) ([]byte, error) {
		if f := s.frames[a[0].Int()]; f != nil {
			f.in.CloseWithError(io.ErrUnexpectedEOF)
			delete(s.frames, a[0].Int())
		}
		return nil, nil
	})
}

// read starts to read a file. While it waits for the next chunk no other code runs, so that fields need no lock.
func read(options iromath.FrameOptions) *openFrame {
	out, in := io.Pipe()
	f := &openFrame{in: in, done: make(chan struct{})}
	go func() {
		defer close(f.done)
		frame, err := recovered(func() (*iromath.Frame, error) {
			return iromath.ReadFrame(out, options, func(rows int64) { f.rows = rows })
		})
		if err == nil {
			f.frame = frame
		}
		f.err = err
		out.CloseWithError(io.ErrClosedPipe)
	}()
	return f
}

// ended waits for the end of the reader, whose error it returns.
func (s *server) ended(frame int) error {
	f := s.frames[frame]
	<-f.done
	if f.err != nil {
		delete(s.frames, frame)
	}
	return f.err
}

// frame is an open frame by its number.
func (s *server) frame(number js.Value) (*openFrame, error) {
	f := s.frames[number.Int()]
	if f == nil {
		return nil, problem{"frame_closed", "the frame is closed; open it again"}
	}
	return f, nil
}
