#include "app/cli/commands.h"
#include "platform/ports.h"

int main(int argc, char** argv) {
    // A crash file would hold a client's words.
    evenkeel::platform::forbid_memory_dumps();
    return evenkeel::cli::run(argc, argv);
}
