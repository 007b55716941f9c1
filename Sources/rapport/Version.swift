import Glibc

/// The program's version.
enum Version {
  /// As in CHANGELOG.md.
  static let number = "0.1.0"
}

extension Version {
  /// The number, and when this very program was built: what one build has cached, another reads anew.
  static var build: String {
    var info = stat()
    guard stat("/proc/self/exe", &info) == 0 else { return number }
    return "\(number) \(info.st_size) \(info.st_mtim.tv_sec) \(info.st_mtim.tv_nsec)"
  }
}
