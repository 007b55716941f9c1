// Readline keeps its state in C globals, which Swift 6 cannot know to be safe; all use of them is on the main actor.
@preconcurrency import CReadline
import Glibc
import RapportKit

extension ReadlineReader {
  /// Called by readline at `C-x C-e`: the line goes to the editor and comes back, to be read before Enter.
  static let editLine: @convention(c) (Int32, Int32) -> Int32 = { _, _ in
    MainActor.assumeIsolated { current?.edit() }
    return 0
  }

  private func edit() {
    let line = String(cString: rl_line_buffer)
    rl_deprep_terminal()
    rl_crlf()
    fflush(rl_outstream)
    do throws(Problem) {
      let edited = try Editor.edit(line, environment: environment)
      rl_prep_terminal(1)
      rl_replace_line(edited, 0)
      rl_point = rl_end
    } catch {
      fputs(error.message + "\n", rl_outstream)
      rl_prep_terminal(1)
    }
    rl_on_new_line()
    rl_forced_update_display()
  }
}
