import Glibc

/// Small files, whole; failures give nil or false, and the caller says what that means to a person.
enum Files {
  /// The bytes of `file`.
  static func read(_ file: String) -> [UInt8]? {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return read(descriptor)
  }

  /// What is left to read in `descriptor`.
  static func read(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        return bytes
      }
    }
  }

  /// Writes all of `text`; an error number when that fails, EPIPE when nobody reads any more.
  static func write(_ text: String, to descriptor: Int32) -> Int32? {
    // SIGPIPE would end the program. It comes to the thread that writes, so it is held back and taken out there.
    var closed = sigset_t()
    var before = sigset_t()
    sigemptyset(&closed)
    sigaddset(&closed, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &closed, &before)
    let error = writeAll(text, to: descriptor)
    if error == EPIPE {
      var now = timespec()
      sigtimedwait(&closed, nil, &now)
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    return error
  }

  private static func writeAll(_ text: String, to descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { bytes -> Int32? in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(
          descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if count >= 0 {
          done += count
        } else if errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wait, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }

  /// Puts a file with `text` in the place of `file`, whole or not at all, for its owner alone.
  static func replace(_ file: String, with text: String) -> Bool {
    makeFolder(of: file)
    // Safe because the six letters are what mkstemp asks for, and puts the file's own in the place of.
    var name = Array((file + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return false }
    let written = write(text, to: descriptor) == nil && fsync(descriptor) == 0
    close(descriptor)
    guard written, rename(name, file) == 0 else {
      unlink(name)
      return false
    }
    return true
  }

  /// A pipe that other programs do not inherit; nil when the system has none to give.
  static func pipe() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Whether there is something called `file`.
  static func exists(_ file: String) -> Bool { access(file, F_OK) == 0 }

  /// Makes the folders that `file` lies in, for their owner alone.
  static func makeFolder(of file: String) {
    var path = file.hasPrefix("/") ? "/" : ""
    for part in file.split(separator: "/").dropLast() {
      path += part + "/"
      mkdir(path, 0o700)
    }
  }
}
