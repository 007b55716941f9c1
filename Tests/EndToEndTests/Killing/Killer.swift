import Foundation

/// A library that, loaded into a program, ends it at once in the middle of its n-th write, sync, renaming or removal.
///
/// KILL_AT says at which one, from 1 (0: at none); KILL_LOG names a file in which the number of them so far stands.
/// What goes to a terminal does not count. A write is cut in half first, as a crash may do.
struct Killer {
  /// The built library.
  let library: String

  /// Builds the library in `folder`; nil where there is no C compiler.
  init?(in folder: String) throws {
    let compilers = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .flatMap { ["\($0)/cc", "\($0)/clang"] }
    guard let compiler = compilers.first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    library = folder + "/killer.so"
    try Self.source.write(toFile: folder + "/killer.c", atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: compiler)
    process.arguments = ["-shared", "-fPIC", "-o", library, folder + "/killer.c", "-ldl"]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
  }

  private static let source = #"""
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <fcntl.h>
    #include <signal.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <sys/stat.h>
    #include <sys/types.h>
    #include <unistd.h>

    static int count = 0;

    static int is_time(void) {
      const char *at = getenv("KILL_AT");
      int now = __atomic_add_fetch(&count, 1, __ATOMIC_SEQ_CST);
      const char *log = getenv("KILL_LOG");
      FILE *file = log ? fopen(log, "w") : 0;
      if (file) { fprintf(file, "%d", now); fclose(file); }
      return at && atoi(at) == now;
    }
    static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }
    static int counts(int fd) {
      struct stat about;
      return fstat(fd, &about) == 0 && S_ISREG(about.st_mode);
    }
    #define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

    ssize_t write(int fd, const void *bytes, size_t size) {
      REAL(write);
      if (counts(fd) && is_time()) { real(fd, bytes, size / 2); die(); }
      return real(fd, bytes, size);
    }
    ssize_t pwrite(int fd, const void *bytes, size_t size, off_t place) {
      REAL(pwrite);
      if (counts(fd) && is_time()) { real(fd, bytes, size / 2, place); die(); }
      return real(fd, bytes, size, place);
    }
    ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t place) {
      REAL(pwrite64);
      if (counts(fd) && is_time()) { real(fd, bytes, size / 2, place); die(); }
      return real(fd, bytes, size, place);
    }
    int fsync(int fd) { REAL(fsync); if (is_time()) die(); return real(fd); }
    int fdatasync(int fd) { REAL(fdatasync); if (is_time()) die(); return real(fd); }
    int ftruncate(int fd, off_t size) { REAL(ftruncate); if (is_time()) die(); return real(fd, size); }
    int ftruncate64(int fd, off64_t size) {
      REAL(ftruncate64); if (is_time()) die(); return real(fd, size);
    }
    int rename(const char *from, const char *to) {
      REAL(rename); if (is_time()) die(); return real(from, to);
    }
    int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
      REAL(renameat2); if (is_time()) die(); return real(a, from, b, to, flags);
    }
    int unlink(const char *path) { REAL(unlink); if (is_time()) die(); return real(path); }
    """#
}
