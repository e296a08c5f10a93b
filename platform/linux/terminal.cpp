#include "platform/terminal.h"

#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace evenkeel::platform {

namespace {

// Typing a secret must not show it; the old settings come back whatever happens.
class HiddenTyping {
public:
    HiddenTyping() {
        tcgetattr(STDIN_FILENO, &before_);
        termios hidden = before_;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenTyping() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
    HiddenTyping(const HiddenTyping&) = delete;
    HiddenTyping& operator=(const HiddenTyping&) = delete;

private:
    termios before_{};
};

}  // namespace

bool is_person_at_terminal() { return isatty(STDIN_FILENO) != 0; }

Result<std::string> ask_hidden(const std::string& question) {
    if (!is_person_at_terminal()) {
        return Error(ErrorCode::invalid_input,
                     "No terminal to ask for the passphrase: give --passphrase-file.");
    }
    const HiddenTyping hidden;
    std::cerr << question << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    std::cerr << "\n";
    return answer;
}

}  // namespace evenkeel::platform
