// Readline keeps its state in C globals, which Swift 6 cannot know to be safe; all use of them is on the main actor.
@preconcurrency import CReadline
import Glibc

extension ReadlineReader {
  /// Tells readline once who we are, and sets what `~/.inputrc` may then set otherwise.
  static let setUp: Void = {
    rl_readline_name = fixed("Rapport")
    rl_outstream = isatty(2) == 1 ? stderr : stdout
    rl_catch_signals = 0
    rl_catch_sigwinch = 0
    rl_change_environment = 0
    rl_variable_bind("enable-bracketed-paste", "on")
    rl_variable_bind("completion-ignore-case", "on")
    rl_variable_bind("show-all-if-unmodified", "on")
    rl_basic_word_break_characters = fixed(" \t\n")
    rl_filename_quote_characters = fixed(" \t\n\"'")
    rl_attempted_completion_function = complete
    rl_completion_display_matches_hook = list
    rl_add_defun("edit-and-execute-command", editLine, -1)
    initialize()
    rl_bind_keyseq_if_unbound("\\C-x\\C-e", editLine)
    rl_bind_keyseq_if_unbound_in_map("v", editLine, rl_get_keymap_by_name("vi-command"))
    atexit { rl_deprep_terminal() }
  }()

  /// Whether Tab completes a word of a command line, which may be quoted, or the whole line, as an answer is.
  static func breakWords(_ breaks: Bool) {
    rl_completer_word_break_characters = breaks ? spaces : nothing
    rl_completer_quote_characters = breaks ? quotes : nil
  }

  private static let spaces = fixed(" \t\n")
  private static let quotes = fixed("\"'")
  private static let nothing = fixed("")

  /// A C string that stays for good.
  private static func fixed(_ text: String) -> UnsafePointer<CChar>? {
    strdup(text).map { UnsafePointer($0) }
  }

  /// Initialises readline for UTF-8, whatever the locale says.
  private static func initialize() {
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" {
      // Readline asks the environment again before each line; pager and editor need it as well.
      setenv("LC_ALL", "C.UTF-8", 1)
      setlocale(LC_CTYPE, "")
    }
    rl_initialize()
  }
}
