#include "app/cli/commands.h"
#include "platform/ports.h"

int main(int argc, char** argv) {
    // A crash file would hold a client's words.
    evenkeel::platform::forbid_memory_dumps();
    // SQLite makes its files open to all, as far as this allows.
    evenkeel::platform::keep_new_files_private();
    return evenkeel::cli::run(argc, argv);
}
